package import LessonModel

extension PageWords {
  /// The phrase with markup in the place of `{1}`, `{2}` and so on.
  package func html(_ phrase: Phrase, _ parts: HTML...) -> HTML {
    pieces(of: phrase).map { piece in
      guard let part = piece.part else { return HTML(escaping: piece.text) }
      return parts.indices.contains(part) ? parts[part] : ""
    }.joined()
  }

  /// Pieces of markup side by side.
  package func list(_ parts: [HTML]) -> HTML { parts.joined(by: HTML(escaping: self[.listSeparator])) }
}
