import LessonModel

/// What an author most likely meant who wrote a block that does not compile, where that is no mistake in Swift: text that is not
/// to run at all, or a name that another example uses.
package enum AuthorHint: Sendable, Equatable, CaseIterable {
  case manifest, signature, placeholder, ellipsis, redeclaration, entry, format

  /// - Parameters:
  ///   - error: What the parser or the compiler says.
  ///   - code: The block.
  package init?(for error: String, in code: String) {
    if error.hasPrefix("editor placeholder") {
      self = .placeholder
    } else if error.hasPrefix("invalid redeclaration of") {
      self = .redeclaration
    } else if error.hasPrefix("'main' attribute cannot be used") {
      self = .entry
    } else if error.hasPrefix("incorrect argument labels in call (have 'format:") {
      self = .format
    } else if error.hasPrefix("unexpected code '...'") {
      self = .ellipsis
    } else if Self.manifestMarks.contains(where: code.contains) {
      self = .manifest
    } else if Self.signatureErrors.contains(where: error.hasPrefix) {
      self = .signature
    } else {
      return nil
    }
  }

  private static let manifestMarks = [
    "swift-tools-version", "import PackageDescription", ".package(url:", ".package(name:", ".package(path:", ".product(name:",
    ".target(name:", "let package = Package(",
  ]
  private static let signatureErrors = [
    "expected '{' in body of function declaration", "initializer requires a body", "expected '{' to start getter definition",
    "initializers may only be declared within a type", "'subscript' functions may only be declared within a type",
    "associated types can only be defined in a protocol",
  ]

  /// Whether a note of the compiler advises what no author of a lesson can do.
  static func isMisleading(_ note: String) -> Bool {
    note.hasPrefix("pass '-parse-as-library'") || note == "top-level code defined in this source file"
  }

  /// What to do.
  package var advice: String {
    switch self {
    case .manifest: "this is a piece of a package's manifest; 'swift {run=false}' shows it and does not run it"
    case .signature: "a declaration without its body cannot run; 'swift {run=false}' shows it and does not run it"
    case .placeholder:
      "'<#name#>' is a placeholder of an editor; write what it stands for, or 'swift {run=false}' shows it as it is"
    case .ellipsis:
      "'...' for what is left out is not Swift; write it out, or 'swift {run=false}' shows the block and does not run it"
    case .entry:
      "a lesson runs from its first block to its last; take '@main' away and call what it would begin with, as in 'App.main()'"
    case .format: "'String(format:)' comes with 'import Foundation'; LessonKit writes the same number with 'fixed(x, 2)'"
    case .redeclaration: "an example with names of its own is a session of its own: 'swift {session=NAME}'"
    }
  }
}
