/// A page as the preview serves it: with a script of ours that keeps it as its lesson is.
package struct LivePage: Sendable, Equatable {
  /// Tells one run of the server from another.
  package var run: String
  /// What a page shows to prove that it is ours.
  package var token: String
  package var hasEditor: Bool

  package init(run: String, token: String, hasEditor: Bool) {
    self.run = run
    self.token = token
    self.hasEditor = hasEditor
  }

  package static let script = "/lessons-live.js"
  package static let style = "/lessons-live.css"
  package static let events = "/lessons-live"
  package static let editor = "/lessons-open"

  private static let end = Array("</body>\n</html>\n".utf8)

  /// The page with the script at its end, so that the script sees it as it was written, before the page's own script.
  package func served(_ page: [UInt8], version: Int) -> [UInt8] {
    let tag =
      "<link rel=\"stylesheet\" href=\"\(Self.style)\">\n"
      + "<script src=\"\(Self.script)\" data-run=\"\(run)\" data-version=\"\(version)\" data-token=\"\(token)\""
      + " data-editor=\"\(hasEditor)\"></script>\n"
    let isWhole = page.suffix(Self.end.count).elementsEqual(Self.end)
    return page.dropLast(isWhole ? Self.end.count : 0) + Array(tag.utf8) + Self.end
  }

  /// What is shown until the first build is done.
  package func waiting(version: Int) -> [UInt8] {
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Building</title>
      </head>
      <body data-waiting>
      <main><p>The course is built for the first time; its page appears here.</p></main>
      </body>
      </html>

      """
    return served(Array(page.utf8), version: version)
  }
}
