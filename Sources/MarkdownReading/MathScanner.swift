/// Finds the formulas in the lines of a text that are neither code nor HTML: `$...$` as Pandoc reads it, and `$$...$$`.
///
/// Escapes, code spans, comments, tags, addresses and the destinations of links come before formulas. A formula never holds an empty
/// line; one in a line stays inside its block of text.
struct MathScanner {
  struct Found: Equatable {
    /// From the first dollar to behind the last one, in the whole text.
    var range: Range<Int>
    var isDisplay: Bool
  }

  private(set) var found: [Found] = []
  /// Where a `$$` stands first on its line and is never closed.
  private(set) var unclosed: [Int] = []

  private let text: [UInt8]
  /// The bytes of the run of lines at hand, without what stands before the lines' own text, and where each stands in the text.
  private var bytes: [UInt8] = []
  private var offsets: [Int] = []
  /// Places in `bytes` at which a new block of text begins.
  private var starts: [Int] = []
  private var index = 0
  private var end = 0
  private var brackets = 0

  init(_ text: [UInt8]) { self.text = text }

  /// - Parameters:
  ///   - lines: The ranges of all lines, without their ends.
  ///   - opaque: The lines (from 0) of code and HTML.
  ///   - rows: The lines that are rows of tables.
  mutating func scan(_ lines: [Range<Int>], opaque: Set<Int>, rows: Set<Int>) {
    var endsBlock = false
    for (number, line) in lines.enumerated() {
      let content = MathScanner.content(of: line, in: text, quotations: .max)
      if opaque.contains(number) || content.isEmpty || isDefinition(content) {
        scanRun()
        continue
      }
      if bytes.isEmpty || rows.contains(number) || rows.contains(number - 1) || beginsBlock(content) || endsBlock {
        starts.append(bytes.count)
      }
      for offset in content {
        bytes.append(text[offset])
        offsets.append(offset)
      }
      bytes.append(10)
      offsets.append(line.upperBound)
      endsBlock = text[content.lowerBound] == UInt8(ascii: "#")
    }
    scanRun()
  }

  /// A line's own text: behind blanks and the marks of up to so many quotations.
  static func content(of line: Range<Int>, in text: [UInt8], quotations: Int) -> Range<Int> {
    var first = line.lowerBound
    var marks = 0
    while first < line.upperBound {
      if text[first] == UInt8(ascii: ">"), marks < quotations { marks += 1 } else if !isBlank(text[first]) { break }
      first += 1
    }
    return first..<line.upperBound
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  /// The definition of a link, whose address is no text.
  private func isDefinition(_ content: Range<Int>) -> Bool {
    guard text[content.lowerBound] == UInt8(ascii: "["), content.count > 1, text[content.lowerBound + 1] != UInt8(ascii: "^"),
      let close = text[content].firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return close + 1 < content.upperBound && text[close + 1] == UInt8(ascii: ":")
  }

  /// Whether a line opens a heading, an item, a table or a rule.
  private func beginsBlock(_ content: Range<Int>) -> Bool {
    switch text[content.lowerBound] {
    case UInt8(ascii: "#"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return content.count == 1 || MathScanner.isBlank(text[content.lowerBound + 1])
    case 48...57:
      let rest = text[content].drop { (48...57).contains($0) }
      guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return false }
      return rest.count == 1 || MathScanner.isBlank(rest[rest.startIndex + 1])
    default: return false
    }
  }

  private mutating func scanRun() {
    index = 0
    while index < bytes.count {
      end = starts.first { $0 > index } ?? bytes.count
      brackets = 0
      while index < end { step() }
    }
    bytes = []
    offsets = []
    starts = []
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): skipCodeSpan()
    case UInt8(ascii: "<"): index = tagEnd(index) ?? index + 1
    case UInt8(ascii: "["):
      brackets += 1
      index += 1
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: ":") where bytes[index...].starts(with: "://".utf8): skipAddress()
    case UInt8(ascii: "$"): readFormula()
    default: index += 1
    }
  }

  private mutating func readFormula() {
    let dollars = bytes[index...].prefix { $0 == UInt8(ascii: "$") }.count
    switch dollars {
    case 1:
      guard let close = inlineEnd() else { break }
      return add(close + 1, isDisplay: false)
    case 2:
      if let close = displayEnd() { return add(close + 2, isDisplay: true) }
      if isFirstOnLine(index), index + 2 < bytes.count { unclosed.append(offsets[index]) }
    default: break
    }
    index += dollars
  }

  private mutating func add(_ close: Int, isDisplay: Bool) {
    found.append(Found(range: offsets[index]..<(offsets[close - 1] + 1), isDisplay: isDisplay))
    index = close
    // A formula of several lines may reach into what would be other blocks.
    end = max(end, close)
  }

  /// The dollar that closes the formula opened here: the next one, with no blank before it and no digit behind it.
  private func inlineEnd() -> Int? {
    guard index + 1 < end, !isSpace(bytes[index + 1]) else { return nil }
    var place = index + 1
    while place < end, bytes[place] != UInt8(ascii: "$") { place = afterToken(place, before: end) }
    guard place < end, place > index + 1, !isSpace(bytes[place - 1]) else { return nil }
    if place + 1 < bytes.count, (48...57).contains(bytes[place + 1]) { return nil }
    return place
  }

  private func displayEnd() -> Int? {
    let limit = isFirstOnLine(index) ? bytes.count : end
    var place = index + 2
    while place + 1 < limit {
      if bytes[place] == UInt8(ascii: "$"), bytes[place + 1] == UInt8(ascii: "$") {
        return bytes[(index + 2)..<place].allSatisfy(isSpace) ? nil : place
      }
      place = afterToken(place, before: limit)
    }
    return nil
  }

  /// Behind an escape, behind `\text{...}`, which may hold formulas of its own, or behind a byte.
  private func afterToken(_ place: Int, before limit: Int) -> Int {
    guard bytes[place] == UInt8(ascii: "\\") else { return place + 1 }
    guard bytes[place..<limit].starts(with: "\\text{".utf8) else { return min(place + 2, limit) }
    var depth = 0
    var last = place + 5
    while last < limit {
      if bytes[last] == UInt8(ascii: "\\") {
        last += 1
      } else if bytes[last] == UInt8(ascii: "{") {
        depth += 1
      } else if bytes[last] == UInt8(ascii: "}") {
        depth -= 1
      }
      last += 1
      if depth == 0 { return min(last, limit) }
    }
    return place + 2
  }

  private func isFirstOnLine(_ place: Int) -> Bool { place == 0 || bytes[place - 1] == 10 }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  private mutating func skipCodeSpan() {
    let length = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
    var place = index + length
    while place < end {
      let run = bytes[place..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length {
        index = place + run
        return
      }
      place += max(run, 1)
    }
    index += length
  }

  private mutating func skipAddress() {
    let before = bytes[..<index]
    index += 3
    guard before.suffix(5).elementsEqual("https".utf8) || before.suffix(4).elementsEqual("http".utf8) else { return }
    while index < end, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: ")") {
      index += 1
    }
  }

  /// The end of a comment, an address in angle brackets or a tag; nil where `<` means less.
  private func tagEnd(_ start: Int) -> Int? {
    let rest = bytes[start..<end]
    if rest.starts(with: "<!--".utf8) {
      var place = start + 4
      while place + 2 < end {
        if bytes[place...].starts(with: "-->".utf8) { return place + 3 }
        place += 1
      }
      return nil
    }
    var place = start + 1
    var quote: UInt8?
    guard place < end, isLetter(bytes[place]) || bytes[place] == UInt8(ascii: "/") else { return nil }
    let word = bytes[place..<end].prefix { isLetter($0) || (48...57).contains($0) || "+.-".utf8.contains($0) }
    let isAddress = word.endIndex < end && bytes[word.endIndex] == UInt8(ascii: ":")
    while place < end {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if byte == UInt8(ascii: "<") || (isAddress ? isSpace(byte) : byte == UInt8(ascii: "$")) {
        return nil
      } else if !isAddress, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      place += 1
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// Passes over the destination and the title of a link.
  private mutating func closeBracket() {
    index += 1
    guard brackets > 0 else { return }
    brackets -= 1
    guard index < end, bytes[index] == UInt8(ascii: "(") else { return }
    var place = index + 1
    while place < end, isSpace(bytes[place]) { place += 1 }
    guard var last = destinationEnd(place) else { return }
    while last < end, isSpace(bytes[last]) { last += 1 }
    if last < end,
      let close = [UInt8(ascii: "\""): "\"", UInt8(ascii: "'"): "'", UInt8(ascii: "("): ")"][bytes[last]]?.utf8.first
    {
      last += 1
      while last < end, bytes[last] != close { last += bytes[last] == UInt8(ascii: "\\") ? 2 : 1 }
      last += 1
      while last < end, isSpace(bytes[last]) { last += 1 }
    }
    if last < end, bytes[last] == UInt8(ascii: ")") { index = last + 1 }
  }

  private func destinationEnd(_ start: Int) -> Int? {
    var place = start
    if place < end, bytes[place] == UInt8(ascii: "<") {
      place += 1
      while place < end, bytes[place] != 10, bytes[place] != UInt8(ascii: "<") {
        if bytes[place] == UInt8(ascii: ">") { return place + 1 }
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }
    var depth = 0
    while place < end, !isSpace(bytes[place]) {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") {
        if depth == 0 { return place }
        depth -= 1
      }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, end)
  }
}
