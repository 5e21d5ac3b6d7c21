package import LessonModel

/// The pages that are made of all lessons together: references, errata, numbers.
package enum BackMatterPages {
  /// - Parameter lessons: All lessons of the course that could be read.
  package static func pages(
    _ lessons: [WovenFacts], _ proof: CourseProof, _ bibliography: Bibliography, in shell: PageShell
  ) -> [SiteFile] {
    shell.contents.pages.map { page in
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
      return SiteFile(
        path: page.path,
        html: shell.html(
          title: title, description: summary, address: page.path, navigation: shell.navigation(page: page),
          main: head + main, claim: .course(proof)))
    }
  }
}
