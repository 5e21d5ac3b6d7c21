import Foundation

/// What a lesson or a course that is made is called: its title and its file, from the words that its author gave.
package struct LessonName: Sendable, Equatable {
  /// The author's words with their capitals and marks; made of the file's name where that is all there is.
  package var title: String
  /// The words of the title as the name of a file; empty where it has no letters and no digits.
  package var slug: String
  /// The number that the author put before the name of a file; nil for the next one.
  package var number: String?

  /// - Parameter given: A title such as `Sorting & Counting`, or a name such as `sorting-counting` or `02-sorting-counting.md`.
  package init(_ given: String) {
    var text = given.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.hasSuffix(".md") { text.removeLast(3) }
    let isOneWord = !text.contains(" ")
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if isOneWord, (2...3).contains(digits.count), text.dropFirst(digits.count).hasPrefix("-") {
      number = String(digits)
      text = String(text.dropFirst(digits.count + 1))
    }
    // What is written as the names of files are is made of words; what has capitals was meant as it is.
    if isOneWord, text == text.lowercased() {
      let words = text.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
      title = words.prefix(1).uppercased() + words.dropFirst()
    } else {
      title = text
    }
    slug = Self.slug(of: text)
  }

  /// The words of a text, in small letters with hyphens between them.
  private static func slug(of text: String) -> String {
    var words = [""]
    for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if isPart(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if !isInside(scalar), words.last?.isEmpty == false {
        words.append("")
      }
    }
    var slug = ""
    for word in words where !word.isEmpty {
      let longer = slug.isEmpty ? cut(word) : slug + "-" + word
      if longer.utf8.count > mostBytes { break }
      slug = longer
    }
    return slug
  }

  /// The name of a file has at most 255 bytes, and what people can read is shorter.
  private static let mostBytes = 96

  private static func cut(_ word: String) -> String {
    var word = word
    while word.utf8.count > mostBytes { word.removeLast() }
    return word
  }

  /// Letters and digits of any script, with the marks that some scripts write them with.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .decimalNumber, .letterNumber, .otherNumber:
      !isInside(scalar)
    default: false
    }
  }

  /// Apostrophes and joiners, which stand inside of words and end none.
  private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
    ["'", "\u{2019}", "\u{2BC}", "\u{200C}", "\u{200D}", "\u{AD}"].contains(scalar)
  }
}
