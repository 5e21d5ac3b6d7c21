/// Finds the lessons that authors name: by their paths, or by as much of these as no other lesson has.
package struct LessonNames: Sendable, Equatable {
  private let slugs: [String]
  private let known: Set<String>
  /// The lessons by the last part of their names, with its number and without it.
  private let byFile: [String: [String]]

  /// What a name leads to.
  package enum Match: Sendable, Equatable {
    case one(String)
    case several([String])
    case none
  }

  package init(_ slugs: [String]) {
    self.slugs = slugs
    known = Set(slugs)
    byFile = slugs.reduce(into: [:]) { found, slug in
      let file = LessonPath.file(of: slug)
      for key in Set([String(file), Self.withoutNumber(file)]) { found[key, default: []].append(slug) }
    }
  }

  /// The lesson of exactly that name, else those whose names end so, else those that do so without their numbers.
  package subscript(_ name: String) -> Match {
    if known.contains(name) { return .one(name) }
    let wanted = name.split(separator: "/", omittingEmptySubsequences: false)
    let candidates = byFile[wanted.last.map(String.init) ?? ""] ?? []
    for isBare in [false, true] {
      let found = candidates.filter { slug in
        let parts = slug.split(separator: "/").suffix(wanted.count)
        return parts.count == wanted.count
          && zip(parts, wanted).allSatisfy { $0 == $1 || isBare && Self.withoutNumber($0) == $1 }
      }
      if let only = found.first { return found.count == 1 ? .one(only) : .several(found) }
    }
    return .none
  }

  /// The lesson that a name leads to; nil where it leads to none or to several.
  package func slug(_ name: String) -> String? { if case .one(let slug) = self[name] { slug } else { nil } }

  /// What is wrong with a name; nil where it leads to one lesson.
  package func fault(of name: String) -> String? {
    switch self[name] {
    case .one: nil
    case .several(let slugs):
      "'\(name)' may be \(slugs.map { "'\($0)'" }.joined(separator: " or ")); write one of these in full"
    case .none:
      "no lesson '\(name)'"
        + (Suggestion.nearest(to: name, in: slugs + byFile.keys.sorted()).map { "; did you mean '\($0)'?" }
          ?? Suggestion.clause(for: name, in: slugs))
    }
  }

  private static func withoutNumber(_ name: Substring) -> String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.count < name.count, let mark = rest.first, "-_. ".contains(mark), rest.count > 1 else { return String(name) }
    return String(rest.dropFirst())
  }
}
