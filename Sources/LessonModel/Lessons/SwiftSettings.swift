/// How the Swift of a lesson is compiled and run; nil means that the course, and then the tool, decides.
package struct SwiftSettings: Sendable, Equatable {
  package var mode: LanguageMode?
  package var optimize: Bool?
  /// The limit of one block.
  package var timeout: TimeLimit?
  /// The limit of the program's memory, in MiB.
  package var memory: Int?
  package var imports: [String] = []

  package init(
    mode: LanguageMode? = nil, optimize: Bool? = nil, timeout: TimeLimit? = nil, memory: Int? = nil, imports: [String] = []
  ) {
    self.mode = mode
    self.optimize = optimize
    self.timeout = timeout
    self.memory = memory
    self.imports = imports
  }

  package enum LanguageMode: String, Sendable, Equatable { case five = "5", six = "6" }

  /// These settings, with gaps filled from `defaults`.
  package func merged(over defaults: SwiftSettings) -> SwiftSettings {
    SwiftSettings(
      mode: mode ?? defaults.mode, optimize: optimize ?? defaults.optimize, timeout: timeout ?? defaults.timeout,
      memory: memory ?? defaults.memory, imports: defaults.imports + imports.filter { !defaults.imports.contains($0) })
  }
}

extension SwiftSettings {
  /// The settings of a lesson that decides nothing.
  package static let undecided = SwiftSettings()
}

/// A limit of wall time: more than nothing, at most ten minutes.
package struct TimeLimit: Sendable, Equatable {
  package var milliseconds: Int

  package static let block = TimeLimit(milliseconds: 10_000)
  package static let compile = TimeLimit(milliseconds: 60_000)
  package static let longest = 600_000
  package static let range = "a time such as 500ms, 10s or 2m, at most 10m"

  /// The time written as `500ms`, `10s`, `1.5s` or `2m`; a bare number counts seconds.
  package init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.count <= 9, let number = Double(digits), number.isFinite else { return nil }
    let factor: Double
    switch text.dropFirst(digits.count) {
    case "ms": factor = 1
    case "s", "": factor = 1_000
    case "m", "min": factor = 60_000
    default: return nil
    }
    let milliseconds = (number * factor).rounded()
    guard milliseconds >= 1, milliseconds <= Double(Self.longest) else { return nil }
    self.milliseconds = Int(milliseconds)
  }

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// The limit in the largest unit that shows it exactly.
  package var text: String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}
