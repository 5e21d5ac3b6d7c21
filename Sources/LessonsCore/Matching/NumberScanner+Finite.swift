extension NumberScanner {
  /// The number whose digits or point begin at `first`, or the word that they begin.
  func finite(at first: Int, start: Int, sign: Notation.Sign) -> Piece {
    var end = digitsEnd(first)
    if let stop = dateEnd(first, end) ?? timeEnd(first, end) { return .text(end: stop, last: .operand) }
    var notation = Notation(sign: sign, wholeDigits: end - first)
    if let grouped = groupsEnd(first, end) {
      notation.wholeDigits += (grouped - end) / 4 * 3
      notation.isGrouped = true
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
    return (Notation.Exponent(isUppercase: isUppercase, sign: sign, digits: end - first, value: value), end)
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
