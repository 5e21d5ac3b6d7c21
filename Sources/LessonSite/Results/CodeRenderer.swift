package import LessonModel
import SwiftReading

/// Swift in color. Law: without its tags the HTML is the code, byte for byte, but for hidden lines.
package enum CodeRenderer {
  /// The code with each kind of word in an element of its own.
  ///
  /// - Parameters:
  ///   - hidden: Lines (from 0) that are left out, once all lines have been read together.
  ///   - swift: How it is read.
  package static func html(_ code: String, hiding hidden: [Int] = [], swift: SwiftReadings = .parser) -> HTML {
    let bytes = Array(code.utf8)
    var spans = swift.spans(code)[...]
    var html = HTML(unsafe: "")
    var start = 0
    var shown = 0
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let end = start + line.count
      if !hidden.contains(number) {
        if shown > 0 { html += "\n" }
        shown += 1
        add(start..<end, of: bytes, &spans, to: &html)
      }
      start = end + 1
    }
    return html
  }

  private static func add(_ line: Range<Int>, of bytes: [UInt8], _ spans: inout ArraySlice<SwiftSpan>, to html: inout HTML) {
    var reached = line.lowerBound
    while let span = spans.first, span.range.lowerBound < line.upperBound {
      let range = span.range.clamped(to: line)
      if !range.isEmpty {
        html += HTML(escaping: text(bytes[reached..<range.lowerBound]))
        html += element(span.kind, text(bytes[range]))
        reached = range.upperBound
      }
      if span.range.upperBound > line.upperBound { break }
      spans.removeFirst()
    }
    html += HTML(escaping: text(bytes[reached..<line.upperBound]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The commonest kinds have an element of one letter each: half of what a page of code weighs is its markup.
  private static func element(_ kind: SwiftSpan.Kind, _ text: String) -> HTML {
    switch kind {
    case .keyword: "<b>\(text)</b>"
    case .type: "<i>\(text)</i>"
    case .number: "<u>\(text)</u>"
    case .string: "<i class=s>\(text)</i>"
    case .comment: "<i class=c>\(text)</i>"
    case .attribute: "<i class=a>\(text)</i>"
    case .regex: "<i class=x>\(text)</i>"
    case .promise: "<i class=p>\(text)</i>"
    }
  }
}
