/// Turns what a program wrote into text that a file, a page and a terminal can show.
///
/// Bytes that are not UTF-8 become U+FFFD, every control character but tab and line feed becomes its picture (U+2400 and
/// on), one that turns the direction of the text its code, CR LF becomes LF: what is printed is shown, never obeyed.
package enum PrintedText {
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    let decoded = String(decoding: bytes, as: UTF8.self)
    guard decoded.unicodeScalars.contains(where: { picture($0) != nil }) else { return decoded }
    var text = ""
    var scalars = decoded.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? scalars.next() {
      pending = nil
      if scalar == "\r" {
        pending = scalars.next()
        if pending == "\n" { continue }
      }
      if let picture = picture(scalar) { text += picture } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private static func picture(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 9, 10: nil
    case 0..<32: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x202A...0x202E, 0x2066...0x2069: "U+" + String(scalar.value, radix: 16, uppercase: true)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: nil
    }
  }
}
