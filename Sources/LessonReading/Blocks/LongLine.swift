import LessonModel

/// Lines of code that a page cannot show whole: its column of code takes 78 characters, on a phone fewer still.
enum LongLine {
  /// As many columns as the column of code is wide.
  static let columns = 78

  /// A warning for each line of a block that readers see and that is wider, at its first column too many.
  static func faults(in blocks: [SwiftBlock], of source: SourceText) -> [Diagnostic] {
    blocks.flatMap { block in
      block.attributes.code == .hide ? [] : faults(in: block, of: source)
    }
  }

  private static func faults(in block: SwiftBlock, of source: SourceText) -> [Diagnostic] {
    let code = block.code
    var start = 0
    var faults: [Diagnostic] = []
    for (number, line) in code.text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      defer { start += line.count + 1 }
      // A line cannot have more columns than bytes.
      guard line.count > columns, !block.outline.hiddenLines.contains(number) else { continue }
      let text = String(decoding: line, as: UTF8.self)
      let width = CharacterWidth.columns(of: text)
      guard width > columns else { continue }
      faults.append(
        Diagnostic(
          .longLine,
          "this line has \(width) columns and pages show \(columns); break it, or keep it out of the page with '// hide'",
          in: source, at: code.sourceOffset(of: start + bytes(of: text, before: columns)), severity: .warning))
    }
    return faults
  }

  /// How many bytes of a text stand within its first columns.
  private static func bytes(of text: String, before limit: Int) -> Int {
    var (width, bytes) = (0, 0)
    for character in text {
      width += CharacterWidth.width(of: character)
      if width > limit { break }
      bytes += character.utf8.count
    }
    return bytes
  }
}
