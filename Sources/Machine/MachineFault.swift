import Glibc

/// Why the tool could not do its work at all: one sentence, and what to do.
package struct MachineFault: Error, Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    case machine, usage, interrupt
    /// Nobody wants the result any more: see ``ProgramScope``.
    case stale
  }

  package var message: String
  package var cause: Cause

  package init(_ message: String, cause: Cause = .machine) {
    self.message = message
    self.cause = cause
  }

  /// What the system refused, with its own word for why.
  ///
  /// - Parameter number: The system's number of the error.
  package init(errno number: Int32, _ message: String) {
    self.init("\(message): \(String(cString: strerror(number)))")
  }
}

/// Calls the system again where only a signal came between.
func uninterrupted<Number: SignedInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
