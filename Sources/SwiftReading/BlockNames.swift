import LessonModel
import SwiftSyntax

/// What a piece of Swift gives to other pieces of its program and takes from them, by names alone: what means something else, or
/// nothing, where another piece is left out.
package struct BlockNames: Sendable, Equatable {
  /// What it declares for others: at its top level, and in extensions.
  package private(set) var declared: Set<String> = []
  /// The variables of others that it changes, or may.
  package private(set) var changed: Set<String> = []
  /// The names that it reads, without those that are only its own, such as the parameter of a closure.
  package private(set) var mentioned: Set<String> = []
  /// Where it imports which module.
  package private(set) var imports: [Import] = []

  /// The import of a module.
  package struct Import: Sendable, Equatable {
    package var module: String
    package var range: Range<Int>
  }

  /// - Parameter names: What is declared with it, beside its text.
  /// - Complexity: linear in the length of the text.
  package init(of text: String, declaring names: [String] = []) {
    let tree = SwiftNesting.tree(of: text).tree
    let finder = NameFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    declared = finder.declared.union(names)
    changed = finder.changed.subtracting(finder.bound)
    mentioned = finder.mentioned.subtracting(finder.bound)
    for statement in tree.statements {
      guard let node = statement.item.as(ImportDeclSyntax.self), let module = node.path.first?.name.text else { continue }
      let end = node.endPositionBeforeTrailingTrivia.utf8Offset
      imports.append(Import(module: module, range: node.positionAfterSkippingLeadingTrivia.utf8Offset..<end))
    }
  }

  /// The same where others declare some of its names.
  package func withoutDeclaring(_ names: Set<String>) -> BlockNames {
    var rest = self
    rest.declared.subtract(names)
    return rest
  }

  /// Whether it cannot be trusted to mean the same without another piece.
  ///
  /// - Parameter isLater: Whether it runs after the other, and so with variables as that leaves them.
  package func needs(_ other: BlockNames, isLater: Bool) -> Bool {
    !mentioned.isDisjoint(with: other.declared)
      || isLater && !mentioned.subtracting(declared).isDisjoint(with: other.changed)
  }
}

/// Collects the names of a piece of Swift.
private final class NameFinder: SyntaxVisitor {
  var declared: Set<String> = []
  var changed: Set<String> = []
  var mentioned: Set<String> = []
  /// What is declared in a function, a closure or a statement, for itself.
  var bound: Set<String> = []

  // MARK: What is declared

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    declare(node.identifier, by: Syntax(node))
    return .visitChildren
  }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    // An operator is found by its operands.
    if node.name.text.first.map({ $0.isLetter || $0 == "_" }) ?? false { declare(node.name, by: Syntax(node)) }
    return .visitChildren
  }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name, by: Syntax(node)) }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    if let type = node.ancestor(ExtensionDeclSyntax.self) { declared.insert(type.extendedType.trimmedDescription) }
    return .visitChildren
  }
  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.name.plainName)
    return .visitChildren
  }
  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).plainName)
    return .visitChildren
  }
  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).plainName)
    return .visitChildren
  }
  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.name.plainName)
    return .visitChildren
  }

  @discardableResult
  private func declare(_ name: TokenSyntax, by node: Syntax) -> SyntaxVisitorContinueKind {
    let name = name.plainName
    switch node.reach {
    case .others: declared.insert(name)
    case .itself: bound.insert(name)
    case .type: break
    }
    return .visitChildren
  }

  // MARK: What is read and changed

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.baseName.plainName
    mentioned.insert(name)
    if !node.isMember, Syntax(node).mayChange { changed.insert(name) }
    return .visitChildren
  }
  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    mentioned.insert(node.name.plainName)
    return .visitChildren
  }
  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
    mentioned.insert(node.name.plainName)
    return .visitChildren
  }
  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    mentioned.insert(node.macroName.text)
    return .visitChildren
  }
}

/// Who sees a declaration.
private enum Reach { case others, type, itself }

extension SyntaxProtocol {
  fileprivate func ancestor<Node: SyntaxProtocol>(_ type: Node.Type) -> Node? {
    var node = parent
    while let current = node {
      if let found = current.as(type) { return found }
      node = current.parent
    }
    return nil
  }
}

extension Syntax {
  /// Who sees what is declared here: what stands around it says it.
  fileprivate var reach: Reach {
    var node = parent
    while let current = node {
      if current.is(ClosureExprSyntax.self) || current.is(CodeBlockSyntax.self) || current.is(AccessorBlockSyntax.self)
        || current.is(FunctionParameterSyntax.self) || current.is(MatchingPatternConditionSyntax.self)
        || current.is(OptionalBindingConditionSyntax.self) && current.ancestor(GuardStmtSyntax.self) == nil
        || current.is(ForStmtSyntax.self) || current.is(SwitchCaseSyntax.self) || current.is(CatchClauseSyntax.self)
      {
        return .itself
      }
      if let body = current.as(MemberBlockSyntax.self) {
        return body.parent?.is(ExtensionDeclSyntax.self) == true ? .others : .type
      }
      node = current.parent
    }
    return .others
  }

  /// Whether the name that stands here may be changed by what is done with it: an assignment, `&`, a call of a method.
  fileprivate var mayChange: Bool {
    var node = self
    var isBase = false
    while let parent = node.parent {
      if let access = parent.as(MemberAccessExprSyntax.self), access.base?.id == node.as(ExprSyntax.self)?.id {
        isBase = true
      } else if let call = parent.as(FunctionCallExprSyntax.self) {
        return isBase && call.calledExpression.id == node.as(ExprSyntax.self)?.id
      } else if let subscripted = parent.as(SubscriptCallExprSyntax.self) {
        if subscripted.calledExpression.id != node.as(ExprSyntax.self)?.id { return false }
      } else if parent.is(InOutExprSyntax.self) {
        return true
      } else if parent.is(ExprListSyntax.self) {
        return node.isAssigned
      } else if !parent.is(OptionalChainingExprSyntax.self) && !parent.is(ForceUnwrapExprSyntax.self)
        && !parent.is(TupleExprSyntax.self) && !parent.is(LabeledExprSyntax.self) && !parent.is(LabeledExprListSyntax.self)
      {
        return false
      }
      node = parent
    }
    return false
  }

  /// Whether an operator that assigns stands behind this element of a sequence.
  private var isAssigned: Bool {
    guard let elements = parent?.as(ExprListSyntax.self),
      let place = elements.firstIndex(where: { $0.id == self.as(ExprSyntax.self)?.id })
    else { return false }
    let next = elements.index(after: place)
    guard next < elements.endIndex else { return false }
    return elements[next].assigns
  }
}
