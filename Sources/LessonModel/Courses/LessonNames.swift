/// How the name of a lesson is made up: its path from the course's folder without `.md`, such as `waves/02-light`.
package enum LessonName {
  /// The folder that the lesson lies in, from that of the course; empty for that itself.
  package static func folder(of slug: String) -> String {
    slug.lastIndex(of: "/").map { String(slug[..<$0]) } ?? ""
  }

  /// What stands behind the folder.
  package static func file(of slug: String) -> Substring {
    slug.lastIndex(of: "/").map { slug[slug.index(after: $0)...] } ?? slug[...]
  }

  /// Whether one name stands before another: folder by folder, and numbers as numbers, so that 9 stands before 10.
  package static func isBefore(_ left: String, _ right: String) -> Bool {
    let (first, second) = (parts(left), parts(right))
    for (a, b) in zip(first, second) where a != b {
      let (isBefore, isAfter) = (a.isBefore(b), b.isBefore(a))
      if isBefore != isAfter { return isBefore }
    }
    if first.count != second.count { return first.count < second.count }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// A run of digits, or one other byte; the end of a folder stands before all others.
  private enum Part: Equatable {
    case byte(UInt8)
    /// Without zeros before it.
    case number([UInt8])

    /// What a number begins with where it stands beside another byte.
    private var order: UInt8 {
      switch self {
      case .byte(let byte): byte == UInt8(ascii: "/") ? 0 : byte
      case .number: UInt8(ascii: "0")
      }
    }

    func isBefore(_ other: Part) -> Bool {
      guard case .number(let left) = self, case .number(let right) = other else { return order < other.order }
      return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  private static func parts(_ name: String) -> [Part] {
    var parts: [Part] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.first {
      let digits = rest.prefix { (48...57).contains($0) }
      parts.append(digits.isEmpty ? .byte(byte) : .number(Array(digits.drop { $0 == 48 })))
      rest = rest.dropFirst(max(digits.count, 1))
    }
    return parts
  }
}

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
      let file = LessonName.file(of: slug)
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
