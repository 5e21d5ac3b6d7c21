import LessonModel

/// The sign that applies a name such as `min` to what follows.
///
/// KaTeX puts it behind each. As an index of its own, `x_{\min}`, the name then counts as two of the parts that an index has.
enum NameApplication {
  /// MathML in which they are applied only where something may follow.
  static func applied(_ math: Substring) -> String {
    let sign = "<mo>\u{2061}</mo>"
    guard math.firstRange(ofBytes: sign) != nil else { return String(math) }
    var result = ""
    var open: [Substring] = []
    var rest = math
    while let less = rest.firstIndex(ofByte: "<") {
      result += rest[..<less]
      rest = rest[less...]
      if rest.utf8.starts(with: sign.utf8), let last = open.last, countsParts.contains(last) {
        rest = rest.dropFirst(sign.count)
        continue
      }
      guard let greater = rest.firstIndex(ofByte: ">") else { break }
      let tag = rest[rest.utf8.index(after: less)..<greater]
      if tag.utf8.first == UInt8(ascii: "/") {
        _ = open.popLast()
      } else if tag.utf8.last != UInt8(ascii: "/") {
        open.append(tag.prefix { $0 != " " })
      }
      result += rest[...greater]
      rest = rest[rest.utf8.index(after: greater)...]
    }
    return result + rest
  }

  /// The elements to which each child is a part of its own.
  private static let countsParts: Set<Substring> = [
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot",
  ]
}
