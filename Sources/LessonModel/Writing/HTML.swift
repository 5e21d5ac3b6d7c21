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
  package static func escaped(_ text: String) -> String { rewritten(text) { reference(for: $0) } }

  /// Text for a script: characters that turn the direction of the text, or that HTML forbids, are shown by their code.
  package static func visible(_ text: String) -> String { rewritten(text) { _ in nil } }

  /// The text with some of its bytes replaced and its hidden characters shown by their code.
  private static func rewritten(_ text: String, _ replacement: (UInt8) -> StaticString?) -> String {
    var text = text
    let rewritten = text.withUTF8 { bytes -> [UInt8]? in
      var result: [UInt8] = []
      var reached = 0
      for place in bytes.indices {
        if let new = replacement(bytes[place]) {
          result += bytes[reached..<place]
          new.withUTF8Buffer { result += $0 }
          reached = place + 1
        } else if let hidden = hidden(in: bytes, at: place) {
          result += bytes[reached..<place]
          result += Array("U+\(String(hidden.code, radix: 16, uppercase: true))".utf8)
          reached = place + hidden.length
        }
      }
      return reached == 0 ? nil : result + bytes[reached...]
    }
    return rewritten.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// The control character, or the one that turns the direction of the text (U+202A to U+202E, U+2066 to U+2069), that begins
  /// at a byte.
  private static func hidden(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (code: Int, length: Int)? {
    switch bytes[place] {
    case 9, 10: nil
    case 0..<32, 0x7F: (Int(bytes[place]), 1)
    case 0xC2 where bytes[place + 1] < 0xA0: (Int(bytes[place + 1]), 2)
    case 0xE2:
      switch (bytes[place + 1], bytes[place + 2]) {
      case (0x80, 0xAA...0xAE): (0x2000 + Int(bytes[place + 2] & 0x3F), 3)
      case (0x81, 0xA6...0xA9): (0x2040 + Int(bytes[place + 2] & 0x3F), 3)
      default: nil
      }
    default: nil
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
  /// All of them, one behind the other, each copied once.
  package func joined() -> HTML {
    let texts = map(\.text)
    var text = ""
    text.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    for next in texts { text += next }
    return HTML(unsafe: text)
  }

  package func joined(by separator: HTML) -> HTML {
    var html = HTML(unsafe: "")
    for (index, part) in enumerated() { html += index == 0 ? part : separator + part }
    return html
  }
}
