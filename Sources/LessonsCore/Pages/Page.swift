/// One file of the site: its path from the site's root and its bytes.
package struct Page: Sendable, Equatable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, html: HTML) {
    self.path = path
    self.bytes = Array(html.text.utf8)
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file that goes into the site as it is.
  package struct File: Sendable, Equatable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }
}
