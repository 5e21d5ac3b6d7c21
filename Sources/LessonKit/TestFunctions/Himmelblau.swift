/// Himmelblau's function, f(x, y) = (x² + y − 11)² + (x + y² − 7)², with four equally deep minima.
///
/// ```swift
/// Himmelblau()([3, 2])              // => 0
/// Himmelblau().gradient(at: [0, 0]) // => [-14.0, -22.0]
/// ```
///
/// Which minimum is reached depends on the start, and none is better than another.
///
/// - Domain: two coordinates.
/// - Source: Himmelblau (1972), "Applied Nonlinear Programming".
public struct Himmelblau: TestFunction, Equatable {
  /// Makes the function.
  public init() {}

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double {
    let (a, b) = residuals(x)
    return a * a + b * b
  }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] {
    let (a, b) = residuals(x)
    return [4 * x[0] * a + 2 * b, 2 * a + 4 * x[1] * b]
  }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix {
    let (a, b) = residuals(x)
    let mixed = 4 * (x[0] + x[1])
    return Matrix([[8 * x[0] * x[0] + 4 * a + 2, mixed], [mixed, 8 * x[1] * x[1] + 4 * b + 2]])
  }

  /// (3, 2) exactly and three more to the last digit of a `Double`.
  public var minima: [[Double]] {
    [
      [3, 2],
      [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.283185991286170],
      [3.584428340330492, -1.848126526964404],
    ]
  }

  /// The origin, near the local maximum between the four minima.
  public var start: [Double] { [0, 0] }

  private func residuals(_ x: [Double]) -> (Double, Double) {
    (x[0] * x[0] + x[1] - 11, x[0] + x[1] * x[1] - 7)
  }
}
