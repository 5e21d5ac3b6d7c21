import LessonModel

/// Quotation marks, apostrophes, primes.
extension TypesetMarks {
  mutating func decideQuotes() {
    var (doubles, singles) = (0, 0)
    let last = text.indices.last { isStraight($0) && text[$0] == "'" && mayClose($0) && !isBetweenLetters($0) } ?? -1
    for place in text.indices where !isFixed[place] {
      if text[place] == "\"" {
        decideDouble(place, &doubles, &singles)
      } else if text[place] == "'" {
        decideSingle(place, &singles, last: last)
      }
    }
  }

  private mutating func decideDouble(_ place: Int, _ open: inout Int, _ singles: inout Int) {
    let isInches = isInches(place)
    switch (mayOpen(place), mayClose(place)) {
    case (false, false): return
    case (_, true) where isInches || open == 0 && isBehindDigit(place): printed[place] = "″"
    case (true, let closes) where !closes || opens(place, isOpen: open > 0):
      (printed[place], roles[place]) = (marks.double.open, .opens)
      open += 1
    default:
      (printed[place], roles[place]) = (marks.double.close, .closes)
      (open, singles) = (max(open - 1, 0), 0)
    }
  }

  private mutating func decideSingle(_ place: Int, _ open: inout Int, last: Int) {
    let (mayOpen, mayClose) = (mayOpen(place), mayClose(place))
    if !mayOpen, !mayClose { return }
    if isBetweenLetters(place) {
      let isFeet =
        scalar(place - 1).map(Self.isDigit) == true && scalar(place + 1).map(Self.isDigit) == true && !isThousands(place)
      printed[place] = isFeet ? "′" : "’"
    } else if mayOpen, !mayClose || opens(place, isOpen: open > 0), place < last, !isElision(place) {
      (printed[place], roles[place]) = (marks.single.open, .opens)
      open += 1
    } else if mayClose, open > 0, !mayOpen || !opens(place, isOpen: true) {
      (printed[place], roles[place]) = (marks.single.close, .closes)
      open -= 1
    } else {
      printed[place] = isBehindDigit(place) && mayClose ? "′" : "’"
      roles[place] = .closes
    }
  }

  /// The character before a mark, and before other marks that stay as they are; of one that does not, what it turned out to be.
  func before(_ place: Int) -> (scalar: Unicode.Scalar?, place: Int, role: Role?) {
    var last = place - 1
    while isStraight(last), printed[last] == nil { last -= 1 }
    return (scalar(last), last, roles[last])
  }

  private func isStraight(_ place: Int) -> Bool {
    text.indices.contains(place) && (text[place] == "\"" || text[place] == "'") && !isFixed[place]
  }

  /// The character behind a mark and the other marks that follow it.
  private func behind(_ place: Int) -> Unicode.Scalar? {
    var next = place + 1
    while isStraight(next) { next += 1 }
    return scalar(next)
  }

  private func mayOpen(_ place: Int) -> Bool { behind(place).map { !$0.properties.isWhitespace } == true }

  private func mayClose(_ place: Int) -> Bool {
    let (scalar, _, role) = before(place)
    guard let scalar, role != .opens else { return false }
    return !scalar.properties.isWhitespace && !Self.isOpening(scalar)
  }

  /// Whether a mark opens that may open and close.
  private func opens(_ place: Int, isOpen: Bool) -> Bool {
    guard let before = before(place).scalar, let behind = behind(place) else { return false }
    if Self.isClosing(behind) || Self.isDash(behind) { return false }
    if Self.isWord(before) != Self.isWord(behind), !Self.isClosing(before), !Self.isDense(before), !Self.isDense(behind) {
      return Self.isWord(behind)
    }
    return !isOpen
  }

  private func isBehindDigit(_ place: Int) -> Bool { scalar(place - 1).map(Self.isDigit) == true }

  /// Letters or digits on both sides, of a writing that parts its words.
  private func isBetweenLetters(_ place: Int) -> Bool {
    [scalar(place - 1), scalar(place + 1)].allSatisfy { $0.map { Self.isWord($0) && !Self.isDense($0) } == true }
  }

  /// The second mark of `5'11"`.
  private func isInches(_ place: Int) -> Bool {
    let digits = text[..<place].reversed().prefix { Self.isDigit($0) }.count
    var feet = place - digits - 1
    if scalar(feet) == " " { feet -= 1 }
    return digits > 0 && (scalar(feet) == "'" || scalar(feet) == "′") && isBehindDigit(feet)
  }

  /// Three digits behind it, as in the thousands of Switzerland.
  private func isThousands(_ place: Int) -> Bool { text[(place + 1)...].prefix { Self.isDigit($0) }.count == 3 }

  /// Something left out at the beginning of a word or of a year.
  private func isElision(_ place: Int) -> Bool {
    let word = String(String.UnicodeScalarView(text[(place + 1)...].prefix { Self.isWord($0) })).lowercased()
    let isClosed = scalar(place + 1 + word.unicodeScalars.count) == "'"
    if word == "n" { return isClosed }
    let digits = word.hasSuffix("s") ? word.dropLast() : word[...]
    if digits.count == 2, digits.allSatisfy(\.isNumber) { return word.hasSuffix("s") || !isClosed }
    return !isClosed && ["tis", "twas", "twere", "twill", "em", "til", "bout", "cause"].contains(word)
  }
}
