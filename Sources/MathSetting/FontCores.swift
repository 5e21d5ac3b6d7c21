package import LessonModel

/// Small forms of fonts of KaTeX: what nearly all formulas are made of, so that most pages need no more.
package struct FontCores: Sendable, Equatable {
  /// A font with the characters that it holds, as a style sheet names them.
  package struct Core: Sendable, Equatable {
    /// What tells the small forms of one font apart: the commonest characters, and more.
    package var tier: String
    package var range: String
    /// The form, under the name of the whole font.
    package var font: SiteFile
    /// Where the form is found, beside a sheet.
    let address: String

    /// - Parameter inSheet: The form as an address that says it all; nil for one that is loaded from a file.
    package init(tier: String, range: String, font: SiteFile, inSheet: String? = nil) {
      self.tier = tier
      self.range = range
      self.font = font
      address = inSheet ?? "katex/\(tier)-\(font.path)"
    }

    /// The form, beside the whole font.
    var file: SiteFile { SiteFile(path: "\(tier)-\(font.path)", bytes: font.bytes) }
  }

  package var cores: [Core]

  package init(_ cores: [Core]) { self.cores = cores }

  /// The sheet with the small forms behind the whole fonts: of faces of one name the last that holds a character is taken, so
  /// that a whole font is loaded only for what its small form does not hold.
  package func completed(_ sheet: String) -> String {
    var sheet = sheet
    for core in cores {
      guard let place = sheet.firstRange(of: "(katex/\(core.font.path))"),
        let end = sheet[place.upperBound...].firstIndex(of: "}"),
        let start = sheet[..<place.lowerBound].lastIndex(of: "{")
      else { continue }
      let small = sheet[sheet.index(after: start)..<end].replacing("(katex/\(core.font.path))", with: "(\(core.address))")
      sheet.insert(contentsOf: "@font-face{\(small);unicode-range:\(core.range)}", at: sheet.index(after: end))
    }
    return sheet
  }
}
