/// Gathers changes that come close together: an editor's save is several of them, and so is a change of branch.
///
/// Times are given in milliseconds by whoever asks, so nothing here waits.
package struct Debouncer: Sendable, Equatable {
  /// How long nothing may have changed before the changes are due, and how long they may be put off by more of them.
  package var quiet: Double
  package var longest: Double
  private var paths: Set<String> = []
  private var first = 0.0
  private var last = 0.0

  package init(quiet: Double = 8, longest: Double = 400) {
    self.quiet = quiet
    self.longest = longest
  }

  package mutating func note(_ changed: Set<String>, at time: Double) {
    guard !changed.isEmpty else { return }
    if paths.isEmpty { first = time }
    last = time
    paths.formUnion(changed)
  }

  /// When the changes are due; nil where there are none.
  package var deadline: Double? { paths.isEmpty ? nil : min(last + quiet, first + longest) }

  /// The changes that are due, which are then no longer waited for.
  package mutating func due(at time: Double) -> Set<String> {
    guard let deadline, time >= deadline else { return [] }
    defer { paths = [] }
    return paths
  }
}

/// Which build runs, and what the next one is for: at most one runs, and the last state wins.
package struct BuildQueue: Sendable, Equatable {
  /// What is to be done now.
  package enum Step: Sendable, Equatable {
    case nothing
    case start(Set<String>)
    /// The running build is out of date: its programs are to be ended.
    case endRunning
  }

  private var isRunning = false
  private var waiting: Set<String> = []

  package init() {}

  /// Whether nothing runs and nothing waits.
  package var isIdle: Bool { !isRunning && waiting.isEmpty }

  package mutating func changed(_ paths: Set<String>) -> Step {
    if paths.isEmpty { return .nothing }
    waiting.formUnion(paths)
    if isRunning { return .endRunning }
    return start()
  }

  /// The running build has ended.
  package mutating func finished() -> Step {
    isRunning = false
    return waiting.isEmpty ? .nothing : start()
  }

  private mutating func start() -> Step {
    defer { waiting = [] }
    isRunning = true
    return .start(waiting)
  }
}
