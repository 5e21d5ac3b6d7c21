import LessonModel

/// Where the front matter of a lesson stands and where its Markdown begins.
///
/// Front matter is the lines between a first line of three dashes and the next line of three dashes or three dots. Dashes
/// anywhere else are Markdown.
struct FrontMatterSplit: Equatable {
  /// The YAML between the two lines; nil where the lesson has none.
  var yaml: Range<Int>?
  /// The first byte of the Markdown: behind the front matter and behind a byte order mark.
  var bodyStart: Int
  /// The place of an opening line that is never closed.
  var unclosed: Int?

  static func split(_ source: SourceText) -> FrontMatterSplit {
    let start = source.lineStarts[0]
    guard isRule(source, 1, closing: false) else { return FrontMatterSplit(bodyStart: start) }
    let lines = source.lineStarts.count
    guard let line = (1...lines).dropFirst().first(where: { isRule(source, $0, closing: true) }) else {
      return FrontMatterSplit(bodyStart: start, unclosed: start)
    }
    return FrontMatterSplit(
      yaml: source.lineStarts[1]..<source.lineStarts[line - 1],
      bodyStart: line < lines ? source.lineStarts[line] : source.bytes.count)
  }

  /// Where front matter stands that is none: behind empty lines or blanks, where it becomes a rule and a heading.
  static func late(_ source: SourceText) -> Int? {
    var line = 1
    let lines = source.lineStarts.count
    while line < lines, source.bytes[source.lineRange(line)].allSatisfy({ $0 == 32 || $0 == 9 }) { line += 1 }
    let text = source.text(source.lineRange(line)).filter { $0 != " " && $0 != "\t" }
    guard text == "---", line + 1 < lines, line > 1 || source.bytes[source.lineStarts[0]] == 32 else { return nil }
    let key = source.text(source.lineRange(line + 1)).prefix { $0 != ":" }
    guard FrontMatterReader.keys.contains(String(key)),
      (line + 2...lines).contains(where: { isRule(source, $0, closing: true) })
    else { return nil }
    return source.lineStarts[line - 1]
  }

  private static func isRule(_ source: SourceText, _ line: Int, closing: Bool) -> Bool {
    var text = source.bytes[source.lineRange(line)]
    while let last = text.last, last == 32 || last == 9 { text.removeLast() }
    return text.elementsEqual("---".utf8) || (closing && text.elementsEqual("...".utf8))
  }
}

/// Reads front matter, collecting what is wrong with it.
enum FrontMatterReader {
  static let keys = ["title", "summary", "authors", "tags", "requires", "draft", "data", "swift"]

  /// - Parameter yaml: The lines between the two lines of dashes.
  static func read(_ yaml: Range<Int>, in source: SourceText, _ diagnostics: inout [Diagnostic]) -> FrontMatter {
    var matter = FrontMatter()
    let context = YAMLContext(source: source, kind: .frontMatter, linesBefore: 1)
    let before = diagnostics.errorCount
    guard var keys = YAMLMapping(source.text(yaml), named: "the front matter", in: context, &diagnostics) else {
      matter.hidesSettings = diagnostics.errorCount > before
      return matter
    }
    matter.title = keys.string("title", &diagnostics)
    matter.summary = keys.string("summary", &diagnostics)
    matter.authors = keys.strings("authors", &diagnostics)
    matter.tags = keys.strings("tags", &diagnostics)
    matter.requires = context.slugs(keys.node("requires")?.items ?? [], key: "requires", &diagnostics)
    matter.isDraft = keys.bool("draft", &diagnostics) ?? false
    matter.data = context.patterns(keys.node("data")?.items ?? [], &diagnostics)
    let beforeSettings = diagnostics.errorCount
    matter.swift = SwiftSettingsReader.read(keys.node("swift"), in: context, &diagnostics)
    matter.importPlaces = SwiftSettingsReader.importPlaces(keys.node("swift"), in: context)
    matter.hidesSettings =
      diagnostics.errorCount > beforeSettings
      || keys.unknown.contains { ["data", "swift"].contains(Suggestion.nearest(to: $0.name, in: Self.keys)) }
    keys.reportUnknownKeys(&diagnostics)
    return matter
  }
}

extension YAMLContext {
  /// The files that a lesson may read, each with its place.
  func patterns(_ items: [YAMLNode], _ diagnostics: inout [Diagnostic]) -> [DataPattern] {
    items.flatMap { item in
      strings(item, key: "data", &diagnostics).compactMap { text in
        let pattern = DataPattern(text: text, position: place(item.position))
        guard let fault = pattern.fault else { return pattern }
        diagnostics.append(diagnostic(fault, at: item.position))
        return nil
      }
    }
  }

  /// The names of lessons, each with its place.
  func slugs(_ items: [YAMLNode], key: String, _ diagnostics: inout [Diagnostic]) -> [FrontMatter.Required] {
    items.flatMap { item in
      strings(item, key: key, &diagnostics).map { FrontMatter.Required(slug: $0, position: place(item.position)) }
    }
  }
}
