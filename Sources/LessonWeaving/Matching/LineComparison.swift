import LessonModel

/// Finds what differs between one written line and the computed one.
struct LineComparison {
  let rule: MatchingRule
  /// The line of the written text, from 0.
  let line: Int
  /// Where the line's bytes begin in the text that columns count from.
  var offset = 0

  /// Whether the lines match, without finding out what differs.
  static func matches(_ written: NumberedText, _ computed: NumberedText, rule: MatchingRule) -> Bool {
    written.hasSameTexts(as: computed)
      && zip(written.numbers, computed.numbers).allSatisfy { rule.matches($0, ComputedNumber($1)) }
  }

  /// Reports the differences of two lines, from left to right.
  func compare(_ written: NumberedText, _ computed: NumberedText, into report: inout DifferenceReport) {
    let pairs = NumberPairing(written, computed, rule: rule)
    var others = [
      firstText(written, computed, pairs.textCount), pairs.unpaired.map { difference($0, written, computed) },
    ].compactMap(\.self).sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    for (numeral, partner) in zip(written.numbers, pairs.partners) {
      while let other = others.first, other.columns.lowerBound <= offset + numeral.range.lowerBound {
        report.add(others.removeFirst())
      }
      if let partner { compare(numeral, ComputedNumber(computed.numbers[partner]), into: &report) }
    }
    for other in others { report.add(other) }
  }

  /// Reports the difference of two numbers, if they do not match.
  func compare(_ numeral: Numeral, _ number: ComputedNumber, into report: inout DifferenceReport) {
    let kind: Difference.Kind
    if !rule.matches(numeral, number) {
      if report.isFull { return report.omit() }
      kind = .number(NumberDifference(numeral, number))
    } else if numeral.value == .finite(.zero), number.readings.contains(.finite(.zero)),
      ComputedNumber(numeral).hasMinus != number.hasMinus
    {
      kind = .signOfZero
    } else {
      return
    }
    let columns = offset + numeral.range.lowerBound..<offset + numeral.range.upperBound
    report.add(Difference(kind, line: line, columns: columns, written: numeral.text, computed: number.text))
  }

  private func difference(_ unpaired: NumberPairing.Unpaired, _ written: NumberedText, _ computed: NumberedText) -> Difference {
    let counts = (written.numbers.count, computed.numbers.count)
    switch unpaired {
    case .written(let index):
      let numeral = written.numbers[index]
      let columns = offset + numeral.range.lowerBound..<offset + numeral.range.upperBound
      return Difference(
        .missingNumber(written: counts.0, computed: counts.1), line: line, columns: columns, written: numeral.text, computed: ""
      )
    case .computed(let index, let before):
      let column = offset + (before < counts.0 ? written.numbers[before].range.lowerBound : written.bytes.count)
      return Difference(
        .extraNumber(written: counts.0, computed: counts.1), line: line, columns: column..<column, written: "",
        computed: computed.numbers[index].text)
    }
  }

  /// The first difference in the text around the numbers, widened to whole words.
  private func firstText(_ written: NumberedText, _ computed: NumberedText, _ count: Int) -> Difference? {
    for index in 0..<count {
      let (left, right) = (written.bytes[written.texts[index]], computed.bytes[computed.texts[index]])
      let common = zip(left, right).prefix { $0 == $1 }.count
      if common == left.count, common == right.count { continue }
      // Where the numbers part, a text that only goes on longer is told by the number that is missing or extra.
      let isLast = index == count - 1 && written.numbers.count != computed.numbers.count
      if isLast, common == min(left.count, right.count) { continue }
      let here = written.word(at: left.startIndex + common)
      let there = computed.word(at: right.startIndex + common)
      let lookalike = Lookalike(written: written.text(written.texts[index]), computed: computed.text(computed.texts[index]))
      return Difference(
        lookalike.map { .lookalike($0) } ?? .text, line: line, columns: offset + here.lowerBound..<offset + here.upperBound,
        written: written.text(here),
        computed: computed.text(there))
    }
    return nil
  }
}

extension NumberedText {
  /// The characters around a position up to the next blanks; the blanks themselves when it is one of them.
  fileprivate func word(at position: Int) -> Range<Int> {
    let isBlank = { (index: Int) in self.bytes[index] == 0x20 || self.bytes[index] == 0x09 }
    guard position < bytes.count else { return bytes.count..<bytes.count }
    var (start, end) = (position, position + 1)
    let kind = isBlank(position)
    while start > 0, isBlank(start - 1) == kind { start -= 1 }
    while end < bytes.count, isBlank(end) == kind { end += 1 }
    return start..<end
  }
}

/// Which number of a written line belongs to which of the computed line, when one of them may have more.
///
/// Numbers that match at the beginning and at the end of the line belong together; those between are paired in order, and
/// the first that finds no partner is the one that is missing or extra.
struct NumberPairing {
  enum Unpaired {
    case written(Int)
    /// The computed number at `index` stands before the written number at `before`.
    case computed(index: Int, before: Int)
  }

  /// For each written number the computed one; nil for one without a partner.
  let partners: [Int?]

  /// The first number without a partner.
  let unpaired: Unpaired?

  /// How many texts, from the first, stand between numbers that belong together.
  let textCount: Int

  init(_ written: NumberedText, _ computed: NumberedText, rule: MatchingRule) {
    let (left, right) = (written.numbers, computed.numbers)
    guard left.count != right.count else {
      partners = Array(left.indices)
      unpaired = nil
      textCount = written.texts.count
      return
    }
    let shorter = min(left.count, right.count)
    let prefix = (0..<shorter).prefix { rule.matches(left[$0], ComputedNumber(right[$0])) }.count
    let suffix = (0..<shorter - prefix)
      .prefix { rule.matches(left[left.count - 1 - $0], ComputedNumber(right[right.count - 1 - $0])) }.count
    let paired = shorter - suffix
    partners = left.indices.map { index in
      if index < paired { return index }
      let partner = index + right.count - left.count
      return index >= left.count - suffix ? partner : nil
    }
    unpaired = left.count > right.count ? .written(paired) : .computed(index: paired, before: paired)
    textCount = prefix + 1
  }
}
