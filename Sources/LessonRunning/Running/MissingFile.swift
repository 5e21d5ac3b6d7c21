import LessonModel
import Machine

/// A file that a program wanted and that was not there, as its last words tell: an error that nothing caught, three hundred
/// characters of it, of which a path is what the author needs.
struct MissingFile: Sendable, Equatable {
  /// The path as the author would write it: from the course, or from the root where it lies elsewhere.
  var path: String

  /// - Parameter message: What a trap said; nil where it speaks of no file.
  init?(_ message: String) {
    if message.contains("NSCocoaErrorDomain Code=260 ") || message.contains("NSCocoaErrorDomain Code=257 ") {
      guard let place = message.firstRange(of: "NSFilePath=") else { return nil }
      self.init(path: message[place.upperBound...], endingAt: [", NS", "}"])
    } else if let end = message.firstRange(of: "' cannot be read; a lesson reads"),
      let quote = message[..<end.lowerBound].lastIndex(of: "'")
    {
      self.init(path: message[message.index(after: quote)...], endingAt: ["' cannot be read"])
    } else {
      return nil
    }
  }

  private init?(path text: Substring, endingAt ends: [String]) {
    let end = ends.compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.endIndex
    var path = text[..<end]
    // The folder in which the program ran stands for that of the course.
    for folder in Circumstances.allCases.map(\.folder) {
      guard path.hasPrefix("/"), let place = path.ranges(of: "/\(folder)/").last else { continue }
      path = path[place.upperBound...]
    }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if path.isEmpty { return nil }
    self.path = String(path)
  }

  /// What the author is told; nil where the lesson declares the file, so that something else is wrong with it.
  func message(for lesson: Lesson) -> String? {
    let declared = lesson.data.map(\.path)
    if declared.contains(path) { return nil }
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      return "'\(path)' does not belong to the course: a lesson reads the files of its course that 'data' declares"
    }
    if let pattern = lesson.frontMatter.data.first(where: { $0.matches(path) }) {
      return "'\(path)' is not there to be read; see 'data' in line \(pattern.position.line)"
    }
    let name = FileSystem.name(of: path)
    if let meant = declared.first(where: { FileSystem.name(of: $0) == name }) ?? Suggestion.nearest(to: path, in: declared) {
      return "'\(path)' is not declared in 'data'; did you mean '\(meant)'?"
    }
    if !lesson.frontMatter.data.isEmpty { return "'\(path)' is not declared in 'data'; add it there, in the front matter" }
    return
      "'\(path)' is not declared in 'data'; write 'data: \(path)\(name.contains(".") ? "" : "/*")' in the front matter"
  }
}
