import LessonModel
import SwiftSyntax

/// Finds the comments that mean something to the weaver, and the directives that speak of positions.
struct CommentReader {
  var checked: [CheckedComment] = []
  /// What is meant to be checked and is not, with the way to write it.
  var almostChecked: [PlacedName] = []
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
      switch piece {
      case .lineComment(let text): read(text, at: offset)
      case .docLineComment(let text): readUnchecked(text.dropFirst(3), at: offset)
      case .blockComment(let text), .docBlockComment(let text): readUnchecked(text.dropFirst(2).dropLast(2), at: offset)
      default: break
      }
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
      return
    }
    switch PromisedText(trimmed) {
    case .checked(let promise, let text, let first): add(promise, text, start: start + first, comment: offset)
    case .almost(let advice): almostChecked.append(PlacedName(name: advice, offset: offset))
    case nil: break
    }
  }

  /// A comment of another kind that says what a checked one says.
  private mutating func readUnchecked(_ comment: Substring, at offset: Int) {
    let content = comment.drop { $0 == " " || $0 == "\t" || $0 == "*" }.trimmingBlanksAtEnd
    guard case .checked? = PromisedText(content) else { return }
    almostChecked.append(
      PlacedName(name: "what is promised stands in a comment of two slashes, '// \(content)'", offset: offset))
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
