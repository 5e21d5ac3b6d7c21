/// Writes one SVG element after the other; names and numbers are made safe, nothing is ever inserted raw.
///
/// The document has no style attributes, no scripts, no fonts and no ids of its own, so it can stand in a page with a strict
/// content security policy, and many times in one page. Colors are `currentColor` and CSS variables. Everything is appended to
/// one text by a handful of functions, because each call of them is code that a page which draws has to load.
struct SVGBuilder {
  private var body = ""
  private var depth = 0

  /// Begins an element; its attributes follow, then `end`.
  @inline(never)
  mutating func begin(_ name: String, _ kind: String = "") {
    body += "<"
    body += name
    if !kind.isEmpty { set("class", kind) }
  }

  /// Gives the element that was begun an attribute.
  @inline(never)
  mutating func set(_ key: String, _ value: String) {
    body += " "
    body += key
    body += "=\""
    body += value.xmlEscaped
    body += "\""
  }

  /// Gives the element that was begun a number.
  @inline(never)
  mutating func set(_ key: String, _ value: Double) { set(key, value.svg) }

  /// Ends the element that was begun.
  @inline(never)
  mutating func end() { body += "/>\n" }

  /// Ends the element that was begun, with words in it.
  @inline(never)
  mutating func end(_ name: String, _ words: String) {
    body += ">"
    body += words.xmlEscaped
    body += "</"
    body += name
    body += ">\n"
  }

  /// Opens a group; all that follows is in it until `close`.
  mutating func group(_ kind: String) {
    begin("g", kind)
    body += ">\n"
    depth += 1
  }

  /// Closes the last open group.
  mutating func close() {
    guard depth > 0 else { return }
    body += "</g>\n"
    depth -= 1
  }

  /// The whole document around what was written, named by the title or, given an id, by the page's elements `id-t` and `id-d`.
  func document(_ page: SVGPage, height: Double, title: String, id: String?) -> String {
    var head = SVGBuilder()
    head.begin("svg", "chart-svg")
    head.set("xmlns", "http://www.w3.org/2000/svg")
    head.set("role", "img")
    head.set("viewBox", "0 0 \(page.width.svg) \(height.svg)")
    head.set("width", page.width)
    head.set("height", height)
    head.set("font-family", "ui-monospace, monospace")
    head.set("font-size", page.fontSize)
    head.set("fill", "currentColor")
    if let id {
      head.set("aria-labelledby", id + "-t")
      head.set("aria-describedby", id + "-d")
    } else {
      head.set("aria-label", title)
    }
    var text = head.body
    text += ">\n"
    text += body
    for _ in 0..<depth { text += "</g>\n" }
    text += "</svg>"
    return text
  }
}

/// The page of a drawing, in units that are pixels where it is not scaled.
package struct SVGPage: Sendable, Hashable {
  /// The width, which the drawing fills.
  package var width: Double
  /// The height of letters.
  package var fontSize: Double

  /// A page beside or under text on a desk.
  package static let wide = SVGPage(width: 720, fontSize: 14)
  /// A page on a phone, where letters stay readable because less stands side by side.
  package static let narrow = SVGPage(width: 340, fontSize: 13.5)

  var isNarrow: Bool { width < 500 }
  /// The distance of two lines of text.
  var line: Double { (fontSize * 1.35).rounded() }

  /// The room for a text: that of a fixed-width face or, where that is more, of a proportional one as wide as DejaVu Sans, for a
  /// page sets the words in the face of its reader.
  func width(of text: String) -> Double {
    let columns = text.displayWidth
    var (ems, letters) = (0.0, 0)
    for byte in text.utf8 where byte < 0x80 {
      ems += SVGPage.ems(UnicodeScalar(byte))
      letters += 1
    }
    return Swift.max(Double(columns) * 0.63, ems + Double(columns - letters) * 0.7) * fontSize
  }

  private static func ems(_ letter: UnicodeScalar) -> Double {
    switch letter {
    case "M", "W", "m", "w", "%", "@": 0.99
    case "I", "f", "i", "j", "l", "r", "t", " ", ".", ",", ":", ";", "'", "(", ")", "[", "]", "|", "/": 0.41
    case "A"..."Z": 0.79
    default: 0.64
    }
  }

  /// A text in one line or, where that has no room for it, in two: what stands in brackets at its end is then the second, if the
  /// rest has room. None for no text.
  func lines(of text: String) -> [String] {
    guard !text.isEmpty, width(of: text) > width else { return text.isEmpty ? [] : [text] }
    var (last, bracket): (String.Index?, String.Index?)
    var isFitting = true
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: " ") {
      isFitting = isFitting && width(of: String(text[..<index])) <= width
      if isFitting { last = index }
      if text.utf8[text.utf8.index(after: index)...].first == UInt8(ascii: "(") { bracket = index }
    }
    let breaks = [bracket, last].compactMap { $0 }.map { index in
      [String(text[..<index]), String(text[text.utf8.index(after: index)...])]
    }
    let whole = breaks.first { $0.allSatisfy { width(of: $0) <= width } }
    return (whole ?? breaks.first ?? [text]).map { fitting($0, width) }
  }

  /// The text cut to a room.
  func fitting(_ text: String, _ room: Double) -> String {
    text.truncated(to: Swift.max(3, Int(room / (fontSize * 0.63))))
  }
}

/// How a text stands at its x.
enum TextAnchor: String {
  case start, middle, end
}

/// The commands of a path.
struct SVGPath {
  private(set) var commands = ""

  @inline(never)
  private mutating func add(_ command: String, _ x: Double, _ y: Double) {
    commands += command
    commands += x.svg
    commands += " "
    commands += y.svg
  }

  mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }
  mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }
  mutating func close() { commands += "Z" }

  /// A straight line.
  mutating func stroke(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    move(x1, y1)
    line(x2, y2)
  }
}

extension SVGBuilder {
  /// Writes a text whose letters stand on the middle of `y`.
  ///
  /// - Parameters:
  ///   - color: The color of the letters; empty for that of the text around.
  ///   - hasHalo: Whether the color of the page around the letters takes away the lines under them.
  mutating func text(
    _ words: String, x: Double, y: Double, _ page: SVGPage, _ anchor: TextAnchor = .start, _ kind: String, color: String = "",
    hasHalo: Bool = false
  ) {
    guard !words.isEmpty else { return }
    begin("text", kind)
    set("x", x)
    set("y", y + page.fontSize * 0.35)
    if anchor != .start { set("text-anchor", anchor.rawValue) }
    if !color.isEmpty { set("fill", color) }
    if hasHalo {
      set("paint-order", "stroke")
      set("stroke", "var(--chart-page, Canvas)")
      set("stroke-width", "4")
      set("stroke-linejoin", "round")
    }
    end("text", words)
  }

  /// Draws lines in one color.
  ///
  /// - Parameter opacity: Below 1 for what should stay behind the data.
  mutating func stroke(
    _ commands: String, _ kind: String, color: String = "currentColor", width: Double = 1, dashes: String = "",
    opacity: Double = 1
  ) {
    guard !commands.isEmpty else { return }
    begin("path", kind)
    set("d", commands)
    set("fill", "none")
    set("stroke", color)
    if width != 1 { set("stroke-width", width) }
    if !dashes.isEmpty { set("stroke-dasharray", dashes) }
    if opacity != 1 { set("stroke-opacity", opacity) }
    set("stroke-linejoin", "round")
    end()
  }

  /// Fills an area.
  mutating func fill(_ commands: String, _ kind: String, color: String, opacity: Double = 1) {
    begin("path", kind)
    set("d", commands)
    set("fill", color)
    if opacity != 1 { set("fill-opacity", opacity) }
    end()
  }

  /// Fills a rectangle.
  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ kind: String, color: String, opacity: Double = 1
  ) {
    begin("rect", kind)
    set("x", x)
    set("y", y)
    set("width", max(0.5, width))
    set("height", max(0.5, height))
    set("fill", color)
    if opacity != 1 { set("fill-opacity", opacity) }
    end()
  }

  /// Draws a dot.
  mutating func dot(x: Double, y: Double, radius: Double, color: String) {
    begin("circle")
    set("cx", x)
    set("cy", y)
    set("r", radius)
    set("fill", color)
    end()
  }

  /// Draws a ring.
  mutating func ring(x: Double, y: Double, radius: Double, color: String, width: Double = 1.6) {
    begin("circle")
    set("cx", x)
    set("cy", y)
    set("r", radius)
    set("fill", "none")
    set("stroke", color)
    set("stroke-width", width)
    end()
  }
}

extension Double {
  /// A coordinate with at most two decimals; a number that is none, or beyond all pages, becomes the nearest that can be drawn.
  var svg: String {
    guard !isNaN else { return "0" }
    let hundredths = Int((Swift.min(1e6, Swift.max(-1e6, self)) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-" : ""
    text += whole.description
    guard rest > 0 else { return text }
    text += rest < 10 ? ".0" : "."
    text += (rest % 10 == 0 ? rest / 10 : rest).description
    return text
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
