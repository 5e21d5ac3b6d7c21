import LessonModel

/// Finds the numbers in running text that nobody computed, each at its place (SPEC 1.10).
///
/// A number in a value, in code, in a formula, in the words of a link or in a citation is not looked at; nor is one that names
/// something: a year, a heading's own number, `lesson 5`, `Figure 3`. The tree does not say where a text stands, so it is looked
/// for in the file, behind what came before it.
struct ProseNumberReader {
  private let source: SourceText
  private let language: NumberLanguage
  private(set) var numbers = ProseNumbers()
  /// Behind what was read last.
  private var cursor = 0
  private var end = 0
  /// The words of this text that came before.
  private var before = ""
  /// Whether the number that came last names something.
  private var follows = false

  /// - Parameter blocks: The Swift blocks of the lesson, whose captions are read too.
  static func numbers(
    in document: [DocumentBlock], _ blocks: [SwiftBlock], of source: SourceText, _ language: NumberLanguage
  ) -> ProseNumbers {
    var reader = ProseNumberReader(source: source, language: language)
    document.walk { block in
      reader.begin(block.range)
      let isHeading = if case .heading = block.kind { true } else { false }
      for text in block.texts { reader.read(text, behind: isHeading ? ProseNumberReader.headings : "") }
    }
    for block in blocks {
      guard let caption = block.caption, let place = block.attributes.caption?.offset else { continue }
      reader.begin(place..<source.lineRange(source.position(of: place).line).upperBound)
      reader.read(caption, behind: "")
    }
    reader.numbers.unbound.sort { $0.offset < $1.offset }
    return reader.numbers
  }

  private init(source: SourceText, language: NumberLanguage) {
    self.source = source
    self.language = language
  }

  private mutating func begin(_ range: Range<Int>) {
    cursor = range.lowerBound
    end = min(range.upperBound, source.bytes.count)
  }

  private mutating func read(_ inlines: [Inline], behind words: String) {
    before = words
    follows = false
    read(inlines)
  }

  private mutating func read(_ inlines: [Inline]) {
    for (place, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text): read(text)
      case .softBreak, .lineBreak: before += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content): read(content)
      case .element(let element):
        // N<sub>2</sub>O, Fe<sup>3+</sup>, <sup>14</sup>C: a part of a name, as the 2 of CO2 is.
        if element.isScript, before.last?.isPartOfName == true || inlines.dropFirst(place + 1).first?.beginsWithLetter == true {
          pass(element.content.plainText)
          before = "x"
        } else {
          read(element.content)
        }
      case .noteReference: break
      case .code(let code): pass(code)
      case .link(let link) where link.language != nil: read(link.content)
      case .link(let link):
        if link.isGiven { numbers.given.append(link.offset) }
        pass(to: link.offset)
      case .image(let link): pass(to: link.offset)
      case .html(let html): pass(to: html.offset + html.text.utf8.count)
      case .coverage(let comment): pass(to: comment.offset)
      case .value(let value): pass(to: value.range.upperBound)
      case .citation(let citation): pass(to: citation.range.upperBound)
      case .formula(let formula): pass(to: (formula.offsets.last ?? cursor - 1) + 1)
      }
    }
  }

  /// Goes on behind something else than text, whose words are not those before the next number.
  private mutating func pass(to place: Int) {
    cursor = min(max(cursor, place), end)
    before = "\u{FFFC}"
    follows = false
  }

  private mutating func pass(_ code: String) {
    pass(to: place(of: Array(code.utf8)).map { $0 + code.utf8.count } ?? cursor)
  }

  private mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    let whole = place(of: bytes)
    var last = 0
    for number in NumberedText(bytes, language: language).numbers {
      guard case .finite = number.form else { continue }
      before += String(decoding: bytes[last..<number.range.lowerBound], as: UTF8.self)
      last = number.range.upperBound
      let isName = isName(number)
      before = ""
      follows = isName
      if isName { continue }
      if let whole {
        numbers.unbound.append(ProseNumber(text: number.text, offset: whole + number.range.lowerBound))
      } else {
        // An escape or an entity stands between: the number itself is as it is written.
        let place = place(of: Array(number.text.utf8)) ?? cursor
        numbers.unbound.append(ProseNumber(text: number.text, offset: place))
        cursor = min(place + number.text.utf8.count, end)
      }
    }
    before += String(decoding: bytes[last...], as: UTF8.self)
    if let whole { cursor = whole + bytes.count }
  }

  private func place(of bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, cursor < end, end - cursor >= bytes.count else { return nil }
    var place = cursor
    while place + bytes.count <= end {
      if source.bytes[place] == first, source.bytes[place..<(place + bytes.count)].elementsEqual(bytes) { return place }
      place += 1
    }
    return nil
  }

  // MARK: - Names

  private static let headings = "\u{1}"
  private static let nouns: Set<String> = [
    "lesson", "lessons", "chapter", "chapters", "section", "sections", "part", "parts", "figure", "figures", "equation",
    "equations", "exercise", "exercises", "table", "tables", "page", "pages", "p", "pp", "line", "lines", "row", "rows",
    "column", "columns", "version", "no", "number", "slide", "slides", "lecture", "step", "question", "edition", "volume",
    "vol",
    "appendix", "theorem", "definition", "algorithm", "example", "note", "keras", "python", "swift", "tensorflow", "pytorch",
  ]
  private static let joints: Set<String> = ["to", "and", "or", "through", ",", "\u{2013}", "-", "\u{2014}", "&"]

  /// Whether it stands behind a word and a hyphen: `carbon-14`.
  private func isPartOfName(_ number: Numeral) -> Bool {
    let (text, words) =
      number.text.hasPrefix("-") ? (number.text.dropFirst(), before[...]) : (number.text[...], before.dropLast())
    return (number.text.hasPrefix("-") || before.hasSuffix("-")) && words.last?.isLetter == true
      && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Whether a number names something and says no amount: a year, `lesson 5`, the number that a heading begins with.
  private func isName(_ number: Numeral) -> Bool {
    if before == Self.headings { return true }
    if isPartOfName(number) { return true }
    guard number.text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return false }
    if number.text.utf8.count == 4, let year = Int(number.text), (1500...2100).contains(year) { return true }
    let words = before.lowercased().split { $0.isWhitespace || "()[].:;\u{201C}\u{201D}\"'".contains($0) }
    if follows, words.allSatisfy({ Self.joints.contains(String($0)) }) { return true }
    return words.last.map { Self.nouns.contains(String($0)) } ?? false
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || self == ")" || self == "]" }
}

extension Inline {
  fileprivate var beginsWithLetter: Bool { if case .text(let text) = self { text.first?.isLetter == true } else { false } }
}
