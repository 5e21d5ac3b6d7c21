/// What a program runs under and must not depend on. It runs twice, and what differs then is no result.
///
/// What stands in the environment is here; the runtime adds hash seeds, clock, randomness and cores (`circumstances.c`), and the
/// system other addresses.
enum Circumstances: Sendable, CaseIterable {
  /// Those whose results are kept.
  case first
  case second

  var environment: [String: String] {
    switch self {
    case .first: ["SWIFT_DETERMINISTIC_HASHING": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
    // Where a zone or a language is not installed, the C library takes its own; Swift's Foundation brings both along.
    case .second: ["LESSONS_CIRCUMSTANCES": "second", "TZ": "Pacific/Chatham", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"]
    }
  }

  /// The name of the folder in which it runs.
  var folder: String {
    switch self {
    case .first: "work"
    case .second: "again"
    }
  }
}
