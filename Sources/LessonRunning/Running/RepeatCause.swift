/// Why a program comes to one result now and to another later, as far as its text tells.
enum RepeatCause: Sendable, Equatable, CaseIterable {
  /// Something is printed in the order of a set, a dictionary or threads.
  case order
  case randomness
  case clock
  case address
  case locale
  case machine

  /// The names that give a cause away.
  private var names: Set<Substring> {
    switch self {
    case .randomness:
      [
        "random", "randomElement", "shuffle", "shuffled", "SystemRandomNumberGenerator", "UUID", "arc4random", "rand",
        "drand48",
        "getrandom",
      ]
    case .clock:
      [
        "Date", "now", "ContinuousClock", "SuspendingClock", "DispatchTime", "DispatchWallTime", "measure", "clock_gettime",
        "gettimeofday", "time", "systemUptime", "CFAbsoluteTimeGetCurrent",
      ]
    case .address:
      [
        "ObjectIdentifier", "Unmanaged", "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawPointer", "withUnsafePointer",
        "withUnsafeBytes", "unsafeBitCast",
      ]
    case .locale:
      [
        "formatted", "NumberFormatter", "DateFormatter", "Locale", "TimeZone", "Calendar", "localizedStringWithFormat",
        "localizedCompare", "localizedStandardCompare",
      ]
    case .machine:
      [
        "ProcessInfo", "getpid", "hostName", "processIdentifier", "activeProcessorCount", "processorCount", "CommandLine",
        "currentDirectoryPath", "FileManager", "getcwd",
      ]
    case .order:
      [
        "Set", "Dictionary", "hashValue", "Hasher", "concurrentPerform", "Thread", "Task", "withTaskGroup", "async", "keys",
        "values",
      ]
    }
  }

  /// The likeliest cause: what the code says of chance and time, then what two results tell, then what else the code says.
  ///
  /// - Parameter told: What the results tell.
  static func of(_ told: RepeatCause?, in code: String) -> RepeatCause? {
    first(of: [.randomness, .clock], in: code)?.cause ?? told
      ?? first(of: [.address, .machine, .locale, .order], in: code)?.cause
  }

  /// Where in some code a result was made that has this cause, in bytes; nil where nothing in it gives that away.
  static func place(of cause: RepeatCause?, in code: String) -> Int? {
    switch cause {
    // A set does no harm where it is made.
    case .order, nil: place(of: ["print", "show"], in: code) ?? cause.flatMap { first(of: [$0], in: code)?.offset }
    case let cause?: first(of: [cause], in: code)?.offset
    }
  }

  /// The first name in some code that gives one of some causes away, with its place in bytes.
  private static func first(of causes: [RepeatCause], in code: String) -> (cause: RepeatCause, offset: Int)? {
    for word in words(code) {
      guard let cause = causes.first(where: { $0.names.contains(word) }) else { continue }
      return (cause, code.utf8.distance(from: code.startIndex, to: word.startIndex))
    }
    return nil
  }

  private static func place(of names: Set<Substring>, in code: String) -> Int? {
    words(code).first { names.contains($0) }.map { code.utf8.distance(from: code.startIndex, to: $0.startIndex) }
  }

  private static func words(_ code: String) -> [Substring] { code.split { !($0.isLetter || $0.isNumber || $0 == "_") } }

  /// What an author can do about a cause, or about what usually is one.
  static func advice(_ cause: RepeatCause?) -> String {
    let volatile = "or mark the block 'volatile' where that is meant"
    return switch cause {
    case .order: "a Set, a Dictionary or threads have no order of their own: sort before you print, \(volatile)"
    case .randomness: "random numbers differ on every run: use a generator with a seed, \(volatile)"
    case .clock: "dates and times differ on every run: compute from a fixed date, \(volatile)"
    case .address: "addresses differ on every run: print what is at the address, \(volatile)"
    case .locale: "the user's language and time zone differ from machine to machine: name them, \(volatile)"
    case .machine: "what the machine says of itself differs from machine to machine: leave it out, \(volatile)"
    case nil:
      "usually a Set or a Dictionary is printed, or random numbers, the clock or an address play a part: sort, use a seed, \(volatile)"
    }
  }
}
