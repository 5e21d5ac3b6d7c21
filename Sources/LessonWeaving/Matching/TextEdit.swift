/// A change of a few bytes inside a text.
package struct TextEdit: Sendable, Equatable {
  /// The bytes of the text in UTF-8 that are replaced.
  package let range: Range<Int>
  package let text: String

  package init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }

  /// What makes one text of another that stands at `start`: characters that both begin or end with stay.
  package init(from old: String, to new: String, at start: Int) {
    let first = zip(old.unicodeScalars, new.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    let (left, right) = (old.unicodeScalars.dropFirst(first.count), new.unicodeScalars.dropFirst(first.count))
    let last = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let head = first.reduce(0) { $0 + UTF8.width($1) }
    let removed = left.dropLast(last).reduce(0) { $0 + UTF8.width($1) }
    range = (start + head)..<(start + head + removed)
    text = String(String.UnicodeScalarView(right.dropLast(last)))
  }
}

extension String {
  /// The text with edits, which are in its order.
  package func applying(_ edits: [TextEdit]) -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var reached = 0
    for edit in edits {
      result += bytes[reached..<edit.range.lowerBound] + Array(edit.text.utf8)
      reached = edit.range.upperBound
    }
    return String(decoding: result + bytes[reached...], as: UTF8.self)
  }
}
