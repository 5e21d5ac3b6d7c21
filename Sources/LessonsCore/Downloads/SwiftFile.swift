internal import MarkdownReading
internal import SwiftReading

/// `Lesson → Swift`: the blocks of one session as a program of their own, to read, to run and to change.
///
/// The author's lines stand as they are. A last expression whose value the page shows is printed; a block that must fail, or
/// that the page shows only, is there as a comment.
enum SwiftFile {
  /// - Parameter session: Empty for the lesson's own session.
  static func text(of report: LessonReport, _ lesson: Lesson, session: String, course: Course) -> String {
    let settings = lesson.frontMatter.swift.merged(over: course.file.swift)
    let modules = ["LessonKit"] + (course.support.isEmpty ? [] : ["Support"]) + settings.imports
    var text = "// \(line(lesson.title))\n// from \(line(course.title)), lesson \(lesson.slug)\n\n"
    for module in modules { text += "import \(module)\n" }
    var headings = headings(of: lesson)[...]
    for block in lesson.blocks where block.session == session {
      while let heading = headings.first, heading.line < block.position.line {
        text += "\n// MARK: - \(line(heading.title))\n"
        headings = headings.dropFirst()
      }
      text += "\n// \(lesson.slug).md:\(block.position.line)\(block.attributes.name.map { " " + $0 } ?? "")\n"
      text += self.text(of: block, report.run.blocks[block.index])
    }
    return text
  }

  /// The sessions of the blocks that run, the lesson's own first.
  static func sessions(of lesson: Lesson) -> [String] {
    Set(lesson.blocks.filter { $0.attributes.runs && $0.attributes.expectation == nil }.map(\.session)).sorted()
  }

  private static func text(of block: SwiftBlock, _ run: BlockRun) -> String {
    let code = block.code.text
    guard block.attributes.runs, block.attributes.expectation == nil else {
      let why =
        switch block.attributes.expectation {
        case .trap: "This ends the program, as the lesson shows:"
        case .compileError: "This does not compile, as the lesson shows:"
        case nil: "Not run in the lesson:"
        }
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0)
      return "// \(why)\n" + lines.map { $0.isEmpty ? "//\n" : "//   \($0)\n" }.joined()
    }
    guard let last = block.outline.statements.last, last.kind == .expression, let value = run.value, value != .nothing else {
      return code
    }
    let bytes = Array(code.utf8)
    let call = if case .exhibit = value { "show" } else { "print" }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return part(0..<last.range.lowerBound) + call + "(" + part(last.range) + ")"
      + part((last.semicolon?.upperBound ?? last.range.upperBound)..<bytes.count)
  }

  private static func headings(of lesson: Lesson) -> [(title: String, line: Int)] {
    lesson.document.events.enumerated().compactMap { index, event in
      guard case .heading = event.node, event.phase == .enter else { return nil }
      return (PlainText.text(of: lesson.document.events, from: index), event.start.line)
    }
  }

  /// A comment's text ends with its line.
  private static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
