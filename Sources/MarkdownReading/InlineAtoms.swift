/// What is taken whole in a text before anything else is looked for: code, addresses in angle brackets and HTML.
struct InlineAtoms {
  let bytes: [UInt8]
  let end: Int
  let html: HTMLGrammar
  /// Where a run of so many backticks was last met, and whether all of them were.
  private var runs: [Int: Int] = [:]
  private var isScanned = false

  init(_ bytes: [UInt8], to end: Int) {
    self.bytes = bytes
    self.end = end
    html = HTMLGrammar(bytes, end: end)
  }

  /// The end of what opens at a place; nil where nothing does. A run of backticks that opens no code is one thing, too.
  mutating func end(of place: Int) -> Int? {
    guard place < end else { return nil }
    return switch bytes[place] {
    case UInt8(ascii: "`"): codeEnd(place) ?? place + runLength(place)
    case UInt8(ascii: "<"): html.address(at: place) ?? html.html(at: place)
    default: nil
    }
  }

  func runLength(_ start: Int) -> Int { bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }.count }

  /// The end of the code that a run of backticks opens: behind the next run that is as long.
  ///
  /// The parser remembers where it met runs so that it need not look for them twice, but what it remembers may be an earlier run
  /// than the last one. Then it takes a run for text that would open code. So does this.
  mutating func codeEnd(_ start: Int) -> Int? {
    let length = runLength(start)
    var place = start + length
    guard length <= 80, !isScanned || runs[length, default: 0] > place else { return nil }
    while place < end {
      let other = runLength(place)
      if other > 0 { runs[other] = place }
      if other == length { return place + length }
      place += max(other, 1)
    }
    isScanned = true
    return nil
  }
}
