import Glibc

/// How soon a thread gets a processor that others want as well.
package enum Urgency: Sendable {
  case usual
  /// After the compiler, which everybody waits for.
  case low

  /// Makes the thread that runs this one of that kind, and those that it starts; on Linux each thread is as nice as it likes.
  func take() {
    if self == .low { setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10) }
  }
}
