/// A stretch of a lesson's Markdown with its values as plain text, for readers of Markdown that know no `swift:` links.
enum PlainMarkdown {
  /// - Parameter values: What is shown for each value, by its index.
  static func text(_ range: Range<Int>, of lesson: Lesson, values: [Int: String]) -> String {
    let bytes = lesson.source.bytes
    var text: [UInt8] = []
    var reached = range.lowerBound
    for value in lesson.values.sorted(by: { $0.textRange.lowerBound < $1.textRange.lowerBound })
    where value.textRange.lowerBound > reached && value.textRange.upperBound < range.upperBound {
      guard let link = linkRange(of: value, in: bytes, within: range), link.lowerBound >= reached else { continue }
      text += bytes[reached..<link.lowerBound]
      text += bytes[(link.lowerBound + 1)..<value.textRange.lowerBound]
      text += (values[value.index] ?? value.written).utf8
      let close = bytes[value.textRange.upperBound...].firstIndex(of: UInt8(ascii: "]")) ?? value.textRange.upperBound
      text += bytes[value.textRange.upperBound..<close]
      reached = link.upperBound
    }
    text += bytes[reached..<range.upperBound]
    return String(decoding: text, as: UTF8.self)
  }

  /// From the opening bracket to the closing parenthesis.
  private static func linkRange(of value: ProseValue, in bytes: [UInt8], within range: Range<Int>) -> Range<Int>? {
    guard let start = bytes[range.lowerBound..<value.textRange.lowerBound].lastIndex(of: UInt8(ascii: "[")),
      let last = value.expressionOffsets.last, last < range.upperBound
    else { return nil }
    var isQuoted = false
    for index in (last + 1)..<range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ")") where !isQuoted: return start..<(index + 1)
      default: break
      }
    }
    return nil
  }
}
