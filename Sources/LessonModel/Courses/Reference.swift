/// A published source, as CSL-YAML has it: what the references of a course are made of.
///
/// https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
package struct Reference: Sendable, Equatable {
  package var id: String
  /// Where the course file gives it.
  package var position: SourcePosition
  /// What it is, in CSL's words: `book`, `article-journal`, `webpage`.
  package var type: String?
  package var title: String?
  package var authors: [PersonName] = []
  /// Whether the list of authors goes on where it ends.
  package var hasMoreAuthors = false
  package var issued: PublicationDate?
  /// The journal, the book or the site in which it stands.
  package var container: String?
  package var publisher: String?
  package var volume: String?
  package var issue: String?
  package var pages: String?
  package var edition: String?
  package var note: String?
  /// The language of its titles, as HTML names it.
  package var language: String?
  /// What a citation shows instead of author and year.
  package var label: String?
  package var address: String?
  package var doi: String?
  /// What shows that it prints what is quoted from it.
  package var evidence = Evidence.missing

  package init(id: String, position: SourcePosition = SourcePosition(line: 1, column: 1)) {
    self.id = id
    self.position = position
  }
}

/// The name of a person, or of a body that has no given name.
package struct PersonName: Sendable, Equatable {
  package var family: String
  package var given: String?
  /// What follows the name, such as `Jr.`.
  package var suffix: String?

  package init(family: String, given: String? = nil, suffix: String? = nil) {
    self.family = family
    self.given = given
    self.suffix = suffix
  }
}

/// When something was published, as exactly as it is known.
package struct PublicationDate: Sendable, Equatable {
  /// The year, or the words that stand for it.
  package var year: String
  package var month: Int?
  package var day: Int?

  package init(year: String, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}
