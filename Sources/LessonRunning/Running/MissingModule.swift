import LessonModel

/// A module that is imported and not there.
struct MissingModule: Equatable {
  var name: String

  /// - Parameter message: What the compiler says; nil for what is no word of a missing module.
  init?(_ message: String) {
    let beginning = "no such module '"
    guard message.hasPrefix(beginning) else { return nil }
    name = String(message.dropFirst(beginning.count).prefix { $0 != "'" })
  }

  /// What lessons import that need no package: the toolchain has more, which nobody means.
  private static let usual = [
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML", "Glibc", "LessonKit",
    "Observation", "RegexBuilder", "Support", "Synchronization",
  ]

  /// What was most likely meant.
  var suggestion: String? {
    // One that is usual is what was meant: it is missing for another reason, as Foundation is from pages.
    Self.usual.contains(name) ? nil : Suggestion.nearest(to: name, in: Self.usual).map { "did you mean '\($0)'?" }
  }

  /// Who imports it, where no lesson does.
  var origin: String { ", which 'swift: imports' of the course file names" }
}
