/// A run in which the learning rate grows from step to step, to see where learning begins and where it breaks.
///
/// Read the losses over log η: first flat, then a fall, then a growing bounce. A rate a little below the steepest fall is a good
/// one; the rate of the *minimum* is already too large.
///
/// - Source: Smith (2017), "Cyclical learning rates for training neural networks", section 3.3. Howard made it popular.
public struct LearningRateRangeTest: Sendable, Equatable {
  /// The value before the first step.
  public let initialLoss: Double
  /// The rates, one a step.
  public let rates: [Double]
  /// The value after the step of each rate.
  public let losses: [Double]

  /// The rate whose step lowered the value most, among the steps up to the least value.
  ///
  /// What comes after the least value is the bounce of steps that are too long. It may hold the largest fall of all, from high
  /// up, which says nothing about a good rate.
  public var steepestRate: Double {
    let least = indexOfLeastLoss
    var (best, rate) = (-Double.infinity, rates[0])
    var before = initialLoss
    for (loss, candidate) in zip(losses[...least], rates) {
      if before - loss > best { (best, rate) = (before - loss, candidate) }
      before = loss
    }
    return rate
  }

  /// The rate after whose step the value was least.
  public var rateOfLeastLoss: Double { rates[indexOfLeastLoss] }

  /// The first of the least values; 0 where none is finite.
  private var indexOfLeastLoss: Int {
    var (best, index) = (Double.infinity, 0)
    for (candidate, loss) in losses.enumerated() where loss < best { (best, index) = (loss, candidate) }
    return index
  }
}

/// Tries growing learning rates η₀(η₁/η₀)^(k/N), k = 0, 1, ..., N, one step each, without going back.
///
/// ```swift
/// let test = learningRateRangeTest(
///   QuadraticBowl(coefficients: [1]), from: [1], with: GradientDescent(learningRate: 0), rates: 0.001...10, steps: 41)
/// test.rates[20]        // => 0.1
/// test.losses[40] > 1   // => true
/// ```
///
/// - Parameters:
///   - f: What to make small.
///   - start: Where to begin.
///   - optimizer: The rule; its learning rate is replaced.
///   - rates: From the least to the largest rate, both positive.
///   - steps: How many rates to try, at least 2.
public func learningRateRangeTest(
  _ f: some DifferentiableFunction, from start: [Double], with optimizer: some Optimizer, rates: ClosedRange<Double>, steps: Int
) -> LearningRateRangeTest {
  learningRateRangeTest(
    { f($0) }, gradient: { f.gradient(at: $0) }, from: start, with: optimizer, rates: rates, steps: steps)
}

/// Tries growing learning rates on a function that is given as two closures.
public func learningRateRangeTest(
  _ f: ([Double]) -> Double, gradient: ([Double]) -> [Double], from start: [Double], with optimizer: some Optimizer,
  rates: ClosedRange<Double>, steps: Int
) -> LearningRateRangeTest {
  precondition(rates.lowerBound > 0 && steps >= 2, "a range test needs positive rates and at least two steps")
  var optimizer = optimizer
  var point = start
  var losses: [Double] = []
  let ratio = rates.upperBound / rates.lowerBound
  let tried = (0..<steps).map { rates.lowerBound * pow(ratio, Double($0) / Double(steps - 1)) }
  for rate in tried {
    optimizer.learningRate = rate
    optimizer.step(&point, gradient: gradient(point))
    losses.append(f(point))
  }
  return LearningRateRangeTest(initialLoss: f(start), rates: tried, losses: losses)
}
