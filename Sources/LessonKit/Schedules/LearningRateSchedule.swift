/// How the learning rate changes from step to step.
///
/// ```swift
/// LearningRateSchedule.step(initial: 0.1, factor: 0.5, every: 5).rate(at: 25)             // => 0.003125
/// LearningRateSchedule.cosine(maximum: 0.1, minimum: 0.001, period: 100).rate(at: 50)     // => 0.0505
/// LearningRateSchedule.warmUp(from: 0, over: 10, then: .constant(0.1)).rate(at: 5)        // => 0.05
/// ```
///
/// - Not true: that annealing leads to a saddle, as one reads. Smaller steps let noisy descent settle in a basin.
/// - Source: CS231n, "Neural networks, part 3", section Annealing the learning rate; Loshchilov & Hutter (2017), "SGDR",
///   eq. (5); Goyal et al. (2017), section 2.2, for the warm-up.
public enum LearningRateSchedule: Sendable, Equatable {
  /// η at every step.
  case constant(Double)

  /// η₀·factor^⌊t/every⌋: a fall every so many steps.
  case step(initial: Double, factor: Double, every: Int)

  /// η₀·e^(−decay·t).
  case exponential(initial: Double, decay: Double)

  /// η₀/(1 + decay·t), called 1/t annealing.
  case inverseTime(initial: Double, decay: Double)

  /// η_min + ½(η_max − η_min)(1 + cos(πt/T)) up to t = T, and the minimum from then on.
  case cosine(maximum: Double, minimum: Double, period: Int)

  /// The cosine again and again, each period `growth` times as long as the one before (SGDR's T_mult).
  case cosineRestarts(maximum: Double, minimum: Double, period: Int, growth: Int)

  /// A straight line from `from` to the first rate of another schedule, which then begins at its own step 0.
  indirect case warmUp(from: Double, over: Int, then: LearningRateSchedule)

  /// The learning rate of step `t`, the first step being 0.
  ///
  /// - Complexity: O(1), and O(log t) for growing cosine periods.
  public func rate(at t: Int) -> Double {
    precondition(t >= 0, "steps are counted from 0")
    switch self {
    case .constant(let rate):
      return rate
    case .step(let initial, let factor, let every):
      precondition(every > 0, "a step schedule falls every so many steps")
      return initial * pow(factor, Double(t / every))
    case .exponential(let initial, let decay):
      return initial * exp(-decay * Double(t))
    case .inverseTime(let initial, let decay):
      return initial / (1 + decay * Double(t))
    case .cosine(let maximum, let minimum, let period):
      precondition(period > 0, "a cosine has a positive period")
      return Self.cosine(maximum, minimum, Double(min(t, period)) / Double(period))
    case .cosineRestarts(let maximum, let minimum, let period, let growth):
      let (sinceRestart, length) = Self.restart(before: t, period: period, growth: growth)
      return Self.cosine(maximum, minimum, Double(sinceRestart) / Double(length))
    case .warmUp(let from, let over, let next):
      guard t < over else { return next.rate(at: t - over) }
      return from + (next.rate(at: 0) - from) * Double(t) / Double(over)
    }
  }

  /// The learning rates of the first `count` steps.
  public func rates(_ count: Int) -> [Double] {
    (0..<count).map { rate(at: $0) }
  }

  /// SGDR, eq. (5), at a fraction of the period.
  private static func cosine(_ maximum: Double, _ minimum: Double, _ fraction: Double) -> Double {
    minimum + 0.5 * (maximum - minimum) * (1 + cos(.pi * fraction))
  }

  /// The steps since the last restart and the length of the period that began there.
  private static func restart(before t: Int, period: Int, growth: Int) -> (sinceRestart: Int, length: Int) {
    precondition(period > 0 && growth > 0, "restarts need a positive period and growth")
    guard growth > 1 else { return (t % period, period) }
    var (sinceRestart, length) = (t, period)
    while sinceRestart >= length {
      sinceRestart -= length
      length *= growth
    }
    return (sinceRestart, length)
  }
}
