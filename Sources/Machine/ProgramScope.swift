import Synchronization

/// The programs that one piece of work starts: they are counted, and can be ended together when nobody wants the work any more.
///
/// A scope is in force while ``perform(_:)`` runs, also on the threads of ``Parallel``.
package final class ProgramScope: Sendable {
  /// The scope of the work that this thread does.
  @TaskLocal static var current: ProgramScope?

  private let hasEnded = Atomic(false)
  private let count = Atomic(0)

  package init() {}

  /// Ends the programs that run, and starts no other.
  package func end() { hasEnded.store(true, ordering: .relaxed) }

  /// Whether the work is unwanted.
  package var isEnded: Bool { hasEnded.load(ordering: .relaxed) }

  /// How many programs were started that mark how far they are, as lessons do and compilers do not.
  package var started: Int { count.load(ordering: .relaxed) }

  /// Does work whose programs belong to this scope.
  ///
  /// - Throws: What the work throws, and a ``MachineFault`` of cause `stale` where a program was ended with the scope.
  package func perform<Value>(_ work: () throws(MachineFault) -> Value) throws(MachineFault) -> Value {
    try Self.$current.withValue(self) {
      Result<Value, MachineFault> { () throws(MachineFault) -> Value in try work() }
    }.get()
  }

  func countStart() { count.add(1, ordering: .relaxed) }

  static let fault = MachineFault("this work is out of date", cause: .stale)
}
