/// The ``Tape`` again, with matrices in the place of numbers: enough for a multilayer network and a batch of samples.
///
/// The only change is that a local derivative becomes a *pullback*, the linear map that carries dL/d(operation) to its share of
/// dL/d(operand). For a number it is "multiply by the derivative"; for C = A·B it is Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄.
///
/// ```swift
/// let tape = MatrixTape()
/// let x = tape.variable(Matrix([[1, 2]]))
/// let w = tape.variable(Matrix([[3, 4], [5, 6]]))
/// let L = sum(matmul(x, w))
/// L.backward()
/// w.gradient.elements  // => [1.0, 1.0, 2.0, 2.0]
/// ```
///
/// - Gradients accumulate until ``zeroGradients()``, as on a ``Tape``. Use it from one task at a time.
/// - Not true: that the derivative by a matrix is another calculus. Entry (i, j) of a gradient is the ordinary partial
///   derivative by entry (i, j).
/// - Source: Giles (2008), "Collected matrix derivative results for forward and reverse mode algorithmic differentiation".
public final class MatrixTape {
  struct Entry {
    var value: Matrix
    var gradient: Matrix
    let operands: [Operand]
  }

  struct Operand {
    let index: Int
    let pullback: (Matrix) -> Matrix
  }

  private(set) var entries: [Entry] = []

  /// Makes an empty tape.
  public init() {}

  /// The number of entries, inputs included.
  public var count: Int { entries.count }

  /// Appends an input.
  public func variable(_ value: Matrix) -> MatrixVariable {
    append(value, [])
  }

  /// Adds the derivative of `output`, a 1×1 matrix, with respect to every entry before it to that entry's gradient.
  public func backward(from output: MatrixVariable) {
    precondition(output.tape === self, "the variable belongs to another tape")
    precondition(output.value.elements.count == 1, "only a single number has a gradient; take a sum or a mean first")
    var adjoints = [Matrix?](repeating: nil, count: output.index + 1)
    adjoints[output.index] = Matrix([[1]])
    for index in stride(from: output.index, through: 0, by: -1) {
      guard let adjoint = adjoints[index] else { continue }  // the output does not depend on this entry
      entries[index].gradient = entries[index].gradient.combined(with: adjoint, +)
      for operand in entries[index].operands {
        let share = operand.pullback(adjoint)
        adjoints[operand.index] = adjoints[operand.index]?.combined(with: share, +) ?? share
      }
    }
  }

  /// Sets every gradient to zero.
  public func zeroGradients() {
    for index in entries.indices { entries[index].gradient = entries[index].gradient.map { _ in 0 } }
  }

  /// Forgets all entries from number `count` on; see ``Tape/rewind(to:)``.
  public func rewind(to count: Int) {
    precondition(count >= 0 && count <= entries.count, "a tape rewinds to an earlier number of entries")
    entries.removeLast(entries.count - count)
  }

  func append(_ value: Matrix, _ operands: [Operand]) -> MatrixVariable {
    let zero = Matrix(rows: value.rows, columns: value.columns, repeating: 0)
    entries.append(Entry(value: value, gradient: zero, operands: operands))
    return MatrixVariable(tape: self, index: entries.count - 1)
  }

  func setValue(_ value: Matrix, at index: Int) {
    precondition(entries[index].operands.isEmpty, "only an input can be given another value; this entry was computed")
    precondition(
      value.rows == entries[index].value.rows && value.columns == entries[index].value.columns, "an input keeps its shape")
    entries[index].value = value
  }
}
