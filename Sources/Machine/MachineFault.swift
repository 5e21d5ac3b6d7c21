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
}
