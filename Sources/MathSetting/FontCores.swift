package import LessonModel

/// Small forms of fonts of KaTeX: what nearly all formulas are made of, so that most pages need no more.
package struct FontCores: Sendable, Equatable {
  /// The characters that they hold, as a style sheet names them.
  package var range: String
  package var fonts: [SiteFile]

  package init(range: String, fonts: [SiteFile]) {
    self.range = range
    self.fonts = fonts
  }

  /// The sheet with the whole fonts bound to the characters that the small forms do not hold.
  package func completed(_ sheet: String) -> String {
    var sheet = sheet
    for font in fonts {
      guard let place = sheet.firstRange(of: "(katex/\(font.path))"),
        let end = sheet[place.upperBound...].firstIndex(of: "}"),
        let start = sheet[..<place.lowerBound].lastIndex(of: "{")
      else { continue }
      let declarations = sheet[sheet.index(after: start)..<end]
      let small = declarations.replacing("(katex/", with: "(katex/core-")
      sheet.replaceSubrange(
        start...end,
        with: "{\(declarations);unicode-range:\(rest)}@font-face{\(small);unicode-range:\(range)}")
    }
    return sheet
  }

  /// All characters that are not in ``range``.
  private var rest: String {
    let parts = range.split(separator: ",").compactMap { part -> ClosedRange<UInt32>? in
      let ends = part.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
    var reached: UInt32 = 0
    var gaps: [String] = []
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if part.lowerBound > reached { gaps.append("U+\(hexadecimal(reached))-\(hexadecimal(part.lowerBound - 1))") }
      reached = part.upperBound + 1
    }
    return (gaps + ["U+\(hexadecimal(reached))-10FFFF"]).joined(separator: ",")
  }

  private func hexadecimal(_ code: UInt32) -> String { String(code, radix: 16, uppercase: true) }
}
