package import LessonModel

/// What pages with formulas need beside them: style sheets, the fonts and KaTeX's notice.
package enum MathFiles {
  /// - Parameters:
  ///   - lessons: The formulas of each lesson that could be set, by its slug. The page of a lesson has a sheet of its own, half as
  ///     long as the one for all of them, which the book loads; notes beside links have one of their own.
  ///   - cores: Small forms of the commonest fonts.
  package static func files(
    _ katex: KaTeX, _ lessons: [(slug: String, formulas: [SetFormula])], _ cores: FontCores
  ) -> [SiteFile] {
    let all = lessons.flatMap(\.formulas)
    let style = pruned(style(katex), keeping: Set(all.flatMap(\.classes)))
    func sheet(_ style: String, _ formulas: [SetFormula]) -> String {
      let rules =
        FormulaCompactor.compact(sheet: style, privateCharacters: Set(formulas.flatMap(\.privateCharacters)))
        + StyleClasses.sheet(formulas.flatMap(\.declarations))
      return cores.completed(
        "/* KaTeX \(katex.version), MIT license: see katex/LICENSE.txt. */\n" + rules, for: formulas.flatMap(\.lettering))
    }
    let common = sheet(style, all)
    let own = lessons.filter { !$0.formulas.isEmpty }.map { lesson in
      let text = sheet(pruned(style, keeping: Set(lesson.formulas.flatMap(\.classes))), lesson.formulas)
      let way = String(repeating: "../", count: lesson.slug.utf8.count { $0 == UInt8(ascii: "/") } + 1)
      return SiteFile(path: "assets/math/\(lesson.slug).css", text: text.replacing("url(katex/", with: "url(\(way)katex/"))
    }
    return [
      SiteFile(path: "assets/math.css", text: common), SiteFile(path: "assets/math-notes.css", text: noted(common)),
      SiteFile(path: "assets/katex/LICENSE.txt", text: notice),
    ] + own
      + katex.fonts.filter { common.contains("(katex/\($0.path))") }.map {
        SiteFile(path: "assets/katex/" + $0.path, bytes: $0.bytes)
      }
      + cores.cores.map(\.file).filter { common.contains("(katex/\($0.path))") }.map {
        SiteFile(path: "assets/katex/" + $0.path, bytes: $0.bytes)
      }
  }

  /// A sheet for formulas in notes, which a script loads beside a page's own.
  ///
  /// Its rules reach nothing else, and its fonts have names of their own: a font that is declared once more is loaded once more, and
  /// the formulas of the page would move.
  private static func noted(_ sheet: String) -> String {
    let renamed = sheet.replacing(/KaTeX_([A-Za-z0-9]+)(?=[;,}])/) { "Noted_\($0.1)" }
    guard let last = renamed.ranges(of: "@font-face{").last, let end = renamed[last.upperBound...].firstIndex(of: "}") else {
      return ".note-box{\(renamed)}"
    }
    return renamed[...end] + ".note-box{" + renamed[renamed.index(after: end)...] + "}"
  }

  /// KaTeX's own style for what is made of its formulas, with nothing but `woff2`: the other files would be dead links.
  package static func style(_ katex: KaTeX) -> String {
    var style = String(decoding: katex.style, as: UTF8.self)
    for ending in [".woff)", ".ttf)"] {
      while let end = style.firstRange(of: ending), let start = style[..<end.lowerBound].lastIndex(of: ",") {
        let close = style[end.upperBound...].firstIndex(of: ")") ?? style.index(before: style.endIndex)
        style.removeSubrange(start...close)
      }
    }
    // A table whose rows hang below the line loses one of its two names (`FormulaFolding`); what is said of its parent's holds of both.
    style = style.replacing(/([^{},]+)>\.vlist-t\{/) { "\($0.1)>.vlist-t,\($0.1)>.vlist-t2{" }
    return style.replacing("url(fonts/", with: "url(katex/")
  }

  /// The style without the rules that speak of classes that no formula has: over half of it is for sizes that nobody mixes.
  package static func pruned(_ style: String, keeping classes: Set<String>) -> String {
    // A style with rules inside rules is none that this can read.
    if style.contains("@media") || style.contains("@supports") { return style }
    var kept = ""
    var faces: [String] = []
    var rest = style[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let selectors = rest[..<open].split(separator: ",").filter { selector in
        let positive = selector.replacing(/:not\([^)]*\)/, with: "")
        return StyleClasses.named(in: String(positive)).isSubset(of: classes)
      }
      if selectors == ["@font-face"] {
        faces.append(String(rest[open...close]))
      } else if !selectors.isEmpty {
        kept += selectors.joined(separator: ",") + rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    // The families of which rules ask for italics; one that names no family may ask for those of any.
    let italics = Set(kept.matches(of: /\{[^}]*font-style:italic/).map { FontCores.family(of: $0.0) })
    // A font that no rule asks for is none that a page may need, nor is a bold one where nothing is bold, nor an italic one.
    let needed = faces.filter { face in
      let family = FontCores.family(of: face[...])
      return kept.contains(family) && (kept.contains("font-weight:700") || !face.contains("font-weight:700"))
        && (!face.contains("font-style:italic") || italics.contains(family) || italics.contains(""))
    }
    return needed.map { "@font-face" + usual($0) }.joined() + kept
  }

  /// A face without what holds of a face that does not say it.
  private static func usual(_ face: String) -> String {
    var face = face
    for text in [" format('woff2')", " format(\"woff2\")", ";font-weight:400", ";font-style:normal"] {
      face = face.replacing(text, with: "")
    }
    return face
  }

  private static let notice = """
    The style sheets for formulas and the fonts in this folder are those of KaTeX, https://katex.org.

    The MIT License (MIT)

    Copyright (c) 2013-2020 Khan Academy and other contributors

    Permission is hereby granted, free of charge, to any person obtaining a copy
    of this software and associated documentation files (the "Software"), to deal
    in the Software without restriction, including without limitation the rights
    to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
    copies of the Software, and to permit persons to whom the Software is
    furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all
    copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
    IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
    FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
    AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
    LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
    OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
    SOFTWARE.

    """
}
