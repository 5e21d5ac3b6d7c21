/// What a number stands for: an exact decimal, an infinity, or not-a-number.
package enum NumericValue: Sendable, Hashable {
  case finite(ExactDecimal)
  case infinity(isNegative: Bool)
  case notANumber

  /// The exact value of a binary floating-point number.
  package init(_ value: Double) {
    if let exact = ExactDecimal(value) {
      self = .finite(exact)
    } else {
      self = value.isNaN ? .notANumber : .infinity(isNegative: value < 0)
    }
  }
}
