package import LessonModel

/// `sitemap.xml`: every page of the site by its whole address, for search engines; with the last changes that the history of the
/// sources tells, for a build knows no clock.
package enum Sitemap {
  /// - Parameter site: The address of the site, ending in a slash.
  package static func file(_ contents: CourseContents, at site: String) -> SiteFile {
    var changes: [String: String] = [:]
    for entry in contents.lessons { changes["lessons/" + entry.file] = entry.changed }
    let paths = contents.lessons.map { "lessons/" + $0.file } + contents.pages.map { WebAddress.encodedPath($0.path) }
    var xml: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>\(site)</loc></url>

      """
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let changed: HTML = changes[path].map { "<lastmod>\($0)</lastmod>" } ?? ""
      xml += "<url><loc>\(site + path)</loc>\(changed)</url>\n"
    }
    return SiteFile(path: "sitemap.xml", html: xml + "</urlset>\n")
  }
}
