internal import MarkdownReading
internal import SwiftReading

/// A lesson and everything that is wrong with its text. The lesson is nil where nothing could be made of the file.
package struct ReadLesson: Sendable, Equatable {
  package var source: SourceText
  package var slug: String
  package var lesson: Lesson?
  package var diagnostics: [Diagnostic]

  /// Whether the lesson is checked but kept out of the site.
  package var isDraft: Bool { lesson?.frontMatter.isDraft ?? false }

  /// Whether the lesson can run: its text has no error.
  package var isRunnable: Bool { lesson != nil && !diagnostics.contains { $0.severity == .error } }
}

/// `SourceText → Lesson`: reads a file of Markdown into a lesson, collecting every mistake in its text.
package enum LessonReader {
  /// - Parameters:
  ///   - source: The file.
  ///   - slug: The file name without its extension.
  ///   - references: The keys that published numbers may name; nil if nobody knows, and any key may stand.
  package static func read(_ source: SourceText, slug: String, references: [String]? = []) -> ReadLesson {
    var diagnostics: [Diagnostic] = []
    func nothing(_ faults: Diagnostic...) -> ReadLesson {
      ReadLesson(
        source: source, slug: slug, lesson: nil, diagnostics: (diagnostics + faults).sorted { $0.position < $1.position })
    }
    if let fault = EncodingCheck.fault(in: source) { return nothing(fault) }
    if source.bytes.allSatisfy({ [32, 9, 10, 13].contains($0) }) {
      return nothing(Diagnostic(.emptyLesson, "this lesson is empty; begin it with '# A title'", in: source, at: 0))
    }
    let split = FrontMatterSplit.split(source)
    if let place = split.unclosed {
      return nothing(
        Diagnostic(.frontMatter, "this front matter is never closed; end it with a line '---'", in: source, at: place))
    }
    var matter = FrontMatter()
    if let yaml = split.yaml {
      let context = YAMLContext(source: source, kind: .frontMatter, linesBefore: 1)
      matter = FrontMatterReader.read(source.text(yaml), in: context, &diagnostics)
    }
    var events: [MarkdownEvent]
    do {
      let read = try MarkdownReader.read(Array(source.bytes[split.bodyStart...]))
      events = read.events.map { $0.movingMath(by: split.bodyStart) }
      diagnostics += read.unclosedMath.map { place in
        Diagnostic(
          .math, "this '$$' is never closed; a formula ends in '$$' before the next empty line ('\\$' is a dollar)", in: source,
          at: split.bodyStart + place)
      }
    } catch {
      let line = source.position(of: split.bodyStart).line + error.line - 1
      return nothing(Diagnostic(.tooComplex, error.message, in: source, at: SourcePosition(line: line, column: 1)))
    }
    place(&events, in: source, bodyStart: split.bodyStart)
    let callouts = CalloutReader(events, in: source)
    events = callouts.events

    var blocks = BlockCollector(source: source)
    blocks.collect(events)
    var values = ValueCollector(source: source, references: references)
    values.collect(events, captions: blocks.captions)
    diagnostics += callouts.diagnostics + blocks.diagnostics + values.diagnostics
    let located = values.indexed(among: blocks.blocks)
    diagnostics += EarlyRead.faults(in: blocks.blocks, located.values, of: source)
    let solutions = callouts.callouts.filter { $0.kind == .solution }.map(\.range)
    guard let title = matter.title ?? firstHeading(events, of: source, outside: solutions) else {
      // Front matter that cannot be read may well hold the title.
      if diagnostics.contains(where: { $0.kind == .frontMatter }) { return nothing() }
      return nothing(
        Diagnostic(
          .frontMatter, "this lesson has no title; give it a 'title' in the front matter or a first heading", in: source, at: 0)
      )
    }
    var coverage = CoverageReader(source: source)
    coverage.read(events)
    let roles = [located.roles, callouts.roles, coverage.roles].reduce(blocks.roles) { $0.merging($1) { first, _ in first } }
    var citations = CitationReader(source: source, references: references)
    var document = citations.read(
      LessonDocument(events: events, roles: roles, captions: located.captions),
      captions: Dictionary(blocks.captions.map { ($0.block, $0.caption) }) { first, _ in first })
    document.callouts = CalloutLocator.located(callouts.callouts, in: document)
    diagnostics += coverage.diagnostics + citations.diagnostics + CalloutCheck.faults(in: document.callouts, of: source)
    let lesson = Lesson(
      source: source, slug: slug, number: number(of: slug) ?? 1, frontMatter: matter, title: title,
      parts: LessonParts.parts(
        of: source, frontMatterEnd: split.yaml == nil ? 0 : split.bodyStart, blocks.blocks, located.values),
      blocks: blocks.blocks, values: located.values, citations: citations.citations, marks: coverage.marks,
      formulas: FormulaCollector.formulas(events, captions: located.captions.values, in: source), document: document)
    return ReadLesson(source: source, slug: slug, lesson: lesson, diagnostics: diagnostics.sorted { $0.position < $1.position })
  }

  /// The digits that a slug begins with.
  static func number(of slug: String) -> Int? { Int(slug.prefix { $0.isASCII && $0.isNumber }.prefix(9)) }

  /// The parser saw only the Markdown; moves its positions to the whole file.
  private static func place(_ events: inout [MarkdownEvent], in source: SourceText, bodyStart: Int) {
    let first = source.position(of: bodyStart)
    func move(_ position: MarkdownPosition) -> MarkdownPosition {
      MarkdownPosition(
        line: position.line + first.line - 1, column: position.line == 1 ? position.column + first.column - 1 : position.column)
    }
    for index in events.indices {
      events[index].start = move(events[index].start)
      events[index].end = move(events[index].end)
    }
  }

  /// - Parameter hidden: What a site may leave out: a title must not stand there.
  private static func firstHeading(
    _ events: [MarkdownEvent], of source: SourceText, outside hidden: [Range<Int>]
  ) -> String? {
    let start = events.indices.first { index in
      guard case .heading = events[index].node else { return false }
      let place = SourcePosition(line: events[index].start.line, column: events[index].start.column)
      return !hidden.contains { $0.contains(source.offset(of: place)) }
    }
    guard let start else { return nil }
    let text = PlainText.text(of: events, from: start)
    return text.isEmpty ? nil : text
  }
}
