package import LessonModel

/// The words of a lesson, to find out whether a term occurs in it.
///
/// Capitals, hyphens and the plural make no difference, and a name in code is cut at its capitals.
package struct LessonVocabulary: Sendable, Equatable {
  /// All words with a blank before and behind each.
  private var text = " "

  package init(_ lesson: Lesson) {
    add(lesson.title)
    add(lesson.frontMatter.summary ?? "")
    lesson.document.walk { block in
      switch block.kind {
      case .code(let code): add(code.literal)
      default: for text in block.texts { add(Self.words(of: text)) }
      }
    }
    for block in lesson.blocks {
      add(block.code.text)
      add(Self.words(of: block.caption ?? []))
    }
  }

  /// Whether one of the names of a term stands in the lesson.
  package func holds(_ names: [String]) -> Bool {
    names.contains { name in
      let words = Self.folded(name)
      if words.isEmpty { return false }
      // Scripts that put nothing between words have no ends of words to keep.
      return words.contains(where: Self.isIdeograph) ? text.contains(words) : text.contains(" \(words) ")
    }
  }

  private mutating func add(_ more: String) {
    let words = Self.folded(more)
    if !words.isEmpty { text += words + " " }
  }

  private static func words(of inlines: [Inline]) -> String { inlines.plainText }

  /// The words of a text in small letters and in the singular, a blank between them.
  private static func folded(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    var last: Character = " "
    for character in text {
      let isPart = character.isLetter || character.isNumber
      if !word.isEmpty, !isPart || character.isUppercase && last.isLowercase {
        words.append(singular(word.lowercased()))
        word = ""
      }
      if isPart { word.append(character) }
      last = character
    }
    if !word.isEmpty { words.append(singular(word.lowercased())) }
    return words.joined(separator: " ")
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 3 ? String(word.dropLast()) : word
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3040...0x9FFF).contains($0.value) || $0.value >= 0x20000 } ?? false
  }
}
