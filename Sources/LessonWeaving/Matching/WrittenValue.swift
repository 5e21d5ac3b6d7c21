package import LessonModel

/// A value that an author wrote into the text, `0.811` in `[0.811](swift:h)` or after `// =>`.
package struct WrittenValue: Sendable, Equatable {
  /// What is written.
  package let text: String

  /// The tolerance that the author gave for it.
  package let tolerance: Tolerance?

  package init(_ text: String, tolerance: Tolerance? = nil) {
    self.text = text
    self.tolerance = tolerance
  }

  /// Whether the author left the value for the tool to write.
  package var isUnrecorded: Bool { text.utf8.elementsEqual("?".utf8) }

  /// What differs from the computed value.
  ///
  /// It matches when it is the value's description; when both are numbers that match by the rule for prose; and when the
  /// text and the description are the same but for numbers that match, `[0.5, 1]` and `[0.4999, 1.0]`. Blanks around the text
  /// are ignored, and a line break in it is a blank.
  package func differences(from computed: ComputedValue) -> DifferenceReport {
    let blank = UInt8(ascii: " ")
    let bytes = text.utf8.map { Self.isBlank($0) ? blank : $0 }
    let written = bytes[bodyRange]
    let description = Array(computed.shown.utf8.map { Self.isBlank($0) ? blank : $0 }.trimmed { $0 == blank })
    var report = DifferenceReport()
    if written.elementsEqual(description) { return report }

    let line = NumberedText(Array(written), grammar: .prose)
    let offset = written.startIndex
    if let numeral = line.onlyNumber, let number = computed.number {
      LineComparison(rule: rule, line: 0, offset: offset).compare(numeral, number, into: &report)
    } else {
      let value = NumberedText(description, grammar: .prose)
      LineComparison(rule: rule, line: 0, offset: offset).compare(line, value, into: &report)
    }
    return report
  }

  /// The text to write instead: unchanged when it matches, else the value with as many digits as were written.
  ///
  /// The description in full where nothing was recorded yet, where something other than numbers changed, and where the
  /// digits written cannot say it. The result matches the value, so writing it once is writing it for good.
  package func rewritten(for computed: ComputedValue) -> String {
    if !isUnrecorded, differences(from: computed).matches { return text }
    let whole = computed.shown
    guard !isUnrecorded, let changed = changedNumbers(computed) else { return whole }
    let candidate = WrittenValue(changed, tolerance: tolerance)
    return candidate.differences(from: computed).matches ? changed : whole
  }

  /// A whole number with as many decimals as it takes not to match, such as `1.0` for a computed 0.5; nil for anything else.
  ///
  /// A whole number matches whatever rounds to it. Whoever means the number itself has to say so with a decimal.
  package func exact(refuting computed: ComputedValue) -> String? {
    guard Numeral(text, grammar: .prose)?.isInteger == true, computed.number != nil else { return nil }
    return (1...3).lazy.map { text + "." + String(repeating: "0", count: $0) }.first {
      !WrittenValue($0, tolerance: tolerance).differences(from: computed).matches
    }
  }

  /// The text with the computed numbers in the place of those that do not match; nil when more than numbers changed.
  private func changedNumbers(_ computed: ComputedValue) -> String? {
    let line = NumberedText(Array(text.utf8), grammar: .prose)
    let description = NumberedText(computed.shown, grammar: .prose)
    var numbers = description.numbers.map(ComputedNumber.init)
    let body = bodyRange
    if let numeral = line.numbers.first, numeral.range == body, let number = computed.number {
      numbers = [number]
    } else if body != line.bytes.indices || !line.hasSameTexts(as: description) {
      return nil
    }
    var result = line.text(line.texts[0])
    for (index, numeral) in line.numbers.enumerated() {
      if rule.matches(numeral, numbers[index]) {
        result += numeral.text
      } else {
        guard let number = numeral.rewritten(for: numbers[index]) else { return nil }
        result += number
      }
      result += line.text(line.texts[index + 1])
    }
    return result
  }

  private var rule: MatchingRule { tolerance.map { MatchingRule.absolute($0.amount) } ?? .prose }

  /// The bytes between the blanks at both ends.
  private var bodyRange: Range<Int> { Array(text.utf8).trimmed(where: Self.isBlank).indices }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
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
  /// What is left between the leading and the trailing elements that satisfy the condition.
  func trimmed(where isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let rest = drop(while: isTrimmed)
    guard let last = rest.lastIndex(where: { !isTrimmed($0) }) else { return rest.prefix(0) }
    return rest[...last]
  }
}
