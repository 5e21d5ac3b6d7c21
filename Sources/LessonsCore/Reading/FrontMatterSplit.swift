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
    guard isRule(source, 1, closing: false) else { return FrontMatterSplit(yaml: nil, bodyStart: start) }
    let lines = source.lineStarts.count
    var line = 2
    while line <= lines {
      if isRule(source, line, closing: true) {
        let end = line < lines ? source.lineStarts[line] : source.bytes.count
        return FrontMatterSplit(yaml: source.lineStarts[1]..<source.lineStarts[line - 1], bodyStart: end)
      }
      line += 1
    }
    return FrontMatterSplit(yaml: nil, bodyStart: start, unclosed: start)
  }

  private static func isRule(_ source: SourceText, _ line: Int, closing: Bool) -> Bool {
    var text = source.bytes[source.lineRange(line)]
    while let last = text.last, last == 32 || last == 9 { text.removeLast() }
    return text.elementsEqual("---".utf8) || (closing && text.elementsEqual("...".utf8))
  }
}
