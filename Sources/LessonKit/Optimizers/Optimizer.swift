/// A rule that turns a gradient into a change of the parameters.
///
/// Optimizers are values: a copy carries its state along and goes its own way. A lesson can write its own:
///
/// ```swift
/// struct SignDescent: Optimizer {
///   var learningRate: Double
///   mutating func step(_ parameters: inout [Double], gradient: [Double]) {
///     for i in parameters.indices { parameters[i] -= gradient[i] > 0 ? learningRate : -learningRate }
///   }
/// }
/// var optimizer = SignDescent(learningRate: 0.5)
/// var x = [3.0]
/// optimizer.step(&x, gradient: [6])
/// x  // => [2.5]
/// ```
public protocol Optimizer: Sendable {
  /// η, the length scale of a step; a schedule sets it before each step.
  var learningRate: Double { get set }

  /// Changes the parameters once.
  ///
  /// - Precondition: parameters and gradient have the same length, the same at every step.
  mutating func step(_ parameters: inout [Double], gradient: [Double])

  /// What the optimizer remembers, for looking at.
  var state: OptimizerState { get }
}

extension Optimizer {
  /// Nothing: an optimizer without memory.
  public var state: OptimizerState { OptimizerState([]) }
}
