import Foundation

/// Cuts text into the terms that a reader may search for.
///
/// The page's script `search.js` cuts the reader's words with the same rules; `search-vectors.json` among the tests holds
/// both to them. Rules: compatibility composition (NFKC); words are runs of letters, marks, digits and `_`; Han, Kana and
/// Hangul, which are written without blanks, become pairs of neighbors; all else is lowered scalar by scalar, and a name such
/// as `crossEntropy` or `log_loss` gives its parts too.
package enum SearchTokenizer {
  package static func terms(of text: String) -> [String] {
    var terms: [String] = []
    var word: [Unicode.Scalar] = []
    var isDense = false
    func finish() {
      if !word.isEmpty { if isDense { pairs(word, &terms) } else { names(word, &terms) } }
      word = []
    }
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      guard isWord(scalar) else {
        finish()
        continue
      }
      if self.isDense(scalar) != isDense {
        finish()
        isDense.toggle()
      }
      word.append(scalar)
    }
    finish()
    return terms
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// Whether the scalar belongs to a script that is written without blanks between words.
  private static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func pairs(_ word: [Unicode.Scalar], _ terms: inout [String]) {
    if word.count == 1 { terms.append(String(Character(word[0]))) }
    for (first, second) in zip(word, word.dropFirst()) {
      var pair = String.UnicodeScalarView()
      pair.append(first)
      pair.append(second)
      terms.append(String(pair))
    }
  }

  /// The word, and its parts where it is made of several: `crossEntropy` is also `cross` and `entropy`.
  private static func names(_ word: [Unicode.Scalar], _ terms: inout [String]) {
    func lowered(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      scalars.map(\.properties.lowercaseMapping).joined()
    }
    var parts: [[Unicode.Scalar]] = [[]]
    for (index, scalar) in word.enumerated() {
      if scalar == "_" {
        parts.append([])
        continue
      }
      if index > 0, isUpper(scalar) {
        let isAfterSmall = !isUpper(word[index - 1]) && word[index - 1] != "_"
        let isBeforeSmall = index + 1 < word.count && isLower(word[index + 1])
        if isAfterSmall || isBeforeSmall { parts.append([]) }
      }
      parts[parts.count - 1].append(scalar)
    }
    parts.removeAll(where: \.isEmpty)
    if parts.isEmpty { return }
    terms.append(lowered(word))
    if parts.count > 1 || parts[0].count < word.count { terms += parts.map(lowered) }
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .uppercaseLetter }
  private static func isLower(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .lowercaseLetter }
}
