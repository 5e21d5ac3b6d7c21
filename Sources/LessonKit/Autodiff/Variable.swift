/// A number on a ``Tape``: write formulas with it as with a `Double`, then ask for derivatives.
///
/// A variable is a value of two words, the tape and a number of an entry. Copying it does not copy the entry.
///
/// ```swift
/// let tape = Tape()
/// let a = tape.variable(2)
/// let b = a * a + 3 * a
/// b.backward()
/// a.gradient  // => 7
/// ```
public struct Variable {
  /// The record that this variable belongs to.
  public let tape: Tape
  /// The number of its entry.
  public let index: Int

  /// The number itself; that of an input can be assigned, as an optimizer does between two passes.
  public var value: Double {
    get { tape.entries[index].value }
    nonmutating set { tape.setValue(newValue, at: index) }
  }

  /// The sum of all derivatives dL/d(self) that `L.backward()` has added since the last zeroing.
  public var gradient: Double { tape.entries[index].gradient }

  /// Differentiates this variable with respect to everything that it was computed from.
  ///
  /// - Complexity: O(number of entries before it).
  public func backward() { tape.backward(from: self) }
}

// Every operation below puts its value and its local derivatives side by side.
extension Variable {
  /// Appends an operation of this variable: the way to teach the tape a function that it lacks.
  ///
  /// ```swift
  /// extension Variable {
  ///   func cubed() -> Variable { applying("cubed", value: value * value * value, derivative: 3 * value * value) }
  /// }
  /// let x = Tape().variable(2)
  /// x.cubed().backward()
  /// x.gradient  // => 12.0
  /// ```
  ///
  /// - Parameters:
  ///   - operation: The name that ``Tape/Entry/operation`` shows.
  ///   - value: The function's value.
  ///   - derivative: The function's derivative with respect to this variable; ``gradientCheck(of:at:step:)`` tests it.
  public func applying(_ operation: String, value: Double, derivative: Double) -> Variable {
    tape.append(Tape.Entry(operation: operation, value: value, first: Tape.Operand(index: index, derivative: derivative)))
  }

  /// Appends an operation of this variable and another one, with its two partial derivatives.
  ///
  /// - Precondition: both are on the same tape.
  public func combining(
    _ operation: String, _ other: Variable, value: Double, derivatives: (Double, Double)
  ) -> Variable {
    precondition(tape === other.tape, "variables of two tapes cannot meet in one formula")
    return tape.append(
      Tape.Entry(
        operation: operation, value: value, first: Tape.Operand(index: index, derivative: derivatives.0),
        second: Tape.Operand(index: other.index, derivative: derivatives.1)))
  }

  /// The sum; d(a+b)/da = d(a+b)/db = 1.
  public static func + (a: Variable, b: Variable) -> Variable {
    a.combining("+", b, value: a.value + b.value, derivatives: (1, 1))
  }

  /// The difference; d(a−b)/da = 1, d(a−b)/db = −1.
  public static func - (a: Variable, b: Variable) -> Variable {
    a.combining("-", b, value: a.value - b.value, derivatives: (1, -1))
  }

  /// The product; d(ab)/da = b, d(ab)/db = a.
  public static func * (a: Variable, b: Variable) -> Variable {
    a.combining("*", b, value: a.value * b.value, derivatives: (b.value, a.value))
  }

  /// The quotient; d(a/b)/da = 1/b, d(a/b)/db = −a/b².
  public static func / (a: Variable, b: Variable) -> Variable {
    a.combining("/", b, value: a.value / b.value, derivatives: (1 / b.value, -a.value / (b.value * b.value)))
  }

  /// The negative; d(−a)/da = −1.
  public static prefix func - (a: Variable) -> Variable {
    a.applying("negate", value: -a.value, derivative: -1)
  }
}

extension Variable: CustomStringConvertible {
  /// Value and gradient in words.
  public var description: String { "\(value) (gradient \(gradient))" }
}
