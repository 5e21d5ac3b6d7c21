package import LessonModel

/// Why there is no typesetter.
package struct TypesetterFault: Error, Sendable, Equatable {
  package var message: String
}

/// KaTeX in a JavaScript engine of its own: TeX to HTML, with MathML beside it for those who hear a page.
///
/// An engine takes about 20 MB and a sixth of a second to start. It serves the thread that made it and no other.
package final class Typesetter {
  private let engine: ScriptEngine

  /// Everything that decides what KaTeX makes of a formula, besides its own text; part of the key of what is kept.
  package static let driver = """
    if (!Array.prototype.fill) {
      Object.defineProperty(Array.prototype, 'fill', { value: function (value, start, end) {
        var length = this.length, last = end === undefined ? length : end;
        var first = start === undefined ? 0 : start;
        if (first < 0) first = Math.max(length + first, 0);
        if (last < 0) last = length + last;
        for (var index = first; index < Math.min(last, length); index++) this[index] = value;
        return this;
      } });
    }
    var console = { log: function () {}, warn: function () {}, error: function () {} };
    function typeset(tex, isDisplay) {
      try {
        return 'html\\n' + katex.renderToString(tex, {
          displayMode: isDisplay, output: 'htmlAndMathml', throwOnError: true, errorColor: '\(errorColor)',
          trust: false, strict: 'ignore', maxExpand: 1000, maxSize: 50
        });
      } catch (error) {
        return (typeof error.position === 'number' ? error.position : '') + '\\n' + error.message;
      }
    }
    """

  /// KaTeX prints a command that it does not trust in this color instead of refusing it; nobody else uses it.
  private static let errorColor = "#bad0bf"

  /// Commands that would write markup of the author's own into the page.
  private static let untrusted = [
    "\\href", "\\url", "\\includegraphics", "\\htmlClass", "\\htmlId", "\\htmlStyle", "\\htmlData",
  ]

  /// KaTeX is quadratic in some places and recursive in others.
  package static let longest = 4_000

  /// The bytes of HTML that a formula may become: macros multiply.
  private static let largest = 1 << 19

  /// - Parameter katex: The text of `katex.js`.
  package init(katex: String) throws(TypesetterFault) {
    do {
      engine = try ScriptEngine()
      try engine.run(katex)
      try engine.run(Self.driver)
    } catch {
      throw TypesetterFault(message: error.message)
    }
  }

  /// The HTML of a formula.
  package func html(_ tex: String, isDisplay: Bool) throws(FormulaFault) -> String {
    if tex.utf8.count > Self.longest {
      throw FormulaFault(message: "this formula has \(tex.utf8.count) bytes; the limit is \(Self.longest)", offset: nil)
    }
    let answer: String
    do {
      answer = try engine.call("typeset", tex, isDisplay)
    } catch {
      throw FormulaFault(message: Self.plain(error.message), offset: nil)
    }
    guard let lineEnd = answer.utf8.firstIndex(of: 10) else { throw FormulaFault(message: "no answer", offset: nil) }
    let head = answer[..<lineEnd]
    let body = String(answer[answer.utf8.index(after: lineEnd)...])
    guard head == "html" else {
      throw FormulaFault(message: Self.plain(body), offset: Int(head).map { Self.offset(ofUnit: $0, in: tex) })
    }
    if body.utf8.count > Self.largest {
      throw FormulaFault(message: "this formula becomes \(body.utf8.count) bytes; the limit is \(Self.largest)", offset: nil)
    }
    if body.contains(Self.errorColor), let fault = Self.distrusted(tex) { throw fault }
    return body
  }

  private static func distrusted(_ tex: String) -> FormulaFault? {
    let places = untrusted.compactMap { command in
      tex.firstRange(of: command).map { (command, tex.utf8.distance(from: tex.startIndex, to: $0.lowerBound)) }
    }
    guard let (command, offset) = places.min(by: { $0.1 < $1.1 }) else {
      return FormulaFault(
        message: "a command in this formula would write markup into the page, which is not let through", offset: nil)
    }
    return FormulaFault(
      message: "'\(command)' is not let through: a formula holds no links, pictures or markup", offset: offset)
  }

  /// KaTeX's message without its own name and without the excerpt, which the diagnostic shows better.
  private static func plain(_ message: String) -> String {
    var text = message[...]
    for prefix in ["ParseError: ", "KaTeX parse error: ", "Error: "] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    for separator in [" at position ", " at end of input"] {
      if let range = text.firstRange(of: separator) { text = text[..<range.lowerBound] }
    }
    if text.contains("alloc failed") || text.contains("DoubleError") { return "this formula is too large to be set" }
    if text.hasPrefix("RangeError") || text.contains("limit") && text.contains("stack") {
      return "this formula is nested too deeply"
    }
    return String(text)
  }

  /// KaTeX counts in UTF-16 units.
  private static func offset(ofUnit unit: Int, in tex: String) -> Int {
    let units = tex.utf16
    let place = units.index(units.startIndex, offsetBy: max(unit, 0), limitedBy: units.endIndex) ?? units.endIndex
    return tex.utf8.distance(from: tex.startIndex, to: place)
  }
}
