import LessonModel

/// What a reference may have beside the fields that are read: a bibliography is often exported whole.
enum BibliographyFields {
  /// The variables of CSL 1.0.2 and what its programs write with them.
  private static let known = Set(
    """
    abstract accessed annote archive archive-place archive_collection archive_location author authority available-date call-number \
    categories chair chapter-number citation-key citation-label citation-number collection-editor collection-number collection-title \
    compiler composer container-author container-title container-title-short contributor curator custom dimensions director division \
    DOI edition editor editor-translator editorial-director event event-date event-place event-title evidence executive-producer \
    first-reference-note-number genre guest host id illustrator interviewer ISBN ISSN issue issued journalAbbreviation jurisdiction \
    keyword language license locator medium narrator note number number-of-pages number-of-volumes organizer original-author \
    original-date original-publisher original-publisher-place original-title page page-first part-number part-title performer PMCID \
    PMID printing-number producer publisher publisher-place recipient references reviewed-author reviewed-genre reviewed-title scale \
    script-writer section series-creator shortTitle source status submitted supplement-number title title-short translator type URL \
    version volume volume-title year-suffix
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// What other formats call fields that are read here.
  private static let foreign = [
    "year": "issued", "date": "issued", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "link": "URL", "pages": "page",
  ]

  /// What is said of a key that nobody reads; nil for one that is read, or that belongs to CSL.
  ///
  /// - Parameter read: The keys that are read.
  static func doubt(of key: String, read: [String]) -> String? {
    if known.contains(key) { return nil }
    let meant = foreign[key.lowercased()] ?? Suggestion.nearest(to: key, in: read)
    return "unknown key '\(key)' in a reference" + (meant.map { "; did you mean '\($0)'?" } ?? ", which no page shows")
  }
}
