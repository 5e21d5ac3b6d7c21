extension Network {
  /// The number of the largest output for an input: the class that the network would choose.
  public func classify(_ input: [Double]) -> Int {
    indexOfLargest(self(input))
  }

  /// The share of samples whose class the network chooses.
  ///
  /// - Precondition: there is a sample.
  public func accuracy(on data: Dataset) -> Double {
    precondition(data.count > 0, "the accuracy on no samples is undefined")
    let right = zip(data.inputs, data.labels).reduce(0) { $0 + (classify($1.0) == $1.1 ? 1 : 0) }
    return Double(right) / Double(data.count)
  }

  /// How many samples of each true class (row) the network put into each class (column).
  public func confusion(on data: Dataset) -> [[Int]] {
    let classes = data.targets.first?.count ?? 0
    var table = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (input, label) in zip(data.inputs, data.labels) { table[label][classify(input)] += 1 }
    return table
  }
}
