package import LessonModel

/// The pages that are made of all lessons together: references, errata, numbers.
package enum BackMatterPages {
  /// - Parameter lessons: All lessons of the course that could be read.
  package static func pages(
    _ lessons: [WovenFacts], _ proof: CourseProof, _ bibliography: Bibliography, in shell: PageShell
  ) -> [SiteFile] {
    shell.contents.pages.flatMap { page -> [SiteFile] in
      let main =
        switch page {
        case .references: ReferencesPage.main(lessons, bibliography, shell.words)
        case .errata: ErrataPage.main(lessons, bibliography, shell.words)
        case .numbers: LedgerPage.overview(lessons, proof, shell.words)
        }
      let (title, summary) = (page.title(shell.words), page.summary(shell.words))
      let head: HTML = """
        <header class="lead">
        <h1>\(title)</h1>
        <p class="summary">\(summary)</p>
        </header>

        """
      let file = SiteFile(
        path: page.path,
        html: shell.html(
          title: title, description: summary, address: page.path, navigation: shell.navigation(page: page),
          main: head + main, styles: page == .errata ? [.errata] : [.ledger], claim: .course(proof)))
      return [file] + NotesFile.files(beside: page.path, notes(on: page, lessons, bibliography, shell.words))
    }
  }

  /// What is said of a place in a page to whoever points at a link to it.
  private static func notes(
    on page: BackMatter, _ lessons: [WovenFacts], _ bibliography: Bibliography, _ words: PageWords
  ) -> [Note] {
    switch page {
    case .references: ReferencesPage.notes(lessons, bibliography, words)
    case .numbers: [Note(AddressWriter.givenRule, "<p>\(words[.ruleGiven])</p>")]
    case .errata: []
    }
  }
}
