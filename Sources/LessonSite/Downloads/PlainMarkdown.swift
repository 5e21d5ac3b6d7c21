package import LessonModel

/// A lesson's Markdown for readers that know it only as Markdown: values as plain text, links without words with those that they
/// take, formulas in named fences as formulas with a number.
package struct PlainMarkdown {
  private let bytes: [UInt8]
  /// What stands in the place of something, in the order of the file.
  private let parts: [Part]

  private struct Part {
    package var range: Range<Int>
    package var text: [UInt8]
  }

  package init(_ woven: WovenLesson) {
    let bytes = woven.lesson.source.bytes
    var parts = Self.takenWords(of: woven.lesson)
    woven.lesson.document.walk { block in
      guard case .formula(let formula) = block.kind else { return }
      Self.part(of: formula, in: woven, at: block.range).map { parts.append($0) }
    }
    woven.lesson.document.walkInlines { inline in
      guard case .value(let link) = inline, let row = woven.value(link) else { return }
      let shown = row.value.isUnrecorded ? row.computed?.description ?? "?" : row.value.written
      // Marks around the number, as of strong words, stay.
      let text =
        bytes[link.textRange.lowerBound..<row.value.textRange.lowerBound] + shown.utf8
        + bytes[row.value.textRange.upperBound..<link.textRange.upperBound]
      parts.append(Part(range: link.range, text: Array(text)))
    }
    self.bytes = bytes
    // Footnotes stand at the end of the document wherever they stand in the file.
    self.parts = parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A stretch of the lesson.
  package func text(_ range: Range<Int>) -> String { String(decoding: Self.replaced(bytes, parts, in: range), as: UTF8.self) }

  /// The file of a lesson as it is, but for links without words, which have those that they take.
  package static func source(of lesson: Lesson) -> [UInt8] {
    let parts = takenWords(of: lesson).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let bytes = lesson.source.bytes
    return parts.isEmpty ? bytes : replaced(bytes, parts, in: 0..<bytes.count)
  }

  private static func replaced(_ bytes: [UInt8], _ parts: [Part], in range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var reached = range.lowerBound
    for part in parts where part.range.lowerBound >= reached && part.range.upperBound <= range.upperBound {
      text += bytes[reached..<part.range.lowerBound] + part.text
      reached = part.range.upperBound
    }
    return text + bytes[reached..<range.upperBound]
  }

  /// The words that links take, where they go between the brackets.
  private static func takenWords(of lesson: Lesson) -> [Part] {
    let bytes = lesson.source.bytes
    var parts: [Part] = []
    func take(_ inline: Inline, isQuoted: Bool) {
      guard case .link(let link) = inline, link.takesWords, !link.content.isEmpty,
        let place = bracket(of: link, in: bytes)
      else { return }
      let words = escaped(link.content.plainText)
      parts.append(
        Part(
          range: place..<place,
          text: Array((isQuoted ? words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") : words).utf8)))
    }
    lesson.document.walkInlines { take($0, isQuoted: false) }
    // A caption without quotation marks is one word, and has no room for others.
    for block in lesson.blocks where block.attributes.caption.map({ bytes[$0.offset - 1] == UInt8(ascii: "\"") }) == true {
      block.caption?.walk { take($0, isQuoted: true) }
    }
    return parts
  }

  /// Where the words of a link without words would begin; nil where it is written in a way that has no such place.
  private static func bracket(of link: Link, in bytes: [UInt8]) -> Int? {
    var place = link.offset
    if bytes.indices.contains(place), bytes[place] == UInt8(ascii: "[") { return place + 1 }
    func passBlanks() { while place > 0, " \t\r\n>".utf8.contains(bytes[place - 1]) { place -= 1 } }
    func pass(_ byte: UInt8) -> Bool {
      guard place > 0, bytes[place - 1] == byte else { return false }
      place -= 1
      return true
    }
    if place > 0, bytes[place - 1] == UInt8(ascii: "<") { place -= 1 }
    passBlanks()
    guard pass(UInt8(ascii: "(")), pass(UInt8(ascii: "]")) else { return nil }
    let end = place
    passBlanks()
    return pass(UInt8(ascii: "[")) ? end : nil
  }

  /// Words of which no character means anything to a reader of Markdown.
  private static func escaped(_ words: String) -> String {
    words.map { "\\`*_[]<>$|~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A numbered formula with its address and its number; a fence of mathematics is one to few readers of notebooks.
  private static func part(of formula: Formula, in woven: WovenLesson, at range: Range<Int>) -> Part? {
    // On one line, so that whatever stands around it stays around it; behind a comment nothing could.
    guard let equation = formula.equation, !formula.key.tex.contains("%") else { return nil }
    let tex = formula.key.tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    let text = """
      <a id="\(woven.anchors.anchor(at: range.lowerBound))"></a>$$\(tex) \\tag{\(woven.lesson.number).\(equation.number)}$$
      """
    return Part(range: range, text: Array(text.utf8))
  }
}
