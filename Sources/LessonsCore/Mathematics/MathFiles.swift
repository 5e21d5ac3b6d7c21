/// What pages with formulas need beside them: one style sheet, the fonts and KaTeX's notice.
package enum MathFiles {
  /// - Parameter formulas: Those of all pages of the site.
  package static func pages(_ files: KaTeXFiles, _ formulas: some Sequence<SetFormula>) -> [Page] {
    let rules =
      pruned(style(files), keeping: Set(formulas.flatMap(\.classes))) + StyleClasses.sheet(formulas.flatMap(\.declarations))
    let sheet =
      "/* KaTeX \(files.version), MIT license: see katex/LICENSE.txt. */\n"
      + FormulaCompactor.compact(sheet: rules, privateCharacters: Set(formulas.flatMap(\.privateCharacters)))
    let fonts = FileSystem.names(in: files.fonts).filter { $0.hasPrefix("KaTeX_") && $0.hasSuffix(".woff2") }
    return [
      Page(path: "assets/math.css", bytes: Array(sheet.utf8)),
      Page(path: "assets/katex/LICENSE.txt", bytes: Array(notice.utf8)),
    ]
      + fonts.compactMap { name in
        FileSystem.read(files.fonts + "/" + name).map { Page(path: "assets/katex/" + name, bytes: $0) }
      }
  }

  /// KaTeX's own style with nothing but `woff2`: the other files would be dead links.
  package static func style(_ files: KaTeXFiles) -> String {
    var style = String(decoding: files.style, as: UTF8.self)
    for ending in [".woff)", ".ttf)"] {
      while let end = style.firstRange(of: ending), let start = style[..<end.lowerBound].lastIndex(of: ",") {
        let close = style[end.upperBound...].firstIndex(of: ")") ?? style.index(before: style.endIndex)
        style.removeSubrange(start...close)
      }
    }
    return style.replacing("url(fonts/", with: "url(katex/")
  }

  /// The style without the rules that speak of classes that no formula has: over half of it is for sizes that nobody mixes.
  package static func pruned(_ style: String, keeping classes: Set<String>) -> String {
    // A style with rules inside rules is none that this can read.
    if style.contains("@media") || style.contains("@supports") { return style }
    var kept = ""
    var rest = style[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let selectors = rest[..<open].split(separator: ",").filter { selector in
        let positive = selector.replacing(/:not\([^)]*\)/, with: "")
        return StyleClasses.named(in: String(positive)).isSubset(of: classes)
      }
      if !selectors.isEmpty { kept += selectors.joined(separator: ",") + rest[open...close] }
      rest = rest[rest.index(after: close)...]
    }
    return kept
  }

  private static let notice = """
    The style sheet math.css and the fonts in this folder are those of KaTeX, https://katex.org.

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
