package import LessonModel

/// `WovenCourse → WovenCourse`: the course as its students get it, without the solutions and without the answers to what it asks.
///
/// The solutions have run with everything else, for later blocks may need them. Then they leave the trees, and what came of
/// them leaves with them: no page, index or file made of the result can show a byte of them, for there is none. Their
/// addresses alone stay, to lead links to the exercises. All else keeps its name, its number, its address and its place.
package enum StudentEdition {
  package static func course(_ course: WovenCourse) -> WovenCourse {
    let lessons = course.course.lessons.map { ShownLesson($0, course.links) }
    var edition = course
    edition.course.lessons = lessons.map(\.read)
    edition.course.neighbors = neighbors(course.course, lessons)
    edition.formulas = formulas(course.formulas, lessons)
    edition.links = CourseLinks(edition.course)
    let shown = Dictionary(lessons.map { ($0.read.slug, $0) }) { first, _ in first }
    edition.lessons = course.lessons.map { entry in
      let lesson = shown[entry.slug] ?? ShownLesson(entry.read, course.links)
      return lesson.woven(entry, whole: course.links, student: edition.links)
    }
    return edition
  }

  /// The files that something still leads to; those that only solutions need are left out.
  private static func neighbors(_ course: Course, _ lessons: [ShownLesson]) -> [String: CourseNeighbor] {
    let left = Set(lessons.map(\.read).readable.flatMap(paths))
    let hidden = Set(course.lessons.readable.flatMap(paths)).subtracting(left)
    return course.neighbors.filter { !hidden.contains($0.key) }
  }

  private static func paths(of lesson: Lesson) -> [String] {
    var paths: [String] = []
    func add(_ inline: Inline) {
      switch inline {
      case .link(let link), .image(let link): CourseLinks.path(of: link.destination, in: lesson.slug).map { paths.append($0) }
      default: break
      }
    }
    lesson.document.walkInlines(add)
    for block in lesson.blocks { block.caption?.walk(add) }
    return paths
  }

  /// The formulas that something still shows.
  private static func formulas(_ table: FormulaTable, _ lessons: [ShownLesson]) -> FormulaTable {
    let left = Set(lessons.map(\.read).readable.flatMap(\.formulas).map(\.key))
    let hidden = Set(lessons.flatMap(\.hiddenFormulas)).subtracting(left)
    var table = table
    table.results = table.results.filter { !hidden.contains($0.key) }
    return table
  }
}

/// A lesson without its solutions, with what it takes to do the same to what came of it.
private struct ShownLesson {
  let read: ReadLesson
  let hiddenFormulas: [FormulaKey]
  /// Nil where nothing of the lesson may be shown.
  private let solutions: Solutions?

  init(_ read: ReadLesson, _ links: CourseLinks) {
    guard case .readable(let lesson) = read, !lesson.diagnostics.contains(where: { Self.leavesSolutionsOpen($0.kind) })
    else {
      self.read = .refused(Self.refused(read))
      hiddenFormulas = read.formulas
      solutions = nil
      return
    }
    let solutions = Solutions(of: lesson)
    self.solutions = solutions
    self.read = .readable(Self.lesson(lesson, without: solutions, links))
    hiddenFormulas = lesson.formulas.filter { solutions.contain($0.start) }.map(\.key)
  }

  /// Where a marker is mistyped or opens nothing, nobody can say what is a solution.
  private static func leavesSolutionsOpen(_ kind: DiagnosticKind) -> Bool { kind == .unknownCallout || kind == .emptyCallout }

  /// A lesson of which nothing is shown but what is wrong with it.
  private static func refused(_ read: ReadLesson) -> RefusedLesson {
    let diagnostics = read.diagnostics.map { diagnostic in
      var copy = diagnostic
      copy.sourceLine = nil
      return copy
    }
    return RefusedLesson(
      source: SourceText(path: read.source.path, bytes: []), slug: read.slug, diagnostics: diagnostics)
  }

  private static func lesson(_ lesson: Lesson, without solutions: Solutions, _ links: CourseLinks) -> Lesson {
    if solutions.isEmpty { return lesson }
    let filter = DocumentFilter(lesson, solutions)
    var shown = lesson
    shown.source = solutions.source
    shown.removals = solutions.removals
    shown.movedAnchors = solutions.movedAnchors(of: lesson, links.anchors(of: lesson.slug) ?? Anchors(lesson))
    shown.parts = solutions.removed(from: lesson.parts)
    shown.document = filter.document(lesson.document)
    shown.blocks.removeAll { solutions.contain($0.range.lowerBound) }
    for index in shown.blocks.indices { shown.blocks[index].caption = shown.blocks[index].caption.map(filter.inlines) }
    shown.values.removeAll { solutions.contain($0.range.lowerBound) }
    shown.citations.removeAll { solutions.contain($0.range.lowerBound) }
    shown.marks.removeAll { solutions.contain(lesson.source.offset(of: $0.position)) }
    shown.formulas.removeAll { solutions.contain($0.start) }
    shown.numbers.unbound.removeAll { solutions.contain($0.offset) }
    shown.numbers.given.removeAll { solutions.contain($0) }
    shown.diagnostics = solutions.removed(from: lesson.diagnostics)
    return shown
  }

  /// What came of the lesson, without what came of its solutions.
  func woven(_ entry: WovenEntry, whole: CourseLinks, student: CourseLinks) -> WovenEntry {
    guard case .woven(var woven) = entry, case .readable(let lesson) = read, let solutions else {
      return .refused(Self.refused(read))
    }
    // A heading of a solution elsewhere may have lent a link its words.
    let filled = LinkWords.filled(lesson, student)
    if solutions.isEmpty {
      woven.lesson = filled
      woven.anchors = woven.anchors.titled(by: filled)
      return .woven(woven)
    }
    let blocks = Dictionary(filled.blocks.map { ($0.index, $0) }) { first, _ in first }
    let origins = Origins(lesson)
    woven.lesson = filled
    woven.anchors = (student.anchors(of: lesson.slug) ?? Anchors(lesson)).titled(by: filled)
    woven.cells = woven.cells.compactMap { cell in
      blocks[cell.block.index].map { block in
        var cell = cell
        cell.block = block
        return cell
      }
    }
    woven.values = woven.values.filter { !solutions.contain($0.value.range.lowerBound) }.map { value in
      var value = value
      value.block = origins.name(of: value.value)
      return value
    }
    woven.tally = Tally(woven.cells, woven.values)
    // A link that was defined in a solution leads nowhere any more, so nobody needs to hear where it led.
    let linked = LinkChecker.diagnostics(of: lesson, whole)
    woven.failures = solutions.removed(from: woven.failures).filter { failure in
      ![.deadLink, .unsafeLink].contains(failure.kind)
        || linked.contains { $0.position == failure.position && $0.message == failure.message }
    }
    woven.mismatches = solutions.removed(from: woven.mismatches)
    if let exploration = woven.exploration, !exploration.isMade(of: filled) {
      woven.exploration = nil
      woven.failures += exploration.parameters.filter { blocks[$0.block] != nil }.prefix(1).map { parameter in
        Diagnostic(
          .explore, "the students' page cannot try '\(parameter.name)': its program would hold a solution or an answer",
          in: filled.source, at: parameter.position, severity: .warning)
      }
    }
    return .woven(woven)
  }
}

extension Exploration {
  /// Whether the program holds nothing but blocks and values of a lesson.
  fileprivate func isMade(of lesson: Lesson) -> Bool {
    Set(blocks).isSubset(of: lesson.blocks.map(\.index))
      && Set(parts.flatMap(\.values).map(\.value)).isSubset(of: lesson.values.map(\.index))
  }
}

extension ReadLesson {
  fileprivate var formulas: [FormulaKey] { if case .readable(let lesson) = self { lesson.formulas.map(\.key) } else { [] } }
}

extension Formula {
  /// Where it begins in the file.
  fileprivate var start: Int { offsets.first ?? 0 }
}
