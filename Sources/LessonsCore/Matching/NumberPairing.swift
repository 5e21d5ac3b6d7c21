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
