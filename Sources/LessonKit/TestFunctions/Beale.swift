/// Beale's function, f(x, y) = Σᵢ (cᵢ − x(1 − yⁱ))² with c = 1.5, 2.25, 2.625: a flat plain with steep walls.
///
/// ```swift
/// Beale()([1, 1])              // => 14.203125
/// Beale().gradient(at: [1, 1]) // => [0.0, 27.75]
/// ```
///
/// - Domain: two coordinates. The minimum is 0 at (3, ½).
/// - Source: Moré, Garbow & Hillstrom (1981), problem 5.
public struct Beale: TestFunction, Equatable {
  /// Makes the function.
  public init() {}

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double {
    residuals(x).reduce(0) { $0 + $1.value * $1.value }
  }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] {
    var (dx, dy) = (0.0, 0.0)
    for r in residuals(x) {
      dx += 2 * r.value * r.dx
      dy += 2 * r.value * r.dy
    }
    return [dx, dy]
  }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix {
    var (dxx, dxy, dyy) = (0.0, 0.0, 0.0)
    for r in residuals(x) {
      dxx += 2 * r.dx * r.dx
      dxy += 2 * (r.dx * r.dy + r.value * r.dxdy)
      dyy += 2 * (r.dy * r.dy + r.value * r.dydy)
    }
    return Matrix([[dxx, dxy], [dxy, dyy]])
  }

  /// The points at which the function is least.
  public var minima: [[Double]] { [[3, 0.5]] }

  /// (1, 1), as in Moré, Garbow & Hillstrom.
  public var start: [Double] { [1, 1] }

  /// cᵢ − x(1 − yⁱ) with its partial derivatives; the second derivative by x is 0.
  private struct Residual {
    let value, dx, dy, dxdy, dydy: Double
  }

  private func residuals(_ point: [Double]) -> [Residual] {
    let (x, y) = (point[0], point[1])
    return [
      Residual(value: 1.5 - x * (1 - y), dx: y - 1, dy: x, dxdy: 1, dydy: 0),
      Residual(value: 2.25 - x * (1 - y * y), dx: y * y - 1, dy: 2 * x * y, dxdy: 2 * y, dydy: 2 * x),
      Residual(value: 2.625 - x * (1 - y * y * y), dx: y * y * y - 1, dy: 3 * x * y * y, dxdy: 3 * y * y, dydy: 6 * x * y),
    ]
  }
}
