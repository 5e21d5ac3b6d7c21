extension NumberedText {
  /// A text of prose with its numbers as people write them in a language.
  ///
  /// Beyond `NumberGrammar.prose`, one number is
  ///
  /// - digits in groups of three with blanks, thin or not, or apostrophes between them: `1 234 567`, `1'234.5`;
  /// - digits with a power of ten: `1.23×10⁻⁵`, `1.23 · 10^-5`, `10⁶`;
  /// - digits with a word behind them that multiplies them: `1.2 million`;
  /// - digits with a sign of currency before them, and a sign before that: `-$12.50`.
  ///
  /// Where the language has a decimal comma, `1.234,5` is one number, and so is `0.5`, which cannot be thousands. A number with
  /// another in superscript or a fraction behind it, `2³` or `2½`, is text.
  package init(_ bytes: [UInt8], language: NumberLanguage) {
    let plain =
      language.decimalMark == .comma ? NumberedText(decimalCommas: bytes) : NumberedText(bytes, grammar: .prose)
    self.init(bytes, numbers: AuthoredNumbers(plain: plain, language: language).numbers())
  }
}

/// Joins the numbers of a text to those that its author wrote.
private struct AuthoredNumbers {
  let plain: NumberedText
  let language: NumberLanguage

  func numbers() -> [Numeral] {
    var result: [Numeral] = []
    var index = 0
    var reached = 0
    while index < plain.numbers.count {
      var number = Joined(plain.numbers[index], next: index + 1)
      if case .finite = plain.numbers[index].form {
        joinGroups(&number)
        joinPoint(&number)
        joinPower(&number)
        let isText = isRaised(at: number.range.upperBound)
        joinScale(&number)
        joinCurrency(&number, after: reached)
        if !isText { result.append(number.numeral(in: plain.bytes)) }
      } else {
        result.append(number.numeral(in: plain.bytes))
      }
      index = number.next
      reached = number.range.upperBound
    }
    return result
  }

  /// A number that grows while what belongs to it is found.
  private struct Joined {
    var range: Range<Int>
    var form: Numeral.Form
    /// The plain number behind it.
    var next: Int

    init(_ numeral: Numeral, next: Int) {
      range = numeral.range
      form = numeral.form
      self.next = next
    }

    var notation: Notation? { if case .finite(_, let notation) = form { notation } else { nil } }

    func numeral(in bytes: [UInt8]) -> Numeral {
      Numeral(text: String(decoding: bytes[range], as: UTF8.self), range: range, form: form)
    }
  }

  /// The text between the number and the next, and the next.
  private func follower(of number: Joined) -> (text: String, numeral: Numeral, value: ExactDecimal, notation: Notation)? {
    guard number.next < plain.numbers.count, case .finite(let value, let notation) = plain.numbers[number.next].form else {
      return nil
    }
    let numeral = plain.numbers[number.next]
    return (plain.text(number.range.upperBound..<numeral.range.lowerBound), numeral, value, notation)
  }

  // MARK: - Digits

  private static let separators: Set<String> = [" ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "'", "\u{2019}"]

  /// Groups of three digits with one and the same mark between them.
  private func joinGroups(_ number: inout Joined) {
    guard let first = number.notation, first.isInteger, first.separator == nil, (1...3).contains(first.wholeDigits),
      plain.bytes[number.range.upperBound - first.wholeDigits] != UInt8(ascii: "0")
    else { return }
    var separator: String?
    while let next = follower(of: number), Self.separators.contains(next.text), separator == nil || separator == next.text,
      next.notation.wholeDigits == 3, next.notation.separator == nil, next.notation.sign == .none,
      case .finite(let value, var notation) = number.form, notation.isInteger
    {
      separator = next.text
      notation.wholeDigits += 3
      notation.separator = separator
      notation.decimalMark = next.notation.decimalMark
      notation.fractionDigits = next.notation.fractionDigits
      notation.exponent = next.notation.exponent
      let whole = value.shifted(by: 3)
      let power = next.notation.exponent?.value ?? 0
      let digits = (whole.isZero ? [] : whole.fixedDigits(decimals: 0).whole).dropLast(3) + Self.digits(of: next, power)
      number.form = .finite(
        ExactDecimal(isNegative: value.isNegative, digits: Array(digits), exponent: power - notation.fractionDigits), notation)
      number.range = number.range.lowerBound..<next.numeral.range.upperBound
      number.next += 1
    }
  }

  /// The three digits of a group and those behind the point.
  private static func digits(
    of next: (text: String, numeral: Numeral, value: ExactDecimal, notation: Notation), _ power: Int
  ) -> [UInt8] {
    let (whole, fraction) = next.value.shifted(by: -power).fixedDigits(decimals: next.notation.fractionDigits)
    return Array(repeating: 0, count: 3 - whole.count) + whole + fraction
  }

  /// A point before decimals where the language has a comma, and the digits cannot be thousands.
  private func joinPoint(_ number: inout Joined) {
    guard language.decimalMark == .comma, case .finite(let value, var notation) = number.form, notation.isInteger,
      notation.separator == nil, let next = follower(of: number), next.text == ".", next.notation.sign == .none,
      next.notation.fractionDigits == 0, next.notation.separator == nil
    else { return }
    var after = number
    after.range = number.range.lowerBound..<next.numeral.range.upperBound
    after.next += 1
    // Dates and versions have more points.
    if let third = follower(of: after), third.text == "." { return }
    notation.decimalMark = "."
    notation.fractionDigits = next.notation.wholeDigits
    notation.exponent = next.notation.exponent
    let power = notation.exponent?.value ?? 0
    let fraction = next.value.shifted(by: -power).fixedDigits(decimals: 0).whole
    let padded = Array(repeating: 0, count: max(0, notation.fractionDigits - fraction.count)) + fraction
    let digits = (value.isZero ? [] : value.fixedDigits(decimals: 0).whole) + padded
    let isNegative = notation.sign == .hyphen || notation.sign == .minus
    after.form = .finite(
      ExactDecimal(isNegative: isNegative, digits: digits, exponent: power - notation.fractionDigits), notation)
    number = after
  }

  // MARK: - Powers of ten

  private static let times: Set<Character> = ["×", "·", "⋅", "∙", "x"]

  private func joinPower(_ number: inout Joined) {
    guard case .finite(let value, var notation) = number.form, notation.exponent == nil else { return }
    if isTen(number.range, notation), let power = power(behind: number, times: "") {
      // Ten alone: the digit that it multiplies is left out.
      notation.wholeDigits = 1
      notation.exponent = power.exponent
      number.form = .finite(
        ExactDecimal(isNegative: value.isNegative, digits: [1], exponent: power.exponent.value), notation)
      (number.range, number.next) = (number.range.lowerBound..<power.end, power.next)
      return
    }
    guard let ten = follower(of: number), ten.notation.sign == .none, isTen(ten.numeral.range, ten.notation) else { return }
    let sign = ten.text.drop { $0.isWhitespace }
    guard let first = sign.first, Self.times.contains(first), sign.dropFirst().allSatisfy(\.isWhitespace) else { return }
    var base = number
    base.range = number.range.lowerBound..<ten.numeral.range.upperBound
    base.next += 1
    guard let power = power(behind: base, times: ten.text) else { return }
    notation.exponent = power.exponent
    number.form = .finite(value.shifted(by: power.exponent.value), notation)
    (number.range, number.next) = (number.range.lowerBound..<power.end, power.next)
  }

  private func isTen(_ range: Range<Int>, _ notation: Notation) -> Bool {
    notation.isInteger && notation.wholeDigits == 2 && plain.bytes[..<range.upperBound].suffix(2).elementsEqual("10".utf8)
  }

  /// The exponent that stands directly behind a ten.
  private func power(behind ten: Joined, times: String) -> (exponent: Notation.Exponent, end: Int, next: Int)? {
    if let raised = raised(at: ten.range.upperBound) {
      return (
        Notation.Exponent(mark: .raised(times: times), sign: raised.sign, digits: raised.digits, value: raised.value),
        raised.end, ten.next
      )
    }
    guard let next = follower(of: ten), next.text == "^" || next.text == "^{", next.notation.isInteger,
      next.notation.separator == nil, next.notation.wholeDigits <= 6,
      let size = Int(next.numeral.text.drop { "+-\u{2212}".contains($0) })
    else { return nil }
    let hasBraces = next.text == "^{"
    let end = next.numeral.range.upperBound
    if hasBraces, end >= plain.bytes.count || plain.bytes[end] != UInt8(ascii: "}") { return nil }
    let exponent = Notation.Exponent(
      mark: .caret(times: times, hasBraces: hasBraces), sign: next.notation.sign, digits: next.notation.wholeDigits,
      value: next.notation.sign == .hyphen || next.notation.sign == .minus ? -size : size)
    return (exponent, end + (hasBraces ? 1 : 0), ten.next + 1)
  }

  private func raised(at start: Int) -> (sign: Notation.Sign, digits: Int, value: Int, end: Int)? {
    // A sign and one digit more than there may be take no more bytes.
    var scalars = plain.text(start..<min(start + 24, plain.bytes.count)).unicodeScalars[...]
    var end = start
    var sign = Notation.Sign.none
    if let first = scalars.first, first == "\u{207B}" || first == "\u{207A}" {
      sign = first == "\u{207B}" ? .minus : .plus
      end += UTF8.width(first)
      scalars.removeFirst()
    }
    let digits = scalars.prefix { Superscript.digit($0) != nil }
    guard (1...6).contains(digits.count) else { return nil }
    let size = digits.reduce(0) { $0 * 10 + (Superscript.digit($1) ?? 0) }
    end += digits.reduce(0) { $0 + UTF8.width($1) }
    return (sign, digits.count, sign == .minus ? -size : size, end)
  }

  /// Whether a power or a fraction stands directly behind a number, so that the number is only a part of what is meant.
  private func isRaised(at place: Int) -> Bool {
    guard let scalar = plain.text(place..<min(place + 4, plain.bytes.count)).unicodeScalars.first, !scalar.isASCII else {
      return false
    }
    return scalar == "\u{207B}" || scalar == "\u{207A}" || [.otherNumber].contains(scalar.properties.generalCategory)
  }

  // MARK: - Words and signs

  private func joinScale(_ number: inout Joined) {
    guard case .finite(let value, var notation) = number.form else { return }
    let end = number.next < plain.numbers.count ? plain.numbers[number.next].range.lowerBound : plain.bytes.count
    let behind = plain.text(number.range.upperBound..<end)
    let blanks = behind.prefix { $0.isWhitespace }
    guard let (power, length) = language.power(beginning: behind[blanks.endIndex...]) else { return }
    let text = String(decoding: behind.utf8.prefix(blanks.utf8.count + length), as: UTF8.self)
    notation.scale = Notation.Scale(text: text, power: power)
    number.form = .finite(value.shifted(by: power), notation)
    number.range = number.range.lowerBound..<(number.range.upperBound + text.utf8.count)
  }

  /// A sign of currency before the digits, and the sign before that.
  ///
  /// - Parameter reached: Where the number before ends.
  private func joinCurrency(_ number: inout Joined, after reached: Int) {
    guard case .finite(let value, var notation) = number.form, notation.sign == .none else { return }
    let before = plain.text(reached..<number.range.lowerBound).unicodeScalars
    let blanks = before.reversed().prefix { $0.properties.isWhitespace }.count
    let marks = before.dropLast(blanks).reversed().prefix { $0.properties.generalCategory == .currencySymbol }.count
    let rest = before.dropLast(blanks + marks)
    let signs: [Unicode.Scalar: Notation.Sign] = ["-": .hyphen, "\u{2212}": .minus, "+": .plus]
    let sign = rest.last.flatMap { signs[$0] } ?? .none
    // Digits behind a sign and a blank are a number of that sign only where nothing stands before it.
    let isBare = marks == 0 && (sign == .none || rest.count > 1 || reached > 0 || blanks == 0)
    if isBare { return }
    let isOperator = rest.dropLast().last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    if sign != .none, !isOperator { notation.sign = sign }
    notation.currency = String(String.UnicodeScalarView(before.suffix(blanks + marks)))
    let length = notation.currency.utf8.count + (notation.sign == .minus ? 3 : notation.sign == .none ? 0 : 1)
    let isNegative = notation.sign == .hyphen || notation.sign == .minus
    number.form = .finite(isNegative ? value.negated : value, notation)
    number.range = (number.range.lowerBound - length)..<number.range.upperBound
  }
}
