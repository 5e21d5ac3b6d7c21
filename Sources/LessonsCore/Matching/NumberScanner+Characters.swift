extension NumberScanner {
  /// The byte at a position, or NUL outside the text.
  func byte(_ position: Int) -> UInt8 {
    bytes.indices.contains(position) ? bytes[position] : 0
  }

  func isDigit(_ position: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(position))
  }

  func matches(_ expected: [UInt8], at position: Int) -> Bool {
    bytes.dropFirst(position).starts(with: expected)
  }

  /// Where the digits that begin at `position` end, looking at `limit` of them at most.
  func digitsEnd(_ position: Int, atMost limit: Int = .max) -> Int {
    var end = position
    while end - position < limit, isDigit(end) { end += 1 }
    return end
  }

  /// The sign at a position and its length in bytes.
  func sign(at position: Int) -> (Notation.Sign, Int)? {
    switch byte(position) {
    case UInt8(ascii: "-"): (.hyphen, 1)
    case UInt8(ascii: "+"): (.plus, 1)
    case 0xE2: matches([0xE2, 0x88, 0x92], at: position) ? (.minus, 3) : nil
    default: nil
    }
  }

  /// The character outside ASCII that begins at a position.
  func scalar(at position: Int) -> Unicode.Scalar? {
    guard byte(position) >= 0xC0 else { return nil }
    return String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  /// Whether a letter of an alphabet, or a mark that belongs to one, stands at a position.
  func isLetter(_ position: Int) -> Bool {
    let byte = byte(position)
    if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    return letterLength(position) > 0
  }

  /// The length of the letter outside ASCII at a position; 0 when there is none.
  ///
  /// Alphabets and their marks end below U+2E80; from there on come scripts that put no spaces between words.
  private func letterLength(_ position: Int) -> Int {
    guard let scalar = scalar(at: position) else { return 0 }
    let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    return isMark || scalar.properties.isAlphabetic && scalar.value < 0x2E80 ? UTF8.width(scalar) : 0
  }

  /// Where a word ends that begins at `start`: letters, digits, `_`, and points with one of these behind them.
  func wordEnd(_ start: Int) -> Int {
    var end = byte(start) == UInt8(ascii: ".") ? start + 1 : start
    while true {
      if isWordCharacter(end) {
        end += byte(end) < 0x80 ? 1 : letterLength(end)
      } else if byte(end) == UInt8(ascii: "."), isWordCharacter(end + 1) {
        end += 1
      } else if byte(end - 1) | 0x20 == UInt8(ascii: "p"), isHexadecimal(start), sign(at: end) != nil, isDigit(end + 1) {
        end = digitsEnd(end + 1)  // The exponent of `0x1p-3`.
      } else {
        return max(end, start + 1)
      }
    }
  }

  private func isWordCharacter(_ position: Int) -> Bool {
    isDigit(position) || byte(position) == UInt8(ascii: "_") || isLetter(position)
  }

  private func isHexadecimal(_ start: Int) -> Bool {
    byte(start) == UInt8(ascii: "0") && byte(start + 1) | 0x20 == UInt8(ascii: "x")
  }
}
