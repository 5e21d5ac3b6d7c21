package import LessonModel

/// Notes on what stands in a page: a line or two on each value, source, term, figure or formula, by the name of its place.
///
/// They stand in a script beside the page, `PAGE.notes.js` for `PAGE.html`, which is loaded when a reader first points at a link
/// to something there. So a page carries none of their weight, and they can be read from a disk, where no page may read files.
package enum NotesFile {
  /// - Returns: Nothing where there is nothing to note.
  package static func files(beside page: String, _ notes: [Note]) -> [SiteFile] {
    if notes.isEmpty { return [] }
    let entries = JSON.object(notes.map { ($0.place, .string($0.html.text)) })
    return [SiteFile(path: page.dropLast(".html".count) + ".notes.js", text: "notes(\(entries.text));\n")]
  }
}

/// What is said of a place in a page to whoever points at a link to it.
package struct Note: Sendable, Equatable {
  /// The name of the place, as an address has it behind `#`.
  package var place: String
  package var html: HTML

  package init(_ place: String, _ html: HTML) {
    self.place = place
    self.html = html
  }
}
