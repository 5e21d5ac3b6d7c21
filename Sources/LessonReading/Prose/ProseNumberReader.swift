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
      for text in block.texts {
        reader.before = ""
        reader.follows = false
        if case .heading = block.kind { reader.before = ProseNumberReader.headings }
        reader.read(text)
      }
    }
    for block in blocks {
      guard let caption = block.caption, let place = block.attributes.caption?.offset else { continue }
      reader.begin(place..<source.lineRange(source.position(of: place).line).upperBound)
      reader.before = ""
      reader.read(caption)
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

  private mutating func read(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): read(text)
      case .softBreak, .lineBreak: before += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content): read(content)
      case .element(let element): read(element.content)
      case .code(let code): pass(code)
      case .link(let link):
        if link.isGiven { numbers.given.append(link.offset) }
        move(link.offset)
      case .image(let link): move(link.offset)
      case .html(let html): move(html.offset + html.text.utf8.count)
      case .coverage(let comment): move(comment.offset)
      case .value(let value): move(value.range.upperBound)
      case .citation(let citation): move(citation.range.upperBound)
      case .formula(let formula): move((formula.offsets.last ?? cursor - 1) + 1)
      case .noteReference: break
      }
      if case .text = inline { continue }
      if case .softBreak = inline { continue }
      follows = false
      before = inline.isBold ? before : "\u{FFFC}"
    }
  }

  /// What stands behind a value, a link or a formula is not before the next text.
  private mutating func move(_ place: Int) { cursor = min(max(cursor, place), end) }

  private mutating func pass(_ text: String) {
    if let place = place(of: Array(text.utf8)) { cursor = place + text.utf8.count }
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

  /// Whether a number names something and says no amount: a year, `lesson 5`, the number that a heading begins with.
  private func isName(_ number: Numeral) -> Bool {
    if before == Self.headings { return true }
    guard number.text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return false }
    if number.text.utf8.count == 4, let year = Int(number.text), (1500...2100).contains(year) { return true }
    let words = before.lowercased().split { $0.isWhitespace || "()[].:;\u{201C}\u{201D}\"'".contains($0) }
    if follows, words.allSatisfy({ Self.joints.contains(String($0)) }) { return true }
    return words.last.map { Self.nouns.contains(String($0)) } ?? false
  }
}

extension Inline {
  /// Whether it only sets words in another face.
  fileprivate var isBold: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .element, .noteReference: true
    default: false
    }
  }
}
