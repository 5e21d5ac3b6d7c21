/// The sentence around a piece of running text.
extension Array<Inline> {
  /// The words from the end of one sentence to the end of the next, with a piece that is meant between them, without parentheses that
  /// hold the whole or are open at an end; nil where no piece is meant.
  package func sentence(around isMeant: (Inline) -> Bool) -> [Inline]? {
    let words = inOneLine
    guard let place = words.firstIndex(where: { $0.holds(isMeant) }) else { return nil }
    var start = words.startIndex
    var sentence: [Inline] = []
    for index in words[..<place].indices.reversed() {
      guard case .text(let text) = words[index], let end = Sentence.ends(in: text).last else { continue }
      start = index + 1
      sentence = [.text(String(text[end.upperBound...]))]
      break
    }
    for inline in words[start...place] { sentence.append(inline) }
    for inline in words[(place + 1)...] {
      if case .text(let text) = inline, let end = Sentence.ends(in: text).first {
        sentence.append(.text(String(text[..<end.lowerBound])))
        break
      }
      sentence.append(inline)
    }
    return Sentence.withoutLooseParentheses(sentence.inOneLine)
  }

  /// The words with blanks for the ends of lines, and words side by side as one.
  private var inOneLine: [Inline] {
    reduce(into: []) { words, inline in
      let text: String
      switch inline {
      case .text(let part): text = part
      case .softBreak, .lineBreak: text = " "
      default:
        words.append(inline)
        return
      }
      if case .text(let before)? = words.last {
        words[words.count - 1] = .text(before + text)
      } else {
        words.append(.text(text))
      }
    }
  }
}

extension Inline {
  /// Whether it, or something inside it, is meant.
  fileprivate func holds(_ isMeant: (Inline) -> Bool) -> Bool { isMeant(self) || content.contains { $0.holds(isMeant) } }
}

/// Where sentences end.
private enum Sentence {
  /// What has a full stop and ends none.
  static let abbreviations: Set<String> = [
    "al", "approx", "ca", "cf", "ch", "dr", "eds", "eq", "fig", "mr", "mrs", "no", "nr", "pp", "prof", "sec", "st", "vgl",
    "vol", "vs",
  ]

  /// From behind the mark that ends a sentence to where the next begins, for each that ends in a text.
  static func ends(in text: String) -> [Range<String.Index>] {
    var ends: [Range<String.Index>] = []
    for mark in text.indices where ".?!…。！？".contains(text[mark]) {
      var end = text.index(after: mark)
      while end < text.endIndex, ")]”’\"'»“』」）".contains(text[end]) { end = text.index(after: end) }
      let next = text[end...].firstIndex { !$0.isWhitespace } ?? text.endIndex
      let isWide = "。！？".contains(text[mark])
      // A mark at the very end has whatever follows on its back: a number, a letter.
      if !isWide, next == end || next < text.endIndex && text[next].isLowercase { continue }
      if text[mark] == ".", isAbbreviation(text[..<mark]) { continue }
      ends.append(end..<next)
    }
    return ends
  }

  /// Whether a text ends with a word that a full stop cuts short: one letter, or one that is known.
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let word = text.suffix(while: { $0.isLetter || $0 == "." }).lowercased()
    return word.count == 1 || word.contains(".") || abbreviations.contains(word)
  }

  static func withoutLooseParentheses(_ words: [Inline]) -> [Inline] {
    var words = words
    let depths = words.reduce(into: (now: 0, least: 0)) { depths, inline in
      guard case .text(let text) = inline else { return }
      for character in text {
        if character == "(" { depths.now += 1 } else if character == ")" { depths.now -= 1 }
        depths.least = Swift.min(depths.least, depths.now)
      }
    }
    let isWhole = isWhole(words)
    let opens = isWhole || depths.now - depths.least > 0
    let closes = isWhole || depths.least < 0
    if opens, case .text(let text)? = words.first, text.hasPrefix("(") { words[0] = .text(String(text.dropFirst())) }
    if closes, case .text(let text)? = words.last {
      let kept = text.hasSuffix(")") ? String(text.dropLast()) : text.hasSuffix(").") ? text.dropLast(2) + "." : text
      words[words.count - 1] = .text(kept)
    }
    return words.filter { $0 != .text("") }
  }

  /// Whether a parenthesis opens in front of all and closes behind all.
  private static func isWhole(_ words: [Inline]) -> Bool {
    guard case .text(let first)? = words.first, first.hasPrefix("("), case .text(let last)? = words.last else { return false }
    guard last.hasSuffix(")") || last.hasSuffix(").") else { return false }
    var depth = 0
    let texts = words.map { inline -> String in if case .text(let text) = inline { text } else { "" } }.joined()
    for (place, character) in texts.enumerated() {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if depth == 0, place < texts.count - 2 { return false }
    }
    return depth == 0
  }
}

extension Substring {
  /// The longest end of which every character is meant.
  fileprivate func suffix(while isMeant: (Character) -> Bool) -> Substring {
    self[(lastIndex { !isMeant($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
