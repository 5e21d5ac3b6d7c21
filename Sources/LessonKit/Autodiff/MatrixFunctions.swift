// Each operation puts its value and its pullback side by side, as the scalar ones do with their derivatives.
extension MatrixVariable {
  /// The elementwise sum; a 1×n right side is a bias that is added to every row.
  public static func + (a: MatrixVariable, b: MatrixVariable) -> MatrixVariable {
    let (x, y) = (a.value, b.value)
    guard x.rows != y.rows, y.rows == 1 else {
      return a.combining(b, x.combined(with: y, +), pullback: { $0 }, otherPullback: { $0 })
    }
    precondition(x.columns == y.columns, "a bias has one entry for each column")
    var sum = x
    for i in 0..<x.rows {
      for j in 0..<x.columns { sum[i, j] += y[0, j] }
    }
    // Every row used the same bias, so every row sends it its share.
    return a.combining(b, sum, pullback: { $0 }, otherPullback: { $0.columnSums })
  }

  /// The elementwise difference.
  public static func - (a: MatrixVariable, b: MatrixVariable) -> MatrixVariable {
    a.combining(b, a.value.combined(with: b.value, -), pullback: { $0 }, otherPullback: { $0.map { -$0 } })
  }

  /// The elementwise product (Hadamard's), not the matrix product; that is ``matmul(_:_:)-(MatrixVariable,_)``.
  public static func * (a: MatrixVariable, b: MatrixVariable) -> MatrixVariable {
    let (x, y) = (a.value, b.value)
    return a.combining(
      b, x.combined(with: y, *), pullback: { $0.combined(with: y, *) }, otherPullback: { $0.combined(with: x, *) })
  }

  /// The product with a constant.
  public static func * (c: Double, a: MatrixVariable) -> MatrixVariable {
    a.applying(a.value.map { c * $0 }, pullback: { $0.map { c * $0 } })
  }

  /// Appends an elementwise function with its derivative, which is given the function's input and output.
  ///
  /// ```swift
  /// let x = MatrixTape().variable(Matrix([[3, -2]]))
  /// sum(x.mapping({ $0 * $0 }, derivative: { input, _ in 2 * input })).backward()
  /// x.gradient.elements  // => [6.0, -4.0]
  /// ```
  public func mapping(_ f: (Double) -> Double, derivative: (_ input: Double, _ output: Double) -> Double) -> MatrixVariable {
    let output = value.map(f)
    let slopes = value.combined(with: output, derivative)
    return applying(output, pullback: { $0.combined(with: slopes, *) })
  }
}

/// Multiplies matrices on a tape; for C = A·B the pullbacks are Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄.
///
/// - Precondition: `a` has as many columns as `b` has rows.
public func matmul(_ a: MatrixVariable, _ b: MatrixVariable) -> MatrixVariable {
  let (x, y) = (a.value, b.value)
  return a.combining(
    b, matmul(x, y), pullback: { matmul($0, y.transposed) }, otherPullback: { matmul(x.transposed, $0) })
}

extension MatrixVariable {
  /// The logistic function of each entry.
  ///
  /// ```swift
  /// MatrixTape().variable(Matrix([[0, 2]])).sigmoid().value.elements  // => [0.5, 0.8807970779778823]
  /// ```
  public func sigmoid() -> MatrixVariable {
    mapping({ LessonKit.sigmoid($0) }, derivative: { _, output in output * (1 - output) })
  }

  /// The hyperbolic tangent of each entry.
  ///
  /// ```swift
  /// MatrixTape().variable(Matrix([[0, 1]])).tanh().value.elements  // => [0.0, 0.7615941559557649]
  /// ```
  public func tanh() -> MatrixVariable {
    mapping({ Double.hyperbolicTangent(of: $0) }, derivative: { _, output in 1 - output * output })
  }

  /// The positive part of each entry; the derivative at 0 is 0 by convention.
  ///
  /// ```swift
  /// MatrixTape().variable(Matrix([[-1, 2]])).relu().value.elements  // => [0.0, 2.0]
  /// ```
  public func relu() -> MatrixVariable { mapping({ max(0, $0) }, derivative: { input, _ in input > 0 ? 1 : 0 }) }
}

/// Adds up all entries into a 1×1 matrix.
public func sum(_ a: MatrixVariable) -> MatrixVariable {
  let (rows, columns) = (a.value.rows, a.value.columns)
  return a.applying(Matrix([[a.value.elements.reduce(0, +)]])) {
    Matrix(rows: rows, columns: columns, repeating: $0[0, 0])
  }
}

/// Averages all entries into a 1×1 matrix.
///
/// - Precondition: the matrix is not empty.
public func mean(_ a: MatrixVariable) -> MatrixVariable {
  precondition(!a.value.elements.isEmpty, "the mean of nothing is undefined")
  return 1 / Double(a.value.elements.count) * sum(a)
}

/// Averages the cross-entropy −ln softmax(z)ₗ of each row z of scores with its label l, as one stable operation.
///
/// The pullback is (softmax(z) − onehot(l)) / rows: softmax and logarithm together have a simpler derivative than either.
///
/// ```swift
/// let scores = MatrixTape().variable(Matrix([[-2.85, 0.86, 0.28]]))
/// softmaxCrossEntropy(scores, labels: [2]).value[0, 0]  // => 1.04
/// ```
///
/// - Precondition: there is a label, from 0 to columns − 1, for each row.
/// - Source: CS231n, "Linear classification", the softmax figure (1.04).
public func softmaxCrossEntropy(_ scores: MatrixVariable, labels: [Int]) -> MatrixVariable {
  let z = scores.value
  precondition(labels.count == z.rows && z.rows > 0, "every row of scores has a label")
  var loss = 0.0
  var slope = z
  for (i, label) in labels.enumerated() {
    precondition(label >= 0 && label < z.columns, "a label is the number of a column")
    let row = z.elements[i * z.columns..<(i + 1) * z.columns]
    let largest = row.max() ?? 0  // shifting by it changes nothing but keeps exp in range
    let total = row.reduce(0) { $0 + exp($1 - largest) }
    loss += log(total) + largest - z[i, label]
    for j in 0..<z.columns {
      slope[i, j] = (exp(z[i, j] - largest) / total - (j == label ? 1 : 0)) / Double(z.rows)
    }
  }
  let slopes = slope
  return scores.applying(Matrix([[loss / Double(z.rows)]])) { adjoint in slopes.map { adjoint[0, 0] * $0 } }
}
