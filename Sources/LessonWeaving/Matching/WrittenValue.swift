package import LessonModel

/// A value that an author wrote into the text, `0.811` in `[0.811](swift:h)` or after `// =>`.
package struct WrittenValue: Sendable, Equatable {
  /// Where a value is written, which says how it is read.
  package enum Place: Sendable, Equatable {
    /// In the text, in words of its author: numbers as people write them in a language, with words and signs around one.
    case prose(NumberLanguage)
    /// In a comment of Swift, as Swift describes values.
    case comment
  }

  /// What is written.
  package let text: String

  /// The tolerance that the author gave for it.
  package let tolerance: Tolerance?

  package let place: Place

  package init(_ text: String, tolerance: Tolerance? = nil, place: Place = .prose(.english)) {
    self.text = text
    self.tolerance = tolerance
    self.place = place
  }

  /// Whether the author left the value for the tool to write.
  package var isUnrecorded: Bool { text.utf8.elementsEqual("?".utf8) }

  /// What differs from the computed value.
  ///
  /// It matches when it is the value's description; when both are numbers that match by the rule for prose; and when the
  /// text and the description are the same but for numbers that match, `[0.5, 1]` and `[0.4999, 1.0]`. In prose words and signs
  /// around one number are the author's, where a number was computed. Blanks around the text are ignored, and a line break in
  /// it is a blank.
  package func differences(from computed: ComputedValue) -> DifferenceReport {
    let written = Array(body)
    let description = Array(Self.blanked(computed.shown).trimmed { $0 == 0x20 })
    var report = DifferenceReport()
    if written.elementsEqual(description) { return report }
    let comparison = LineComparison(rule: rule, line: 0, offset: body.startIndex)
    if let pair = numbers(of: written, and: computed) {
      comparison.compare(pair.written, pair.computed, into: &report)
    } else if case .prose(let language) = place, computed.number != nil,
      NumberedText(written, language: language).numbers.isEmpty
    {
      let columns = body.startIndex..<body.endIndex
      report.add(Difference(.text, columns: columns, written: written.decoded, computed: description.decoded))
    } else {
      let (line, value) = lines(written, description)
      comparison.compare(line, value, into: &report)
    }
    return report
  }

  /// The one number that is written; nil where there is none, or more than one.
  package var number: Numeral? { number(in: Array(body)) }

  /// What accepting writes into the text: the digits that do not match, or all of it where nothing is recorded yet.
  ///
  /// Nothing where all matches, and nothing where more than digits would have to change: words are the author's.
  package func edits(for computed: ComputedValue) -> [TextEdit] {
    if isUnrecorded {
      let full = inFull(computed)
      return full == text ? [] : [TextEdit(range: 0..<text.utf8.count, text: full)]
    }
    if differences(from: computed).matches { return [] }
    let body = body
    let written = Array(body)
    let pairs: [(Numeral, ComputedNumber)]
    if let pair = numbers(of: written, and: computed) {
      if isAmbiguous(pair.written, pair.computed) { return [] }
      pairs = [(pair.written, pair.computed)]
    } else {
      let (line, value) = lines(written, Array(Self.blanked(computed.shown).trimmed { $0 == 0x20 }))
      guard line.hasSameTexts(as: value) else { return [] }
      pairs = Array(zip(line.numbers, value.numbers.map(ComputedNumber.init)))
    }
    // Where the digits of the author cannot say it, as of an infinity or within a narrow tolerance, the number does in full.
    let ways: [(Numeral, ComputedNumber) -> String?] = [{ $0.rewritten(for: $1) }, { $0.replaced(by: $1) }]
    for way in ways {
      let edits = pairs.compactMap { numeral, number -> TextEdit? in
        guard !rule.matches(numeral, number) else { return nil }
        let start = body.startIndex + numeral.range.lowerBound
        return TextEdit(from: numeral.text, to: way(numeral, number) ?? numeral.replaced(by: number), at: start)
      }
      let candidate = WrittenValue(text.applying(edits), tolerance: tolerance, place: place)
      if candidate.differences(from: computed).matches { return edits }
    }
    return []
  }

  /// The computed value as the author would write it: what is written where that matches, else with the digits changed; the
  /// description of the value where nothing is recorded and where more than digits would have to change.
  package func rewritten(for computed: ComputedValue) -> String {
    if !isUnrecorded, differences(from: computed).matches { return text }
    let edits = edits(for: computed)
    return edits.isEmpty ? inFull(computed) : text.applying(edits)
  }

  /// A whole number with as many decimals as it takes not to match, such as `1.0` for a computed 0.5; nil for anything else.
  ///
  /// A whole number matches whatever rounds to it. Whoever means the number itself has to say so with a decimal.
  package func exact(refuting computed: ComputedValue) -> String? {
    guard Numeral(text, grammar: .prose)?.isInteger == true, computed.number != nil else { return nil }
    let mark = if case .prose(let language) = place, language.decimalMark == .comma { "," } else { "." }
    return (1...3).lazy.map { text + mark + String(repeating: "0", count: $0) }.first {
      !WrittenValue($0, tolerance: tolerance, place: place).differences(from: computed).matches
    }
  }

  /// Why a number is not what it seems: in a language with a decimal comma a point parts thousands, in others a comma does,
  /// and percents are hundredths.
  package func misreading(of computed: ComputedValue) -> String? {
    guard case .prose(let language) = place else { return nil }
    if let pair = numbers(of: Array(body), and: computed), isAmbiguous(pair.written, pair.computed) {
      return "the course is in '\(language.tag)', where a point parts thousands; write a decimal comma"
    }
    if language.decimalMark != .comma, text.count(where: { $0 == "," }) == 1, computed.number != nil,
      with(text.replacing(",", with: ".")).differences(from: computed).matches
    {
      return "the course is in '\(language.tag)', where a comma parts thousands; write a decimal point"
    }
    if text.contains("%"), number != nil, let share = computed.description.flatMap(Double.init),
      differences(from: .float64(share * 100)).matches
    {
      return "percents are hundredths: compute 100 times the share"
    }
    return nil
  }

  /// The value with all its digits; a number as the language of the text writes it.
  private func inFull(_ computed: ComputedValue) -> String {
    guard case .prose(let language) = place, language.decimalMark == .comma, computed.number != nil else {
      return computed.shown
    }
    return computed.shown.replacing(".", with: ",")
  }

  private func with(_ text: String) -> WrittenValue { WrittenValue(text, tolerance: tolerance, place: place) }

  // MARK: - Readings

  /// The number that is written and the one that it is compared with; nil where one of them is no single number.
  private func numbers(of written: [UInt8], and computed: ComputedValue) -> (written: Numeral, computed: ComputedNumber)? {
    guard let numeral = number(in: written) else { return nil }
    if let number = computed.number { return (numeral, number) }
    // A text that is a number may have words around it in prose, as numbers that were rounded by hand do.
    guard case .prose = place, case .text(let text) = computed, let number = Numeral(text, grammar: .recorded) else {
      return nil
    }
    return (numeral, ComputedNumber(number))
  }

  private func number(in written: [UInt8]) -> Numeral? {
    switch place {
    case .comment: return NumberedText(written, grammar: .prose).onlyNumber
    case .prose(let language):
      let line = NumberedText(written, language: language)
      return line.numbers.count == 1 ? line.numbers[0] : nil
    }
  }

  /// What is written and the description token by token; decimals stand behind a comma where only so the texts are the same.
  private func lines(_ written: [UInt8], _ description: [UInt8]) -> (NumberedText, NumberedText) {
    let line = NumberedText(written, grammar: .prose)
    let value = NumberedText(description, grammar: .prose)
    guard case .prose(let language) = place, language.decimalMark == .comma, !line.hasSameTexts(as: value) else {
      return (line, value)
    }
    let other = NumberedText(decimalCommas: written)
    return other.hasSameTexts(as: value) ? (other, value) : (line, value)
  }

  /// Whether a point that parts thousands in this language would match as the point before decimals.
  private func isAmbiguous(_ written: Numeral, _ computed: ComputedNumber) -> Bool {
    guard case .prose(let language) = place, language.decimalMark == .comma,
      case .finite(_, let notation) = written.form, notation.separator == ".", notation.isInteger
    else { return false }
    let digits = String(written.text.drop { !("0"..."9").contains($0) })
    guard let other = Numeral(digits, grammar: .recorded) else { return false }
    return MatchingRule.prose.matches(other, computed)
  }

  private var rule: MatchingRule { tolerance.map { MatchingRule.absolute($0.amount) } ?? .prose }

  /// The bytes between the blanks at both ends, with blanks for line breaks.
  private var body: ArraySlice<UInt8> { Self.blanked(text).trimmed { $0 == 0x20 } }

  private static func blanked(_ text: String) -> [UInt8] { text.utf8.map { (0x09...0x0D).contains($0) ? 0x20 : $0 } }
}

extension ComputedValue {
  /// The value as Swift describes it; the weaver tells of values that are nothing before they are compared, and these have
  /// no text.
  fileprivate var shown: String { description ?? "" }
}

extension NumberedText {
  /// The number that is the whole text.
  var onlyNumber: Numeral? { numbers.count == 1 && numbers[0].range == bytes.indices ? numbers[0] : nil }
}

extension Array<UInt8> {
  fileprivate var decoded: String { String(decoding: self, as: UTF8.self) }

  /// What is left between the leading and the trailing elements that satisfy the condition.
  func trimmed(where isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let rest = drop(while: isTrimmed)
    guard let last = rest.lastIndex(where: { !isTrimmed($0) }) else { return rest.prefix(0) }
    return rest[...last]
  }
}
