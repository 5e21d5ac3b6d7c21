import LessonModel
import SwiftSyntax

/// Finds the variables that a block declares at its top level, and the names that its statements read while they run.
///
/// What a function, a type or a closure reads is passed over: it is read when they are called, which may be later.
final class NameReader: SyntaxVisitor {
  private(set) var variables: [PlacedName] = []
  private(set) var reads: [PlacedName] = []
  private var boundInStatement: Set<String> = []

  static func read(_ tree: SourceFileSyntax) -> NameReader {
    let reader = NameReader(viewMode: .sourceAccurate)
    for statement in tree.statements { reader.read(statement.item) }
    return reader
  }

  private func read(_ item: CodeBlockItemSyntax.Item) {
    let before = reads.count
    boundInStatement = []
    if let declaration = item.as(VariableDeclSyntax.self) {
      for binding in declaration.bindings {
        if let initializer = binding.initializer { walk(initializer) }
        if binding.accessorBlock == nil { declare(binding.pattern) }
      }
    } else {
      walk(item)
    }
    let fresh = reads[before...].filter { !boundInStatement.contains($0.name) }
    reads.replaceSubrange(before..., with: fresh)
  }

  private func declare(_ pattern: PatternSyntax) {
    for name in pattern.boundNames ?? [] {
      variables.append(PlacedName(name: name.plainName, offset: name.positionAfterSkippingLeadingTrivia.utf8Offset))
    }
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if !node.isMember {
      let place = node.baseName.positionAfterSkippingLeadingTrivia.utf8Offset
      reads.append(PlacedName(name: node.baseName.plainName, offset: place))
    }
    return .skipChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    boundInStatement.insert(node.identifier.plainName)
    return .skipChildren
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    boundInStatement.insert("error")
    return .visitChildren
  }

  override func visit(_ node: KeyPathExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension DeclReferenceExprSyntax {
  /// Whether it is the member of something, such as `b` in `a.b`.
  var isMember: Bool { parent?.as(MemberAccessExprSyntax.self).map { $0.declName.id == id } ?? false }
}
