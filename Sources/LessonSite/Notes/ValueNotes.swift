package import LessonModel

/// The notes on the values of a lesson: how each came about, in plain words, and whose it is.
package struct ValueNotes {
  let woven: WovenLesson
  let bibliography: Bibliography
  private let lines: [String: Int]

  private var words: PageWords { woven.lesson.words }

  package init(_ woven: WovenLesson, _ bibliography: Bibliography) {
    self.woven = woven
    self.bibliography = bibliography
    lines = Dictionary(woven.cells.map { ($0.block.name, $0.block.position.line) }) { first, _ in first }
  }

  package var notes: [Note] { woven.values.map { Note($0.anchor, html($0)) } }

  private func html(_ value: WovenValue) -> HTML {
    let sentence = ([computed(value)] + off(value) + origin(value)).joined(separator: words[.clauseSeparator])
    return """
      \(whose(value))<p>\(sentence)\(words[.sentenceEnd])</p>\
      <p><code>\(ValueRenderer.cut(value.value.expression, 160))</code></p>\(evidence(value))
      """
  }

  private func whose(_ value: WovenValue) -> HTML {
    let phrase: Phrase
    switch value.value.publication {
    case .own: return ""
    case .published: phrase = .notePublished
    case .refuted: phrase = .noteRefuted
    case .implied: phrase = .noteImplied
    }
    let key = value.value.source ?? ""
    return "<p>\(words(phrase, bibliography[key]?.label ?? key))</p>"
  }

  /// What was computed, and how near to it what is written is.
  private func computed(_ value: WovenValue) -> String {
    guard let description = value.computed?.description else { return words[.notComputed] }
    let numeral = numeral(value.value.written)
    let digits = numeral.map(Self.digits) ?? 0
    let shown = woven.lesson.typeset(ValueRenderer.cut(Self.shortened(description, to: digits), 80))
    if value.status != .ok || value.value.isRefuted { return words(.noteComputed, shown) }
    switch value.allowance {
    case .given(let amount): return words(.noteWithin, shown, amount)
    case .halfUnit where numeral?.isInteger == true: return words(.noteWhole, shown)
    case .halfUnit where digits == 1: return words(.noteDigit, shown)
    case .halfUnit: return words(.noteDigits, shown, String(digits))
    case .exact: return words(.noteExact, shown)
    }
  }

  /// How far what a source prints is from what is computed.
  private func off(_ value: WovenValue) -> [String] {
    value.value.isRefuted && value.difference != nil ? [words(.noteOff, ValueRenderer.gap(value))] : []
  }

  private func origin(_ value: WovenValue) -> [String] {
    guard let block = value.block, let line = lines[block] else { return [] }
    return [words(.noteOrigin, block, String(line))]
  }

  private func evidence(_ value: WovenValue) -> HTML {
    switch value.value.evidence {
    case .quoted(let quote): "<p>\(quote.html(words))</p>"
    case .none(let reason): "<p>\(words(.evidenceNone, reason))</p>"
    case .unneeded, .missing, .elsewhere: ""
    }
  }

  /// The number that a value is written with; nil where there is none.
  private func numeral(_ written: String) -> Numeral? {
    NumberedText(Array(written.utf8), language: woven.lesson.language).numbers.first
  }

  /// How many digits of a number are written, without the zeros before the first other one.
  private static func digits(of numeral: Numeral) -> Int {
    guard case .finite(_, let notation) = numeral.form else { return 0 }
    let all = numeral.text.filter { $0.isASCII && $0.isNumber }.prefix(notation.wholeDigits + notation.fractionDigits)
    return max(all.drop { $0 == "0" }.count, 1)
  }

  /// A number with a few digits more than are written: enough to see that it was rounded, too few to hide it.
  package static func shortened(_ number: String, to digits: Int) -> String {
    guard digits > 0, Numeral(number, grammar: .recorded) != nil, let point = number.firstIndex(of: ".") else { return number }
    let most = max(digits + 2, 4)
    let exponent = number.firstIndex { $0 == "e" || $0 == "E" } ?? number.endIndex
    var seen = 0
    var end = number.startIndex
    for place in number[..<exponent].indices {
      guard number[place].isNumber else { continue }
      if seen > 0 || number[place] != "0" { seen += 1 }
      if seen > most, place > point { break }
      end = number.index(after: place)
    }
    return end < exponent ? number[..<end] + "…" + number[exponent...] : number
  }
}
