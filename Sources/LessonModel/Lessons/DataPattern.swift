/// Files below the course that a lesson's blocks may read: a path, or a pattern of paths.
///
/// In a pattern `*` stands for any letters of one name, `?` for one letter, and a name `**` for any folders or none.
package struct DataPattern: Sendable, Equatable {
  package var text: String
  package var position: SourcePosition

  package init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }

  /// Why it names nothing below the course; nil where it may.
  package var fault: String? {
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    if text.hasPrefix("/") { return "a path of 'data' begins at the course, not at '/'" }
    if names.contains("..") { return "a path of 'data' cannot leave the course" }
    return names.contains { $0.isEmpty || $0 == "." } ? "'\(text)' is not a path such as data/points.csv" : nil
  }

  /// The folder below which all its files lie, empty for the course itself; nil where it names one file.
  package var folder: String? {
    guard text.contains(where: { "*?".contains($0) }) else { return nil }
    return text.split(separator: "/").prefix { !$0.contains("*") && !$0.contains("?") }.joined(separator: "/")
  }

  /// Whether it names the file at a path from the course.
  package func matches(_ path: String) -> Bool {
    Self.matches(text.split(separator: "/")[...], path.split(separator: "/")[...])
  }

  private static func matches(_ names: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
    guard let name = names.first else { return path.isEmpty }
    if name == "**" {
      return matches(names.dropFirst(), path) || (!path.isEmpty && matches(names, path.dropFirst()))
    }
    guard let part = path.first, matches(name[...], part[...]) else { return false }
    return matches(names.dropFirst(), path.dropFirst())
  }

  /// Whether letters match, without going back further than to the last star: names are short, but a pattern may have many stars.
  private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    // A star does not stand for what is hidden.
    if name.hasPrefix("."), !pattern.hasPrefix(".") { return false }
    var (pattern, name) = (pattern, name)
    var last: (pattern: Substring, name: Substring)?
    while !name.isEmpty {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        last = (pattern, name)
      } else if let letter = pattern.first, letter == "?" || letter == name.first {
        pattern = pattern.dropFirst()
        name = name.dropFirst()
      } else if let star = last {
        name = star.name.dropFirst()
        pattern = star.pattern
        last = (pattern, name)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == "*" }
  }
}
