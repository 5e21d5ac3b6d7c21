package import LessonModel
import SwiftParser
import SwiftSyntax

/// Finds what a piece of Swift declares at its top level.
package enum DeclarationReader {
  /// What it keeps to its own module: functions, types, constants and variables without `public` or `open`, each with its place.
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

  /// The types, and other names for types, each where its declaration begins.
  package static func types(in text: String) -> [PlacedName] {
    Parser.parse(source: text).statements.compactMap { statement in
      guard let declaration = statement.item.as(DeclSyntax.self), declaration.isOfType,
        let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name
      else { return nil }
      return PlacedName(name: name.plainName, offset: declaration.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
  }

  private static func placed(_ name: TokenSyntax) -> PlacedName {
    PlacedName(name: name.text, offset: name.positionAfterSkippingLeadingTrivia.utf8Offset)
  }
}
