/// Text that is already HTML. Interpolation escapes; the exception is spelled `unsafe`.
package struct HTML: Sendable, Equatable {
  package private(set) var text: String

  /// Markup made elsewhere that is trusted to be whole.
  package init(unsafe text: String) { self.text = text }

  package init(escaping text: String) { self.text = Self.escaped(text) }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(unsafe: left.text + right.text) }

  package static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// The five characters that mean something in text or in a quoted attribute are written as references; characters that
  /// turn the direction of the text or that HTML forbids are shown by their code.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        if isHidden(scalar) {
          escaped += "U+" + String(scalar.value, radix: 16, uppercase: true)
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  /// Text for a script: characters that turn the direction of the text, or that HTML forbids, are shown by their code.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return text.unicodeScalars.map { isHidden($0) ? "U+" + String($0.value, radix: 16, uppercase: true) : String($0) }.joined()
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&", "<", ">", "\"", "'": true
    default: isHidden(scalar)
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    package var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }
    package mutating func appendInterpolation(_ value: Int) { text += String(value) }
    package mutating func appendInterpolation(_ html: HTML) { text += html.text }
    package mutating func appendInterpolation(unsafe markup: String) { text += markup }
  }

  package init(stringLiteral value: String) { self.text = value }
  package init(stringInterpolation: StringInterpolation) { self.text = stringInterpolation.text }
}

extension Sequence<HTML> {
  package func joined() -> HTML { reduce(HTML(unsafe: "")) { $0 + $1 } }

  package func joined(by separator: HTML) -> HTML {
    var html = HTML(unsafe: "")
    for (index, part) in enumerated() { html += index == 0 ? part : separator + part }
    return html
  }
}
