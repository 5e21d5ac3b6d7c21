internal import SwiftSyntax

/// Finds the first plain `try` whose error leaves a statement: not one in a function, a closure or a `do` that catches.
final class UncaughtTryFinder: SyntaxVisitor {
  private var offset: Int?

  static func offset(in item: CodeBlockItemSyntax) -> Int? {
    let finder = UncaughtTryFinder(viewMode: .sourceAccurate)
    finder.walk(item)
    return finder.offset
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if offset == nil, node.questionOrExclamationMark == nil { offset = node.positionAfterSkippingLeadingTrivia.utf8Offset }
    return .visitChildren
  }

  override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
    node.catchClauses.isEmpty ? .visitChildren : .skipChildren
  }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
