/// The saddle f(x, y) = x² − y²: the gradient at the origin is zero and yet it is no minimum.
///
/// Gradient descent with rate η multiplies x by 1 − 2η and y by 1 + 2η. On the ridge y = 0 it ends in the origin; the smallest
/// deviation grows without end.
///
/// ```swift
/// let down = minimize(Saddle(), from: [1, 1e-6], with: GradientDescent(learningRate: 0.1), steps: 1)
/// down.lastPoint  // => [0.8, 0.0000012]
/// ```
///
/// - Domain: two coordinates; unbounded below.
public struct Saddle: TestFunction, Equatable {
  /// Makes the function.
  public init() {}

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double { x[0] * x[0] - x[1] * x[1] }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] { [2 * x[0], -2 * x[1]] }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix { Matrix([[2, 0], [0, -2]]) }

  /// None: the function has no least value.
  public var minima: [[Double]] { [] }

  /// A millionth beside the ridge.
  public var start: [Double] { [1, 1e-6] }
}
