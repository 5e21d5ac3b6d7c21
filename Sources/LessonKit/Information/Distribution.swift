/// Probabilities of the outcomes 0, 1, … *n* − 1, checked when they come in.
///
/// ```swift
/// let coin = try Distribution([0.25, 0.75])
/// coin.entropy(in: .bits)  // => 0.8112781244591328
/// ```
///
/// The functions on plain arrays compute whatever they are given; a table in print that sums to 1.1 goes through them with
/// a result that means nothing. This type refuses it and says why:
///
/// ```swift
/// var reason = ""
/// do { _ = try Distribution([0.5, -0.1, 0.6]) } catch { reason = "\(error)" }
/// reason  // => "entry 1 is -0.1, and a probability is not negative (counted from 0)"
/// ```
public struct Distribution: Sendable, Equatable {
  /// The probabilities as they were given: not negative, with a sum of 1 within the tolerance.
  public let probabilities: [Double]

  /// Checks the probabilities and keeps them unchanged.
  ///
  /// - Parameters:
  ///   - probabilities: One number for each outcome.
  ///   - tolerance: How far the sum may be from 1; the default forgives rounding, not a misprint.
  /// - Throws: `DistributionError`, for the first entry that is at fault, then for the sum.
  public init(_ probabilities: [Double], tolerance: Double = 1e-9) throws(DistributionError) {
    guard !probabilities.isEmpty else { throw .empty }
    for i in probabilities.indices { try DistributionError.check(probabilities[i], at: .index(i)) }
    try DistributionError.check(sum: pairwiseSum(probabilities), tolerance: tolerance)
    self.probabilities = probabilities
  }

  /// Divides weights, counts for example, by their sum.
  ///
  /// ```swift
  /// try Distribution(weights: [9, 5]).entropy(in: .bits)  // => 0.9402859586706311
  /// ```
  ///
  /// - Throws: `DistributionError` if a weight is negative or not finite, or all are 0.
  public init(weights: [Double]) throws(DistributionError) {
    guard !weights.isEmpty else { throw .empty }
    for i in weights.indices { try DistributionError.check(weights[i], at: .index(i)) }
    let sum = pairwiseSum(weights)
    guard sum > 0 else { throw .zeroSum }
    probabilities = weights.map { $0 / sum }
  }

  /// The distribution that gives each of `count` outcomes the same probability; `count` must be positive.
  public static func uniform(_ count: Int) -> Distribution {
    precondition(count > 0, "a distribution needs at least one outcome")
    return Distribution(unchecked: [Double](repeating: 1 / Double(count), count: count))
  }

  /// Takes probabilities that are right by construction.
  init(unchecked probabilities: [Double]) { self.probabilities = probabilities }

  /// The number of outcomes, those of probability 0 included.
  public var count: Int { probabilities.count }

  /// The probability of one outcome.
  public subscript(outcome: Int) -> Double { probabilities[outcome] }

  /// The mean of `values`, one for each outcome: E[v] = Σ pᵢ vᵢ; an outcome of probability 0 does not count.
  ///
  /// ```swift
  /// Distribution.uniform(6).expectation(of: [1, 2, 3, 4, 5, 6])  // => 3.5
  /// ```
  public func expectation(of values: [Double]) -> Double {
    precondition(values.count == count, "one value is needed for each outcome")
    var total = 0.0
    for i in values.indices where probabilities[i] != 0 { total += probabilities[i] * values[i] }
    return total
  }

  /// The mean surprise; see the free function of that name for formula and bounds.
  public func entropy(in base: LogarithmBase) -> Double { LessonKit.entropy(probabilities, in: base) }

  /// The number of equally likely outcomes that would be as hard to foresee.
  public var perplexity: Double { LessonKit.perplexity(probabilities) }

  /// The mean surprise of one who believes `model` while outcomes come from this distribution.
  public func crossEntropy(_ model: Distribution, in base: LogarithmBase) -> Double {
    LessonKit.crossEntropy(probabilities, model.probabilities, in: base)
  }

  /// D(this ‖ `model`): what believing `model` costs on average.
  public func klDivergence(_ model: Distribution, in base: LogarithmBase) -> Double {
    LessonKit.klDivergence(probabilities, model.probabilities, in: base)
  }
}
