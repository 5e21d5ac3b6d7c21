import SwiftSyntax

/// Looks through a program for whatever keeps it from being a file of a library, wherever it stands, and finds where it
/// names its types.
final class BatchScreen: SyntaxVisitor {
  private(set) var refusal: BatchRefusal?
  private var ends: [Int] = []
  /// The types that the program declares at its top level.
  private let types: Set<String>

  /// - Returns: Where the names of the program's types end.
  static func look(through tree: SourceFileSyntax, declaring types: Set<String>) throws(BatchRefusal) -> [Int] {
    let screen = BatchScreen(types: types)
    screen.walk(tree)
    if let refusal = screen.refusal { throw refusal }
    return screen.ends
  }

  private init(types: Set<String>) {
    self.types = types
    super.init(viewMode: .sourceAccurate)
  }

  private func refuse(_ reason: BatchRefusal) -> SyntaxVisitorContinueKind {
    refusal = refusal ?? reason
    return .skipChildren
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    switch token.tokenKind {
    case .identifier:
      let name = token.plainName
      if types.contains(name) {
        guard token.isNameOfType else { return refuse(.name) }
        ends.append(token.endPositionBeforeTrailingTrivia.utf8Offset)
      }
      return Self.concurrency.contains(name) ? refuse(.concurrency) : Self.isSpecial(name) ? refuse(.name) : .skipChildren
    case .keyword(let keyword): return Self.concurrentKeywords.contains(keyword) ? refuse(.concurrency) : .skipChildren
    case .rawStringPoundDelimiter, .regexPoundDelimiter, .stringSegment, .regexLiteralPattern: return .skipChildren
    case .poundSourceLocation:
      return token.isOfTopLevelDirective ? .skipChildren : refuse(.directive)
    default: return token.text.hasPrefix("#") ? refuse(.directive) : .skipChildren
    }
  }

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    let name = node.attributeName.trimmedDescription
    return Self.attributes.contains(name) || types.contains(name) ? .visitChildren : refuse(.attribute)
  }

  override func visit(_ node: DeclModifierSyntax) -> SyntaxVisitorContinueKind {
    guard node.isAccessLevel, let declaration = node.parent?.parent else { return .visitChildren }
    let isMember = declaration.parent?.is(MemberBlockItemSyntax.self) == true
    return isMember && !declaration.isOfType ? .visitChildren : refuse(.access)
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    var place = node.parent
    while let syntax = place, !syntax.isBodyOfItsOwn { place = syntax.parent }
    return place == nil ? refuse(.statement) : .visitChildren
  }

  private static let attributes: Set = [
    "discardableResult", "dynamicCallable", "dynamicMemberLookup", "propertyWrapper", "resultBuilder", "escaping",
    "autoclosure", "inline", "Sendable", "convention",
  ]
  private static let concurrency: Set = ["Task", "TaskGroup", "MainActor", "withTaskGroup", "withThrowingTaskGroup"]
  private static let concurrentKeywords: Set<Keyword> = [
    .async, .await, .actor, .nonisolated, .isolated, .distributed, .sending,
  ]
  private static let own: Set = ["__lessonBegin", "__lessonMark", "__lessonStatement", "__lessonValue"]

  private static func isSpecial(_ name: String) -> Bool {
    name == "main" || name == "Copyable" || name == "Escapable" || name.hasPrefix("ExpressibleBy")
      || name.hasSuffix("LiteralType") || name == "UnicodeScalarType" || name == "StringInterpolationType"
      || (name.hasPrefix("__lesson") && !own.contains(name))
  }
}

extension TokenSyntax {
  /// The name that an identifier stands for.
  var plainName: String { text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text }

  /// Whether it stands where a type is named or declared, and not where something else of that name is.
  fileprivate var isNameOfType: Bool {
    guard let parent, !text.hasPrefix("`") else { return false }
    switch parent.kind {
    case .identifierType, .memberType: return true
    case .declReferenceExpr: return parent.as(DeclReferenceExprSyntax.self)?.argumentNames == nil
    default: return parent.isOfType
    }
  }

  /// Whether it begins a directive between the statements of the program.
  fileprivate var isOfTopLevelDirective: Bool {
    var place = parent
    while let syntax = place, !syntax.is(CodeBlockItemSyntax.self) {
      if syntax.is(MemberBlockItemSyntax.self) { return false }
      place = syntax.parent
    }
    return place?.parent?.parent?.is(SourceFileSyntax.self) == true && place?.firstToken(viewMode: .sourceAccurate) == self
  }
}

extension DeclModifierSyntax {
  /// Whether it says who may see a declaration, and not who may change it.
  var isAccessLevel: Bool {
    ["public", "open", "package", "internal", "fileprivate", "private"].contains(name.text) && detail == nil
  }
}

extension SyntaxProtocol {
  /// Whether it declares a type, or another name for one.
  var isOfType: Bool {
    switch Syntax(self).kind {
    case .structDecl, .classDecl, .enumDecl, .protocolDecl, .actorDecl, .typeAliasDecl, .extensionDecl: true
    default: false
    }
  }

  fileprivate var isBodyOfItsOwn: Bool {
    switch Syntax(self).kind {
    case .closureExpr, .functionDecl, .initializerDecl, .deinitializerDecl, .accessorDecl, .accessorBlock, .subscriptDecl: true
    default: false
    }
  }
}
