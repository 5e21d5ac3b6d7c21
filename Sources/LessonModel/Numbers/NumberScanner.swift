/// Reads one piece of a text after another by `NumberGrammar`.
///
/// Every decision looks at one neighbor to the left and a bounded number of characters beyond the piece to the right, so the
/// whole text is read in linear time.
package struct NumberScanner {
  package let bytes: [UInt8]
  package let grammar: NumberGrammar

  package init(bytes: [UInt8], grammar: NumberGrammar) {
    self.bytes = bytes
    self.grammar = grammar
  }

  /// What stands directly before a position, as far as it says whether a sign or a point there belongs to a number.
  package enum Neighbor {
    /// A blank, an opening bracket, an equals sign, the beginning: a number may start.
    case gap
    /// A letter, a digit, a closing bracket: a sign here is an operator.
    case operand
    case sign
    case point
  }

  package enum Piece {
    case number(Numeral)
    /// Text up to `end`, and what its last character is to the next.
    case text(end: Int, last: Neighbor)
  }

  package func piece(at position: Int, after neighbor: Neighbor) -> Piece {
    let startsNumber = neighbor == .gap || neighbor == .sign
    switch byte(position) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return finite(at: position, start: position, sign: .none)
    case UInt8(ascii: "."):
      guard startsNumber, isDigit(position + 1) else { return .text(end: position + 1, last: .point) }
      return finite(at: position, start: position, sign: .none)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"):
      return .text(end: position + 1, last: .operand)
    default:
      break
    }
    if let (sign, length) = sign(at: position) {
      if neighbor == .gap, case .number(let numeral)? = unsigned(at: position + length, start: position, sign: sign) {
        return .number(numeral)
      }
      return .text(end: position + length, last: .sign)
    }
    if startsNumber, let symbol = unsigned(at: position, start: position, sign: .none) { return symbol }
    if isLetter(position) || byte(position) == UInt8(ascii: "_") {
      return .text(end: wordEnd(position), last: .operand)
    }
    guard let scalar = scalar(at: position) else { return .text(end: position + 1, last: .gap) }
    let isNumeric = scalar.properties.numericType != nil || scalar == "∞"
    return .text(end: position + UTF8.width(scalar), last: isNumeric ? .operand : .gap)
  }

  /// A number without its sign, or a word that begins with digits; nil where neither stands.
  private func unsigned(at position: Int, start: Int, sign: Notation.Sign) -> Piece? {
    if isDigit(position) || byte(position) == UInt8(ascii: ".") && isDigit(position + 1) {
      return finite(at: position, start: start, sign: sign)
    }
    let isNegative = sign == .hyphen || sign == .minus
    if matches([0xE2, 0x88, 0x9E], at: position) {
      return .number(numeral(start..<position + 3, .infinity(isNegative: isNegative)))
    }
    // Only these letters begin a name of a number; a word is read to its end for no other.
    guard [UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "i"), UInt8(ascii: "I")].contains(byte(position)) else {
      return nil
    }
    let end = wordEnd(position)
    guard end - position <= 8 else { return nil }
    switch String(decoding: bytes[position..<end], as: UTF8.self) {
    case "nan", "NaN": return .number(numeral(start..<end, .notANumber))
    case "inf", "infinity", "Infinity": return .number(numeral(start..<end, .infinity(isNegative: isNegative)))
    default: return nil
    }
  }

  package func numeral(_ range: Range<Int>, _ form: Numeral.Form) -> Numeral {
    Numeral(text: String(decoding: bytes[range], as: UTF8.self), range: range, form: form)
  }
}

extension NumberScanner {
  /// The number whose digits or point begin at `first`, or the word that they begin.
  package func finite(at first: Int, start: Int, sign: Notation.Sign) -> Piece {
    var end = digitsEnd(first)
    if let stop = dateEnd(first, end) ?? timeEnd(first, end) { return .text(end: stop, last: .operand) }
    var notation = Notation(sign: sign, wholeDigits: end - first)
    if let grouped = groupsEnd(first, end) {
      notation.wholeDigits += (grouped - end) / 4 * 3
      notation.separator = ","
      end = grouped
    }
    if byte(end) == UInt8(ascii: "."), isDigit(end + 1) {
      let fraction = end + 1
      end = digitsEnd(fraction)
      notation.fractionDigits = end - fraction
    }
    let mantissa = bytes[first..<end]
    if let (exponent, stop) = exponent(at: end) {
      guard let exponent else { return word(first) }
      notation.exponent = exponent
      end = stop
    }
    let isVersion = byte(end) == UInt8(ascii: ".") && isDigit(end + 1)
    let isName = byte(end) == UInt8(ascii: "_") || notation.fractionDigits == 0 && isLetter(end)
    if isVersion || isName { return word(first) }

    let digits = mantissa.lazy.filter { $0 >= UInt8(ascii: "0") }.map { $0 - UInt8(ascii: "0") }
    let value = ExactDecimal(
      isNegative: sign == .hyphen || sign == .minus, digits: Array(digits), exponent: notation.lastPlace)
    return .number(numeral(start..<end, .finite(value, notation)))
  }

  private func word(_ first: Int) -> Piece {
    .text(end: wordEnd(first), last: .operand)
  }

  /// The exponent that begins at `position` and where it ends; without a value when it has more than 18 digits.
  private func exponent(at position: Int) -> (Notation.Exponent?, Int)? {
    guard byte(position) | 0x20 == UInt8(ascii: "e") else { return nil }
    let (sign, length) = sign(at: position + 1) ?? (.none, 0)
    let first = position + 1 + length
    let end = digitsEnd(first)
    guard end > first else { return nil }
    let significant = bytes[first..<end].drop { $0 == UInt8(ascii: "0") }
    guard significant.count <= 18 else { return (nil, end) }
    let size = significant.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    let value = sign == .hyphen || sign == .minus ? -size : size
    let isUppercase = byte(position) == UInt8(ascii: "E")
    return (Notation.Exponent(mark: .letter(isUppercase: isUppercase), sign: sign, digits: end - first, value: value), end)
  }

  /// Where groups of three digits end that follow the digits `first..<end` in prose; nil where the digits are not grouped.
  private func groupsEnd(_ first: Int, _ end: Int) -> Int? {
    let comma = UInt8(ascii: ",")
    guard grammar == .prose, (1...3).contains(end - first), bytes[first] != UInt8(ascii: "0"),
      !(byte(first - 1) == comma && isDigit(first - 2))
    else { return nil }
    var stop = end
    while byte(stop) == comma, digitsEnd(stop + 1, atMost: 4) == stop + 4 { stop += 4 }
    return stop == end || byte(stop) == comma && isDigit(stop + 1) ? nil : stop
  }

  /// Where the date ends whose year is `first..<end`, with the time that a `T` adds to it; nil where there is none.
  private func dateEnd(_ first: Int, _ end: Int) -> Int? {
    let dash = UInt8(ascii: "-")
    guard end - first == 4, byte(end) == dash, digitsEnd(end + 1, atMost: 3) == end + 3, byte(end + 3) == dash,
      digitsEnd(end + 4, atMost: 3) == end + 6
    else { return nil }
    var stop = end + 6
    guard byte(stop) == UInt8(ascii: "T") else { return stop }
    stop = wordEnd(stop)
    while byte(stop) == UInt8(ascii: ":"), isDigit(stop + 1) { stop = wordEnd(stop + 1) }
    return stop
  }

  /// Where the time of the day ends whose hour is `first..<end`; nil where there is none.
  private func timeEnd(_ first: Int, _ end: Int) -> Int? {
    let colon = UInt8(ascii: ":")
    guard (1...2).contains(end - first), byte(end) == colon, digitsEnd(end + 1, atMost: 3) == end + 3 else { return nil }
    var stop = end + 3
    if byte(stop) == colon, digitsEnd(stop + 1, atMost: 3) == stop + 3 { stop += 3 }
    if byte(stop) == UInt8(ascii: "."), isDigit(stop + 1) { stop = digitsEnd(stop + 1) }
    return stop
  }
}

extension NumberScanner {
  /// The byte at a position, or NUL outside the text.
  package func byte(_ position: Int) -> UInt8 {
    bytes.indices.contains(position) ? bytes[position] : 0
  }

  package func isDigit(_ position: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(position))
  }

  package func matches(_ expected: [UInt8], at position: Int) -> Bool {
    bytes.dropFirst(position).starts(with: expected)
  }

  /// Where the digits that begin at `position` end, looking at `limit` of them at most.
  package func digitsEnd(_ position: Int, atMost limit: Int = .max) -> Int {
    var end = position
    while end - position < limit, isDigit(end) { end += 1 }
    return end
  }

  /// The sign at a position and its length in bytes.
  package func sign(at position: Int) -> (Notation.Sign, Int)? {
    switch byte(position) {
    case UInt8(ascii: "-"): (.hyphen, 1)
    case UInt8(ascii: "+"): (.plus, 1)
    case 0xE2: matches([0xE2, 0x88, 0x92], at: position) ? (.minus, 3) : nil
    default: nil
    }
  }

  /// The character outside ASCII that begins at a position.
  package func scalar(at position: Int) -> Unicode.Scalar? {
    guard byte(position) >= 0xC0 else { return nil }
    return String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  /// Whether a letter of an alphabet, or a mark that belongs to one, stands at a position.
  package func isLetter(_ position: Int) -> Bool {
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
  package func wordEnd(_ start: Int) -> Int {
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
