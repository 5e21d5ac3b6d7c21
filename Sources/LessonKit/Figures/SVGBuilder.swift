/// Writes one SVG element after the other; names and numbers are made safe, nothing is ever inserted raw.
///
/// The document has no style attributes, no scripts, no fonts and no ids of its own, so it can stand in a page with a strict
/// content security policy, and many times in one page. Colors are `currentColor` and CSS variables.
struct SVGBuilder {
  /// The width and the height of one cell of the picture in user units. A letter of a fixed-width font is about 0.6 of the
  /// font size wide, so that texts are as wide here as they are in cells.
  static let cellWidth = 8.0
  static let cellHeight = 18.0
  static let fontSize = 13.3

  private var body = ""
  private var open: [String] = []

  /// An element without content, or with words in it.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ words: String? = nil) {
    start(name, attributes)
    if let words {
      body += ">" + words.xmlEscaped + "</" + name + ">\n"
    } else {
      body += "/>\n"
    }
  }

  /// Opens a group; all that follows is in it until `close`.
  mutating func group(_ attributes: [(String, String)]) {
    start("g", attributes)
    body += ">\n"
    open.append("g")
  }

  /// Closes the last open group.
  mutating func close() {
    if let name = open.popLast() { body += "</\(name)>\n" }
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    body += "<" + name
    for (key, value) in attributes { body += " " + key + "=\"" + value.xmlEscaped + "\"" }
  }

  /// The whole document around what was written, named by the title or, given an id, by the page's elements `id-t` and `id-d`.
  func document(width: Double, height: Double, title: String, id: String?) -> String {
    var head = SVGBuilder()
    head.start(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart-svg"), ("role", "img"),
        ("viewBox", "0 0 \(width.svg) \(height.svg)"), ("width", width.svg), ("height", height.svg),
        ("font-family", "ui-monospace, monospace"), ("font-size", Self.fontSize.svg), ("fill", "currentColor"),
      ]
        + (id.map { [("aria-labelledby", "\($0)-t"), ("aria-describedby", "\($0)-d")] } ?? [("aria-label", title)]))
    var tail = ""
    for name in open.reversed() { tail += "</\(name)>\n" }
    return head.body + ">\n" + body + tail + "</svg>"
  }
}

/// How a text stands at its x.
enum TextAnchor: String {
  case start, middle, end
}

extension SVGBuilder {
  /// Writes a text whose letters stand on the middle of `y`.
  mutating func text(_ words: String, x: Double, y: Double, _ anchor: TextAnchor = .start, _ kind: String? = nil) {
    guard !words.isEmpty else { return }
    var attributes = [("x", x.svg), ("y", (y + Self.fontSize * 0.35).svg)]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if let kind { attributes.append(("class", kind)) }
    element("text", attributes, words)
  }

  /// Draws a straight line in the color of the text.
  mutating func rule(from a: (x: Double, y: Double), to b: (x: Double, y: Double), _ more: [(String, String)] = []) {
    element("path", [("d", "M\(a.x.svg) \(a.y.svg)L\(b.x.svg) \(b.y.svg)"), ("stroke", "currentColor")] + more)
  }
}

extension Double {
  /// A coordinate with at most two decimals; a number that is none, or beyond all pages, becomes the nearest that can be drawn.
  var svg: String {
    guard !isNaN else { return "0" }
    let hundredths = Int((Swift.min(1e6, Swift.max(-1e6, self)) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  /// This text with the characters replaced that mean something in XML, and those left out that XML cannot hold.
  var xmlEscaped: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 >= 0xEF }) else {
      return self
    }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
