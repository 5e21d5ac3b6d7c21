/// Two texts that differ and look the same: by their Unicode normalization, or by characters that nobody sees.
package struct Lookalike: Sendable, Equatable {
  /// What differs, for a person.
  package let message: String

  /// Nil where the texts are the same, and where a reader sees a difference.
  package init?(written: String, computed: String) {
    let (left, right) = (Array(written.unicodeScalars), Array(computed.unicodeScalars))
    let first = zip(left, right).prefix { $0 == $1 }.count
    if first == left.count, first == right.count { return nil }
    let last = zip(left.dropFirst(first).reversed(), right.dropFirst(first).reversed()).prefix { $0 == $1 }.count
    let names = (Self.names(left.dropFirst(first).dropLast(last)), Self.names(right.dropFirst(first).dropLast(last)))
    if written == computed {
      message =
        "the two look the same and differ in their Unicode normalization: \(names.0) is written, \(names.1) is computed"
    } else if Self.visible(written) == Self.visible(computed) {
      message = "the two look the same: \(names.0) is written, \(names.1) is computed"
    } else {
      return nil
    }
  }

  /// The text with a blank for every blank and without what takes no room.
  private static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format: continue
      case .spaceSeparator: visible.append(" ")
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func names(_ scalars: some Collection<Unicode.Scalar>) -> String {
    if scalars.isEmpty { return "nothing" }
    let names = scalars.prefix(4).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return scalar.properties.name.map { "\(number) (\($0.lowercased()))" } ?? number
    }
    return names.joined(separator: " ") + (scalars.count > 4 ? " …" : "")
  }
}
