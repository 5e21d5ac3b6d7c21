import SwiftParser
import SwiftSyntax

/// Marks what a library of Embedded Swift compiles for its clients once: without the mark every client compiles all of the
/// library that it uses again.
///
/// The mark is `@export(interface)` (SE-0497), and stands before public functions and getters that are not generic.
package struct InterfaceMarker {
  /// Protocols, and types with parameters: their members are compiled for each use of them.
  private var generic: Set<String> = [
    "Array", "BidirectionalCollection", "BinaryFloatingPoint", "BinaryInteger", "ClosedRange", "Collection", "Comparable",
    "Dictionary", "FloatingPoint", "KeyValuePairs", "Optional", "RandomNumberGenerator", "Range", "Sequence", "Set",
    "StringProtocol",
  ]

  /// - Parameter sources: All files of the library.
  package init(_ sources: [String]) {
    for source in sources {
      let finder = GenericTypes(viewMode: .sourceAccurate)
      finder.walk(Parser.parse(source: source))
      generic.formUnion(finder.names)
    }
  }

  /// A file with its marks.
  package func marked(_ source: String) -> String {
    let places = MarkPlaces(generic)
    places.walk(Parser.parse(source: source))
    let bytes = Array(source.utf8)
    var marked: [UInt8] = []
    var reached = 0
    for (offset, text) in places.edits.sorted(by: { $0.offset < $1.offset }) {
      marked += bytes[reached..<offset] + text.utf8
      reached = offset
    }
    return String(decoding: marked + bytes[reached...], as: UTF8.self)
  }
}

private final class GenericTypes: SyntaxVisitor {
  private(set) var names: Set<String> = []

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.name.text)
    return .skipChildren
  }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    note(node.genericParameterClause, node.name)
  }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { note(node.genericParameterClause, node.name) }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { note(node.genericParameterClause, node.name) }

  private func note(_ parameters: GenericParameterClauseSyntax?, _ name: TokenSyntax) -> SyntaxVisitorContinueKind {
    if parameters != nil { names.insert(name.text) }
    return .visitChildren
  }
}

/// Where the marks of a file go.
private final class MarkPlaces: SyntaxVisitor {
  private let generic: Set<String>
  private(set) var edits: [(offset: Int, text: String)] = []
  private static let mark = "@export(interface) "

  init(_ generic: Set<String>) {
    self.generic = generic
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enters(node.name.text) }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enters(node.name.text) }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enters(node.name.text) }
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.genericWhereClause != nil { return .skipChildren }
    guard let type = node.extendedType.as(IdentifierTypeSyntax.self), type.genericArgumentClause == nil else {
      return .skipChildren
    }
    return enters(type.name.text)
  }

  private func enters(_ name: String) -> SyntaxVisitorContinueKind { generic.contains(name) ? .skipChildren : .visitChildren }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    guard isPublic(node.modifiers), node.attributes.isEmpty, node.body != nil, node.genericParameterClause == nil,
      node.genericWhereClause == nil, !hasOpaqueType(node.signature)
    else { return .skipChildren }
    edits.append((node.modifiers.positionAfterSkippingLeadingTrivia.utf8Offset, Self.mark))
    return .skipChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    guard isPublic(node.modifiers), node.attributes.isEmpty, node.bindings.count == 1, let binding = node.bindings.first,
      isMember(node), let type = binding.typeAnnotation, !hasOpaqueType(type),
      let block = binding.accessorBlock, case .getter = block.accessors
    else { return .skipChildren }
    edits.append((block.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset, " \(Self.mark)get {"))
    edits.append((block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset, "} "))
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  private func isMember(_ node: VariableDeclSyntax) -> Bool { node.parent?.is(MemberBlockItemSyntax.self) == true }

  private func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool { modifiers.contains { $0.name.text == "public" } }

  private func hasOpaqueType(_ node: some SyntaxProtocol) -> Bool {
    node.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(.some) }
  }
}
