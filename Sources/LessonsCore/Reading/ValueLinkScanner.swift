/// A link with scheme `swift:` found in the bytes of a paragraph, heading or table row.
///
/// The Markdown parser says which links there are and what they mean, but not where their parts stand; this scan says
/// where. It follows CommonMark's precedence: escapes, code spans and tags before links.
struct ValueLinkPlace: Equatable {
  /// The bytes between the brackets.
  var text: Range<Int>
  /// The decoded destination with its scheme.
  var destination: String
  /// For each byte of the decoded destination, where it stands in the file.
  var offsets: [Int]
}

struct ValueLinkScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var openings: [Int] = []
  private var found: [ValueLinkPlace] = []
  /// Where a destination begins as a value's does, and does not end as a destination must.
  private var broken: [Int] = []

  static func scan(_ range: Range<Int>, in source: SourceText, isTable: Bool) -> [ValueLinkPlace] {
    scanned(range, in: source, isTable: isTable).found
  }

  /// The offsets of what an author meant for values and Markdown takes for text.
  static func broken(_ range: Range<Int>, in source: SourceText, isTable: Bool) -> [Int] {
    scanned(range, in: source, isTable: isTable).broken
  }

  private static func scanned(_ range: Range<Int>, in source: SourceText, isTable: Bool) -> ValueLinkScanner {
    var scanner = ValueLinkScanner(bytes: source.bytes, end: range.upperBound, index: range.lowerBound)
    scanner.scan(isTable: isTable)
    return scanner
  }

  private init(bytes: [UInt8], end: Int, index: Int) {
    self.bytes = bytes
    self.end = end
    self.index = index
  }

  private mutating func scan(isTable: Bool) {
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): skipCodeSpan()
      case UInt8(ascii: "<"): skipTag()
      case UInt8(ascii: "["):
        index += 1
        openings.append(index)
      case UInt8(ascii: "]"): close()
      case UInt8(ascii: "|") where isTable:
        openings = []
        index += 1
      default: index += 1
      }
    }
  }

  private mutating func skipCodeSpan() {
    let length = runLength(at: index)
    var closing = index + length
    while closing < end {
      if bytes[closing] == UInt8(ascii: "`") {
        let other = runLength(at: closing)
        if other == length {
          index = closing + other
          return
        }
        closing += other
      } else {
        closing += 1
      }
    }
    index += length
  }

  private func runLength(at start: Int) -> Int {
    var last = start
    while last < end, bytes[last] == UInt8(ascii: "`") { last += 1 }
    return last - start
  }

  private mutating func skipTag() {
    var closing = index + 1
    guard closing < end, isTagStart(bytes[closing]) else {
      index += 1
      return
    }
    while closing < end, bytes[closing] != UInt8(ascii: ">"), bytes[closing] != UInt8(ascii: "<") { closing += 1 }
    index = closing < end && bytes[closing] == UInt8(ascii: ">") ? closing + 1 : index + 1
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    (byte | 32 >= 97 && byte | 32 <= 122) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private mutating func close() {
    let closing = index
    index += 1
    guard let opening = openings.popLast(), index < end, bytes[index] == UInt8(ascii: "(") else { return }
    var tail = self
    tail.index += 1
    tail.skipSpace()
    let start = tail.index
    let (destination, offsets) = tail.destination()
    tail.skipSpace()
    tail.skipTitle()
    tail.skipSpace()
    guard tail.index < end, bytes[tail.index] == UInt8(ascii: ")") else {
      if destination.lowercased().hasPrefix("swift:") { broken.append(start) }
      return
    }
    index = tail.index + 1
    guard destination.lowercased().hasPrefix("swift:") else { return }
    found.append(ValueLinkPlace(text: opening..<closing, destination: destination, offsets: offsets))
  }

  /// Blanks and line ends, with the marks of a quotation at the start of a line.
  private mutating func skipSpace() {
    var isAtLineStart = false
    while index < end {
      switch bytes[index] {
      case 10, 13: isAtLineStart = true
      case 32, 9: break
      case UInt8(ascii: ">") where isAtLineStart: break
      default: return
      }
      index += 1
    }
  }

  private mutating func destination() -> (String, [Int]) {
    var text: [UInt8] = []
    var offsets: [Int] = []
    let isBracketed = index < end && bytes[index] == UInt8(ascii: "<")
    if isBracketed { index += 1 }
    var depth = 0
    while index < end {
      let byte = bytes[index]
      if byte == 10 || byte == 13 || (isBracketed && byte == UInt8(ascii: "<")) { break }
      if isBracketed, byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      if !isBracketed {
        if byte <= 32 { break }
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
      }
      if byte == UInt8(ascii: "\\"), index + 1 < end, isPunctuation(bytes[index + 1]) { index += 1 }
      text.append(bytes[index])
      offsets.append(index)
      index += 1
    }
    // The parser drops blanks at the ends of a destination in angle brackets.
    let start = text.prefix { isBlank($0) }.count
    let length = text.dropFirst(start).count - text.dropFirst(start).reversed().prefix { isBlank($0) }.count
    return (String(decoding: text[start..<(start + length)], as: UTF8.self), Array(offsets[start..<(start + length)]))
  }

  private mutating func skipTitle() {
    guard index < end else { return }
    let closing: UInt8
    switch bytes[index] {
    case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return
    }
    var last = index + 1
    while last < end, bytes[last] != closing { last += bytes[last] == UInt8(ascii: "\\") ? 2 : 1 }
    if last < end { index = last + 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}
