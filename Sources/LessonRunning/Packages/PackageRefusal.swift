import LessonModel
import Machine

/// Why a package cannot be used: told as its own fault, and not as that of the lesson that imports it.
struct PackageRefusal: Error, Sendable {
  /// What is wrong, and what to do.
  var message: String
  /// What the package manager and the compiler said.
  var said: [UInt8] = []

  /// What the author is told: each error of the compiler at its place in the package, else what is wrong at the place that names
  /// the package, or in its manifest.
  ///
  /// - Parameter folder: The package, without links.
  func diagnostics(of place: PackagePlace, in folder: String, for course: Course) -> [Diagnostic] {
    let text = String(decoding: said, as: UTF8.self)
    var seen: Set<String> = []
    let errors = CompilerMessage.messages(in: text).filter { error in
      error.severity == .error && error.file.hasPrefix(folder + "/")
        && seen.insert("\(error.file):\(error.line):\(error.column):\(error.message)").inserted
    }
    let shown = place.shown(from: course.path)
    let name = shown == "." ? "this package" : "the package at \(shown)"
    if !errors.isEmpty {
      return errors.map { error in
        let path = place.shown(String(error.file.dropFirst(folder.utf8.count + 1)), from: course.path)
        return Diagnostic(
          .package, "\(name) does not build: \(error.message)",
          in: SourceText(path: path, bytes: FileSystem.read(error.file) ?? []),
          at: SourcePosition(line: max(error.line, 1), column: max(error.column, 1)))
      }
    }
    let why = text.split(separator: "\n").first { $0.hasPrefix("error: ") }.map { ": " + $0.dropFirst(7) } ?? ""
    let whole = "\(name) \(message)\(why.replacing(folder + "/", with: ""))"
    if let position = place.position, let source = course.source {
      return [Diagnostic(.package, whole, in: source, at: position)]
    }
    let manifest = SourceText(
      path: place.shown("Package.swift", from: course.path), bytes: FileSystem.read(folder + "/Package.swift") ?? [])
    return [Diagnostic(.package, whole, in: manifest, at: SourcePosition(line: 1, column: 1))]
  }
}
