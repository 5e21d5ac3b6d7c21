/// Samples to learn from: an input vector and a target vector for each.
///
/// ```swift
/// let data = Dataset(inputs: [[0, 1], [1, 0]], labels: [2, 0], classes: 3)
/// data.targets[0]  // => [0.0, 0.0, 1.0]
/// ```
public struct Dataset: Sendable, Equatable {
  /// One vector a sample.
  public let inputs: [[Double]]
  /// One vector a sample: numbers to predict, or a one-hot label.
  public let targets: [[Double]]

  /// Makes a data set.
  ///
  /// - Precondition: as many inputs as targets.
  public init(inputs: [[Double]], targets: [[Double]]) {
    precondition(inputs.count == targets.count, "every input has a target")
    self.inputs = inputs
    self.targets = targets
  }

  /// Makes a data set whose targets are one-hot vectors of class numbers from 0 to `classes` − 1.
  public init(inputs: [[Double]], labels: [Int], classes: Int) {
    precondition(labels.allSatisfy { 0 <= $0 && $0 < classes }, "a label is a class number from 0 on")
    self.init(inputs: inputs, targets: labels.map { label in (0..<classes).map { $0 == label ? 1 : 0 } })
  }

  /// The number of samples.
  public var count: Int { inputs.count }

  /// The place of the largest target of each sample: its class number if targets are one-hot.
  public var labels: [Int] { targets.map { indexOfLargest($0) } }

  /// The samples with the given numbers, in that order.
  public func samples(_ numbers: some Sequence<Int>) -> Dataset {
    let chosen = Array(numbers)
    return Dataset(inputs: chosen.map { inputs[$0] }, targets: chosen.map { targets[$0] })
  }

  /// Every n-th sample for validation, the others for training.
  ///
  /// - Precondition: `n` is at least 2. Meant for data in which neighbors do not depend on each other, or shuffled data.
  public func split(every n: Int) -> (training: Dataset, validation: Dataset) {
    precondition(n >= 2, "a split needs every second sample at most")
    return (samples((0..<count).filter { $0 % n != n - 1 }), samples((0..<count).filter { $0 % n == n - 1 }))
  }
}

func indexOfLargest(_ values: [Double]) -> Int {
  values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
}
