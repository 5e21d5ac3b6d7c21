/// A function of several numbers with its gradient, something that ``minimize(_:from:with:steps:schedule:)`` can walk down.
///
/// A lesson makes its own in a few lines:
///
/// ```swift
/// struct Parabola: DifferentiableFunction {
///   func callAsFunction(_ x: [Double]) -> Double { x[0] * x[0] }
///   func gradient(at x: [Double]) -> [Double] { [2 * x[0]] }
/// }
/// minimize(Parabola(), from: [10], with: GradientDescent(learningRate: 0.2), steps: 10).lastPoint[0]  // => 0.060466176
/// ```
public protocol DifferentiableFunction: Sendable {
  /// The value at a point.
  func callAsFunction(_ x: [Double]) -> Double

  /// The gradient at a point, ∂f/∂xᵢ for each i.
  func gradient(at x: [Double]) -> [Double]
}

/// A differentiable function that is used to try optimizers on, because everything about it is known.
public protocol TestFunction: DifferentiableFunction {
  /// The matrix of second derivatives at a point.
  func hessian(at x: [Double]) -> Matrix

  /// Every point at which the function is least; empty if there is none.
  var minima: [[Double]] { get }

  /// The point from which optimizers are customarily started.
  var start: [Double] { get }
}
