internal import MarkdownReading

/// `CourseReport → CourseReport`: the course as its students get it, without the solutions.
///
/// The solutions have run with everything else, for later blocks may need them. Then each lesson is read again from a text in
/// which they are blanks: no page, index or file made of the result can show a byte of them, for there is none.
package enum StudentEdition {
  package static func report(_ report: CourseReport) -> CourseReport {
    var copy = report
    copy.course.lessons = report.course.lessons.map(lesson)
    copy.reports = report.reports.map(self.report)
    copy.resolver = LinkResolver(copy.course)
    return copy
  }

  package static func report(_ report: LessonReport) -> LessonReport {
    var copy = report
    copy.read = lesson(report.read)
    guard let old = report.read.lesson, let new = copy.read.lesson else {
      copy.run = Run(blocks: [], values: [], diagnostics: [])
      copy.check = LessonCheck(blocks: [], values: [], diagnostics: [], tally: Tally())
      copy.linkDiagnostics = []
      return copy
    }
    let hidden = Hidden(in: old, source: new.source)
    copy.run = run(report.run, of: old, for: new)
    copy.run.diagnostics = hidden.removed(from: report.run.diagnostics)
    copy.check = LessonChecker.check(new, copy.run)
    copy.linkDiagnostics = hidden.removed(from: report.linkDiagnostics)
    return copy
  }

  /// What was computed for the blocks and values that are left; each stands where it stood.
  private static func run(_ run: Run, of old: Lesson, for new: Lesson) -> Run {
    var result = Run.notRun(new)
    let blocks = Dictionary(old.blocks.map { ($0.range.lowerBound, $0.index) }) { first, _ in first }
    let values = Dictionary(old.values.map { ($0.textRange.lowerBound, $0.index) }) { first, _ in first }
    for block in new.blocks {
      if let index = blocks[block.range.lowerBound] { result.blocks[block.index] = run.blocks[index] }
    }
    for value in new.values {
      if let index = values[value.textRange.lowerBound] { result.values[value.index] = run.values[index] }
    }
    return result
  }

  package static func lesson(_ read: ReadLesson) -> ReadLesson {
    guard let lesson = read.lesson, !read.diagnostics.contains(where: { leavesSolutionsOpen($0.kind) }) else {
      return unread(read)
    }
    let source = Redaction.withoutSolutions(lesson)
    if source == lesson.source { return read }
    guard var new = LessonReader.read(source, slug: read.slug, references: nil).lesson else { return unread(read) }
    new.number = lesson.number
    new.movedAnchors = movedAnchors(of: lesson)
    let names = Dictionary(lesson.blocks.map { ($0.range.lowerBound, $0.name) }) { first, _ in first }
    for (index, block) in new.blocks.enumerated() { new.blocks[index].name = names[block.range.lowerBound] ?? block.name }
    let hidden = Hidden(in: lesson, source: source)
    return ReadLesson(source: source, slug: read.slug, lesson: new, diagnostics: hidden.removed(from: read.diagnostics))
  }

  /// Where a marker is mistyped or opens nothing, nobody can say what is a solution.
  private static func leavesSolutionsOpen(_ kind: DiagnosticKind) -> Bool { kind == .unknownCallout || kind == .emptyCallout }

  /// A lesson of which nothing is shown but what is wrong with it.
  private static func unread(_ read: ReadLesson) -> ReadLesson {
    var read = read
    read.source = SourceText(path: read.source.path, bytes: [])
    read.lesson = nil
    for index in read.diagnostics.indices { read.diagnostics[index].sourceLine = nil }
    return read
  }

  /// The addresses inside solutions: a link to one leads to the exercise.
  private static func movedAnchors(of lesson: Lesson) -> [String: String] {
    let anchors = Anchors(lesson)
    let callouts = lesson.document.callouts
    var moved: [String: String] = [:]
    for callout in callouts where callout.kind == .solution {
      let exercise = callouts.firstIndex { $0.kind == .exercise && $0.number == callout.exercise }
      let target = exercise.map { anchors.callouts[$0] } ?? "main"
      for event in callout.events {
        if let anchor = anchors.headings[event] { moved[anchor] = target }
        switch lesson.document.roles[event] {
        case .block(let block): anchors.blocks[block].map { moved[$0] = target }
        case .callout(let inner): moved[anchors.callouts[inner]] = target
        default: break
        }
      }
    }
    return moved
  }
}

/// The stretches of a lesson that are left out, and what is told of them.
private struct Hidden {
  private let ranges: [Range<Int>]
  /// The text with the stretches blanked out.
  private let source: SourceText

  init(in lesson: Lesson, source: SourceText) {
    self.ranges = lesson.document.callouts.filter { $0.kind == .solution }.map(\.range)
    self.source = source
  }

  /// The diagnostics that are not about a hidden stretch, without their notes that are.
  func removed(from diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { !contains($0.position) }.map { diagnostic in
      var copy = diagnostic
      copy.notes.removeAll { $0.position.map(contains) ?? false }
      copy.sourceLine = source.text(source.lineRange(diagnostic.position.line))
      return copy
    }
  }

  private func contains(_ position: SourcePosition) -> Bool {
    let offset = source.offset(of: position)
    return ranges.contains { $0.lowerBound <= offset && offset <= $0.upperBound }
  }
}
