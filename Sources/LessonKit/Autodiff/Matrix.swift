/// A rectangle of numbers, stored row by row.
///
/// ```swift
/// let a = Matrix([[1, 2], [3, 4], [5, 6]])
/// matmul(a, Matrix([[1], [10]])).elements  // => [21.0, 43.0, 65.0]
/// ```
///
/// In the networks of this kit a row is a sample and a column a feature. A row vector is a 1×n matrix.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The numbers, row by row.
  public var elements: [Double]

  /// Makes a matrix from its numbers, row by row.
  ///
  /// - Precondition: there are `rows · columns` of them.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows times columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of one number repeated.
  public init(rows: Int, columns: Int, repeating value: Double) {
    self.init(rows: rows, columns: columns, elements: [Double](repeating: value, count: rows * columns))
  }

  /// Makes a matrix from rows of equal length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix have equal length")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The number in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows, repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The sum of each column, a 1×columns matrix.
  public var columnSums: Matrix {
    var result = Matrix(rows: 1, columns: columns, repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { result[0, j] += self[i, j] }
    }
    return result
  }

  /// The matrix with a function applied to each number.
  public func map(_ f: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(f))
  }

  /// The matrix of a function of the numbers in the same places of two matrices.
  ///
  /// - Precondition: both have the same shape.
  public func combined(with other: Matrix, _ f: (Double, Double) -> Double) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "elementwise operations need equal shapes")
    return Matrix(rows: rows, columns: columns, elements: elements.indices.map { f(elements[$0], other.elements[$0]) })
  }
}

extension Matrix: CustomStringConvertible {
  /// The rows as Swift array literals, one a line.
  public var description: String {
    (0..<rows).map { row in
      "[" + (0..<columns).map { "\(self[row, $0])" }.joined(separator: ", ") + "]"
    }.joined(separator: "\n")
  }
}

/// Multiplies matrices; entry (i, j) is Σₖ aᵢₖ·bₖⱼ.
///
/// - Precondition: `a` has as many columns as `b` has rows.
/// - Complexity: O(rows of a · columns of a · columns of b).
public func matmul(_ a: Matrix, _ b: Matrix) -> Matrix {
  precondition(a.columns == b.rows, "a product needs as many columns on the left as rows on the right")
  var product = Matrix(rows: a.rows, columns: b.columns, repeating: 0)
  for i in 0..<a.rows {
    for k in 0..<a.columns {
      let left = a[i, k]
      for j in 0..<b.columns { product[i, j] += left * b[k, j] }
    }
  }
  return product
}
