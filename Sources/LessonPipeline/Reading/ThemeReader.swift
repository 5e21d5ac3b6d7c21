import LessonModel
package import LessonSite
package import Machine
package import MathSetting

/// Reads the theme from its folder; each part is the files of one folder in the order of their names.
///
/// `css` is the style of every page, `js` its script, `head` a small script that runs before the page is drawn. `index` is style
/// and script for the first page, `ledger` for references and numbers, `errata` for errata, `book` for the whole course on one page, `terminal` for pages
/// with printed colors, `charts` for those with charts or whose lesson runs in them, `trace` for those with values beside code, `letters` for those with letters that the first font of text does not have; `touch`
/// loads the scripts of the latter two, `alive` and `trace`, when a reader first wants them. `search`, `notes` and `keys` are script
/// and style that are loaded with the first search, the first note and the first list of keys.
/// `volume` is the style of the course as an EPUB. Fonts and their licenses are copied.
package enum ThemeReader {
  package static func read(_ folder: String) throws(MachineFault) -> Theme {
    var files = [
      SiteFile(path: "assets/site.css", bytes: try joined(folder + "/css", ".css")),
      SiteFile(path: "assets/terminal.css", bytes: try joined(folder + "/terminal", ".css")),
      SiteFile(path: "assets/index.css", bytes: try joined(folder + "/index", ".css")),
      SiteFile(path: "assets/ledger.css", bytes: try joined(folder + "/ledger", ".css")),
      SiteFile(path: "assets/errata.css", bytes: try joined(folder + "/errata", ".css")),
      SiteFile(path: "assets/book.css", bytes: try joined(folder + "/book", ".css")),
      SiteFile(path: "assets/letters.css", bytes: try joined(folder + "/letters", ".css")),
      SiteFile(path: "assets/charts.css", bytes: try joined(folder + "/charts", ".css")),
      SiteFile(path: "assets/trace.css", bytes: try joined(folder + "/trace", ".css")),
      SiteFile(path: "assets/alive.js", bytes: try joined(folder + "/alive", ".js")),
      SiteFile(path: "assets/touch.js", bytes: try joined(folder + "/touch", ".js")),
      SiteFile(path: "assets/trace.js", bytes: try joined(folder + "/trace", ".js")),
      SiteFile(path: "assets/index.js", bytes: try joined(folder + "/index", ".js")),
      SiteFile(path: "assets/site.js", bytes: try joined(folder + "/js", ".js")),
      SiteFile(path: "assets/search.js", bytes: try joined(folder + "/search", ".js")),
      SiteFile(path: "assets/keys.css", bytes: try joined(folder + "/keys", ".css")),
      SiteFile(path: "assets/keys.js", bytes: try joined(folder + "/keys", ".js")),
      SiteFile(path: "assets/notes.css", bytes: try joined(folder + "/notes", ".css")),
      SiteFile(path: "assets/notes.js", bytes: try joined(folder + "/notes", ".js")),
      SiteFile(path: "assets/search.css", bytes: try joined(folder + "/search", ".css")),
      SiteFile(path: "assets/head.js", bytes: try joined(folder + "/head", ".js")),
    ]
    // What makes the fonts stays with the sources.
    for name in try FileSystem.allNames(in: folder + "/fonts") where name.hasSuffix(".woff2") || name.hasSuffix(".txt") {
      files.append(SiteFile(path: "assets/fonts/" + name, bytes: try part(folder + "/fonts/" + name)))
    }
    return Theme(files: files)
  }

  /// The style sheet of a volume.
  package static func volumeStyle(_ folder: String) throws(MachineFault) -> [UInt8] {
    compact(try part(folder + "/volume/volume.css"))
  }

  /// The small forms of the fonts of formulas that ship with the theme.
  package static func fontCores(_ folder: String) throws(MachineFault) -> FontCores {
    let lines = String(decoding: try part(folder + "/math/ranges.txt"), as: UTF8.self).split(separator: "\n")
    let cores = try lines.map { $0.split(separator: " ") }.filter { $0.count == 3 }.map { words throws(MachineFault) in
      let font = SiteFile(path: words[1] + ".woff2", bytes: try part("\(folder)/math/\(words[0])-\(words[1]).woff2"))
      // A small one weighs less in a sheet than one more request does.
      let inSheet = font.bytes.count < 1500 ? "data:font/woff2;base64," + Base64.text(font.bytes) : nil
      return FontCores.Core(tier: String(words[0]), range: String(words[2]), font: font, inSheet: inSheet)
    }
    return FontCores(cores)
  }

  private static func joined(_ folder: String, _ ending: String) throws(MachineFault) -> [UInt8] {
    let names = try FileSystem.allNames(in: folder).filter { $0.hasSuffix(ending) }
    if names.isEmpty { throw absence(of: "\(folder)/*\(ending)") }
    var bytes: [UInt8] = []
    for name in names {
      let text = compact(try part("\(folder)/\(name)"))
      bytes += ending == ".css" ? dense(text) : text
    }
    return bytes
  }

  private static func part(_ path: String) throws(MachineFault) -> [UInt8] {
    guard let bytes = FileSystem.read(path) else { throw absence(of: path) }
    return bytes
  }

  private static func absence(of path: String) -> MachineFault {
    MachineFault("cannot read \(path), a part of the theme; install the tool with its share/lessons folder")
  }

  /// Without indentation, empty lines and lines that are a comment, which readers need not load.
  ///
  /// No line of the theme's sources may be part of a text of several lines.
  package static func compact(_ text: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      let isComment = code.starts(with: "//".utf8) || (code.starts(with: "/*".utf8) && code.suffix(2).elementsEqual("*/".utf8))
      if !code.isEmpty && !isComment { lines += code + [UInt8(ascii: "\n")] }
    }
    return lines
  }

  /// A style sheet without the blanks that mean nothing, and on one line; texts in quotation marks stay as they are.
  package static func dense(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var quote: UInt8?
    let blanks = Set(" \n\t".utf8)
    for byte in css {
      if let open = quote {
        result.append(byte)
        if byte == open { quote = nil }
      } else if blanks.contains(byte) {
        // Behind these a blank never parts anything; before a colon it does, in a selector.
        if let last = result.last, !Set("{};:,> ".utf8).contains(last) { result.append(UInt8(ascii: " ")) }
      } else {
        if "{};,>".utf8.contains(byte), result.last == UInt8(ascii: " ") { result.removeLast() }
        if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
        if byte == UInt8(ascii: "."), result.last == UInt8(ascii: "0"), let before = result.dropLast().last, !isWord(before) {
          result.removeLast()
        }
        result.append(byte)
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
    }
    return result
  }

  /// Whether a zero behind this byte is part of something longer, such as `10.5` or `h0.5`.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
