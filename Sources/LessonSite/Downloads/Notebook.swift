package import LessonModel

/// A lesson as a Jupyter notebook (nbformat 4.5), with the results in it.
package enum Notebook {
  package static func text(
    of woven: WovenLesson, in course: Course, _ bibliography: Bibliography, _ links: CourseLinks
  ) -> String {
    let lesson = woven.lesson
    let prose = PlainMarkdown(woven, bibliography, NotebookMarks(woven, links, site: course.file.siteAddress))
    var cells: [JSON] = []
    var identifiers: Set<String> = []
    var start = lesson.parts.first { $0.kind == .frontMatter }?.range.upperBound ?? 0
    func addText(upTo end: Int) {
      guard end > start else { return }
      let text = trimmed(prose.text(start..<end))
      if !text.isEmpty {
        cells.append(markdown(text, id: identifier("text-\(lesson.source.position(of: start).line)", &identifiers)))
      }
    }
    if woven.anchors.contents.first?.level != 1 {
      cells.append(markdown("# " + lesson.title, id: identifier("title", &identifiers)))
    }
    for (place, cell) in woven.cells.enumerated() {
      let block = cell.block
      addText(upTo: lesson.source.lineRange(lesson.source.position(of: block.range.lowerBound).line).lowerBound)
      if place == 0 {
        if !lesson.sessions.isEmpty { cells += imports(of: lesson, in: course, &identifiers) }
        if let data = data(of: lesson, in: course) { cells.append(markdown(data, id: identifier("data", &identifiers))) }
      }
      cells.append(code(cell, count: place + 1, id: identifier(block.name, &identifiers)))
      if let caption = caption(of: block, woven, prose) {
        cells.append(markdown(caption, id: identifier(block.name + "-caption", &identifiers)))
      }
      start = block.recorded?.range.upperBound ?? block.range.upperBound
    }
    addText(upTo: lesson.source.bytes.count)
    if let sources = sources(of: lesson, bibliography) {
      cells.append(markdown(sources, id: identifier("references", &identifiers)))
    }
    return JSON.object([
      ("cells", .array(cells)),
      (
        "metadata",
        .object([
          (
            "kernelspec",
            .object([("display_name", .string("Swift")), ("language", .string("swift")), ("name", .string("swift"))])
          ),
          ("language_info", .object([("file_extension", .string(".swift")), ("name", .string("swift"))])),
          ("title", .string(lesson.title)),
        ])
      ),
      ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
    ]).text + "\n"
  }

  /// What must be there to run it, and the imports that blocks of a lesson do without.
  private static func imports(of lesson: Lesson, in course: Course, _ identifiers: inout Set<String>) -> [JSON] {
    let package = course.file.siteAddress.map { "[`\(CoursePackage.path)`](<\($0)\(CoursePackage.path)>)" }
    let modules = lesson.words.list(CoursePackage.modules(of: course).map { "`\($0)`" })
    let needs = lesson.words(.notebookNeeds, modules, package ?? "`\(CoursePackage.path)`")
    let lines = LessonProgram.modules(of: lesson, in: course).map { "import \($0)" }
    return [
      markdown(needs, id: identifier("needs", &identifiers)),
      .object([
        ("cell_type", .string("code")), ("execution_count", .null), ("id", .string(identifier("imports", &identifiers))),
        ("metadata", .object([])), ("outputs", .array([])), ("source", self.lines(lines.joined(separator: "\n"))),
      ]),
    ]
  }

  /// The files that the lesson reads, and where they are to be had.
  private static func data(of lesson: Lesson, in course: Course) -> String? {
    let files = lesson.dataAlong.map { file in
      course.address(ofData: file.path).map { "[`\(file.path)`](<\($0)>)" } ?? "`\(file.path)`"
    }
    return files.isEmpty ? nil : lesson.words(.notebookReads, lesson.words.list(files))
  }

  /// What the lesson cites and whose numbers it quotes.
  private static func sources(of lesson: Lesson, _ bibliography: Bibliography) -> String? {
    let keys = lesson.referenceKeys
    let entries = bibliography.entries.filter { keys.contains($0.reference.id) }
    if entries.isEmpty { return nil }
    return "## \(lesson.words[.references])\n\n"
      + entries.map { "- " + ReferenceText.markdown($0, lesson.words) }.joined(separator: "\n")
  }

  /// The number and the caption of a figure, where links to it lead.
  private static func caption(of block: SwiftBlock, _ woven: WovenLesson, _ prose: PlainMarkdown) -> String? {
    guard let title = woven.lesson.figureTitle(of: block), let caption = block.caption else { return nil }
    let anchor = woven.anchors.anchor(at: block.range.lowerBound)
    return "<a id=\"\(anchor)\"></a>**\(title)** " + words(of: caption, in: woven, prose)
  }

  private static func words(of inlines: [Inline], in woven: WovenLesson, _ prose: PlainMarkdown) -> String {
    inlines.map { inline in
      switch inline {
      case .formula(let formula): "$\(formula.key.tex)$"
      case .code(let code): "`\(code)`"
      case .emphasis(let content): "*\(words(of: content, in: woven, prose))*"
      case .strong(let content): "**\(words(of: content, in: woven, prose))**"
      case .value(let link):
        woven.value(link).map { prose.text(of: $0, ValueRenderer.written($0)) } ?? link.content.plainText
      case .citation(let citation): prose.text(of: citation)
      default: [inline].plainText
      }
    }.joined()
  }

  private static func markdown(_ text: String, id: String) -> JSON {
    .object([
      ("cell_type", .string("markdown")), ("id", .string(id)), ("metadata", .object([])), ("source", lines(text)),
    ])
  }

  private static func code(_ cell: WovenCell, count: Int, id: String) -> JSON {
    let block = cell.block
    let isHidden = (block.attributes.code ?? .show) != .show
    let metadata: [(String, JSON)] = isHidden ? [("jupyter", .object([("source_hidden", .bool(true))]))] : []
    return .object([
      ("cell_type", .string("code")), ("execution_count", block.attributes.runs ? .integer(count) : .null), ("id", .string(id)),
      ("metadata", .object(metadata)),
      ("outputs", .array(outputs(block, cell.run, count: count))),
      ("source", lines(trimmed(block.exploredCode))),
    ])
  }

  private static func outputs(_ block: SwiftBlock, _ run: BlockRun, count: Int) -> [JSON] {
    var outputs: [JSON] = run.printed.map { piece in
      switch piece {
      case .text(let text):
        .object([("output_type", .string("stream")), ("name", .string("stdout")), ("text", lines(text))])
      case .exhibit(let exhibit):
        .object([("output_type", .string("display_data")), ("data", data(of: exhibit)), ("metadata", .object([]))])
      }
    }
    if let message = run.message {
      outputs.append(
        .object([
          ("output_type", .string("error")), ("ename", .string(block.attributes.expectation?.rawValue ?? run.status.rawValue)),
          ("evalue", .string(message.split(separator: "\n").first.map(String.init) ?? "")),
          ("traceback", .array(message.split(separator: "\n").map { .string(String($0)) })),
        ]))
    } else if let value = run.value, let text = value.description {
      let content: JSON =
        if case .exhibit(let exhibit) = value { data(of: exhibit) } else { .object([("text/plain", lines(text))]) }
      outputs.append(
        .object([
          ("output_type", .string("execute_result")), ("data", content), ("execution_count", .integer(count)),
          ("metadata", .object([])),
        ]))
    }
    return outputs
  }

  private static func data(of exhibit: Exhibit) -> JSON {
    var data: [(String, JSON)] = []
    if let svg = exhibit.svg.flatMap({ SVGFilter.clean($0, id: "figure") }) { data.append(("image/svg+xml", lines(svg))) }
    data.append(("text/plain", lines(exhibit.text)))
    return .object(data)
  }

  /// Text as the format has it: a list of lines that keep their ends.
  private static func lines(_ text: String) -> JSON {
    var lines: [JSON] = []
    var line = ""
    for character in text {
      line.append(character)
      if character.isNewline {
        lines.append(.string(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(.string(line)) }
    return .array(lines)
  }

  /// Without empty lines around it; lines that hold nothing but the marks of a quotation count as empty.
  private static func trimmed(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    func isEmpty(_ line: Substring) -> Bool { line.allSatisfy { $0 == ">" || $0.isWhitespace } }
    while let line = lines.first, isEmpty(line) { lines = lines.dropFirst() }
    while let line = lines.last, isEmpty(line) { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }

  /// Letters, digits, `-` and `_`, at most 64, each once.
  private static func identifier(_ wanted: String, _ taken: inout Set<String>) -> String {
    let base = String(wanted.prefix(56).map { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "_" ? $0 : "-" })
    var name = base.isEmpty ? "cell" : base
    var count = 1
    while taken.contains(name) {
      count += 1
      name = "\(base)-\(count)"
    }
    taken.insert(name)
    return name
  }
}
