import LessonModel

/// Compares lines of a recorded output with lines of a computed one, and counts the work.
struct LineMatcher {
  var recorded: LineTable
  var computed: LineTable
  let rule: MatchingRule

  /// The bytes that may still be compared while searching.
  ///
  /// A search for lines between two `...` tries one place after another. With few `...` that takes time in proportion to the
  /// text; a text made of one line repeated makes it quadratic. The budget is far beyond the first and ends the second.
  private var budget: Int

  init(recorded: LineTable, computed: LineTable, rule: MatchingRule) {
    self.recorded = recorded
    self.computed = computed
    self.rule = rule
    budget = 10_000_000 + 100 * (recorded.size + computed.size)
  }

  var isExhausted: Bool { budget < 0 }

  enum Criterion {
    /// Texts and numbers match.
    case match
    /// The texts match; the numbers may be any.
    case sameTexts
  }

  mutating func holds(_ criterion: Criterion, _ written: Int, _ line: Int) -> Bool {
    if recorded[written].elementsEqual(computed[line]) { return true }
    let (left, right) = (recorded.numbered(written), computed.numbered(line))
    switch criterion {
    case .match: return LineComparison.matches(left, right, rule: rule)
    case .sameTexts: return left.hasSameTexts(as: right)
    }
  }

  /// How many lines of `segment`, from the first, hold at `position`; the search's work is charged.
  mutating func prefix(_ criterion: Criterion, of segment: Range<Int>, at position: Int) -> Int {
    var length = 0
    for index in segment {
      budget -= 16 + recorded[index].count
      guard !isExhausted, holds(criterion, index, position + length) else { break }
      length += 1
    }
    return length
  }

  /// The first position in `positions` at which all of `segment` holds.
  mutating func first(_ criterion: Criterion, of segment: Range<Int>, in positions: ClosedRange<Int>) -> Int? {
    for position in positions {
      if prefix(criterion, of: segment, at: position) == segment.count { return position }
      if isExhausted { return nil }
    }
    return nil
  }
}

/// The lines of a text, without the blanks at their ends and without empty lines at the end of the text.
struct LineTable {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  /// Lines that have been read for numbers; most never are, because they are the same on both sides.
  private var read: [NumberedText?]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let last = bytes[start..<end].lastIndex { !Self.isBlank($0) }
      ranges.append(start..<(last.map { $0 + 1 } ?? start))
      start = end + 1
    }
    while ranges.last?.isEmpty == true { ranges.removeLast() }
    self.bytes = bytes
    self.ranges = ranges
    read = Array(repeating: nil, count: ranges.count)
  }

  var count: Int { ranges.count }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// The length of all lines together, in bytes.
  var size: Int { bytes.count }

  /// Whether a line is `...`, which stands for any lines.
  func isEllipsis(_ index: Int) -> Bool {
    let line = self[index]
    return line.last == UInt8(ascii: ".") && line.drop(while: Self.isBlank).elementsEqual("...".utf8)
  }

  /// A line read for numbers.
  mutating func numbered(_ index: Int) -> NumberedText {
    if let line = read[index] { return line }
    let line = NumberedText(Array(self[index]), grammar: .recorded)
    read[index] = line
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
