package import LessonModel

/// A lesson's Markdown with its values as plain text, for readers of Markdown that know no `swift:` links.
package struct PlainMarkdown {
  private let bytes: [UInt8]
  /// What stands in the place of each value, in the order of the file.
  private let values: [Value]

  private struct Value {
    /// From the opening bracket to behind the closing parenthesis.
    package var range: Range<Int>
    package var text: [UInt8]
  }

  package init(_ woven: WovenLesson) {
    let bytes = woven.lesson.source.bytes
    var values: [Value] = []
    woven.lesson.document.walkInlines { inline in
      guard case .value(let link) = inline, let row = woven.value(link) else { return }
      let shown = row.value.isUnrecorded ? row.computed?.description ?? "?" : row.value.written
      // Marks around the number, as of strong words, stay.
      let text =
        bytes[link.textRange.lowerBound..<row.value.textRange.lowerBound] + shown.utf8
        + bytes[row.value.textRange.upperBound..<link.textRange.upperBound]
      values.append(Value(range: link.range, text: Array(text)))
    }
    self.bytes = bytes
    // Footnotes stand at the end of the document wherever they stand in the file.
    self.values = values.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A stretch of the lesson.
  package func text(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var reached = range.lowerBound
    for value in values where value.range.lowerBound >= reached && value.range.upperBound <= range.upperBound {
      text += bytes[reached..<value.range.lowerBound] + value.text
      reached = value.range.upperBound
    }
    return String(decoding: text + bytes[reached..<range.upperBound], as: UTF8.self)
  }
}
