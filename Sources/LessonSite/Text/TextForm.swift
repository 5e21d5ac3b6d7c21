/// What the text of a lesson is to be part of.
package enum TextForm: Sendable, Equatable {
  /// A page of the site: answers are folded where they belong, and whose a number is one sees when one points at it.
  case page
  /// The book: answers stand at the end of the chapter, and whose a number is stands in a note there.
  case book
  /// A volume for devices: as the book, with formulas as MathML, and how each number came about at the end of the chapter.
  case volume

  /// Whether answers and sources stand at the end of the chapter.
  var isBound: Bool { self != .page }
}
