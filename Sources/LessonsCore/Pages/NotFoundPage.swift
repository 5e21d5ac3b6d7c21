/// `404.html`: what a server shows in the place of a page that is not there.
///
/// It is shown at any address, so its links begin at the root of the server where the course says its address; else they
/// are right for a page at the site's own root, and the words alone must do elsewhere.
enum NotFoundPage {
  static func page(_ course: Course, _ resolver: LinkResolver) -> Page {
    let root = course.file.siteAddress.map(path) ?? ""
    let shell = PageShell(course: course, root: root)
    let main: HTML = """
      <header class="lead">
      <h1>There is no such page</h1>
      <p class="summary">The address may be mistyped, or the lesson has another name now.</p>
      <p class="begin"><a href="\(root)index.html">All lessons of “\(course.title)”</a></p>
      </header>

      """
    return Page(
      path: "404.html",
      html: shell.html(
        title: "There is no such page", description: nil, current: nil,
        navigation: shell.navigation(current: nil, resolver: resolver), main: main))
  }

  /// The path of an address: `/course/` of `https://example.org/course/`.
  static func path(_ address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "/" }
    let path = address[scheme.upperBound...].drop { $0 != "/" }
    return path.isEmpty ? "/" : String(path)
  }
}
