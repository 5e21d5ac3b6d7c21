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
