import LessonModel

/// A stretch of running text, in which the marks of a typewriter become those of print: quotation marks, apostrophes, primes,
/// dashes, the minus sign, dots left out.
///
/// No letter, digit or blank changes, and what is printed already stays: doing it twice is doing it once.
struct TypesetMarks {
  let marks: Typography
  private(set) var text: [Unicode.Scalar] = []
  /// Whether the character at a place is to stay: code, formulas, addresses and what else a text flows around.
  private(set) var isFixed: [Bool] = []
  /// What stands in the place of a character.
  var printed: [Int: String] = [:]
  /// The straight quotation marks that turned out to open or to close something.
  var roles: [Int: Role] = [:]

  enum Role { case opens, closes }

  init(_ marks: Typography) { self.marks = marks }

  /// Whether there may be anything to do in a text: nearly all have a hyphen or a full stop.
  static func concern(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch (last, byte) {
      case (_, UInt8(ascii: "\"")), (_, UInt8(ascii: "'")), (UInt8(ascii: "."), UInt8(ascii: ".")): return true
      case (UInt8(ascii: "-"), 97...122), (UInt8(ascii: "-"), 65...90): break
      case (UInt8(ascii: "-"), _): return true
      default: break
      }
      last = byte
    }
    return last == UInt8(ascii: "-") || last == UInt8(ascii: ".") && text.utf8.count < 3
  }

  /// What a text is set as that stands alone.
  static func set(_ text: String, _ marks: Typography) -> String {
    guard concern(text) else { return text }
    var line = TypesetMarks(marks)
    line.append(text)
    line.decide()
    return line.text(in: line.text.indices)
  }

  mutating func append(_ part: String, isFixed: Bool = false) {
    let scalars = part.unicodeScalars
    text += scalars
    self.isFixed += Array(repeating: isFixed, count: scalars.count)
  }

  /// What the characters in a range came to.
  func text(in range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for place in range {
      guard let printed = printed[place] else {
        result.append(text[place])
        continue
      }
      result.append(contentsOf: printed.unicodeScalars)
    }
    return String(result)
  }

  /// Decides for every mark what it becomes.
  mutating func decide() {
    decideQuotes()
    decideDashesAndDots()
  }
}

/// Dashes, minus signs, dots.
extension TypesetMarks {
  private mutating func decideDashesAndDots() {
    var place = 0
    while place < text.count {
      let mark = text[place]
      guard !isFixed[place], mark == "-" || mark == "." else {
        place += 1
        continue
      }
      let end = text[place...].indices.first { text[$0] != mark || isFixed[$0] } ?? text.count
      if let new = mark == "-" ? dash(place, end) : dots(place, end) {
        printed[place] = new
        for rest in (place + 1)..<end { printed[rest] = "" }
      }
      place = end
    }
  }

  func scalar(_ place: Int) -> Unicode.Scalar? { text.indices.contains(place) ? text[place] : nil }

  private func dash(_ start: Int, _ end: Int) -> String? {
    let (before, after) = (scalar(start - 1), scalar(end))
    // Arrows and the ends of comments are no dashes.
    if before == "<" || before == "!" && scalar(start - 2) == "<" || after == ">" { return nil }
    switch end - start {
    case 1: return isMinus(start) ? "−" : nil
    // A small letter or a digit behind it and nothing before it: the option of a command.
    case 2 where isStart(start) && after.map { Self.isWord($0) && !$0.properties.isUppercase } == true: return nil
    case 2: return before.map(Self.isDigit) == true && after.map(Self.isDigit) == true ? "–" : marks.dash
    case 3: return marks.longDash
    default: return nil
    }
  }

  private func isMinus(_ place: Int) -> Bool {
    let (before, after) = (scalar(place - 1), scalar(place + 1))
    // Between blanks it stands for a difference where there are numbers on both sides.
    if before == " ", after == " " {
      return [scalar(place - 2), scalar(place + 2)].allSatisfy { $0.map(Self.isDigit) == true }
    }
    let number = after.map { "$€£¥.".unicodeScalars.contains($0) } == true ? scalar(place + 2) : after
    guard number.map({ Self.isDigit($0) || $0 == "∞" }) == true else { return false }
    // The exponent of a number.
    if let before, before == "e" || before == "E", after.map(Self.isDigit) == true {
      return scalar(place - 2).map(Self.isDigit) == true
    }
    return isStart(place) || before.map { ",;:|…".unicodeScalars.contains($0) } == true
  }

  /// Whether something begins at a place: behind a blank, a bracket, an opening mark or a sign of mathematics.
  private func isStart(_ place: Int) -> Bool {
    let (scalar, last, role) = before(place)
    guard let scalar, role != .opens else { return true }
    if printed[last] != nil { return false }
    return scalar.properties.isWhitespace || Self.isOpening(scalar) || scalar.properties.generalCategory == .mathSymbol
      || "*/·–—".unicodeScalars.contains(scalar)
  }

  private func dots(_ start: Int, _ end: Int) -> String? {
    guard end - start == 3 * marks.ellipsis.count || end - start == 3 else { return nil }
    // Beside a number they are a range of Swift.
    return [scalar(start - 1), scalar(end)].contains { $0.map(Self.isDigit) == true } ? nil : marks.ellipsis
  }
}

/// Kinds of characters.
extension TypesetMarks {
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Of a writing that puts nothing between words.
  static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x3000 && CharacterWidth.isWide(Character(scalar))
  }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .openPunctuation || scalar.properties.generalCategory == .initialPunctuation
      || "¿¡<".unicodeScalars.contains(scalar)
  }

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: true
    default: ".,;:!?…。，；：！？、%>".unicodeScalars.contains(scalar)
    }
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .dashPunctuation }

}
