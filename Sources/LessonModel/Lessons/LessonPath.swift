/// How the name of a lesson is made up: its path from the course's folder without `.md`, such as `waves/02-light`.
package enum LessonPath {
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
