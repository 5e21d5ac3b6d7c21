extension ExactDecimal: Comparable {
  /// The sign of a sum of a few numbers: −1, 0 or 1, exactly.
  ///
  /// The digits are added place by place from the left, without carrying. When the running sum at some place is at least as
  /// large as the number of terms, the places to the right, each below 9 · terms, can no longer turn it. A gap without
  /// digits is jumped over when the running sum is zero and decides the sign when it is not.
  ///
  /// Complexity: O(digits · terms), whatever the exponents are.
  static func signOfSum(_ terms: [ExactDecimal]) -> Int {
    let terms = terms.filter { !$0.isZero }
    guard var place = terms.map(\.leadingPlace).max() else { return 0 }
    var sum = 0
    while true {
      sum *= 10
      for term in terms {
        let digit = Int(term.digit(at: place))
        sum += term.isNegative ? -digit : digit
      }
      if abs(sum) >= terms.count { return sum.signum() }
      let rest = terms.lazy.filter { $0.exponent < place }.map { min($0.leadingPlace, place - 1) }
      guard let next = rest.max() else { return sum.signum() }
      if next < place - 1, sum != 0 { return sum.signum() }
      place = next
    }
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    signOfSum([left, right.negated]) < 0
  }

  /// Whether the two numbers are at most `tolerance` apart; the edge is inside.
  package func isWithin(_ tolerance: ExactDecimal, of other: ExactDecimal) -> Bool {
    let allowed = tolerance.negated
    return Self.signOfSum([self, other.negated, allowed]) <= 0 && Self.signOfSum([other, negated, allowed]) <= 0
  }
}
