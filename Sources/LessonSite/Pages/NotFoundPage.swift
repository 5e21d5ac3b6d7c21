package import LessonModel

/// `404.html`: what a server shows in the place of a page that is not there.
///
/// It is shown at any address, so its links begin at the root of the server where the course says its address; else they
/// are right for a page at the site's own root, and the words alone must do elsewhere.
package enum NotFoundPage {
  package static func page(in shell: PageShell) -> SiteFile {
    let shell = shell.from(root: shell.file.siteAddress.map(path) ?? "")
    let main: HTML = """
      <header class="lead">
      <h1>\(shell.words[.noSuchPage])</h1>
      <p class="summary">\(shell.words[.noSuchPageSummary])</p>
      <p class="begin"><a href="\(shell.root)index.html">\(shell.words(.allLessonsOf, shell.title))</a></p>
      </header>

      """
    return SiteFile(
      path: "404.html",
      html: shell.html(
        title: shell.words[.noSuchPage], description: nil, navigation: shell.navigation(), main: main, styles: [.index]))
  }

  /// The path of an address: `/course/` of `https://example.org/course/`.
  private static func path(_ address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "/" }
    let path = address[scheme.upperBound...].drop { $0 != "/" }
    return path.isEmpty ? "/" : String(path)
  }
}
