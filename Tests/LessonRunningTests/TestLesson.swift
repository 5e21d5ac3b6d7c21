import LessonModel
import SwiftReading

/// A piece of a lesson that a test puts together.
enum Piece: Sendable {
  case prose(String)
  /// A Swift block; each of its lines begins with the prefix, as in a list or a quotation.
  case block(String, BlockAttributes = BlockAttributes(), prefix: String = "")
  /// A value in the prose; what `expression` says stands in the text with `\` before each character of `escaped`.
  case value(String, written: String = "?", escaped: String = "")
}

extension Lesson {
  /// A lesson of some pieces, with everything that programs and runs look at.
  init(_ pieces: [Piece], path: String = "01-test.md") {
    var maker = LessonMaker()
    for piece in pieces { maker.append(piece) }
    self = maker.lesson(path: path)
  }
}

private struct LessonMaker {
  private var bytes: [UInt8] = []
  private var blocks: [(attributes: BlockAttributes, fence: CodeFence)] = []
  private var values:
    [(expression: String, offsets: [Int], written: String, range: Range<Int>, text: Range<Int>, blocks: Int)] =
      []

  mutating func append(_ piece: Piece) {
    switch piece {
    case .prose(let text): bytes += text.utf8
    case .block(let code, let attributes, let prefix): append(code, attributes, prefix: prefix)
    case .value(let expression, let written, let escaped): append(expression, written: written, escaped: escaped)
    }
  }

  private mutating func append(_ code: String, _ attributes: BlockAttributes, prefix: String) {
    let start = bytes.count + prefix.utf8.count
    bytes += "\(prefix)```swift\n".utf8
    let content = bytes.count
    var placed = PlacedText(text: "", lineOffsets: [], lineStarts: [])
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      bytes += prefix.utf8
      placed.lineStarts.append(placed.text.utf8.count)
      placed.lineOffsets.append(bytes.count)
      placed.text += line + "\n"
      bytes += "\(line)\n".utf8
    }
    let end = bytes.count
    bytes += "\(prefix)```\n".utf8
    blocks.append(
      (
        attributes,
        CodeFence(
          range: start..<(bytes.count - 1), info: (start + 3)..<(start + 8), contentRange: content..<end, code: placed,
          isClosed: true, linePrefix: prefix, character: UInt8(ascii: "`"), length: 3, openingLength: 3)
      ))
  }

  private mutating func append(_ expression: String, written: String, escaped: String) {
    let start = bytes.count
    bytes += "[\(written)](swift:".utf8
    var offsets: [Int] = []
    for byte in expression.utf8 {
      if escaped.utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      offsets.append(bytes.count)
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: ")"))
    let text = (start + 1)..<(start + 1 + written.utf8.count)
    values.append((expression, offsets, written, start..<bytes.count, text, blocks.count))
  }

  func lesson(path: String) -> Lesson {
    let source = SourceText(path: path, bytes: bytes)
    return Lesson(
      source: source, slug: path.replacing(".md", with: ""), number: 1, frontMatter: FrontMatter(), title: "A", parts: [],
      document: [],
      blocks: blocks.enumerated().map { index, block in
        SwiftBlock(
          index: index, name: "cell-\(index + 1)", attributes: block.attributes, fence: block.fence,
          position: source.position(of: block.fence.range.lowerBound),
          outline: SwiftOutlineReader.outline(of: block.fence.code.text))
      },
      values: values.enumerated().map { index, value in
        ProseValue(
          index: index, expression: value.expression, expressionOffsets: value.offsets, written: value.written,
          textRange: value.text, range: value.range, position: source.position(of: value.range.lowerBound), publication: .own,
          tolerance: nil, blocksBefore: value.blocks)
      }, citations: [], marks: [], formulas: [], diagnostics: [])
  }
}
