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
        html += "<i class=\(unsafe: name(of: span.kind))>\(text(bytes[range]))</i>"
        reached = range.upperBound
      }
      if span.range.upperBound > line.upperBound { break }
      spans.removeFirst()
    }
    html += HTML(escaping: text(bytes[reached..<line.upperBound]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func name(of kind: SwiftSpan.Kind) -> String {
    switch kind {
    case .keyword: "k"
    case .type: "t"
    case .string: "s"
    case .number: "n"
    case .comment: "c"
    case .attribute: "a"
    case .regex: "x"
    case .promise: "p"
    }
  }
}
