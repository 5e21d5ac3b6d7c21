/// The code in a line of Markdown, as bytes (CommonMark 0.31.2, section 6.1).
package enum CodeSpan {
  /// Behind the code that a run of backticks begins; behind the run where none of the same length ends it.
  package static func end(at start: Int, to end: Int, of bytes: [UInt8]) -> Int {
    func run(_ place: Int) -> Int { bytes[place..<end].prefix { $0 == UInt8(ascii: "`") }.count }
    let length = run(start)
    var place = start + length
    while place < end {
      let next = run(place)
      if next == length { return place + next }
      place += max(next, 1)
    }
    return start + length
  }
}
