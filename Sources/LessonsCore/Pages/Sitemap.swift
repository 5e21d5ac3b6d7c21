/// `sitemap.xml`: every page of the site by its whole address, for search engines. Without dates: a build knows no clock.
enum Sitemap {
  /// - Parameter site: The address of the site, ending in a slash.
  static func page(of course: Course, at site: String) -> Page {
    let lessons = course.lessons.map { "lessons/" + WebAddress.encoded($0.slug) + ".html" }
    let paths = lessons + BackMatter.entries(of: course).map { WebAddress.encodedPath($0.path) }
    var xml: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>\(site)</loc></url>

      """
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      xml += "<url><loc>\(site + path)</loc></url>\n"
    }
    return Page(path: "sitemap.xml", html: xml + "</urlset>\n")
  }
}
