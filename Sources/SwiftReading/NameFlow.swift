import LessonModel
import SwiftSyntax

/// What one top-level statement has to do with names.
package struct StatementNames: Sendable, Equatable {
  /// What it declares.
  package var gives: Set<String> = []
  /// What it uses anywhere, in functions and closures too.
  package var uses: Set<String> = []
  /// What it may change that is declared elsewhere.
  package var changes: Set<String> = []
  /// Whether it declares what runs later, where its names are used: no variable, but for one that holds a closure.
  package var runsLater = false
  /// Whether it declares what is used without its name, such as an operator.
  package var isUsedUnnamed = false
  /// The types to which it adds something.
  package var extends: Set<String> = []
  /// Whether it declares what is shared, so that it may be changed under another name.
  package var isShared = false
}

/// Tells which statements may depend on which names. What may depend counts as if it did.
package enum NameFlow {
  /// The names of each top-level statement of a text, in order; none where it nests too deeply.
  package static func statements(of text: String) -> [StatementNames] {
    SwiftNesting.tree(of: text).tree.statements.map { item in
      let uses = ReadFinder.names(in: item.item)
      let declaration = item.item.as(DeclSyntax.self)
      // What is not read is a name of its own, such as that of a variable in a function.
      return StatementNames(
        gives: given(by: item.item), uses: uses, changes: ChangeFinder.names(in: item).intersection(uses),
        runsLater: declaration.map(runsLater) ?? false, isUsedUnnamed: declaration.map(isUsedUnnamed) ?? false,
        extends: declaration?.as(ExtensionDeclSyntax.self).map { types(in: $0.extendedType) } ?? [],
        isShared: declaration.map { $0.is(ClassDeclSyntax.self) || $0.is(ActorDeclSyntax.self) } ?? false)
    }
  }

  private static func runsLater(_ declaration: DeclSyntax) -> Bool {
    guard let variable = declaration.as(VariableDeclSyntax.self) else { return true }
    return variable.bindings.contains { $0.initializer?.value.is(ClosureExprSyntax.self) ?? ($0.accessorBlock != nil) }
  }

  private static func isUsedUnnamed(_ declaration: DeclSyntax) -> Bool {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      if case .identifier = function.name.tokenKind { return false }
      return true
    }
    return declaration.is(OperatorDeclSyntax.self) || declaration.is(PrecedenceGroupDeclSyntax.self)
  }

  /// The names that an expression uses; none where it nests too deeply.
  package static func uses(of expression: String) -> Set<String> {
    ReadFinder.names(in: SwiftNesting.tree(of: expression).tree.statements)
  }

  private static func given(by item: CodeBlockItemSyntax.Item) -> Set<String> {
    guard let declaration = item.as(DeclSyntax.self) else { return [] }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      return variable.bindings.reduce(into: []) { $0.formUnion(($1.pattern.boundNames ?? []).map(\.plainName)) }
    }
    if let function = declaration.as(FunctionDeclSyntax.self) { return [function.name.plainName] }
    if let addition = declaration.as(ExtensionDeclSyntax.self) { return types(in: addition.extendedType) }
    return declaration.asProtocol((any NamedDeclSyntax).self).map { [$0.name.plainName] } ?? []
  }

  /// The types that a type names, itself and those that it is made of.
  private static func types(in node: some SyntaxProtocol) -> Set<String> {
    let own: Set<String> = node.as(IdentifierTypeSyntax.self).map { [$0.name.plainName] } ?? []
    return node.children(viewMode: .sourceAccurate).reduce(into: own) { $0.formUnion(types(in: $1)) }
  }
}

/// The names that a piece of a program assigns to, hands over to be changed, or calls methods of for nothing but their effect.
private final class ChangeFinder: SyntaxVisitor {
  private var names: Set<String> = []

  static func names(in node: some SyntaxProtocol) -> Set<String> {
    let finder = ChangeFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return finder.names
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    if elements.count >= 3, elements[1].assigns { change(elements[0]) }
    return .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    change(node.expression)
    return .visitChildren
  }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    var expression = node.item.as(ExprSyntax.self)
    while let attempt = expression?.as(TryExprSyntax.self) { expression = attempt.expression }
    if let call = expression?.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self),
      let base = call.base
    {
      let known = names
      change(base)
      // `Chart().line(y)` makes something of a type and changes nothing of it.
      names = known.union(names.filter { $0.first?.isUppercase == false })
    }
    return .visitChildren
  }

  private func change(_ node: ExprSyntax) {
    if let name = node.as(DeclReferenceExprSyntax.self) {
      // What a closure is given, such as `$0`, is no name of the lesson's.
      if !name.baseName.text.hasPrefix("$") { names.insert(name.baseName.plainName) }
    } else if let member = node.as(MemberAccessExprSyntax.self), let base = member.base {
      change(base)
    } else if let element = node.as(SubscriptCallExprSyntax.self) {
      change(element.calledExpression)
    } else if let call = node.as(FunctionCallExprSyntax.self) {
      change(call.calledExpression)
    } else if let chain = node.as(OptionalChainingExprSyntax.self) {
      change(chain.expression)
    } else if let value = node.as(ForceUnwrapExprSyntax.self) {
      change(value.expression)
    } else if let tuple = node.as(TupleExprSyntax.self) {
      for element in tuple.elements { change(element.expression) }
    }
  }
}
