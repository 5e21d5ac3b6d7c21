/// The joint entropy of a table of p(x, y), with a row for each x: H(X, Y) = −ΣΣ p(x, y) log p(x, y).
///
/// ```swift
/// jointEntropy([[0.25, 0.25], [0.5, 0]], in: .bits)  // => 1.5
/// ```
///
/// The numbers are taken as they come; ``JointDistribution`` checks them.
public func jointEntropy(_ table: [[Double]], in base: LogarithmBase) -> Double {
  entropy(table.flatMap { $0 }, in: base)
}

/// The conditional entropy of Y, the columns, given X, the rows: H(Y|X) = H(X, Y) − H(X).
///
/// ```swift
/// conditionalEntropy([[0.25, 0.25], [0.5, 0]], in: .bits)  // => 0.5
/// ```
///
/// Exchange rows and columns for H(X|Y), or use ``JointDistribution/conditionalEntropy(of:in:)``, which also computes it
/// by the definition.
public func conditionalEntropy(_ table: [[Double]], in base: LogarithmBase) -> Double {
  jointEntropy(table, in: base) - entropy(table.map { $0.reduce(0, +) }, in: base)
}

/// The mutual information of the two variables of a table of p(x, y): I(X; Y) = ΣΣ p(x, y) log(p(x, y) / (p(x) p(y))).
///
/// ```swift
/// mutualInformation([[0.5, 0], [0, 0.5]], in: .bits)  // => 1.0
/// mutualInformation([[0.25, 0.25], [0.25, 0.25]], in: .bits)  // => 0.0
/// ```
///
/// - Precondition: Rows have equal length.
public func mutualInformation(_ table: [[Double]], in base: LogarithmBase) -> Double {
  let x = table.map { $0.reduce(0, +) }
  var y = [Double](repeating: 0, count: table.first?.count ?? 0)
  for row in table {
    precondition(row.count == y.count, "rows of a table have equal length")
    for column in row.indices { y[column] += row[column] }
  }
  let product = x.flatMap { x in y.map { x * $0 } }
  return klDivergence(table.flatMap { $0 }, product, in: base)
}
