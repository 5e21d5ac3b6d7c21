import LessonModel

/// What the pages of a site say where it is known at which address it is published.
extension PageShell {
  /// Where the feed of changes is, from the root of the site.
  package static let feedPath = "feed.xml"

  /// Whether the site has a feed of its changes: it has an address, and its lessons have a history.
  package var hasFeed: Bool { file.siteAddress != nil && contents.lessons.contains { $0.changed != nil } }

  /// The picture that previews of links show.
  static let card = (path: "assets/card.png", width: 1200, height: 630)

  /// The whole address of a page; the first page has that of the site.
  ///
  /// - Parameter address: Where the page stands from the root of the site.
  static func whole(_ address: String, at site: String) -> String { site + (address == AddressWriter.index ? "" : address) }

  /// What a page is part of, its picture, and where changes are told.
  ///
  /// - Parameter address: Where the page stands from the root of the site; nil for one that need not be told apart.
  func published(_ address: String?) -> HTML {
    guard let site = file.siteAddress else { return "" }
    var html: HTML = ""
    if let address {
      html += """
        <meta property="og:type" content="\(address == AddressWriter.index ? "website" : "article")">
        <meta property="og:site_name" content="\(title)">
        <meta property="og:url" content="\(Self.whole(address, at: site))">
        <meta property="og:image" content="\(site)\(Self.card.path)">
        <meta property="og:image:width" content="\(Self.card.width)">
        <meta property="og:image:height" content="\(Self.card.height)">
        <meta property="og:image:alt" content="\(words(.cardAlt, title))">
        <meta name="twitter:card" content="summary_large_image">

        """
    }
    if hasFeed {
      html += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(root)\(Self.feedPath)\" title=\"\(title)\">\n"
    }
    return html
  }
}
