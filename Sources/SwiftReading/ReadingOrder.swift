import SwiftSyntax

/// Whether every variable of a program has its value before anything reads it.
///
/// What is run at the top level reads what it names, and whatever the functions and types that it names read in their turn.
struct ReadingOrder {
  /// A statement, or the value of a variable: what it reads, and the variables that it gives a value to.
  private struct Moment {
    var reads: Set<String>
    var binds: [String]
  }

  private struct Declaration {
    var name: String
    var reads: Set<String>
  }

  private var moments: [Moment] = []
  private var declarations: [Declaration] = []
  /// What may be read at any moment, for nothing that is named tells when.
  private var always: Set<String> = []

  mutating func run(_ node: some SyntaxProtocol, binding names: [String] = []) {
    moments.append(Moment(reads: ReadFinder.names(in: node), binds: names))
  }

  mutating func declare(_ name: String, _ node: some SyntaxProtocol) {
    declarations.append(Declaration(name: name, reads: ReadFinder.names(in: node)))
  }

  /// Takes in a declaration whose code can run without its name.
  mutating func add(_ node: some SyntaxProtocol) { always.formUnion(ReadFinder.names(in: node)) }

  var isKept: Bool {
    var bound: [String: Int] = [:]
    for (index, moment) in moments.enumerated() { for name in moment.binds { bound[name] = index } }
    var reached: Set<String> = []
    var rest = declarations
    for (index, moment) in moments.enumerated() {
      var fresh = (index == 0 ? moment.reads.union(always) : moment.reads).subtracting(reached)
      while !fresh.isEmpty {
        if fresh.contains(where: { (bound[$0] ?? -1) >= index }) { return false }
        reached.formUnion(fresh)
        let named = rest.filter { reached.contains($0.name) }
        rest.removeAll { reached.contains($0.name) }
        fresh = named.reduce(into: Set()) { $0.formUnion($1.reads) }.subtracting(reached)
      }
    }
    return true
  }
}

/// Finds the names of variables, functions and types that a piece of a program uses and does not bind itself.
///
/// Where Swift's rules are fine, as with patterns of `case`, a name counts as used.
final class ReadFinder: SyntaxVisitor {
  private var names: Set<String> = []
  private var scopes: [Set<String>] = []

  static func names(in node: some SyntaxProtocol) -> Set<String> {
    let finder = ReadFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return finder.names
  }

  private func use(_ token: TokenSyntax) {
    let name = token.plainName
    if !scopes.contains(where: { $0.contains(name) }) { names.insert(name) }
  }

  private func bind(_ tokens: [TokenSyntax]) {
    if !scopes.isEmpty { scopes[scopes.count - 1].formUnion(tokens.map(\.plainName)) }
  }

  private func inScope(_ work: () -> Void) {
    scopes.append([])
    work()
    scopes.removeLast()
  }

  private func walk(each nodes: (any SyntaxProtocol)?...) { for case let node? in nodes { walk(node) } }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if !node.isMember { use(node.baseName) }
    return .skipChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    use(node.name)
    return .visitChildren
  }

  override func visit(_ node: KeyPathPropertyComponentSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in node.bindings {
      walk(each: binding.typeAnnotation, binding.initializer)
      inScope {
        bind(DeclSyntax(node).instanceVariables)
        walk(each: binding.accessorBlock)
      }
      if node.parent?.is(CodeBlockItemSyntax.self) == true { bind(binding.pattern.boundNames ?? []) }
    }
    walk(node.attributes)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    walk(each: node.typeAnnotation, node.initializer)
    if node.initializer == nil, let name = node.pattern.boundNames?.first { use(name) }
    bind(node.pattern.boundNames ?? [])
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      for capture in node.signature?.capture?.items ?? [] {
        walk(each: capture.initializer)
        if capture.initializer == nil { use(capture.name) }
        bind([capture.name])
      }
      switch node.signature?.parameterClause {
      case .simpleInput(let parameters)?: bind(parameters.map(\.name))
      case .parameterClause(let clause)?:
        walk(clause)
        bind(clause.parameters.map { $0.secondName ?? $0.firstName })
      default: break
      }
      walk(each: node.signature?.returnClause, node.statements)
    }
    return .skipChildren
  }

  private func walk(_ signature: FunctionSignatureSyntax, _ body: CodeBlockSyntax?, of declaration: DeclSyntax) {
    walk(signature)
    inScope {
      bind(declaration.instanceVariables)
      bind(signature.parameterClause.parameters.map { $0.secondName ?? $0.firstName })
      walk(each: body)
    }
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    walk(each: node.attributes, node.genericParameterClause, node.genericWhereClause)
    walk(node.signature, node.body, of: DeclSyntax(node))
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    walk(each: node.attributes, node.genericParameterClause, node.genericWhereClause)
    walk(node.signature, node.body, of: DeclSyntax(node))
    return .skipChildren
  }

  private func open() -> SyntaxVisitorContinueKind {
    scopes.append([])
    return .visitChildren
  }

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { open() }
  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind { open() }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { open() }
  override func visitPost(_ node: CodeBlockSyntax) { scopes.removeLast() }
  override func visitPost(_ node: SwitchCaseSyntax) { scopes.removeLast() }
  override func visitPost(_ node: AccessorBlockSyntax) { scopes.removeLast() }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(each: node.typeAnnotation, node.sequence)
    inScope {
      bind(node.pattern.boundNames ?? [])
      walk(each: node.whereClause, node.body)
    }
    return .skipChildren
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    inScope { walk(each: node.conditions, node.body) }
    walk(each: node.elseBody)
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    inScope { walk(each: node.conditions, node.body) }
    return .skipChildren
  }

  /// What a guard binds, its own body does not see.
  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(each: node.body, node.conditions)
    return .skipChildren
  }
}

extension DeclSyntax {
  /// What the body of a member means by a bare name first: the variables of its type that stand beside it. What belongs to the
  /// type itself and not to a value of it sees past them.
  fileprivate var instanceVariables: [TokenSyntax] {
    guard let members = parent?.as(MemberBlockItemSyntax.self)?.parent?.as(MemberBlockItemListSyntax.self), !isStatic else {
      return []
    }
    let variables = members.compactMap { $0.decl.as(VariableDeclSyntax.self) }.filter { !DeclSyntax($0).isStatic }
    return variables.flatMap { $0.bindings.flatMap { $0.pattern.boundNames ?? [] } }
  }

  private var isStatic: Bool {
    asProtocol((any WithModifiersSyntax).self)?.modifiers.contains { ["static", "class"].contains($0.name.text) } == true
  }
}

extension PatternSyntax {
  /// The names that a pattern of names and tuples binds; nil for any other.
  var boundNames: [TokenSyntax]? {
    switch self.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let pattern): return [pattern.identifier]
    case .wildcardPattern: return []
    case .tuplePattern(let tuple):
      let parts = tuple.elements.map(\.pattern.boundNames)
      return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
    default: return nil
    }
  }
}
