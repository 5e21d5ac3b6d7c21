package import LessonModel
import SwiftParser
import SwiftSyntax

/// Finds what a file declares at its top level and keeps to its own module.
package enum DeclarationReader {
  /// The names of functions, types, constants and variables without `public` or `open`, each with its place.
  package static func internalNames(in text: String) -> [PlacedName] {
    Parser.parse(source: text).statements.flatMap { statement -> [PlacedName] in
      guard let declaration = statement.item.as(DeclSyntax.self),
        let modified = declaration.asProtocol((any WithModifiersSyntax).self),
        !modified.modifiers.contains(where: { ["public", "open"].contains($0.name.text) })
      else { return [] }
      if let variable = declaration.as(VariableDeclSyntax.self) {
        return variable.bindings.compactMap { $0.pattern.as(IdentifierPatternSyntax.self)?.identifier }.map(placed)
      }
      if let function = declaration.as(FunctionDeclSyntax.self) { return [placed(function.name)] }
      return declaration.asProtocol((any NamedDeclSyntax).self).map { [placed($0.name)] } ?? []
    }
  }

  private static func placed(_ name: TokenSyntax) -> PlacedName {
    PlacedName(name: name.text, offset: name.positionAfterSkippingLeadingTrivia.utf8Offset)
  }
}
