/// Something in the bytes of a paragraph, heading or table row that looks like a citation.
struct CitationPlace: Equatable {
  /// Where its opening bracket stands.
  var offset: Int
  /// Its items, with their places in the lesson.
  var items: [Citation.Item]
  /// Whether a backslash makes it plain text.
  var isEscaped: Bool
  /// Whether a parenthesis follows, so that it may be the text of a link.
  var maybeLink: Bool
}

/// Finds the brackets that may be citations in the bytes of a lesson.
///
/// The Markdown parser says which brackets are text, but not where they stand and not whether they were escaped; this scan
/// says it. Code spans and tags come before brackets, as in CommonMark.
struct CitationScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var opening: (offset: Int, isEscaped: Bool)?
  private var places: [CitationPlace] = []

  static func places(in range: Range<Int>, of source: SourceText) -> [CitationPlace] {
    guard source.bytes[range].contains(UInt8(ascii: "@")) else { return [] }
    var scanner = CitationScanner(bytes: source.bytes, end: range.upperBound, index: range.lowerBound)
    scanner.scan()
    return scanner.places
  }

  private init(bytes: [UInt8], end: Int, index: Int) {
    self.bytes = bytes
    self.end = end
    self.index = index
  }

  private mutating func scan() {
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let next = index + 1
        if next < end, bytes[next] == UInt8(ascii: "[") { opening = (next, true) }
        if next < end, bytes[next] == UInt8(ascii: "@"), opening != nil { opening?.isEscaped = true }
        index += 2
      case UInt8(ascii: "`"): skipCodeSpan()
      case UInt8(ascii: "<"): skipTag()
      case UInt8(ascii: "["):
        opening = (index, false)
        index += 1
      case UInt8(ascii: "]"):
        close()
        index += 1
      default: index += 1
      }
    }
  }

  private mutating func close() {
    guard let opening else { return }
    self.opening = nil
    let start = opening.offset + 1
    guard var items = CitationParser.items(Array(bytes[start..<index])) else { return }
    for item in items.indices { items[item].offset += start }
    let maybeLink = index + 1 < end && bytes[index + 1] == UInt8(ascii: "(")
    places.append(
      CitationPlace(offset: opening.offset, items: items, isEscaped: opening.isEscaped, maybeLink: maybeLink))
  }

  private mutating func skipCodeSpan() {
    let length = runLength(at: index)
    var closing = index + length
    while closing < end {
      let other = runLength(at: closing)
      if other == length {
        index = closing + other
        opening = nil
        return
      }
      closing += max(other, 1)
    }
    index += length
  }

  private func runLength(at start: Int) -> Int {
    var last = start
    while last < end, bytes[last] == UInt8(ascii: "`") { last += 1 }
    return last - start
  }

  /// A tag or an address in angle brackets: `<` with a letter, `/`, `!` or `?` behind it, up to the next `>`.
  private mutating func skipTag() {
    let first = index + 1 < end ? bytes[index + 1] : 0
    let opensTag = (first | 32 >= 97 && first | 32 <= 122) || "/!?".utf8.contains(first)
    let closing = bytes[index..<end].firstIndex(of: UInt8(ascii: ">"))
    index = opensTag ? (closing ?? index) + 1 : index + 1
  }
}
