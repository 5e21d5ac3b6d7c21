/// A matrix on a ``MatrixTape``.
public struct MatrixVariable {
  /// The record that this variable belongs to.
  public let tape: MatrixTape
  let index: Int

  /// The matrix itself; that of an input can be assigned.
  public var value: Matrix {
    get { tape.entries[index].value }
    nonmutating set { tape.setValue(newValue, at: index) }
  }

  /// The sum of all derivatives that `backward()` has added since the last zeroing, in the shape of ``value``.
  public var gradient: Matrix { tape.entries[index].gradient }

  /// Differentiates this variable, a 1×1 matrix, with respect to everything that it was computed from.
  public func backward() { tape.backward(from: self) }

  /// Appends an operation of this variable with its pullback.
  func applying(_ value: Matrix, pullback: @escaping (Matrix) -> Matrix) -> MatrixVariable {
    tape.append(value, [MatrixTape.Operand(index: index, pullback: pullback)])
  }

  /// Appends an operation of two variables with a pullback for each.
  func combining(
    _ other: MatrixVariable, _ value: Matrix, pullback first: @escaping (Matrix) -> Matrix,
    otherPullback second: @escaping (Matrix) -> Matrix
  ) -> MatrixVariable {
    precondition(tape === other.tape, "variables of two tapes cannot meet in one formula")
    return tape.append(
      value,
      [
        MatrixTape.Operand(index: index, pullback: first),
        MatrixTape.Operand(index: other.index, pullback: second),
      ])
  }
}
