import LessonModel

/// Something of ours in a text, and the bytes of the file that are cut out for it, line by line.
struct CutPiece {
  enum Kind {
    case formula(Formula)
    /// What stands between the brackets of a citation.
    case citation(Citation)
    /// The destination and the title of a link.
    case target(LinkTarget)
  }

  let kind: Kind
  let segments: [Range<Int>]

  init(_ kind: Kind, _ segments: [Range<Int>]) {
    self.kind = kind
    self.segments = segments
  }
}

/// Where a link leads.
struct LinkTarget {
  var destination: WrittenText
  var title: String
  /// Where the destination is written.
  var offset: Int
  /// The bytes between the brackets.
  var textRange: Range<Int>
  /// From the opening bracket to behind the closing parenthesis.
  var range: Range<Int>
}

/// Where a link, an image or an address in angle brackets stands.
struct PlacedLink {
  /// Its first byte in the file.
  var start: Int
  /// Set where a label of its own says where it leads.
  var labeled: Labeled?

  struct Labeled {
    /// The bytes between its brackets.
    var text: Range<Int>
    /// Behind its label.
    var end: Int
  }
}

/// A text in which placeholders stand for the formulas, the citations and the destinations of links, so that the parser does not
/// take their stars, bars and backslashes for its own.
///
/// A placeholder is two private characters that the text has none of, with a number between them. A blank before the second one
/// keeps the parser from taking a placeholder for the destination in a definition; bars there stand for those that were cut out
/// of a citation or a destination, since they part cells. On each further line that is cut, the second character stands alone.
struct InlineCut {
  let text: [UInt8]
  let opening: Unicode.Scalar
  let closing: Unicode.Scalar
  let pieces: [CutPiece]

  /// - Returns: Nil where there is nothing to cut, or no character to mark it.
  init?(_ pieces: [CutPiece], of source: SourceText, from start: Int) {
    guard !pieces.isEmpty, let (opening, closing) = Self.marks(for: source.bytes[start...]) else { return nil }
    self.opening = opening
    self.closing = closing
    self.pieces = pieces.sorted { ($0.segments.first?.lowerBound ?? 0) < ($1.segments.first?.lowerBound ?? 0) }
    var text: [UInt8] = []
    var reached = start
    for (number, piece) in self.pieces.enumerated() {
      for (line, segment) in piece.segments.enumerated() {
        text += source.bytes[reached..<segment.lowerBound]
        text += Self.placeholder(piece, number, line, bars: Self.bars(source.bytes[segment]), opening, closing).utf8
        reached = segment.upperBound
      }
    }
    self.text = text + source.bytes[reached...]
  }

  private static func placeholder(
    _ piece: CutPiece, _ number: Int, _ line: Int, bars: Int, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) -> String {
    let isTarget = if case .target = piece.kind { true } else { false }
    let isFormula = if case .formula = piece.kind { true } else { false }
    let kept = isFormula ? "" : String(repeating: "|", count: bars)
    if line == 0 {
      let mark = "\(opening)\(number) \(kept)\(closing)"
      return isTarget ? "<\(mark)>" : mark
    }
    // The title of a link must be one to the parser, too.
    let first = isTarget && line == 1 ? "\"" : ""
    let last = isTarget && line == piece.segments.count - 1 ? "\"" : ""
    return first + kept + String(closing) + last
  }

  /// How many bars would part cells.
  private static func bars(_ text: ArraySlice<UInt8>) -> Int {
    var previous: UInt8 = 0
    var count = 0
    for byte in text {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") { count += 1 }
      previous = byte
    }
    return count
  }

  /// Two private characters that the text neither has nor names.
  private static func marks(for text: ArraySlice<UInt8>) -> (Unicode.Scalar, Unicode.Scalar)? {
    let used = Set(String(decoding: text, as: UTF8.self).unicodeScalars.lazy.map(\.value).filter { $0 >= 0xE000 })
    let named = Set(text.split(separator: UInt8(ascii: "&")).lazy.compactMap(Self.named))
    let free = [0xE000...0xF8FF, 0xF_0000...0xF_FFFD].lazy.joined().lazy
      .filter { !used.contains($0) && !named.contains($0) }.compactMap { Unicode.Scalar($0) }.prefix(2)
    guard let first = free.first, let second = free.dropFirst().first else { return nil }
    return (first, second)
  }

  /// The character that a reference such as `#xE000;` names.
  private static func named(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.first == UInt8(ascii: "#"), let end = text.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let digits = String(decoding: text[..<end].dropFirst(), as: UTF8.self)
    return digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }
}

// MARK: - Putting back

extension InlineCut {
  func isMarked(_ text: String) -> Bool { text.unicodeScalars.contains { $0 == opening || $0 == closing } }

  /// The number of the piece whose placeholder a text begins with, and how many characters that takes.
  func placeholder(in text: Substring.UnicodeScalarView) -> (number: Int, length: Int)? {
    guard let (number, digits) = number(in: text) else { return nil }
    let rest = text.dropFirst(1 + digits)
    let bars = rest.dropFirst().prefix { $0 == "|" }.count
    guard rest.first == " ", rest.dropFirst(1 + bars).first == closing else { return nil }
    return (number, digits + bars + 3)
  }

  /// Where a link leads whose destination the parser read as a placeholder.
  func target(_ destination: String) -> LinkTarget? {
    let text = Substring(destination).unicodeScalars
    guard let (number, length) = placeholder(in: text), length == text.count, case .target(let target) = pieces[number].kind
    else { return nil }
    return target
  }

  /// The numbers of the pieces of which a text holds a placeholder or a part of one; -1 for a part that tells none.
  func numbers(in text: String) -> Set<Int> {
    guard isMarked(text) else { return [] }
    let scalars = text.unicodeScalars
    let numbers = Set(scalars.indices.compactMap { number(in: scalars[$0...])?.number })
    return numbers.isEmpty ? [-1] : numbers
  }

  /// Where pieces begin in the file.
  func starts(of numbers: Set<Int>) -> [Int] {
    numbers.filter(pieces.indices.contains).compactMap { pieces[$0].segments.first?.lowerBound }
  }

  private func number(in text: Substring.UnicodeScalarView) -> (number: Int, digits: Int)? {
    guard text.first == opening else { return nil }
    let digits = text.dropFirst().prefix { ("0"..."9").contains($0) }
    guard let number = Int(String(digits)), pieces.indices.contains(number) else { return nil }
    return (number, digits.count)
  }
}
