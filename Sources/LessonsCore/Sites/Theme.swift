/// What all pages look like and do: the style, the scripts and the fonts, as files of the site.
package struct Theme: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }
}

/// Reads the theme from its folder: `css/*.css` become one style sheet, `js/*.js` one script, each in the order of the
/// files' names; everything in `fonts` is copied.
package enum ThemeReader {
  package static func read(_ folder: String) throws(MachineFault) -> Theme {
    var pages = [
      Page(path: "assets/site.css", bytes: try joined(folder + "/css", ".css"))
    ]
    let script = try joined(folder + "/js", ".js")
    if !script.isEmpty { pages.append(Page(path: "assets/site.js", bytes: script)) }
    for name in FileSystem.names(in: folder + "/fonts") {
      if let bytes = FileSystem.read(folder + "/fonts/" + name) {
        pages.append(Page(path: "assets/fonts/" + name, bytes: bytes))
      }
    }
    return Theme(pages: pages)
  }

  private static func joined(_ folder: String, _ ending: String) throws(MachineFault) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in FileSystem.names(in: folder) where name.hasSuffix(ending) {
      guard let text = FileSystem.read(folder + "/" + name) else {
        throw MachineFault("cannot read \(folder)/\(name), a part of the theme; install the tool with its share/lessons folder")
      }
      bytes += compact(text)
    }
    return bytes
  }

  /// Without indentation, empty lines and lines that are a comment, which readers need not load.
  ///
  /// No line of the theme's sources may be part of a text of several lines.
  static func compact(_ text: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      let isComment = code.starts(with: "//".utf8) || (code.starts(with: "/*".utf8) && code.suffix(2).elementsEqual("*/".utf8))
      if !code.isEmpty && !isComment { lines += code + [UInt8(ascii: "\n")] }
    }
    return lines
  }
}
