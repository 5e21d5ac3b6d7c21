extension Tape {
  /// One operation: its value, and how much it changes with each operand.
  public struct Entry: Sendable, Equatable {
    /// The operation's sign or name, `input` for an input.
    public let operation: String
    /// The result of the operation.
    public internal(set) var value: Double
    /// What every `backward()` since the last zeroing has added up.
    public internal(set) var gradient = 0.0
    /// The first operand, if there is one.
    public let first: Operand?
    /// The second operand, if there is one.
    public let second: Operand?

    init(operation: String, value: Double, first: Operand? = nil, second: Operand? = nil) {
      self.operation = operation
      self.value = value
      self.first = first
      self.second = second
    }
  }

  /// An operand of an operation: which entry it is, and the operation's partial derivative with respect to it.
  public struct Operand: Sendable, Equatable {
    /// The number of the operand's entry.
    public let index: Int
    /// ∂(operation)/∂(operand) at the values of this evaluation.
    public let derivative: Double
  }
}

extension Tape: CustomStringConvertible {
  /// The tape as text, an entry a line: number, operation, operands with their local derivatives, value, gradient.
  ///
  /// ```swift
  /// let tape = Tape()
  /// let square = tape.variable(3).power(2)
  /// square.backward()
  /// print(tape)
  /// // Prints "0 input = 3.0, gradient 6.0"
  /// // Prints "1 pow(#0 by 6.0) = 9.0, gradient 1.0"
  /// ```
  public var description: String {
    var lines: [String] = []
    for (index, entry) in entries.enumerated() {
      let operands = [entry.first, entry.second].compactMap { $0 }.map { "#\($0.index) by \($0.derivative)" }
      let list = operands.isEmpty ? "" : "(\(operands.joined(separator: ", ")))"
      lines.append("\(index) \(entry.operation)\(list) = \(entry.value), gradient \(entry.gradient)")
    }
    return lines.joined(separator: "\n")
  }
}
