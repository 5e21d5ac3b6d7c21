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
    private let letters: [ClosedRange<UInt32>]
    /// Where the form is found, beside a sheet.
    let address: String

    /// - Parameter inSheet: The form as an address that says it all; nil for one that is loaded from a file.
    package init(tier: String, range: String, font: SiteFile, inSheet: String? = nil) {
      self.tier = tier
      self.range = range
      self.font = font
      letters = range.split(separator: ",").compactMap { part in
        let ends = part.dropFirst("U+".count).split(separator: "-").compactMap { UInt32($0, radix: 16) }
        return ends.first.map { $0...max(ends[ends.count - 1], $0) }
      }
      address = inSheet ?? "katex/\(tier)-\(font.path)"
    }

    /// Whether the form holds a character.
    func holds(_ letter: UInt32) -> Bool { letters.contains { $0.contains(letter) } }

    /// The form, beside the whole font.
    var file: SiteFile { SiteFile(path: "\(tier)-\(font.path)", bytes: font.bytes) }
  }

  package var cores: [Core]

  package init(_ cores: [Core]) { self.cores = cores }

  /// The sheet with those forms of each font that its formulas need: the whole font where they set in it what no small form
  /// holds, and behind it the small ones, for of faces of one name the last that holds a character is taken.
  ///
  /// - Parameter lettering: What the formulas set. The font of formulas themselves is there whatever they set: its height is theirs.
  package func completed(_ sheet: String, for lettering: [Lettering]) -> String {
    var letters: [String: Set<UInt32>] = [FontRules.root: [0x20]]
    for set in lettering { letters[set.font, default: []].formUnion(set.characters.unicodeScalars.map(\.value)) }
    var sheet = sheet
    for (path, forms) in Dictionary(grouping: cores, by: \.font.path).sorted(by: { $0.key < $1.key }) {
      guard let place = sheet.firstRange(of: "(katex/\(path))"), let end = sheet[place.upperBound...].firstIndex(of: "}"),
        let start = sheet[..<place.lowerBound].lastIndex(of: "{")
      else { continue }
      let whole = sheet[sheet.index(after: start)..<end]
      let needed = letters[String(Self.family(of: whole))] ?? []
      let isWhole = !needed.allSatisfy { letter in forms.contains { $0.holds(letter) } }
      let small = forms.filter { form in needed.contains(where: form.holds) }.reversed().map { form in
        "\(whole.replacing("(katex/\(path))", with: "(\(form.address))"));unicode-range:\(form.range)"
      }
      let faces = (isWhole ? [String(whole)] : []) + small
      let rule = sheet.index(start, offsetBy: -"@font-face".count)
      sheet.replaceSubrange(rule...end, with: faces.map { "@font-face{\($0)}" }.joined())
    }
    return sheet
  }

  /// The font that a face belongs to.
  static func family(of face: Substring) -> Substring {
    face.firstRange(of: "font-family:").map { face[$0.upperBound...].prefix { $0 != ";" && $0 != "}" } } ?? ""
  }
}
