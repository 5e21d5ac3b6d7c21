package import LessonModel

/// How long a lesson takes to read, counted from its words and from nothing else.
package enum ReadingTime {
  /// Words a minute; code is looked at, not read word by word, and does not count.
  private static let pace = 200

  package static func minutes(of lesson: Lesson) -> Int {
    var words = 0
    lesson.document.walkInlines { inline in
      switch inline {
      case .text(let text), .code(let text): words += count(text)
      case .citation(let citation): words += count(citation.text)
      default: break
      }
    }
    return max((words + pace - 1) / pace, 1)
  }

  /// Words between blanks; where a script has no blanks, two characters are about a word.
  package static func count(_ text: String) -> Int {
    var words = 0
    var ideographs = 0
    var isInWord = false
    for character in text {
      if CharacterWidth.isWide(character) {
        ideographs += 1
        isInWord = false
      } else if character.isLetter || character.isNumber {
        if !isInWord { words += 1 }
        isInWord = true
      } else if character.isWhitespace {
        isInWord = false
      }
    }
    return words + (ideographs + 1) / 2
  }
}
