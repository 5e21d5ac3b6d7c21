import LessonModel

/// Where a text that is written without blanks goes on in the next line: there the end of a line is none, which browsers show as
/// a blank.
extension [Inline] {
  /// The words without the ends of lines between two characters of such a writing.
  var withoutBreaksInDenseText: [Inline] {
    let words = map { $0.mappingContent(\.withoutBreaksInDenseText) }
    return words.indices.filter { place in
      guard words[place] == .softBreak, place > 0, place + 1 < words.count,
        let last = [words[place - 1]].plainText.unicodeScalars.last,
        let next = [words[place + 1]].plainText.unicodeScalars.first
      else { return true }
      return !(last.isDense && next.isDense || last.isDenseMark || next.isDenseMark)
    }.map { words[$0] }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of Chinese or Japanese, or a mark of their width. Korean parts its words.
  fileprivate var isDense: Bool {
    switch value {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: isDenseMark
    }
  }

  /// Whether it is a mark that brings its own blank: 、。「」，：（）.
  fileprivate var isDenseMark: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F: true
    default: false
    }
  }
}
