package import LessonModel
import SwiftIDEUtils
import SwiftSyntax

extension SwiftReadings {
  /// The parser itself.
  package static let parser = SwiftReadings { SwiftReading($0) }
}

extension SwiftReading {
  /// Parses a text, once for everything that is read of it.
  package init(_ text: String) {
    let (tree, fault) = SwiftNesting.tree(of: text)
    self.init(outline: SwiftOutlineReader.outline(of: tree, fault), spans: SwiftHighlighter.spans(of: text, tree))
  }
}

/// Colors Swift as the compiler's own parser classifies it.
package enum SwiftHighlighter {
  /// The spans of `source`, in order, none overlapping another.
  ///
  /// - Complexity: a little more than linear in the length of `source`.
  package static func spans(of source: String) -> [SwiftSpan] { spans(of: source, SwiftNesting.tree(of: source).tree) }

  fileprivate static func spans(of source: String, _ tree: SourceFileSyntax) -> [SwiftSpan] {
    var spans: [SwiftSpan] = []
    let bytes = Array(source.utf8)
    for classified in tree.classifications {
      let range = classified.range.lowerBound.utf8Offset..<min(classified.range.upperBound.utf8Offset, bytes.count)
      guard !range.isEmpty, range.lowerBound >= (spans.last?.range.upperBound ?? 0),
        let kind = kind(of: classified.kind, bytes[range])
      else { continue }
      if let last = spans.last, last.kind == kind, last.range.upperBound == range.lowerBound {
        spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        spans.append(SwiftSpan(kind: kind, range: range))
      }
    }
    return spans
  }

  private static func kind(of classification: SyntaxClassification, _ text: ArraySlice<UInt8>) -> SwiftSpan.Kind? {
    switch classification {
    case .keyword: .keyword
    case .type: .type
    case .stringLiteral: .string
    case .integerLiteral, .floatLiteral: .number
    case .lineComment: isPromise(text) ? .promise : .comment
    case .blockComment, .docLineComment, .docBlockComment: .comment
    case .attribute, .ifConfigDirective, .editorPlaceholder: .attribute
    case .regexLiteral: .regex
    // A call such as `Double(x)` names a type too; the convention of names tells so.
    case .identifier: text.first.map { (65...90).contains($0) } == true ? .type : nil
    default: nil
    }
  }

  private static func isPromise(_ comment: ArraySlice<UInt8>) -> Bool {
    let content = comment.dropFirst(2).drop { $0 == 32 || $0 == 9 }
    return content.starts(with: "=>".utf8) || content.starts(with: "Prints \"".utf8)
  }
}
