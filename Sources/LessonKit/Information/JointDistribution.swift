/// The distribution of two variables together: a table with a row for each value of X and a column for each value of Y.
///
/// ```swift
/// let weather = try JointDistribution([[0.3, 0.1], [0.2, 0.4]])
/// weather.marginal(of: .x).probabilities  // => [0.4, 0.6000000000000001]
/// fixed(weather.mutualInformation(in: .bits), 4)  // => "0.1245"
/// ```
///
/// Chain rule: H(X, Y) = H(X) + H(Y|X) = H(Y) + H(X|Y). As in a picture of two overlapping circles,
/// H(X) + H(Y) = H(X, Y) + I(X; Y).
public struct JointDistribution: Sendable, Equatable {
  /// Which of the two variables.
  public enum Variable: Sendable, Equatable {
    /// The variable whose values are the rows.
    case x
    /// The variable whose values are the columns.
    case y
  }

  /// p(x, y) as `rows[x][y]`.
  public let rows: [[Double]]

  /// Checks the table and keeps it unchanged.
  ///
  /// - Parameters:
  ///   - rows: Rows of equal length.
  ///   - tolerance: How far the sum of all entries may be from 1.
  /// - Throws: `DistributionError`, with row and column of the first entry at fault.
  public init(_ rows: [[Double]], tolerance: Double = 1e-9) throws(DistributionError) {
    try DistributionError.check(sum: Self.checkedSum(rows), tolerance: tolerance)
    self.rows = rows
  }

  /// Divides a table of weights, counts for example, by its sum.
  ///
  /// - Throws: `DistributionError` if a weight is negative or not finite, or all are 0.
  public init(weights rows: [[Double]]) throws(DistributionError) {
    let sum = try Self.checkedSum(rows)
    guard sum > 0 else { throw .zeroSum }
    self.rows = rows.map { $0.map { $0 / sum } }
  }

  private init(unchecked rows: [[Double]]) { self.rows = rows }

  private static func checkedSum(_ rows: [[Double]]) throws(DistributionError) -> Double {
    guard let width = rows.first?.count, width > 0 else { throw .empty }
    for (row, entries) in rows.enumerated() {
      guard entries.count == width else { throw .ragged(row: row, count: entries.count, expected: width) }
      for (column, value) in entries.enumerated() {
        try DistributionError.check(value, at: .cell(row: row, column: column))
      }
    }
    return pairwiseSum(rows.flatMap { $0 })
  }

  /// The table with rows and columns exchanged.
  public var transposed: JointDistribution {
    JointDistribution(unchecked: rows[0].indices.map { column in rows.map { $0[column] } })
  }

  /// The distribution of one variable alone: sums of the rows for X, of the columns for Y.
  ///
  /// ```swift
  /// let table = try JointDistribution([[0.5, 0.25], [0, 0.25]])
  /// table.marginal(of: .x).probabilities  // => [0.75, 0.25]
  /// ```
  public func marginal(of variable: Variable) -> Distribution {
    let table = variable == .x ? rows : transposed.rows
    return Distribution(unchecked: table.map { $0.reduce(0, +) })
  }

  /// The distribution of one variable when the other is known to have the value with index `given`.
  ///
  /// p(y | x) = p(x, y) / p(x). Nothing if the condition has probability 0, for then there is no such distribution.
  ///
  /// ```swift
  /// let table = try JointDistribution([[0.5, 0.25], [0, 0.25]])
  /// table.conditional(of: .x, given: 1)?.probabilities ?? []  // => [0.5, 0.5]
  /// ```
  public func conditional(of variable: Variable, given index: Int) -> Distribution? {
    let slice = variable == .y ? rows[index] : rows.map { $0[index] }
    return try? Distribution(weights: slice)
  }

  /// The table that has the same marginals and independent variables: p(x) · p(y).
  public var independent: JointDistribution {
    let y = marginal(of: .y).probabilities
    return JointDistribution(unchecked: marginal(of: .x).probabilities.map { x in y.map { x * $0 } })
  }

  /// The joint entropy, H(X, Y) = −ΣΣ p(x, y) log p(x, y).
  ///
  /// max(H(X), H(Y)) ≤ H(X, Y) ≤ H(X) + H(Y), with equality on the right if and only if X and Y are independent.
  ///
  /// - Source: Cover and Thomas, eq. (2.8).
  ///
  /// ```swift
  /// let table = try JointDistribution([[0.5, 0.25], [0, 0.25]])
  /// table.entropy(in: .bits)  // => 1.5
  /// ```
  public func entropy(in base: LogarithmBase) -> Double {
    LessonKit.entropy(rows.flatMap { $0 }, in: base)
  }

  /// The conditional entropy of one variable given the other, for example H(Y|X) = Σ p(x) H(Y | X = x).
  ///
  /// 0 ≤ H(Y|X) ≤ H(Y): on average, knowing X never adds uncertainty, though a single value of X may. In general
  /// H(Y|X) ≠ H(X|Y). Conditions of probability 0 count as 0.
  ///
  /// - Parameters:
  ///   - variable: `.y` for H(Y|X), `.x` for H(X|Y).
  ///   - base: The unit.
  /// - Source: Cover and Thomas, eq. (2.10).
  ///
  /// ```swift
  /// let table = try JointDistribution([[0.5, 0.25], [0, 0.25]])
  /// table.conditionalEntropy(of: .y, in: .bits)  // => 0.689
  /// ```
  public func conditionalEntropy(of variable: Variable, in base: LogarithmBase) -> Double {
    let condition = marginal(of: variable == .x ? .y : .x)
    var total = 0.0
    for index in condition.probabilities.indices {
      guard let conditional = conditional(of: variable, given: index) else { continue }
      total += condition[index] * conditional.entropy(in: base)
    }
    return total
  }

  /// The mutual information, I(X; Y) = D(p(x, y) ‖ p(x) p(y)) = H(X) − H(X|Y).
  ///
  /// How much knowing one variable tells about the other, on average. Symmetric; 0 ≤ I ≤ min(H(X), H(Y)), and 0 if and
  /// only if the variables are independent. Decision trees call it information gain.
  ///
  /// - Source: Cover and Thomas, eq. (2.28).
  ///
  /// ```swift
  /// let table = try JointDistribution([[0.5, 0.25], [0, 0.25]])
  /// table.mutualInformation(in: .bits)  // => 0.311
  /// ```
  public func mutualInformation(in base: LogarithmBase) -> Double {
    let information = LessonKit.klDivergence(rows.flatMap { $0 }, independent.rows.flatMap { $0 }, in: base)
    return information < 0 ? 0 : information
  }
}
