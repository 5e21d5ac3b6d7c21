/// Reads one piece of a text after another by `NumberGrammar`.
///
/// Every decision looks at one neighbor to the left and a bounded number of characters beyond the piece to the right, so the
/// whole text is read in linear time.
struct NumberScanner {
  let bytes: [UInt8]
  let grammar: NumberGrammar

  /// What stands directly before a position, as far as it says whether a sign or a point there belongs to a number.
  enum Neighbor {
    /// A blank, an opening bracket, an equals sign, the beginning: a number may start.
    case gap
    /// A letter, a digit, a closing bracket: a sign here is an operator.
    case operand
    case sign
    case point
  }

  enum Piece {
    case number(Numeral)
    /// Text up to `end`, and what its last character is to the next.
    case text(end: Int, last: Neighbor)
  }

  func piece(at position: Int, after neighbor: Neighbor) -> Piece {
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

  func numeral(_ range: Range<Int>, _ form: Numeral.Form) -> Numeral {
    Numeral(text: String(decoding: bytes[range], as: UTF8.self), range: range, form: form)
  }
}
