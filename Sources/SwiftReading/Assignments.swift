import SwiftSyntax

extension ExprSyntax {
  /// Whether it is an operator that assigns to what stands before it: `=`, `+=`, and whatever ends so and does not compare.
  var assigns: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let sign = self.as(BinaryOperatorExprSyntax.self)?.operator.text, sign.hasSuffix("=") else { return false }
    return !["==", "!=", "<=", ">=", "===", "!==", "~=", ".==", ".!=", ".<=", ".>="].contains(sign)
  }
}
