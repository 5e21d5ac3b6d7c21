import LessonModel
import SwiftSyntax

/// Finds the comments that mean something to the weaver, and the directives that speak of positions.
struct CommentReader {
  var checked: [CheckedComment] = []
  var hiddenLines: [Int] = []
  var sourceLocationDirectives: [Int] = []
  var readsItsPosition = false

  private var line = 0
  private let statements: [SwiftStatement]
  /// The first statement that does not end before the place reached so far.
  private var next = 0

  static func read(_ tree: SourceFileSyntax, statements: [SwiftStatement]) -> CommentReader {
    var reader = CommentReader(statements: statements)
    var offset = 0
    for token in tree.tokens(viewMode: .sourceAccurate) {
      reader.read(token.leadingTrivia, at: &offset, startsAfterToken: false)
      reader.read(token)
      reader.skip(token.text, at: &offset)
      reader.read(token.trailingTrivia, at: &offset, startsAfterToken: true)
    }
    return reader
  }

  private init(statements: [SwiftStatement]) { self.statements = statements }

  private mutating func read(_ token: TokenSyntax) {
    if token.tokenKind == .poundSourceLocation {
      sourceLocationDirectives.append(token.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
    let positional = ["line", "column", "file", "fileID", "filePath"]
    if positional.contains(token.text), token.previousToken(viewMode: .sourceAccurate)?.tokenKind == .pound {
      readsItsPosition = true
    }
  }

  private mutating func read(_ trivia: Trivia, at offset: inout Int, startsAfterToken: Bool) {
    for piece in trivia {
      if case .lineComment(let text) = piece { read(text, at: offset) }
      let length = piece.sourceLength.utf8Length
      switch piece {
      case .newlines(let count), .carriageReturnLineFeeds(let count), .carriageReturns(let count): line += count
      case .blockComment(let text), .docBlockComment(let text): line += lineFeeds(in: text)
      default: break
      }
      offset += length
    }
  }

  private mutating func skip(_ text: String, at offset: inout Int) {
    line += lineFeeds(in: text)
    offset += text.utf8.count
  }

  private func lineFeeds(in text: String) -> Int { text.utf8.reduce(0) { $1 == 10 ? $0 + 1 : $0 } }

  private mutating func read(_ comment: String, at offset: Int) {
    let body = comment.dropFirst(2)
    let content = body.drop { $0 == " " || $0 == "\t" }
    let trimmed = content.trimmingBlanksAtEnd
    let start = offset + comment.utf8.count - content.utf8.count
    if trimmed == "hide" {
      hiddenLines.append(line)
    } else if trimmed.hasPrefix("=>") {
      let text = trimmed.dropFirst(2)
      let promised = text.drop { $0 == " " || $0 == "\t" }
      add(.value, String(promised), start: start + trimmed.utf8.count - promised.utf8.count, comment: offset)
    } else if trimmed.hasPrefix("Prints \""), trimmed.hasSuffix("\""), trimmed.utf8.count > 8 {
      add(.line, String(trimmed.dropFirst(8).dropLast()), start: start + 8, comment: offset)
    }
  }

  private mutating func add(_ promise: CheckedComment.Promise, _ text: String, start: Int, comment: Int) {
    while next < statements.count, statements[next].range.upperBound <= comment { next += 1 }
    let isInside = next < statements.count && statements[next].range.lowerBound < comment
    checked.append(
      CheckedComment(
        promise: promise, text: text, range: start..<(start + text.utf8.count),
        statement: isInside || next == 0 ? nil : next - 1))
  }
}

extension Substring {
  fileprivate var trimmingBlanksAtEnd: Substring {
    var rest = self
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
    return rest
  }
}
