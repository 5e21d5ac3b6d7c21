import SwiftParser
import SwiftSyntax

/// Rewrites a script program as a file of a library that does the same when it ends well.
///
/// Declarations stay at the top level in their order: functions and variables private to the file, types with a
/// suffix behind their names, for a private type would print as one. Statements
/// become the body of one getter. A variable of a library gets its value when it is first touched, so the getter touches it where
/// it stood. How the file fails need not be how the script fails: a program that does not end well is run again as a script.
package struct BatchRewriter {
  private var imports: Set<String> = []
  private var declarations = ""
  private var body = ""
  private var order = ReadingOrder()
  /// The types that the program declares at its top level.
  private var types: Set<String> = []
  /// Other names for types.
  private var aliases: Set<String> = []
  /// Where the names of both end.
  private var ends: [Int] = []
  private let suffix: String
  private let converter: SourceLocationConverter

  /// The file that a program becomes.
  ///
  /// - Parameter number: A number that no other file of the module has.
  package static func file(_ program: String, number: Int) throws(BatchRefusal) -> BatchFile {
    // No block of a program nests too deeply: one that does is refused before.
    let tree = Parser.parse(source: program)
    if tree.hasError { throw .syntax }
    var rewriter = BatchRewriter(tree, suffix: "__lesson\(number)")
    rewriter.ends = try BatchScreen.look(through: tree, declaring: rewriter.types.union(rewriter.aliases))
    for item in tree.statements { try rewriter.take(item.item) }
    guard rewriter.order.isKept else { throw .order }
    return BatchFile(text: rewriter.text(number), imports: rewriter.imports, suffix: rewriter.suffix)
  }

  private init(_ tree: SourceFileSyntax, suffix: String) {
    self.suffix = suffix
    converter = SourceLocationConverter(fileName: "main.swift", tree: tree)
    for item in tree.statements {
      guard case .decl(let declaration) = item.item, declaration.isOfType else { continue }
      if let alias = declaration.as(TypeAliasDeclSyntax.self) {
        aliases.insert(alias.name.plainName)
      } else if let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name.plainName {
        types.insert(name)
      }
    }
  }

  /// The getter has the name that a script's top level has for `#function`.
  private func text(_ number: Int) -> String {
    imports.sorted().map { "import \($0)\n" }.joined() + declarations + """
      fileprivate var main: Void { get throws {
      \(body)} }
      @_cdecl("main") func __lessonMain\(number)() -> Swift.Int32 { do { try main } catch { return 1 }; return 0 }

      """
  }
}

extension BatchRewriter {
  private mutating func take(_ item: CodeBlockItemSyntax.Item) throws(BatchRefusal) {
    switch item {
    case .decl(let declaration): try take(declaration)
    case .stmt(let statement):
      if statement.is(GuardStmtSyntax.self) || statement.is(DeferStmtSyntax.self) { throw .statement }
      try run(statement)
    case .expr(let expression): try run(expression)
    default: throw .statement
    }
  }

  private mutating func run(_ node: some SyntaxProtocol) throws(BatchRefusal) {
    // At the top level of a script this is an error.
    if node.firstToken(viewMode: .sourceAccurate)?.tokenKind == .leftBrace { throw .statement }
    order.run(node)
    body += placed(node) + ";\n"
  }

  private mutating func take(_ declaration: DeclSyntax) throws(BatchRefusal) {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .poundSourceLocation: break
    case .importDecl(let node):
      guard node.attributes.isEmpty, node.modifiers.isEmpty, node.importKindSpecifier == nil, node.path.count == 1,
        let module = node.path.first
      else { throw .importing }
      imports.insert(module.name.text)
    case .variableDecl(let node): try take(node)
    case .functionDecl(let node):
      guard case .identifier = node.name.tokenKind else { throw .declaration }
      order.declare(node.name.plainName, node)
      declarations += hidden(node, before: node.modifiers.first?.name ?? node.funcKeyword)
    case .extensionDecl(let node): try take(node)
    case .structDecl, .classDecl, .enumDecl, .protocolDecl, .typeAliasDecl:
      if let node = declaration.asProtocol((any NamedDeclSyntax).self) { order.declare(node.name.plainName, declaration) }
      declarations += placed(declaration) + "\n"
    default: throw .declaration
    }
  }

  /// What is added to a type of the program, nobody else can meet; what is added to another type, only this file may.
  private mutating func take(_ node: ExtensionDeclSyntax) throws(BatchRefusal) {
    if let name = node.extendedType.firstToken(viewMode: .sourceAccurate)?.plainName, types.contains(name) {
      order.declare(name, node)
      declarations += placed(node) + "\n"
      return
    }
    let members = node.memberBlock.members.map(\.decl)
    let hasLevels = members.contains { member in
      member.asProtocol((any WithModifiersSyntax).self)?.modifiers.contains(where: \.isAccessLevel) == true
    }
    if node.inheritanceClause != nil || hasLevels || members.contains(where: \.isOfType) { throw .foreignType }
    order.add(node)
    declarations += hidden(node, before: node.modifiers.first?.name ?? node.extensionKeyword)
  }

  private mutating func take(_ node: VariableDeclSyntax) throws(BatchRefusal) {
    guard node.attributes.isEmpty, node.modifiers.isEmpty else { throw .variable }
    var touched: [String] = []
    for binding in node.bindings {
      guard let names = binding.pattern.boundNames else { throw .variable }
      if binding.initializer == nil {
        let isOptional = binding.typeAnnotation?.type.is(OptionalTypeSyntax.self) == true
        guard isOptional || binding.accessorBlock != nil else { throw .variable }
      }
      if let accessors = binding.accessorBlock, let name = names.first {
        order.declare(name.plainName, accessors)
        if binding.initializer == nil { continue }
      }
      guard let name = names.first else {
        // A declaration that binds nothing can only be a statement.
        guard node.bindings.count == 1 else { throw .variable }
        return try run(node)
      }
      // To change a node is to copy all around it.
      let bare = binding.accessorBlock == nil ? binding : binding.detached.with(\.accessorBlock, nil)
      order.run(bare, binding: names.map(\.plainName))
      touched.append(name.text)
    }
    declarations += hidden(node, before: node.bindingSpecifier, insertions: UncaughtTryFinder.marks(in: node))
    for name in touched { body += "_ = \(name);\n" }
  }
}

extension BatchRewriter {
  /// The text of a node at the line and column where the script has it.
  private func placed(_ node: some SyntaxProtocol, linesBefore: [String] = [], insertions: [Int: String] = [:]) -> String {
    let start = node.positionAfterSkippingLeadingTrivia
    let place = converter.location(for: start)
    var text = "#sourceLocation(file: \"\(place.presumedFile)\", line: \(max(place.presumedLine - linesBefore.count, 1)))\n"
    for line in linesBefore { text += line + "\n" }
    text += String(repeating: " ", count: place.column - 1)
    var bytes = Array(node.trimmedDescription.utf8)
    let names = ends.filter { $0 > start.utf8Offset && $0 <= node.endPositionBeforeTrailingTrivia.utf8Offset }
    let insertions = insertions.merging(names.map { ($0, suffix) }) { $1 + $0 }
    for (offset, insertion) in insertions.sorted(by: { $0.key > $1.key }) {
      bytes.insert(contentsOf: insertion.utf8, at: offset - start.utf8Offset)
    }
    return text + String(decoding: bytes, as: UTF8.self)
  }

  /// A declaration that only its file sees. The modifier has a line of its own where no attribute comes before it.
  private func hidden(_ node: some SyntaxProtocol, before keyword: TokenSyntax, insertions: [Int: String] = [:]) -> String {
    let offset = keyword.positionAfterSkippingLeadingTrivia.utf8Offset
    if offset == node.positionAfterSkippingLeadingTrivia.utf8Offset {
      return placed(node, linesBefore: ["fileprivate"], insertions: insertions) + "\n"
    }
    return placed(node, insertions: insertions.merging([offset: "fileprivate "]) { $1 + $0 }) + "\n"
  }
}

extension UncaughtTryFinder {
  /// A global cannot pass on an error: it ends the program, which is the end of a script too.
  fileprivate static func marks(in node: VariableDeclSyntax) -> [Int: String] {
    let finder = UncaughtTryFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return Dictionary(finder.ends.map { ($0, "!") }) { first, _ in first }
  }
}
