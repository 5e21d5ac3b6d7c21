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
