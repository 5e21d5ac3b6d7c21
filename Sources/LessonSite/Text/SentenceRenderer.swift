import LessonModel

/// The sentences of a lesson that say what a number is, to be shown on another page.
enum SentenceRenderer {
  /// The sentences around the printed numbers that the lesson refutes, each with its number marked, by the addresses of these numbers.
  static func sentences(
    _ woven: WovenLesson, _ contents: CellContents, _ writer: AddressWriter, in context: LessonText.Context
  ) -> [String: HTML] {
    let refuted = woven.values.filter(\.value.isRefuted)
    if refuted.isEmpty { return [:] }
    // A page of its own has no style for formulas, and needs none for MathML.
    var renderer = TextRenderer(woven: woven, contents: contents, writer: writer, form: .volume, context: context)
    var sentences: [String: HTML] = [:]
    for text in woven.lesson.runningTexts where text.contains(where: \.holdsValue) {
      for value in refuted where sentences[value.anchor] == nil {
        let start = value.value.range.lowerBound
        guard let sentence = text.sentence(around: { $0.isValue(at: start) }) else { continue }
        let others = sentence.filter { !$0.isValue(at: start) }
        // A number alone, in a cell of a table, says nothing.
        guard others.plainText.contains(where: \.isLetter) else { continue }
        sentences[value.anchor] = renderer.inlines(marking(sentence, at: start), .note)
      }
    }
    return sentences
  }

  /// The words with the value that begins at a byte marked, without what only its own page can show.
  private static func marking(_ words: [Inline], at start: Int) -> [Inline] {
    words.compactMap { inline in
      switch inline {
      case .noteReference, .image, .coverage, .html: nil
      case .value where inline.isValue(at: start): .element(HTMLElement(.mark, content: [inline]))
      case .value: inline
      default: inline.mappingContent { marking($0, at: start) }
      }
    }
  }
}

extension Inline {
  fileprivate func isValue(at start: Int) -> Bool {
    if case .value(let link) = self { link.range.lowerBound == start } else { false }
  }

  fileprivate var holdsValue: Bool {
    if case .value = self { true } else { content.contains(where: \.holdsValue) }
  }
}
