extension String {
  /// The columns this text takes in a terminal or in a block of fixed-width type.
  ///
  /// East Asian wide and fullwidth characters and emoji take 2, combining marks, joiners and variation selectors 0, all
  /// else 1 (also what Unicode calls ambiguous, such as `α`). A control character counts 0. What is not true: a font may
  /// draw a character wider or narrower than this, and an old terminal splits an emoji made of several code points.
  ///
  /// Complexity: O(n log r) for n code points and r ranges, O(n) without a table for ASCII.
  /// Source: Unicode 17.0, EastAsianWidth.txt (UAX #11); clusters by UAX #29.
  ///
  /// ```swift
  /// "entropy".displayWidth  // => 7
  /// "交叉熵".displayWidth  // => 6
  /// ```
  public var displayWidth: Int {
    var printable = 0
    for byte in utf8 {
      guard byte < 0x80 else { return reduce(0) { $0 + $1.displayWidth } }
      if byte >= 0x20, byte != 0x7F { printable += 1 }
    }
    return printable
  }

  /// This text with spaces added until it is `width` columns wide; unchanged if it is as wide already.
  ///
  /// ```swift
  /// "熵".padded(to: 4)  // => "熵  "
  /// "熵".padded(to: 4, .trailing)  // => "  熵"
  /// ```
  public func padded(to width: Int, _ alignment: TextAlignment = .leading) -> String {
    let missing = width - displayWidth
    guard missing > 0 else { return self }
    let before: Int
    switch alignment {
    case .leading: before = 0
    case .trailing: before = missing
    case .center: before = missing / 2
    }
    return String(repeating: " ", count: before) + self + String(repeating: " ", count: missing - before)
  }

  /// This text, cut to at most `width` columns; a cut text ends in `..`.
  ///
  /// A character is never split, so the result may be a column narrower where a wide one did not fit. Under two columns
  /// there is only room for dots.
  ///
  /// ```swift
  /// "validation".truncated(to: 6)  // => "vali.."
  /// "交叉熵".truncated(to: 5)  // => "交.."
  /// ```
  public func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 2 else { return String(repeating: ".", count: Swift.max(0, width)) }
    var kept = ""
    var room = width - 2
    for character in self {
      room -= character.displayWidth
      if room < 0 { break }
      kept.append(character)
    }
    return kept + ".."
  }
}

/// Where a text stands in a field that is wider than the text.
public enum TextAlignment: Sendable, Hashable {
  case leading, center, trailing
}

extension Character {
  /// The columns this character takes: 0, 1 or 2, or more for a syllable of an Indic script.
  ///
  /// The widths of its code points are added up, except that an emoji stays one emoji however many parts it has.
  public var displayWidth: Int {
    var total = 0
    var joined = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x200D:  // zero width joiner: what follows is drawn into what came before
        joined = true
        continue
      case 0xFE0F:  // "show the symbol before this as an emoji"
        total = max(total, 2)
      case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF:  // the second half of a flag, a skin tone
        if total == 0 { total = 2 }
      default:
        if !joined { total += scalar.displayWidth }
      }
      joined = false
    }
    return total
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    if WidthRanges.zero.covers(value) { return 0 }
    return WidthRanges.wide.covers(value) ? 2 : 1
  }
}

extension [(UInt32, UInt32)] {
  /// Whether one of these sorted, closed ranges holds `value`.
  fileprivate func covers(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].1 < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].0 <= value
  }
}
