import LessonModel
import SwiftParser
import SwiftSyntax

/// How deep a text may nest: whoever reads its tree recurses, the parser too, and would run out of stack.
///
/// The parser counts most of what it reads by recursion and stops at 256, but not all: `A<A<A`, `A -> A -> A`, `try try try` and
/// `else if` it does not count, and `a()()()` or `Int???` it reads in a loop into a tree of any depth.
package enum SwiftNesting {
  /// How many levels a tree may have. 256 nested statements have five or six levels each.
  static let deepest = 2_000

  /// The tree of a text; of an empty one where the text is too deep, for nothing may look into it, and where that is.
  static func tree(of text: String) -> (tree: SourceFileSyntax, fault: SwiftSyntaxError?) {
    var scan = NestingScan()
    if let offset = scan.firstTooDeep(in: text) { return refused(at: offset) }
    let tree = Parser.parse(source: text)
    guard scan.openings >= deepest / 8, let offset = firstTooDeep(in: tree) else { return (tree, nil) }
    return refused(at: offset)
  }

  private static func refused(at offset: Int) -> (tree: SourceFileSyntax, fault: SwiftSyntaxError?) {
    let fault = SwiftSyntaxError(message: "this code is nested too deeply; split it", offset: offset, notes: [])
    return (Parser.parse(source: ""), fault)
  }

  /// Where the first node begins that is too deep, found without recursion.
  private static func firstTooDeep(in tree: SourceFileSyntax) -> Int? {
    var rest = [(node: Syntax(tree), depth: 1)]
    while let (node, depth) = rest.popLast() {
      if depth > deepest { return node.position.utf8Offset }
      rest += node.children(viewMode: .sourceAccurate).reversed().map { ($0, depth + 1) }
    }
    return nil
  }
}

/// One pass over the bytes of a text, counting what the parser reads by recursion and does not count.
///
/// It knows nothing of strings and comments: no text that is meant to be read has as much of it as is refused here.
private struct NestingScan {
  /// How much there is of what may nest in the tree; a walk through the tree costs more than counting.
  private(set) var openings = 0
  /// `<` without `>`, and `->`, since the last brace.
  private var angles = 0
  private var arrows = 0
  /// Words in a row that may stand before an expression, a pattern or a type.
  private var prefixes = 0
  private var branches = 0

  private static let most = 200
  private static let mostBranches = 1_500
  private static let prefixWords: Set<String> = [
    "any", "await", "borrowing", "case", "consume", "consuming", "copy", "discard", "each", "if", "inout", "is", "isolated",
    "let",
    "nonisolated", "repeat", "return", "sending", "some", "switch", "throw", "try", "unsafe", "var", "while", "yield",
  ]

  /// Where the text becomes too deep for the parser; nil where it does not.
  mutating func firstTooDeep(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let start = place
        while place < bytes.count, (97...122).contains(bytes[place]) || bytes[place] == UInt8(ascii: "#") { place += 1 }
        if place > start {
          count(word: String(decoding: bytes[start..<place], as: UTF8.self))
        } else {
          count(bytes[place], after: place > 0 ? bytes[place - 1] : 0)
          place += 1
        }
        if max(angles, arrows, prefixes) > Self.most || branches > Self.mostBranches { return start }
      }
      return nil
    }
  }

  private mutating func count(word: String) {
    prefixes = Self.prefixWords.contains(word) ? prefixes + 1 : 0
    if word == "else" || word.hasPrefix("#") {
      openings += 1
      branches += word == "else" || word == "#if" || word == "#elseif" ? 1 : 0
    }
  }

  private mutating func count(_ byte: UInt8, after previous: UInt8) {
    switch byte {
    case UInt8(ascii: "<"): angles += 1
    case UInt8(ascii: ">") where previous == UInt8(ascii: "-"): arrows += 1
    case UInt8(ascii: ">"): angles = max(angles - 1, 0)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
      angles = 0
      arrows = 0
    default: break
    }
    if byte > 32 { prefixes = 0 }
    if "([{.?!<&*".utf8.contains(byte) { openings += 1 }
  }
}
