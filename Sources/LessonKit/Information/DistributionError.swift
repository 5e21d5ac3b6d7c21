/// Why a list or a table of numbers is not a probability distribution.
public enum DistributionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The place of a number, counted from 0.
  public enum Entry: Sendable, Equatable, CustomStringConvertible {
    case index(Int)
    case cell(row: Int, column: Int)

    public var description: String {
      switch self {
      case .index(let index): "entry \(index)"
      case .cell(let row, let column): "the entry in row \(row), column \(column)"
      }
    }
  }

  /// There is no outcome.
  case empty
  /// A number is infinite or NaN.
  case notFinite(Entry, value: Double)
  /// A number is below 0.
  case negative(Entry, value: Double)
  /// The numbers sum to something other than 1.
  case sum(Double, tolerance: Double)
  /// All numbers are 0, so that nothing can be divided by their sum.
  case zeroSum
  /// A row of a table is longer or shorter than the first.
  case ragged(row: Int, count: Int, expected: Int)

  public var description: String {
    switch self {
    case .empty: "a distribution needs at least one outcome"
    case .notFinite(let entry, let value): "\(entry) is \(value), which is not a finite number (counted from 0)"
    case .negative(let entry, let value): "\(entry) is \(value), and a probability is not negative (counted from 0)"
    case .sum(let sum, let tolerance): "the probabilities sum to \(sum), not to 1 within \(tolerance)"
    case .zeroSum: "all weights are 0, so they cannot be scaled to sum to 1"
    case .ragged(let row, let count, let expected): "row \(row) has \(count) entries where the first row has \(expected)"
    }
  }

  /// Throws for the first number that no probability or weight can be.
  static func check(_ value: Double, at entry: Entry) throws(DistributionError) {
    guard value.isFinite else { throw .notFinite(entry, value: value) }
    guard value >= 0 else { throw .negative(entry, value: value) }
  }

  /// Throws if a sum is farther from 1 than the tolerance.
  static func check(sum: Double, tolerance: Double) throws(DistributionError) {
    guard (sum - 1).magnitude <= tolerance else { throw .sum(sum, tolerance: tolerance) }
  }
}
