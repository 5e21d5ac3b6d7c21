package import LessonModel
import SwiftDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// Reads the outline of a block with the parser of the installed toolchain.
package enum SwiftOutlineReader {
  /// The outline of `source`.
  ///
  /// - Complexity: linear in the length of `source`.
  package static func outline(of source: String) -> SwiftOutline {
    let (tree, fault) = SwiftNesting.tree(of: source)
    return outline(of: tree, fault)
  }

  /// - Parameter fault: Why the tree is not that of the whole text.
  static func outline(of tree: SourceFileSyntax, _ fault: SwiftSyntaxError?) -> SwiftOutline {
    let statements = tree.statements.map(statement)
    let comments = CommentReader.read(tree, statements: statements)
    let names = NameReader.read(tree)
    return SwiftOutline(
      statements: statements, checkedComments: comments.checked, hiddenLines: comments.hiddenLines,
      imports: tree.statements.compactMap(importedModule), sourceLocationDirectives: comments.sourceLocationDirectives,
      readsItsPosition: comments.readsItsPosition, variables: names.variables, reads: names.reads,
      syntaxErrors: fault.map { [$0] } ?? (tree.hasError ? errors(in: tree) : []),
      almostChecked: comments.almostChecked)
  }

  private static func statement(_ item: CodeBlockItemSyntax) -> SwiftStatement {
    let start = item.item.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = item.item.endPositionBeforeTrailingTrivia.utf8Offset
    let semicolon = item.semicolon.map {
      $0.positionAfterSkippingLeadingTrivia.utf8Offset..<$0.endPositionBeforeTrailingTrivia.utf8Offset
    }
    return SwiftStatement(
      kind: kind(of: item.item), range: start..<max(start, end), semicolon: semicolon,
      uncaughtTry: UncaughtTryFinder.offset(in: item))
  }

  private static func kind(of item: CodeBlockItemSyntax.Item) -> SwiftStatement.Kind {
    switch item {
    case .expr(let expression): hasShownValue(expression) ? .expression : .other
    case .decl(let declaration): boundNames(declaration).map { .binding($0) } ?? .other
    default: .other
    }
  }

  /// Whether an expression statement is written for its value: assignments, closures and macro expansions are not.
  private static func hasShownValue(_ expression: ExprSyntax) -> Bool {
    if let sequence = expression.as(SequenceExprSyntax.self) {
      return !sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
    }
    if let macro = expression.as(MacroExpansionExprSyntax.self) {
      return ["line", "file", "fileID", "filePath", "function", "column"].contains(macro.macroName.text)
    }
    return !expression.is(ClosureExprSyntax.self) && !expression.is(IfExprSyntax.self) && !expression.is(SwitchExprSyntax.self)
      && !expression.is(MissingExprSyntax.self)
  }

  private static func boundNames(_ declaration: DeclSyntax) -> String? {
    guard let variable = declaration.as(VariableDeclSyntax.self), let pattern = variable.bindings.last?.pattern else {
      return nil
    }
    guard pattern.is(IdentifierPatternSyntax.self) || pattern.is(TuplePatternSyntax.self) else { return nil }
    let text = pattern.trimmedDescription
    return text.contains("_,") || text.hasSuffix("_)") || text.contains("let ") ? nil : text
  }

  private static func importedModule(_ item: CodeBlockItemSyntax) -> String? {
    guard case .decl(let declaration) = item.item, let statement = declaration.as(ImportDeclSyntax.self) else { return nil }
    return statement.path.first?.name.text
  }

  private static func errors(in tree: SourceFileSyntax) -> [SwiftSyntaxError] {
    // The generator ends the process at such a sign: it wants to put blanks where there are some.
    if let sign = tree.tokens(viewMode: .sourceAccurate).first(where: { $0.isUnevenlySpaced }) {
      return [
        SwiftSyntaxError(
          message: "'=' must have consistent whitespace on both sides; a character that nobody sees stands beside it",
          offset: sign.positionAfterSkippingLeadingTrivia.utf8Offset, notes: [])
      ]
    }
    return ParseDiagnosticsGenerator.diagnostics(for: tree).map { diagnostic in
      SwiftSyntaxError(
        message: diagnostic.message, offset: diagnostic.position.utf8Offset,
        notes: diagnostic.notes.map { SwiftSyntaxError.Note(message: $0.message, offset: $0.position.utf8Offset) })
    }
  }
}

extension TokenSyntax {
  /// Whether it is an `=` with blanks on both sides and a stray character between it and one of them, such as a byte order mark.
  fileprivate var isUnevenlySpaced: Bool {
    guard tokenKind == .equal, let before = previousToken(viewMode: .sourceAccurate)?.trailingTrivia else { return false }
    return before.hasBlank && trailingTrivia.hasBlank
      && (before.pieces.last?.isStray == true || trailingTrivia.pieces.first?.isStray == true)
  }
}

extension Trivia {
  fileprivate var hasBlank: Bool { contains { if case .spaces = $0 { true } else if case .tabs = $0 { true } else { false } } }
}

extension TriviaPiece {
  /// Whether it is no blank, no end of a line and no comment.
  fileprivate var isStray: Bool {
    switch self {
    case .formfeeds, .verticalTabs, .unexpectedText, .backslashes, .pounds: true
    default: false
    }
  }
}

/// Finds the first plain `try` whose error leaves a statement: not one in a function, a closure or a `do` that catches.
final class UncaughtTryFinder: SyntaxVisitor {
  private var offset: Int?
  /// Where each such `try` ends.
  private(set) var ends: [Int] = []

  static func offset(in item: CodeBlockItemSyntax) -> Int? {
    let finder = UncaughtTryFinder(viewMode: .sourceAccurate)
    finder.walk(item)
    return finder.offset
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil {
      offset = offset ?? node.positionAfterSkippingLeadingTrivia.utf8Offset
      ends.append(node.tryKeyword.endPositionBeforeTrailingTrivia.utf8Offset)
    }
    return .visitChildren
  }

  override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
    offset = offset ?? node.positionAfterSkippingLeadingTrivia.utf8Offset
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
