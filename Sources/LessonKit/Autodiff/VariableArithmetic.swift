// A constant in a formula is no input: only the variable gets an operand on the tape.
extension Variable {
  /// The sum with a constant.
  public static func + (a: Variable, c: Double) -> Variable { a.applying("+", value: a.value + c, derivative: 1) }

  /// The sum with a constant.
  public static func + (c: Double, a: Variable) -> Variable { a.applying("+", value: c + a.value, derivative: 1) }

  /// The difference with a constant.
  public static func - (a: Variable, c: Double) -> Variable { a.applying("-", value: a.value - c, derivative: 1) }

  /// The difference from a constant; d(c−a)/da = −1.
  public static func - (c: Double, a: Variable) -> Variable { a.applying("-", value: c - a.value, derivative: -1) }

  /// The product with a constant.
  public static func * (a: Variable, c: Double) -> Variable { a.applying("*", value: a.value * c, derivative: c) }

  /// The product with a constant.
  public static func * (c: Double, a: Variable) -> Variable { a.applying("*", value: c * a.value, derivative: c) }

  /// The quotient by a constant.
  public static func / (a: Variable, c: Double) -> Variable { a.applying("/", value: a.value / c, derivative: 1 / c) }

  /// The quotient of a constant; d(c/a)/da = −c/a².
  public static func / (c: Double, a: Variable) -> Variable {
    a.applying("/", value: c / a.value, derivative: -c / (a.value * a.value))
  }

  // `a += b` names a new entry `a`; the old one stays on the tape.

  /// Replaces `a` by the sum.
  public static func += (a: inout Variable, b: Variable) { a = a + b }

  /// Replaces `a` by the sum with a constant.
  public static func += (a: inout Variable, c: Double) { a = a + c }

  /// Replaces `a` by the difference.
  public static func -= (a: inout Variable, b: Variable) { a = a - b }

  /// Replaces `a` by the difference with a constant.
  public static func -= (a: inout Variable, c: Double) { a = a - c }

  /// Replaces `a` by the product.
  public static func *= (a: inout Variable, b: Variable) { a = a * b }

  /// Replaces `a` by the product with a constant.
  public static func *= (a: inout Variable, c: Double) { a = a * c }

  /// Replaces `a` by the quotient.
  public static func /= (a: inout Variable, b: Variable) { a = a / b }

  /// Replaces `a` by the quotient by a constant.
  public static func /= (a: inout Variable, c: Double) { a = a / c }
}

/// Adds up variables, left to right.
///
/// - Precondition: there is at least one; an empty sum would have no tape to stand on.
public func sum(_ variables: [Variable]) -> Variable {
  precondition(!variables.isEmpty, "the sum of no variables has no tape")
  return variables.dropFirst().reduce(variables[0]) { $0 + $1 }
}

/// Averages variables.
///
/// - Precondition: there is at least one.
public func mean(_ variables: [Variable]) -> Variable {
  sum(variables) / Double(variables.count)
}
