/// A function's value at a point and its gradient there.
public struct ValueAndGradient: Sendable, Equatable {
  /// f(x).
  public let value: Double
  /// ∂f/∂xᵢ for each i, in the order of the point.
  public let gradient: [Double]

  /// Makes the pair.
  public init(value: Double, gradient: [Double]) {
    self.value = value
    self.gradient = gradient
  }
}

/// Differentiates a function that is written with tape variables.
///
/// ```swift
/// gradient(of: { x in x[0] * x[0] + 2 * x[1] * x[1] }, at: [-5, -2])  // => [-10.0, -8.0]
/// ```
///
/// - Returns: ∂f/∂xᵢ for each i, exact up to the rounding of the arithmetic itself.
/// - Complexity: a small constant times the cost of `f`, whatever the number of inputs.
public func gradient(of f: ([Variable]) -> Variable, at point: [Double]) -> [Double] {
  valueAndGradient(of: f, at: point).gradient
}

/// Evaluates and differentiates a function that is written with tape variables, in one pass.
///
/// ```swift
/// valueAndGradient(of: { x in x[0].exp() }, at: [0]).value  // => 1
/// ```
public func valueAndGradient(of f: ([Variable]) -> Variable, at point: [Double]) -> ValueAndGradient {
  let tape = Tape()
  let inputs = tape.variables(point)
  let output = f(inputs)
  output.backward()
  return ValueAndGradient(value: output.value, gradient: inputs.map { $0.gradient })
}

/// Estimates a gradient by central differences, (f(x+h) − f(x−h)) / 2h in one coordinate after the other.
///
/// ```swift
/// let g = numericalGradient(of: { x in x[0] * x[0] * x[0] }, at: [2])
/// g[0]  // => 12.0000000
/// ```
///
/// - Parameters:
///   - f: The function; it is called twice for each coordinate.
///   - point: Where to differentiate.
///   - step: h for a coordinate of size up to 1; larger coordinates scale it. The default, 6·10⁻⁶ ≈ ∛(2⁻⁵²), balances the
///     truncation error h²f‴/6 against the rounding error 10⁻¹⁶·f/h.
/// - Not true: that a smaller step is always better. Below the balance the difference of two nearly equal numbers cancels.
/// - Source: Press et al., "Numerical Recipes", section 5.7.
public func numericalGradient(
  of f: ([Double]) -> Double, at point: [Double], step: Double = 6.0554544523933395e-6
) -> [Double] {
  precondition(step > 0, "the step of a difference quotient is positive")
  var x = point
  return point.indices.map { index in
    let h = step * max(1, abs(point[index]))
    let (above, below) = (point[index] + h, point[index] - h)
    x[index] = above
    let high = f(x)
    x[index] = below
    let low = f(x)
    x[index] = point[index]
    return (high - low) / (above - below)  // the step really taken, after rounding
  }
}
