import SwiftParser
import SwiftSyntax

/// An expression that is added to a block so that the compiler records its value: of some statements it records nothing, as of
/// `total[i] += x`, or nothing that says what it is.
package struct TraceAddition: Sendable, Equatable {
  /// Where it is added, in bytes of the code.
  package var offset: Int
  /// What is added: the expression, and what parts it from what stands around it.
  package var text: String
  /// What it tells the value of: the name or expression where it stands in the code.
  package var range: Range<Int>
  package var name: String
  /// What need not be told beside it, for it is the same value.
  package var replaced: [Range<Int>] = []
}

/// Finds what the compiler's recording leaves out: loop variables, what `guard`, `while` and `if` bind, tuples that are taken
/// apart, names that share one declaration, and what is assigned to a member or an element.
///
/// Only what can be read again without doing anything is added: names, members, and elements at such places.
package enum TraceAdditions {
  /// In the order of the text.
  package static func additions(to code: String) -> [TraceAddition] {
    let tree = SwiftNesting.tree(of: code).0
    if tree.hasError { return [] }
    let finder = AdditionFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.additions.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }
}

private final class AdditionFinder: SyntaxVisitor {
  private(set) var additions: [TraceAddition] = []

  /// In an initializer `self` may not be whole yet.
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    guard Self.hasRoom(node) else { return .visitChildren }
    switch node.item {
    case .expr(let expression): addAssigned(in: expression)
    case .decl(let declaration): addParts(of: declaration)
    case .stmt(let statement):
      if let statement = statement.as(GuardStmtSyntax.self) {
        addNames(Self.bound(by: statement.conditions), behind: statement)
      }
      if let branch = statement.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self), Self.hasBesides(node) {
        addNames(Self.bound(by: branch.conditions), into: branch.body)
      }
    default: break
    }
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    addNames(node.pattern.boundNames ?? [], into: node.body)
    return .visitChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    addNames(Self.bound(by: node.conditions), into: node.body)
    return .visitChildren
  }

  // MARK: Where

  /// Whether a statement may follow: in a closure of one statement that would change what the closure is.
  private static func hasRoom(_ item: CodeBlockItemSyntax) -> Bool {
    guard let list = item.parent?.as(CodeBlockItemListSyntax.self) else { return false }
    return list.count > 1 || !(list.parent?.is(ClosureExprSyntax.self) ?? false)
  }

  /// Whether an `if` stands as a statement for sure: alone in a function it may be its value.
  private static func hasBesides(_ item: CodeBlockItemSyntax) -> Bool {
    guard let list = item.parent?.as(CodeBlockItemListSyntax.self) else { return false }
    return list.count > 1 || list.parent?.is(SourceFileSyntax.self) ?? false
  }

  private func addNames(_ names: [TokenSyntax], into body: CodeBlockSyntax) {
    if body.statements.isEmpty { return }
    let offset = body.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset
    for name in names {
      additions.append(TraceAddition(offset: offset, text: " \(name.text);", range: Self.range(name), name: name.text))
    }
  }

  private func addNames(_ names: [TokenSyntax], behind node: some SyntaxProtocol) {
    for name in names { add(name, behind: node, replaced: []) }
  }

  private func add(_ expression: some SyntaxProtocol, behind node: some SyntaxProtocol, replaced: [Range<Int>]) {
    let text = expression.trimmedDescription
    // On one line, for lines behind it must stay where they are.
    if text.contains(where: \.isNewline) { return }
    additions.append(
      TraceAddition(
        offset: node.endPositionBeforeTrailingTrivia.utf8Offset, text: "; " + text, range: Self.range(expression), name: text,
        replaced: replaced))
  }

  private static func range(_ node: some SyntaxProtocol) -> Range<Int> {
    node.positionAfterSkippingLeadingTrivia.utf8Offset..<node.endPositionBeforeTrailingTrivia.utf8Offset
  }

  // MARK: Names that are bound

  private static func bound(by conditions: ConditionElementListSyntax) -> [TokenSyntax] {
    conditions.flatMap { element in
      element.condition.as(OptionalBindingConditionSyntax.self)?.pattern.boundNames ?? []
    }
  }

  private func addParts(of declaration: DeclSyntax) {
    guard let variable = declaration.as(VariableDeclSyntax.self) else { return }
    // One name by itself the compiler records.
    for binding in variable.bindings
    where binding.initializer != nil && (variable.bindings.count > 1 || binding.pattern.is(TuplePatternSyntax.self)) {
      addNames(binding.pattern.boundNames ?? [], behind: declaration)
    }
  }

  // MARK: What is assigned

  private func addAssigned(in expression: ExprSyntax) {
    guard let sequence = expression.as(SequenceExprSyntax.self) else { return }
    let elements = Array(sequence.elements)
    guard elements.count > 2, elements[1].assigns else { return }
    // What the right side changes may be the place itself.
    if elements[2...].contains(where: InOutFinder.isIn) { return }
    let (target, last) = (elements[0], elements[elements.count - 1])
    let replaced = [
      Self.range(target), Self.range(elements[2]).lowerBound..<last.endPositionBeforeTrailingTrivia.utf8Offset,
    ]
    let parts = target.as(TupleExprSyntax.self).map { $0.elements.map(\.expression) } ?? [target]
    for part in parts where Self.isPlain(part) { add(part, behind: expression, replaced: replaced) }
  }

  /// Whether an expression can be read again without doing anything.
  private static func isPlain(_ expression: ExprSyntax) -> Bool {
    switch expression.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr, .integerLiteralExpr, .stringLiteralExpr, .booleanLiteralExpr, .binaryOperatorExpr: true
    case .memberAccessExpr(let member): member.base.map(isPlain) ?? false
    case .forceUnwrapExpr(let inner): isPlain(inner.expression)
    case .optionalChainingExpr(let inner): isPlain(inner.expression)
    case .tupleExpr(let tuple): tuple.elements.count == 1 && tuple.elements.allSatisfy { isPlain($0.expression) }
    case .sequenceExpr(let sequence): sequence.elements.allSatisfy(isPlain)
    case .prefixOperatorExpr(let inner): isPlain(inner.expression)
    case .subscriptCallExpr(let call):
      isPlain(call.calledExpression) && call.trailingClosure == nil && call.arguments.allSatisfy { isPlain($0.expression) }
    default: false
    }
  }
}

/// Finds `&place`.
private final class InOutFinder: SyntaxVisitor {
  private var found = false

  static func isIn(_ node: some SyntaxProtocol) -> Bool {
    let finder = InOutFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return finder.found
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    found = true
    return .skipChildren
  }
}
