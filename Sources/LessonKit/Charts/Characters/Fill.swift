/// The characters of filled marks.
enum Fill {
  static func full(_ glyphs: Chart.Glyphs) -> Character {
    switch glyphs {
    case .ascii: "#"
    case .blocks: "█"
    case .braille: "⣿"
    }
  }

  /// The last cell of a bar, for a rest in 1024ths: `#` from 0.75, `:` from 0.5, `.` from 0.25; a bar that has no other cell
  /// always shows something.
  static func ascii(_ rest: Int, isFirst: Bool) -> Character? {
    rest >= 768 ? "#" : rest >= 512 ? ":" : rest >= 256 || isFirst ? "." : nil
  }

  static func upright(_ rest: Int, isFirst: Bool, _ glyphs: Chart.Glyphs) -> Character? {
    switch glyphs {
    case .ascii: ascii(rest, isFirst: isFirst)
    case .blocks: part(rest, of: 8, isFirst: isFirst).map { Array("▁▂▃▄▅▆▇█")[$0 - 1] }
    case .braille: part(rest, of: 4, isFirst: isFirst).map { Array("⣀⣤⣶⣿")[$0 - 1] }
    }
  }

  static func rightward(_ rest: Int, isFirst: Bool, _ glyphs: Chart.Glyphs) -> Character? {
    switch glyphs {
    case .ascii: ascii(rest, isFirst: isFirst)
    case .blocks: part(rest, of: 8, isFirst: isFirst).map { Array("▏▎▍▌▋▊▉█")[$0 - 1] }
    case .braille: part(rest, of: 2, isFirst: isFirst).map { Array("⡇⣿")[$0 - 1] }
    }
  }

  /// The nearest number of parts, nil for none.
  private static func part(_ rest: Int, of parts: Int, isFirst: Bool) -> Int? {
    let nearest = (rest * parts + 512) >> 10
    return nearest > 0 ? nearest : isFirst ? 1 : nil
  }
}
