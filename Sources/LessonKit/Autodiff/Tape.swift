/// The record of a computation, one entry an operation, that can be read backwards to give every derivative at once.
///
/// Reverse mode in one screen: each operation on a ``Variable`` appends its value together with its *local* derivatives, the
/// ones that are known at that moment. ``backward(from:)`` walks the record once from the end and multiplies and adds them, which
/// is the chain rule:
///
///     dL/d(input) += dL/d(operation) · d(operation)/d(input)
///
/// ```swift
/// let tape = Tape()
/// let x = tape.variable(-2)
/// let y = tape.variable(5)
/// let z = tape.variable(-4)
/// let L = (x + y) * z
/// L.backward()
/// L.value     // => -12
/// x.gradient  // => -4
/// z.gradient  // => 3
/// ```
///
/// - Gradients **accumulate**: a second `backward()` adds to the first, as in PyTorch, until ``zeroGradients()``.
/// - A tape is a class with no lock. Use it from one task at a time.
/// - Not true: that the tape holds a formula. It holds the numbers of one evaluation; assigning ``Variable/value`` of an input
///   does not recompute what was derived from it.
/// - Complexity: `backward` takes time and memory proportional to the number of entries, however many inputs there are.
/// - Source: Linnainmaa (1976), "Taylor expansion of the accumulated rounding error"; Baydin et al. (2018), "Automatic
///   differentiation in machine learning: a survey", section 3.2; the accumulating `.grad` is PyTorch's.
public final class Tape {
  /// The operations so far, inputs included; an operation only ever refers to entries before its own.
  public private(set) var entries: [Entry] = []

  /// Makes an empty tape.
  public init() {}

  /// Appends an input, a number with respect to which one can differentiate.
  public func variable(_ value: Double) -> Variable {
    append(Entry(operation: "input", value: value))
  }

  /// Appends an input for each number.
  public func variables(_ values: [Double]) -> [Variable] {
    values.map { variable($0) }
  }

  /// Adds the derivative of `output` with respect to every entry before it to that entry's gradient.
  public func backward(from output: Variable) {
    precondition(output.tape === self, "the variable belongs to another tape")
    var adjoint = [Double](repeating: 0, count: output.index + 1)
    adjoint[output.index] = 1
    for index in stride(from: output.index, through: 0, by: -1) {
      let slope = adjoint[index]  // final: whatever uses this entry stands behind it and was visited before
      entries[index].gradient += slope
      if let first = entries[index].first { adjoint[first.index] += slope * first.derivative }
      if let second = entries[index].second { adjoint[second.index] += slope * second.derivative }
    }
  }

  /// Sets every gradient to zero.
  public func zeroGradients() {
    for index in entries.indices { entries[index].gradient = 0 }
  }

  /// Forgets all entries from number `count` on, so that a training loop can keep its parameters and drop the last pass.
  ///
  /// ```swift
  /// let tape = Tape()
  /// let w = tape.variable(3)
  /// let mark = tape.entries.count
  /// let loss = w * w
  /// tape.rewind(to: mark)
  /// tape.entries.count  // => 1
  /// ```
  ///
  /// - Precondition: `count` is at most the number of entries. Variables of forgotten entries must not be used again.
  public func rewind(to count: Int) {
    precondition(count >= 0 && count <= entries.count, "a tape rewinds to an earlier number of entries")
    entries.removeLast(entries.count - count)
  }

  func append(_ entry: Entry) -> Variable {
    entries.append(entry)
    return Variable(tape: self, index: entries.count - 1)
  }

  func setValue(_ value: Double, at index: Int) {
    precondition(entries[index].first == nil, "only an input can be given another value; this entry was computed")
    entries[index].value = value
  }
}
