/// The logistic sigmoid, σ(x) = 1 / (1 + e⁻ˣ): from a score to a probability.
///
/// σ(−x) = 1 − σ(x); σ(0) = ½. Only the exponential of a negative number is taken, so nothing overflows at ±1000.
///
/// ```swift
/// sigmoid(2.0)  // => 0.8807970779778823
/// sigmoid(-1000.0)  // => 0.0
/// ```
///
/// In exact arithmetic it never reaches 0 or 1. As a number it does: σ(x) is exactly 1 in `Double` from about 36.74, in
/// `Float` from about 16.64, where e⁻ˣ falls below half a unit in the last place of 1.
///
/// - Parameter x: Any number; ±∞ give 1 and 0.
/// - Source: Goodfellow, Bengio, Courville, *Deep Learning*, eq. (3.30).
@_disfavoredOverload public func sigmoid<T: RealNumber>(_ x: T) -> T {
  let e = T.exponential(of: -x.magnitude)
  return x < 0 ? e / (1 + e) : 1 / (1 + e)
}

/// The slope of the sigmoid, σ′(x) = σ(x)·(1 − σ(x)): ¼ at 0, its maximum, and towards 0 on both sides.
///
/// It is computed as e⁻ˣ / (1 + e⁻ˣ)², which keeps its digits where 1 − σ(x) has lost them all:
///
/// ```swift
/// sigmoidDerivative(0.0)  // => 0.25
/// sigmoidDerivative(40.0)  // => 4.248354255291589e-18
/// sigmoid(40.0) * (1 - sigmoid(40.0))  // => 0.0
/// ```
///
/// - Source: Nielsen, *Neural Networks and Deep Learning*, chapter 3 and chapter 5.
@_disfavoredOverload public func sigmoidDerivative<T: RealNumber>(_ x: T) -> T {
  let e = T.exponential(of: -x.magnitude)
  return e / ((1 + e) * (1 + e))
}

/// The logarithm of the sigmoid, ln σ(x) = −softplus(−x), with no underflow: about x for very negative x.
///
/// ```swift
/// logSigmoid(-1000.0)  // => -1000.0
/// ```
@_disfavoredOverload public func logSigmoid<T: RealNumber>(_ x: T) -> T {
  -softplus(-x)
}

/// The softplus, ln(1 + eˣ): a smooth ReLU, and the negative logarithm of a sigmoid.
///
/// Computed as max(x, 0) + ln(1 + e^−|x|). softplus(x) − softplus(−x) = x; it exceeds ReLU everywhere, by ln 2 at 0.
///
/// ```swift
/// softplus(0.0)  // => 0.6931471805599453
/// softplus(1000.0)  // => 1000.0
/// ```
///
/// - Source: Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NIPS 2000.
@_disfavoredOverload public func softplus<T: RealNumber>(_ x: T) -> T {
  max(x, 0) + T.logarithm(onePlus: T.exponential(of: -x.magnitude))
}

/// The slope of the softplus, which is the sigmoid.
///
/// ```swift
/// softplusDerivative(0.0)  // => 0.5
/// ```
@_disfavoredOverload public func softplusDerivative<T: RealNumber>(_ x: T) -> T {
  sigmoid(x)
}

/// The slope of the hyperbolic tangent, 1 − tanh² x: 1 at 0, its maximum.
///
/// Computed as 4e^−2|x| / (1 + e^−2|x|)², which does not cancel. The function itself is C's `tanh`, and
/// tanh x = 2σ(2x) − 1.
///
/// ```swift
/// tanhDerivative(0.0)  // => 1.0
/// tanhDerivative(20.0)  // => 1.6993417021166355e-17
/// ```
@_disfavoredOverload public func tanhDerivative<T: RealNumber>(_ x: T) -> T {
  let e = T.exponential(of: -2 * x.magnitude)
  return 4 * e / ((1 + e) * (1 + e))
}
