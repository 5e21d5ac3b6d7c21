internal import SwiftReading

/// `LessonReport → Page`: a lesson as a Jupyter notebook (nbformat 4.5), with the results in it.
enum Notebook {
  static func text(of report: LessonReport, _ lesson: Lesson) -> String {
    var cells: [JSON] = []
    var identifiers: Set<String> = []
    var start = bodyStart(of: lesson)
    var values: [Int: String] = [:]
    for value in lesson.values where value.isUnrecorded {
      values[value.index] = report.run.values[value.index].value?.description ?? "?"
    }
    func addText(upTo end: Int) {
      guard end > start else { return }
      let text = trimmed(PlainMarkdown.text(start..<end, of: lesson, values: values))
      if !text.isEmpty {
        cells.append(markdown(text, id: identifier("text-\(lesson.source.position(of: start).line)", &identifiers)))
      }
    }
    if Anchors(lesson).contents.first?.level != 1 {
      cells.append(markdown("# " + lesson.title, id: identifier("title", &identifiers)))
    }
    for block in lesson.blocks {
      addText(upTo: lesson.source.lineRange(lesson.source.position(of: block.range.lowerBound).line).lowerBound)
      cells.append(code(block, report.run.blocks[block.index], id: identifier(block.name, &identifiers)))
      start = block.recorded?.range.upperBound ?? block.range.upperBound
    }
    addText(upTo: lesson.source.bytes.count)
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

  private static func bodyStart(of lesson: Lesson) -> Int {
    lesson.parts.first { $0.kind == .frontMatter }?.range.upperBound ?? 0
  }

  private static func markdown(_ text: String, id: String) -> JSON {
    .object([
      ("cell_type", .string("markdown")), ("id", .string(id)), ("metadata", .object([])), ("source", lines(text)),
    ])
  }

  private static func code(_ block: SwiftBlock, _ run: BlockRun, id: String) -> JSON {
    let isHidden = block.attributes.code != .show
    let metadata: [(String, JSON)] = isHidden ? [("jupyter", .object([("source_hidden", .bool(true))]))] : []
    let runs = block.attributes.runs
    return .object([
      ("cell_type", .string("code")), ("execution_count", runs ? .integer(block.index + 1) : .null), ("id", .string(id)),
      ("metadata", .object(metadata)),
      ("outputs", .array(outputs(block, run))),
      ("source", lines(trimmed(block.code.text))),
    ])
  }

  private static func outputs(_ block: SwiftBlock, _ run: BlockRun) -> [JSON] {
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
          ("output_type", .string("execute_result")), ("data", content), ("execution_count", .integer(block.index + 1)),
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
