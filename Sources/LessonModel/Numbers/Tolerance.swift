/// An absolute tolerance, as its author wrote it and as a number.
package struct Tolerance: Sendable, Equatable {
  package let text: String
  package let amount: ExactDecimal

  /// A finite number, not negative, such as `0.05` or `1e-6`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      let double = Double(text), double.isFinite, double >= 0, let amount = ExactDecimal(tolerance: String(text))
    else { return nil }
    self.text = String(text)
    self.amount = amount
  }
}
