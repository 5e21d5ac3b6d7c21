import LessonModel

/// `feed.xml`: the lessons by their last changes, for readers who wait for news. In the Atom format (RFC 4287).
enum Feed {
  /// As many as one may want to read of.
  private static let most = 30

  /// - Parameter site: The address of the site, ending in a slash.
  static func file(_ shell: PageShell, at site: String) -> SiteFile {
    let dated = shell.contents.lessons.compactMap { entry in entry.changed.map { (entry, $0) } }.sorted { left, right in
      (left.1, right.0.slug) > (right.1, left.0.slug)
    }
    var xml: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(shell.file.language)">
      <id>\(site)</id>
      <title>\(shell.title)</title>
      <updated>\(dated.first?.1 ?? "")</updated>
      <link rel="self" href="\(site + PageShell.feedPath)"/>
      <link rel="alternate" href="\(site)"/>
      \((shell.file.authors.isEmpty ? [shell.title] : shell.file.authors).map(author).joined())
      """
    for (entry, changed) in dated.prefix(most) {
      let page = site + "lessons/" + entry.file
      xml += """
        <entry>
        <id>\(page)</id>
        <title>\(entry.title)</title>
        <updated>\(changed)</updated>
        <link rel="alternate" href="\(page)"/>
        \(entry.summary.map { "<summary>\($0)</summary>\n" as HTML } ?? "")</entry>

        """
    }
    return SiteFile(path: PageShell.feedPath, html: xml + "</feed>\n")
  }

  private static func author(_ name: String) -> HTML { "<author><name>\(name)</name></author>\n" }
}
