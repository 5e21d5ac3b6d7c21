package import LessonModel

/// The blocks of one session of a lesson as a program of their own, to read, to run and to change.
///
/// The author's lines stand as they are. A last expression whose value the page shows is printed; a block that must fail, or
/// that the page shows only, is there as a comment.
package struct LessonProgram: Sendable, Equatable {
  package var slug: String
  /// Empty for the lesson's own session.
  package var session: String
  /// Whether it is compiled in the language mode of Swift 6.
  package var isSix: Bool
  /// The modules that it imports, in its blocks or before them.
  package var imports: [String]
  package var text: String

  package init(_ woven: WovenLesson, session: String, of course: Course) {
    let lesson = woven.lesson
    let settings = course.file.settings(of: lesson)
    let modules = Self.modules(of: lesson, in: course)
    imports = modules + woven.cells.filter { $0.block.session == session }.flatMap(\.block.outline.imports)
    var text = "// \(Self.line(lesson.title))\n// from \(Self.line(course.title)), lesson \(lesson.slug)\n"
    text += Self.needs(imports, CoursePackage.plainName(of: lesson.slug, session, in: course), of: course)
    text += Self.reads(lesson, of: course) + "\n"
    for module in modules { text += "import \(module)\n" }
    var headings = Self.headings(of: lesson)[...]
    for cell in woven.cells where cell.block.session == session {
      let block = cell.block
      while let heading = headings.first, heading.line < block.position.line {
        text += "\n// MARK: - \(Self.line(heading.title))\n"
        headings = headings.dropFirst()
      }
      text +=
        "\n// \(lesson.slug).md:\(PlainMarkdown.line(block.position.line, of: lesson))\(block.attributes.name.map { " " + $0 } ?? "")\n"
      text += Self.text(of: block, cell.run.value)
    }
    slug = lesson.slug
    self.session = session
    isSix = settings.mode == .six
    self.text = text
  }

  /// What the blocks of a lesson import without saying so.
  static func modules(of lesson: Lesson, in course: Course) -> [String] {
    CoursePackage.modules(of: course) + course.file.settings(of: lesson).imports
  }

  /// What it imports that comes with no compiler, and how it runs with that.
  ///
  /// - Parameter name: What the package of the course calls it; nil where only that says so.
  private static func needs(_ imports: [String], _ name: String?, of course: Course) -> String {
    let own = CoursePackage.modules(of: course)
    let address = course.file.siteAddress.map { "  \($0)\(CoursePackage.path)" } ?? ""
    let others = CoursePackage.foreign(imports, in: course)
    return """
      //
      // It imports \(own.joined(separator: " and ")) and runs in the package of the course, with Swift 6.2 or later:
      //   \(CoursePackage.path)\(address)
      //   tar xf \(CoursePackage.path) && cd course && swift run\(name.map { " " + $0 } ?? ", by its name in README.md there")

      """ + (others.isEmpty ? "" : "// README.md there says what more \(others.joined(separator: " and ")) may ask for.\n")
  }

  /// The files that it reads, and where they are to be had.
  private static func reads(_ lesson: Lesson, of course: Course) -> String {
    let files = lesson.dataAlong.map { file in
      let address = course.address(ofData: file.path).map { "  " + $0 } ?? ""
      return "//   \(line(file.path))\(address)\n"
    }
    return files.isEmpty ? "" : "//\n// It reads from the folder that it runs in:\n" + files.joined()
  }

  private static func text(of block: SwiftBlock, _ value: ComputedValue?) -> String {
    let code = block.exploredCode
    guard block.runsWithOthers else {
      let why =
        switch block.attributes.expectation {
        case .trap: "This ends the program, as the lesson shows:"
        case .compileError: "This does not compile, as the lesson shows:"
        case nil: "Not run in the lesson:"
        }
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0)
      return "// \(why)\n" + lines.map { $0.isEmpty ? "//\n" : "//   \($0)\n" }.joined()
    }
    guard let last = block.outline.statements.last, last.kind == .expression, let value, value != .nothing else { return code }
    let bytes = Array(block.code.text.utf8)
    let declarations = String(code.dropLast(block.code.text.count))
    let call = if case .exhibit = value { "show" } else { "print" }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return declarations + part(0..<last.range.lowerBound) + call + "(" + part(last.range) + ")"
      + part((last.semicolon?.upperBound ?? last.range.upperBound)..<bytes.count)
  }

  private static func headings(of lesson: Lesson) -> [(title: String, line: Int)] {
    var headings: [(title: String, line: Int)] = []
    lesson.document.walk { block in
      guard case .heading(_, let inlines) = block.kind else { return }
      headings.append((inlines.plainText, lesson.source.position(of: block.range.lowerBound).line))
    }
    return headings
  }

  /// A comment's text ends with its line.
  private static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Course {
  /// Where readers find a file that a lesson reads; nil where nobody knows where the site is.
  func address(ofData path: String) -> String? { file.siteAddress.map { $0 + "lessons/" + WebAddress.encodedPath(path) } }
}

extension Lesson {
  /// The sessions of the blocks that run, the lesson's own first.
  package var sessions: [String] { Set(blocks.filter(\.runsWithOthers).map(\.session)).sorted() }
}
