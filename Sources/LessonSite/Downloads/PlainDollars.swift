import LessonModel

/// The dollar signs in a lesson's prose that begin no formula: a reader of notebooks may take two of them for one.
enum PlainDollars {
  /// Where a backslash belongs before them.
  static func places(in lesson: Lesson) -> [Int] {
    let bytes = lesson.source.bytes
    let skipped = opaque(in: lesson)
    var places: [Int] = []
    lesson.document.walk { block in
      // What holds other blocks is their text and no more.
      guard !block.texts.isEmpty, block.children.isEmpty else { return }
      var place = block.range.lowerBound
      while place < block.range.upperBound {
        if let end = skipped[place] {
          place = max(end, place + 1)
          continue
        }
        switch bytes[place] {
        case UInt8(ascii: "\\"): place += 1
        case UInt8(ascii: "`"): place = CodeSpan.end(at: place, to: block.range.upperBound, of: bytes) - 1
        case UInt8(ascii: "$"): places.append(place)
        default: break
        }
        place += 1
      }
    }
    return places
  }

  /// Where formulas and values begin and end: the former keep their dollars, the latter are written anew.
  private static func opaque(in lesson: Lesson) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    lesson.document.walkInlines { inline in
      switch inline {
      case .formula(let formula):
        guard let first = formula.offsets.first, let last = formula.offsets.last else { return }
        let signs = lesson.source.bytes[..<first].reversed().prefix { $0 == UInt8(ascii: "$") }.prefix(2).count
        ends[first - signs] = last + signs
      case .value(let value): ends[value.range.lowerBound] = value.range.upperBound
      default: break
      }
    }
    return ends
  }
}
