import LessonModel

/// What definitions of links say that lead to a value, `[v]: <swift:h>`, with the places of their bytes in the file.
struct ValueDefinitions {
  private var destinations: [String: WrittenText] = [:]

  /// - Parameter start: Where the Markdown of the file begins.
  init(in source: SourceText, from start: Int) {
    // A destination ends before something.
    let bytes = source.bytes + [10]
    let grammar = LinkGrammar(bytes: bytes, end: bytes.count)
    var place = start
    while let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) {
      place = colon + 1
      guard colon > start, bytes[colon - 1] == UInt8(ascii: "]") else { continue }
      var first = place + bytes[place...].prefix { $0 == 32 || $0 == 9 }.count
      if first < bytes.count, bytes[first] == 10 || bytes[first] == 13 {
        first += bytes[first...].prefix { $0.isSpace || $0 == UInt8(ascii: ">") }.count
      }
      guard let (range, _) = grammar.destination(first), !range.isEmpty else { continue }
      let destination = WrittenText(bytes[range], at: range).trimmed.decoded
      guard destination.text.lowercased().hasPrefix("swift:") else { continue }
      if destinations[destination.text] == nil { destinations[destination.text] = destination }
    }
  }

  /// The first one that says this.
  subscript(destination: String) -> WrittenText? { destinations[destination] }
}
