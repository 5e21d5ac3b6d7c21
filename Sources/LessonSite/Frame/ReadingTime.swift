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
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return count(ascii: text.utf8) }
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

  /// The same for a text in which every byte is a character, as most are.
  private static func count(ascii text: String.UTF8View) -> Int {
    var words = 0
    var isInWord = false
    for byte in text {
      switch byte {
      case 48...57, 65...90, 97...122:
        if !isInWord { words += 1 }
        isInWord = true
      case 9...13, 32: isInWord = false
      default: break
      }
    }
    return words
  }
}
