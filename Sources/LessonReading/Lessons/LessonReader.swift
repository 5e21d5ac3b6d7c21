package import LessonModel
import MarkdownReading
import SwiftReading

/// `SourceText → ReadLesson`: reads a file of Markdown into a lesson, collecting every mistake in its text.
package enum LessonReader {
  /// Reads one lesson.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - slug: The path from the course's folder without its extension.
  ///   - references: What may be cited; nil if nobody knows, and any key may stand.
  ///   - language: How numbers are written in its text.
  ///   - swift: How its Swift is read.
  package static func read(
    _ source: SourceText, slug: String, references: [Reference]? = [], language: NumberLanguage = .english,
    swift: SwiftReadings = .parser
  ) -> ReadLesson {
    var diagnostics: [Diagnostic] = []
    func refused(_ faults: Diagnostic...) -> ReadLesson {
      .refused(
        RefusedLesson(source: source, slug: slug, diagnostics: (diagnostics + faults).sorted { $0.position < $1.position }))
    }
    if let fault = EncodingCheck.fault(in: source) { return refused(fault) }
    if source.bytes.allSatisfy({ [32, 9, 10, 13].contains($0) }) {
      return refused(Diagnostic(.emptyLesson, "this lesson is empty; begin it with '# A title'", in: source, at: 0))
    }

    let split = FrontMatterSplit.split(source)
    if let place = split.unclosed {
      return refused(
        Diagnostic(.frontMatter, "this front matter is never closed; end it with a line '---'", in: source, at: place))
    }
    var matter = split.yaml.map { FrontMatterReader.read($0, in: source, &diagnostics) } ?? FrontMatter()

    if split.yaml == nil, let place = FrontMatterSplit.late(source) {
      matter.hidesSettings = true
      diagnostics.append(
        Diagnostic(
          .frontMatter, "front matter begins with '---' on the first line, at its start; remove what is before it", in: source,
          at: place))
    }

    let markdown: MarkdownDocument
    do {
      markdown = try MarkdownReader.document(source, from: split.bodyStart)
    } catch {
      return refused(Diagnostic(.tooComplex, error.message, in: source, at: SourcePosition(line: error.line, column: 1)))
    }
    let html = HTMLReader(markdown.blocks, in: source)
    let callouts = CalloutReader(html.document, in: source)
    let cells = CellReader(callouts.document, in: source, swift)
    let keys = KnownReferences(references)
    let values = ValueReader(cells.document, cells.blocks, in: source, references: keys, language: language, swift)
    diagnostics += markdown.faults.map { diagnostic($0, in: source) }
    diagnostics += html.diagnostics + callouts.diagnostics + cells.diagnostics + values.diagnostics
    diagnostics += ForeignMarkup.faults(in: markdown.blocks, of: source) + LostText.faults(in: markdown.blocks, of: source)
    diagnostics += DanglingReference.faults(in: markdown.blocks, of: source)
    let cited = Set((references ?? []).map(\.id))
    markdown.blocks.walk { block in
      diagnostics += ForeignScripts.faults(in: block, of: source) + ForeignSpans.faults(in: block, of: source)
      diagnostics += BareCitation.faults(in: block, of: source, keys: cited)
    }
    diagnostics += EarlyRead.faults(in: cells.blocks, values.values, of: source)
    diagnostics += LongLine.faults(in: cells.blocks, of: source)

    let heading = matter.title == nil ? firstHeading(cells.document) : nil
    diagnostics += LessonTitle.faults(in: heading ?? [], of: source)
    let title = matter.title ?? heading?.plainText
    // Front matter that has mistakes may well hold the title.
    if title == nil, !diagnostics.contains(where: { $0.kind == .frontMatter }) {
      diagnostics.append(
        Diagnostic(
          .frontMatter, "this lesson has no title; give it a 'title' in the front matter or a first heading", in: source, at: 0)
      )
    }
    let prose = ProseReader(cells.document, cells.blocks, in: source, references: keys)
    diagnostics += prose.diagnostics + CalloutCheck.faults(in: cells.document.callouts, of: source)
    let found = values.values.map(\.value)
    var lesson = Lesson(
      source: source, slug: slug, number: number(of: slug) ?? 1, frontMatter: matter,
      title: title ?? String(LessonPath.file(of: slug)),
      parts: LessonParts.parts(of: source, frontMatterEnd: split.yaml == nil ? 0 : split.bodyStart, cells.blocks, found),
      document: cells.document, blocks: cells.blocks, values: found, citations: prose.citations, marks: prose.marks,
      formulas: prose.formulas, diagnostics: [])
    lesson.language = language
    lesson.diagnostics = (diagnostics + GlossaryReader.faults(in: lesson)).sorted { $0.position < $1.position }
    lesson.numbers = ProseNumberReader.numbers(in: cells.document, cells.blocks, of: source, language)
    return .readable(lesson)
  }

  /// The files that a lesson says its blocks may read, read from its front matter alone.
  package static func data(of source: SourceText) -> [DataPattern] {
    var faults: [Diagnostic] = []
    guard source.bytes.starts(with: "---".utf8), let yaml = FrontMatterSplit.split(source).yaml,
      source.text(yaml).contains("data")
    else { return [] }
    return FrontMatterReader.read(yaml, in: source, &faults).data
  }

  /// The digits that the file name of a slug begins with.
  static func number(of slug: String) -> Int? {
    Int(LessonPath.file(of: slug).prefix { $0.isASCII && $0.isNumber }.prefix(9))
  }

  private static func diagnostic(_ fault: MarkdownDocument.Fault, in source: SourceText) -> Diagnostic {
    switch fault.kind {
    case .unclosedFormula:
      Diagnostic(
        .math, "this '$$' is never closed; a formula ends in '$$' before the next empty line ('\\$' is a dollar)", in: source,
        at: fault.offset)
    case .brokenValue:
      Diagnostic(
        .valueLink,
        "this is no value to Markdown, only text: "
          + "an expression with blanks stands in <...>, and in it '<' and '>' are written '\\<' and '\\>'",
        in: source, at: fault.offset)
    case .partedValue:
      Diagnostic(
        .valueLink, "this is no value to Markdown, only text: nothing stands between ']' and '(', as in '[0.8](swift:x)'",
        in: source, at: fault.offset)
    }
  }

  /// The words of the first heading, but not of one in a solution: a site may leave that out.
  private static func firstHeading(_ document: [DocumentBlock]) -> [Inline]? {
    let hidden = document.callouts.filter { $0.kind == .solution }.map(\.range)
    var heading: [Inline]?
    document.walk { block in
      guard heading == nil, case .heading(_, let words) = block.kind else { return }
      if !hidden.contains(where: { $0.contains(block.range.lowerBound) }) { heading = words }
    }
    return heading.flatMap { $0.plainText.isEmpty ? nil : $0 }
  }
}

/// What is wrong with a heading that is the title of its lesson: the whole course shows it, and knows no more than its words.
private enum LessonTitle {
  static func faults(in heading: [Inline], of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    heading.walk { inline in
      guard case .link(let link) = inline, link.isWordless else { return }
      faults.append(
        Diagnostic(
          .deadLink, "the title of a lesson takes no words from elsewhere; write some between the brackets", in: source,
          at: link.offset))
    }
    return faults
  }
}
