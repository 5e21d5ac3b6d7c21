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
