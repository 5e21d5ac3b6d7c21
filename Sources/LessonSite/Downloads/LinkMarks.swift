import LessonModel

/// The brackets of links in a file, and what stands behind them.
struct LinkMarks {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the words of a link without words would begin; nil where it is written in a way that has no such place.
  func bracket(of link: Link) -> Int? {
    if isReference(link) { return link.offset + 1 }
    guard let end = wordsEnd(of: link) else { return nil }
    var place = end
    passBlanks(&place)
    return pass("[", &place) ? end : nil
  }

  /// The opening bracket of a link, and all from its closing one on; nil where it is written in a way that does not tell.
  func around(_ link: Link) -> (open: Range<Int>, behind: Range<Int>)? {
    if isReference(link) {
      guard let close = closing(link.offset) else { return nil }
      let label = close + 1 < bytes.count && bytes[close + 1] == UInt8(ascii: "[") ? closing(close + 1) : close
      return label.map { (link.offset..<(link.offset + 1), close..<($0 + 1)) }
    }
    guard let close = wordsEnd(of: link), let end = end(of: link),
      let open = bytes[..<close].indices.last(where: { bytes[$0] == UInt8(ascii: "[") && closing($0) == close })
    else { return nil }
    return (open..<(open + 1), close..<end)
  }

  /// Whether the place of a link is its own and not that of its destination.
  private func isReference(_ link: Link) -> Bool {
    bytes.indices.contains(link.offset) && bytes[link.offset] == UInt8(ascii: "[")
  }

  /// Where the closing bracket of a link's words is.
  private func wordsEnd(of link: Link) -> Int? {
    var place = link.offset
    if place > 0, bytes[place - 1] == UInt8(ascii: "<") { place -= 1 }
    passBlanks(&place)
    return pass("(", &place) && pass("]", &place) ? place : nil
  }

  private func passBlanks(_ place: inout Int) { while place > 0, " \t\r\n>".utf8.contains(bytes[place - 1]) { place -= 1 } }

  private func pass(_ mark: Unicode.Scalar, _ place: inout Int) -> Bool {
    guard place > 0, bytes[place - 1] == UInt8(ascii: mark) else { return false }
    place -= 1
    return true
  }

  /// Behind the parenthesis that closes a link.
  private func end(of link: Link) -> Int? {
    let destination = Array(link.destination.utf8)
    let start = bytes[link.offset] == UInt8(ascii: "<") ? link.offset + 1 : link.offset
    var place = start + destination.count
    guard place < bytes.count, bytes[start..<place].elementsEqual(destination) else { return nil }
    if bytes[place] == UInt8(ascii: ">") { place += 1 }
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      switch (byte, quote) {
      case (UInt8(ascii: "\\"), _): place += 1
      case (UInt8(ascii: ")"), nil): return place + 1
      case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = byte
      case (_, let open?) where byte == open: quote = nil
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The bracket that closes one; brackets in code are none.
  private func closing(_ open: Int) -> Int? {
    var (place, depth) = (open, 0)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return place }
      case UInt8(ascii: "`"): place = codeEnd(place)
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The last byte of code, or of the marks at a place where they open none.
  private func codeEnd(_ start: Int) -> Int {
    func run(_ place: Int) -> Int { bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count }
    let marks = run(start)
    var place = start + marks
    while place < bytes.count {
      let found = run(place)
      if found == marks { return place + marks - 1 }
      place += max(found, 1)
    }
    return start + marks - 1
  }
}
