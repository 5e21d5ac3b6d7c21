/// What happened during a minimization: where it went, how high it was there, and what the optimizer remembered.
///
/// Entry 0 is the start and entry k what k steps made of it, so every list is one longer than the number of steps.
public struct Trace: Sendable, Equatable {
  /// The points.
  public private(set) var points: [[Double]]
  /// The function's values at the points.
  public private(set) var losses: [Double]
  /// The optimizer's state after each step; its vectors are empty in entry 0.
  public private(set) var states: [OptimizerState]

  init(start: [Double], loss: Double, state: OptimizerState) {
    (points, losses, states) = ([start], [loss], [state])
  }

  mutating func append(_ point: [Double], loss: Double, state: OptimizerState) {
    points.append(point)
    losses.append(loss)
    states.append(state)
  }

  /// The point after the last step.
  public var lastPoint: [Double] { points[points.count - 1] }

  /// The value after the last step.
  public var lastLoss: Double { losses[losses.count - 1] }

  /// One coordinate of every point, for a chart.
  public func coordinate(_ index: Int) -> [Double] { points.map { $0[index] } }

  /// One entry of a named vector of the optimizer's state after each step; 0 before the first.
  ///
  /// ```swift
  /// let bowl = QuadraticBowl(coefficients: [1])
  /// let trace = minimize(bowl, from: [1], with: Momentum(learningRate: 0.1, beta: 0.5), steps: 2)
  /// trace.series("v", 0)  // => [0.0, 2.0, 2.6]
  /// ```
  public func series(_ name: String, _ index: Int) -> [Double] {
    states.map { state in
      let values = state[name]
      return values.isEmpty ? 0 : values[index]
    }
  }

  /// The number of steps after which the value was first at most `level`; nil if it never was.
  public func steps(toReach level: Double) -> Int? {
    losses.firstIndex { $0 <= level }
  }
}

/// Walks down a function with an optimizer and keeps a trace.
///
/// ```swift
/// let valley = QuadraticBowl(coefficients: [0.1, 2])
/// let trace = minimize(valley, from: [-5, -2], with: GradientDescent(learningRate: 0.4), steps: 20)
/// trace.lastPoint[0]  // => -0.943467
/// trace.lastPoint[1]  // => -0.000073
/// ```
///
/// - Parameters:
///   - f: What to make small.
///   - start: Where to begin.
///   - optimizer: The rule; its own state is not changed.
///   - steps: How many steps to take. Nothing stops early: a diverging run goes on to infinity and NaN, for looking at.
///   - schedule: If given, sets the learning rate before each step.
/// - Complexity: one value and one gradient a step.
public func minimize(
  _ f: some DifferentiableFunction, from start: [Double], with optimizer: some Optimizer, steps: Int,
  schedule: LearningRateSchedule? = nil
) -> Trace {
  minimize({ f($0) }, gradient: { f.gradient(at: $0) }, from: start, with: optimizer, steps: steps, schedule: schedule)
}

/// Walks down a function that is given as two closures, one for the value and one for the gradient.
///
/// ```swift
/// let trace = minimize(
///   { x in x[0] * x[0] }, gradient: { x in [2 * x[0]] }, from: [10], with: GradientDescent(learningRate: 1.1), steps: 10)
/// trace.lastPoint[0]  // => 61.917364
/// ```
public func minimize(
  _ f: ([Double]) -> Double, gradient: ([Double]) -> [Double], from start: [Double], with optimizer: some Optimizer,
  steps: Int, schedule: LearningRateSchedule? = nil
) -> Trace {
  var optimizer = optimizer
  var point = start
  var trace = Trace(start: point, loss: f(point), state: optimizer.state)
  for t in 0..<steps {
    if let schedule { optimizer.learningRate = schedule.rate(at: t) }
    optimizer.step(&point, gradient: gradient(point))
    trace.append(point, loss: f(point), state: optimizer.state)
  }
  return trace
}
