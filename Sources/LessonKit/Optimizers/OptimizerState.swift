/// The inside of an optimizer after a step: named vectors with an entry for each parameter.
///
/// ```swift
/// var adam = Adam(learningRate: 0.1)
/// var x = [1.0]
/// adam.step(&x, gradient: [2])
/// adam.state["m"]  // => [0.2]
/// ```
public struct OptimizerState: Sendable, Equatable {
  /// A vector and its name in the optimizer's formulas.
  public struct Series: Sendable, Equatable {
    /// The symbol, such as `m` or `s`.
    public let name: String
    /// A number for each parameter; empty before the first step.
    public let values: [Double]

    /// Makes a named vector.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The vectors in the order of the formulas.
  public let series: [Series]

  /// Makes a state of named vectors.
  public init(_ series: [Series]) { self.series = series }

  /// The vector of a name; empty before the first step.
  ///
  /// - Precondition: the optimizer has a vector of that name.
  public subscript(name: String) -> [Double] {
    guard let found = series.first(where: { $0.name.isSame(as: name) }) else {
      preconditionFailure("this optimizer keeps no vector of that name")
    }
    return found.values
  }
}

extension Array where Element == Double {
  /// Fills an empty vector with zeros, which is how every optimizer's memory begins.
  mutating func beginWithZeros(_ count: Int) {
    if isEmpty { self = [Double](repeating: 0, count: count) }
    precondition(self.count == count, "an optimizer remembers one number for each parameter; use a new one for another model")
  }
}
