/// What shows that a source prints the numbers that are quoted from it (SPEC 1.9).
package enum Evidence: Sendable, Equatable {
  /// The course file says nothing.
  case missing
  /// The source's own words around the numbers.
  case quotes([Quote])
  /// There is none, for a reason that readers are told.
  case none(reason: String)
  /// It has a mistake, which is told where it stands and not at each of the numbers too.
  case unreadable

  /// Words of a source, where they stand, and when they were read there.
  package struct Quote: Sendable, Equatable {
    package var text: String
    package var place: String
    package var read: String
    /// What the number in it is, in the words of the course's author.
    package var about: String?

    package init(text: String, place: String, read: String, about: String? = nil) {
      self.text = text
      self.place = place
      self.read = read
      self.about = about
    }
  }

  /// What it is to a number as the author wrote it.
  ///
  /// - Parameter language: What the author writes in, and reads sources in that do not set numbers as English does.
  package func support(of written: String, in language: NumberLanguage) -> ValueEvidence {
    switch self {
    case .missing: .missing
    case .unreadable: .unneeded
    case .none(let reason): .none(reason: reason)
    case .quotes(let quotes): quotes.first { $0.shows(written, in: language) }.map { .quoted($0) } ?? .elsewhere
    }
  }
}

/// What shows that a value's number is published.
package enum ValueEvidence: Sendable, Equatable {
  /// The number is nobody's but the author's, or nobody knows the sources.
  case unneeded
  case quoted(Evidence.Quote)
  /// The source cannot be shown, for a reason that readers are told.
  case none(reason: String)
  /// The source has no evidence at all.
  case missing
  /// No quote of the source has the number.
  case elsewhere
}

extension ValueEvidence: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .unneeded: writer.write(byte: 0)
    case .missing: writer.write(byte: 1)
    case .elsewhere: writer.write(byte: 2)
    case .none(let reason):
      writer.write(byte: 3)
      writer.write(reason)
    case .quoted(let quote):
      writer.write(byte: 4)
      for text in [quote.text, quote.place, quote.read] { writer.write(text) }
      writer.write(quote.about)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    switch try reader.byte() {
    case 0: self = .unneeded
    case 1: self = .missing
    case 2: self = .elsewhere
    case 3: self = .none(reason: try reader.read())
    case 4:
      self = .quoted(
        Evidence.Quote(text: try reader.read(), place: try reader.read(), read: try reader.read(), about: try reader.read()))
    default: throw ByteFault()
    }
  }
}

extension Evidence.Quote {
  /// Whether all numbers of a written text stand in the quote, signs aside; of a text without any, whether its words do.
  ///
  /// - Parameter language: How the text is written. The quote may set its numbers so or in the way of programs and of English.
  package func shows(_ written: String, in language: NumberLanguage) -> Bool {
    let authored = QuotedNumbers.numbers(in: written, as: language)
    // Where a comma stands before decimals, `0,25` is not 0 and 25.
    let readings = [authored] + (language.decimalMark == .comma ? [] : [QuotedNumbers.numbers(in: written)])
    if readings.allSatisfy(\.isEmpty) { return !written.isEmpty && text.lowercased().contains(written.lowercased()) }
    let shown = Set(QuotedNumbers.numbers(in: text) + QuotedNumbers.numbers(in: text, as: language))
    return readings.contains { !$0.isEmpty && $0.allSatisfy(shown.contains) }
  }
}

/// The numbers in the words of others, however they are set: with groups of digits, an exponent, a point in front or behind.
enum QuotedNumbers {
  /// Those that people who write a language read in it, signs aside.
  static func numbers(in text: String, as language: NumberLanguage) -> [ExactDecimal] {
    NumberedText(Array(text.utf8), language: language).numbers.compactMap { number in
      if case .finite(let value, _) = number.form { value.magnitude } else { nil }
    }
  }

  static func numbers(in text: String) -> [ExactDecimal] {
    let bytes = Array(text.replacing("\u{2212}", with: "-").utf8)
    var numbers: [ExactDecimal] = []
    var place = 0
    while place < bytes.count {
      let start = place
      let whole = digits(bytes, &place, grouped: true)
      var fraction: [UInt8] = []
      if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
        var behind = place + 1
        fraction = digits(bytes, &behind, grouped: false)
        if !fraction.isEmpty { place = behind }
      }
      if whole.isEmpty && fraction.isEmpty {
        place = start + 1
        continue
      }
      let mantissa = String(decoding: (whole.isEmpty ? [48] : whole) + (fraction.isEmpty ? [] : [46] + fraction), as: UTF8.self)
      if let number = ExactDecimal(mantissa + exponent(bytes, &place)) { numbers.append(number) }
    }
    return numbers
  }

  /// The digits from a place on, which moves behind them; with commas between groups of three where a whole number may have them.
  private static func digits(_ bytes: [UInt8], _ place: inout Int, grouped: Bool) -> [UInt8] {
    var found: [UInt8] = []
    while place < bytes.count {
      if isDigit(bytes, place) {
        found.append(bytes[place])
        place += 1
      } else if grouped, !found.isEmpty, bytes[place] == UInt8(ascii: ","), (1...3).allSatisfy({ isDigit(bytes, place + $0) }),
        !isDigit(bytes, place + 4)
      {
        place += 1
      } else {
        break
      }
    }
    return found
  }

  /// `e-05`, where it stands; nothing else.
  private static func exponent(_ bytes: [UInt8], _ place: inout Int) -> String {
    guard place < bytes.count, bytes[place] | 32 == UInt8(ascii: "e") else { return "" }
    var end = place + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
    let first = end
    while isDigit(bytes, end) { end += 1 }
    guard end > first, end - first <= 4 else { return "" }
    defer { place = end }
    return String(decoding: bytes[place..<end], as: UTF8.self)
  }

  private static func isDigit(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes.indices.contains(place) && (48...57).contains(bytes[place])
  }
}
