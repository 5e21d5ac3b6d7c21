/// A file with its bytes: of the finished site, of an archive, of the kit.
package struct SiteFile: Sendable, Equatable {
  /// The way to it from the root of the site or of the archive.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  package init(path: String, html: HTML) { self.init(path: path, text: html.text) }
}
