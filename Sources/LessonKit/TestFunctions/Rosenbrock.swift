/// Rosenbrock's banana valley, f(x) = Σᵢ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², easy to get into and slow to follow.
///
/// ```swift
/// Rosenbrock()([-1.2, 1])              // => 24.2
/// Rosenbrock().gradient(at: [-1.2, 1]) // => [-215.6, -88.0]
/// ```
///
/// - Domain: two or more coordinates. The minimum is 0 at (1, ..., 1).
/// - Not true: that this is the only stationary point; from four coordinates on there is a second, local minimum
///   near (−1, 1, ..., 1).
/// - Source: Rosenbrock (1960); Moré, Garbow & Hillstrom (1981), "Testing unconstrained optimization software", problem 1;
///   the sum over n coordinates is SciPy's `rosen`.
public struct Rosenbrock: TestFunction, Equatable {
  /// The number of coordinates.
  public let dimensions: Int

  /// Makes the function of a number of coordinates, at least 2.
  public init(dimensions: Int = 2) {
    precondition(dimensions >= 2, "Rosenbrock's function has at least two coordinates")
    self.dimensions = dimensions
  }

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<x.count - 1 {
      let (valley, along) = (x[i + 1] - x[i] * x[i], 1 - x[i])
      sum += 100 * valley * valley + along * along
    }
    return sum
  }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] {
    var gradient = x.map { _ in 0.0 }
    for i in 0..<x.count - 1 {
      let valley = x[i + 1] - x[i] * x[i]
      gradient[i] += -400 * x[i] * valley - 2 * (1 - x[i])
      gradient[i + 1] += 200 * valley
    }
    return gradient
  }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix {
    var hessian = Matrix(rows: x.count, columns: x.count, repeating: 0)
    for i in 0..<x.count - 1 {
      hessian[i, i] += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2
      hessian[i, i + 1] -= 400 * x[i]
      hessian[i + 1, i] -= 400 * x[i]
      hessian[i + 1, i + 1] += 200
    }
    return hessian
  }

  /// The points at which the function is least.
  public var minima: [[Double]] { [[Double](repeating: 1, count: dimensions)] }

  /// (−1.2, 1, −1.2, 1, ...), as in Moré, Garbow & Hillstrom.
  public var start: [Double] { (0..<dimensions).map { $0 % 2 == 0 ? -1.2 : 1 } }
}
