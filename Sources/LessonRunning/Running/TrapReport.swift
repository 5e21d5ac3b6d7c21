/// Reads a crash report on standard error: what happened, and the author's own line.
package struct TrapReport: Sendable, Equatable {
  package var message: String
  /// The nearest place in the lesson that the report names; nil where it names none.
  package var place: Place?

  /// Whether an error that nothing caught ended the program.
  var isUncaughtError: Bool { message.hasPrefix("Fatal error: Error raised at top level") }

  /// A line of the lesson, and a column where one is known.
  package struct Place: Sendable, Equatable {
    package var line: Int
    /// Only a frame tells the column; the runtime's own message tells the line alone.
    package var column: Int?
  }

  /// What a report says.
  ///
  /// - Parameters:
  ///   - signal: What ended the program.
  ///   - error: What it and the runtime's backtracer wrote.
  ///   - fileName: The name that the lesson carries in the debug information.
  package static func read(signal: Int32, error: String, fileName: String) -> TrapReport {
    let lines = error.split(separator: "\n").map(String.init)
    let frame = lines.lazy.compactMap { self.frame($0, fileName: fileName) }.first
    let isRecursion = (signal == 11 || signal == 7) && looksRecursive(lines)
    let message =
      isRecursion
      ? "stack overflow (infinite recursion?)" : fatalError(lines) ?? runtimeFailure(lines) ?? access(lines) ?? name(of: signal)
    return TrapReport(message: message, place: frame ?? lines.lazy.compactMap { self.failure($0, fileName: fileName) }.first)
  }

  private static let failures = ["Fatal error", "Precondition failed", "Assertion failed"]

  private static func fatalError(_ lines: [String]) -> String? {
    for line in lines {
      for failure in failures {
        if let range = line.firstRange(of: "\(failure): ") {
          return "\(failure): " + withoutAddresses(String(line[range.upperBound...]))
        }
        if line.hasSuffix(": \(failure)") { return failure }
      }
      if line.hasPrefix("Could not cast value of type") { return withoutAddresses(line) }
      if line.hasPrefix("Simultaneous accesses to ") {
        return "Simultaneous accesses to the same memory (exclusivity violation)"
      }
    }
    return nil
  }

  private static func runtimeFailure(_ lines: [String]) -> String? {
    for line in lines {
      guard let range = line.firstRange(of: "Swift runtime failure: ") else { continue }
      let rest = line[range.upperBound...]
      let end = rest.firstRange(of: " in ")?.lowerBound ?? rest.firstRange(of: " at ")?.lowerBound ?? rest.endIndex
      return "Fatal error: " + rest[..<end]
    }
    return nil
  }

  private static func access(_ lines: [String]) -> String? {
    lines.contains { $0.contains("Bad pointer dereference") || $0.contains("Null pointer dereference") }
      ? "bad memory access (SIGSEGV)" : nil
  }

  /// A stack that ran over shows the same function frame after frame.
  private static func looksRecursive(_ lines: [String]) -> Bool {
    let functions = lines.compactMap { line -> Substring? in
      guard let mark = line.firstRange(of: "[ra] ") else { return nil }
      let words = line[mark.upperBound...].split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      return words[1].firstRange(of: " + ").map { words[1][..<$0.lowerBound] }
    }
    guard functions.count >= 3 else { return false }
    return Set(functions.prefix(6)).count <= 3 && functions.count >= 6
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case 4: "trapped (SIGILL)"
    case 5: "trapped (SIGTRAP)"
    case 6: "aborted (SIGABRT)"
    case 7: "bad memory access (SIGBUS)"
    case 8: "arithmetic fault (SIGFPE)"
    case 9: "killed (SIGKILL); possibly for want of memory"
    case 11: "bad memory access (SIGSEGV)"
    case 13: "ended by a broken pipe (SIGPIPE)"
    case 15: "ended by SIGTERM"
    case 24: "ended by the limit of processor time (SIGXCPU)"
    case 25: "ended by the limit of file size (SIGXFSZ)"
    default: "ended by signal \(signal)"
    }
  }

  /// `main + 154 in lesson at ./03-entropy.md:21:14`
  private static func frame(_ line: String, fileName: String) -> Place? {
    guard let range = line.ranges(of: " at ./\(fileName):").last else { return nil }
    let numbers = line[range.upperBound...].split(separator: ":").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    guard let row = numbers.first, row > 0 else { return nil }
    return Place(line: row, column: numbers.count > 1 ? max(numbers[1], 1) : nil)
  }

  /// `main/03-entropy.md:21: Fatal error: boom`
  private static func failure(_ line: String, fileName: String) -> Place? {
    guard let range = line.firstRange(of: "/\(fileName):"), let row = Int(line[range.upperBound...].prefix { $0.isNumber }),
      row > 0, failures.contains(where: { line.contains(": \($0)") })
    else { return nil }
    return Place(line: row, column: nil)
  }

  /// Addresses differ on every run; they would make every recorded message a mismatch.
  private static func withoutAddresses(_ text: String) -> String {
    var rest = text[...]
    var clean = ""
    while let range = rest.firstRange(of: " (0x") {
      clean += rest[..<range.lowerBound]
      rest = rest[range.upperBound...].drop { $0 != ")" }.dropFirst()
    }
    return clean + rest
  }
}
