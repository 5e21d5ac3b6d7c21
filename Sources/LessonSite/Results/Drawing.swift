import LessonModel

/// The drawing of a chart or diagram as a file of its own.
struct Drawing: Sendable, Equatable {
  /// The file's name.
  var name: String
  var width: String
  var height: String
  private var svg: String

  /// - Parameters:
  ///   - svg: The drawing as the lesson's program sent it; nil makes nil.
  ///   - id: The name of the file without its ending.
  init?(_ svg: String?, id: String) {
    guard let svg = svg.flatMap({ SVGFilter.clean($0, id: "d") }) else { return nil }
    self.svg = svg
    name = id + ".svg"
    width = Self.attribute("width", of: svg)
    height = Self.attribute("height", of: svg)
  }

  /// The drawing with the colors of the site, which a picture that stands alone cannot take from its page.
  func text(_ palette: Palette) -> String {
    guard let end = svg.firstIndex(of: ">") else { return svg }
    return svg[...end] + "<style>\(palette.style)</style>" + svg[svg.index(after: end)...] + "\n"
  }

  /// The drawing in the colors of paper and without variables, for readers that know none.
  func boundText(_ palette: Palette) -> String {
    var text = ""
    var rest = svg[...]
    while let start = rest.firstRange(of: "var(--"), let end = rest[start.upperBound...].firstIndex(of: ")") {
      let parts = rest[start.upperBound..<end].split(separator: ",", maxSplits: 1)
      let fallback = parts.count == 2 ? parts[1].drop { $0 == " " } : "black"
      text += rest[..<start.lowerBound] + (palette.onPaper(parts.first ?? "") ?? String(fallback))
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    // Where SVG 1.1 is all that is known, this is style and no attribute.
    text = text.replacing(" paint-order=\"stroke\"", with: " style=\"paint-order:stroke\"")
    guard let end = text.firstIndex(of: ">") else { return text }
    let ink: HTML = " color=\"\(palette.onPaper("ink") ?? "black")\">"
    return text[..<end] + ink.text + "<style>text{font-family:sans-serif}</style>" + text[text.index(after: end)...] + "\n"
  }

  private static func attribute(_ name: String, of svg: String) -> String {
    guard let start = svg.firstRange(of: " \(name)=\"") else { return "" }
    return String(svg[start.upperBound...].prefix { $0.isNumber })
  }
}

/// The colors that drawings share with the pages.
package struct Palette: Sendable, Equatable {
  /// Color names and what they stand for, in order of name.
  private var colors: [(name: String, color: String)]

  /// Palettes are the same where their styles are.
  package static func == (left: Palette, right: Palette) -> Bool { left.style == right.style }

  /// Takes the colors out of style sheets.
  ///
  /// - Parameter sheets: Style sheets, of which a later one overrides an earlier one. Within a sheet the first word counts:
  ///   what comes later there is for paper.
  package init(_ sheets: [String]) {
    var colors: [String: String] = [:]
    for sheet in sheets {
      for name in ["ink", "paper"] + (1...6).map({ "chart-\($0)" }) {
        guard let start = sheet.firstRange(of: "--\(name):") else { continue }
        colors[name] = String(sheet[start.upperBound...].prefix { $0 != ";" && $0 != "}" && $0 != "<" })
      }
    }
    self.colors = colors.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The color of a name where the page is white.
  func onPaper(_ name: some StringProtocol) -> String? {
    let name = name == "chart-page" ? "paper" : String(name)
    guard let color = colors.first(where: { $0.name == name })?.color else { return nil }
    let open = "light-dark("
    return color.hasPrefix(open) ? String(color.dropFirst(open.count).prefix { $0 != "," && $0 != ")" }) : color
  }

  /// Light or dark as the page is that shows the drawing.
  var style: String {
    ":root{color-scheme:light dark;" + colors.map { "--\($0.name):\($0.color);" }.joined()
      + "--chart-page:var(--paper);color:var(--ink)}text{font-family:system-ui,sans-serif}"
  }
}
