import LessonModel
import MarkdownReading
import Testing

@Suite("Values in Markdown")
struct ValueTests {
  /// A text, and its values as `text|expression|title`.
  static let texts: [(String, [String])] = [
    ("[1](swift:2)", ["1|2|"]), ("[1](<swift: a + b> \"±1\")", ["1|a + b|±1"]), ("[1](SWIFT:a 'b')", ["1|a|b"]),
    ("[*1*](<swift:f { \\<T\\> }>)", ["*1*|f { <T> }|"]), ("[1](swift:f&lpar;2&rpar;)", ["1|f(2)|"]),
    ("[1](swift\\:2)", ["1|2|"]), ("[1](&#115;wift:a\\(b)", ["1|a(b|"]), ("[1](<  swift:a  >)", ["1|a|"]),
    ("[1](swift:f(g(2)))", ["1|f(g(2))|"]), ("[1](swift:)", ["1||"]), ("> [1\n> 2](\n> swift:a\n> \"b\")", ["1\n> 2|a|b"]),
    ("[`1`](swift:{$0})", ["`1`|{$0}|"]), ("[1](swift:{$0+$1}) $x$", ["1|{$0+$1}|"]), ("[[1](swift:2)](b)", ["1|2|"]),
    ("[[1](b)](swift:2)", []), ("![1](swift:2)", []), ("![[1](swift:2)](b)", ["1|2|"]), ("`[1](swift:2)`", []),
    ("\\[1](swift:2)", []), ("<b c=\"[1](swift:2)\">", []), ("<https://a/[1](swift:2)>", []),
    ("a <b [1](swift:2) c>", ["1|2|"]),
    ("[1][a]\n\n[a]: swift:2", ["1|2|"]), ("[*1*][a] [a] [][a]\n\n[a]: <swift:2 + 3> 'b'", ["*1*|2 + 3|b", "|2 + 3|b"]),
    ("![1][a] [2][a]\n\n[a]: swift:2", ["2|2|"]), ("[1][a]\n\n[a]: swift:2\n[a]: swift:3", ["1|2|"]), ("[1] (swift:2)", []),
    ("[1](swift:2)[3](swift:4)", ["1|2|", "3|4|"]),
    ("[](swift:2)", ["|2|"]), ("[a]: b\n[1](swift:2)", ["1|2|"]), ("[a]: [1](<swift:2 3>)", ["1|2 3|"]),
    ("` a\n$$\n# [1](swift:2)\n$$ c `", ["1|2|"]), ("```a`b``` [`1`](swift:2)", ["`1`|2|"]),
    ("| [1](swift:a) | [2](<swift:a \\| b>)\n|-|-|", ["1|a|", "2|a | b|"]),
  ]

  @Test(arguments: texts)
  func areLinksWithTheScheme(markdown: String, wanted: [String]) throws {
    let source = SourceText(path: "a.md", text: markdown)
    var values: [ValueLink] = []
    try MarkdownReader.document(source).blocks.walkInlines { if case .value(let value) = $0 { values.append(value) } }
    #expect(values.map { "\(source.text($0.textRange))|\($0.expression)|\($0.title)" } == wanted)
    for value in values {
      #expect(["(", "["].contains { source.text(value.range).hasPrefix("[\(source.text(value.textRange))]" + $0) })
      #expect(
        [")", "]"].contains { source.text(value.range).hasSuffix($0) } && value.offsets.count == value.expression.utf8.count)
      for (byte, offset) in zip(value.expression.utf8, value.offsets) where source.bytes[offset] != UInt8(ascii: "&") {
        #expect(source.bytes[offset] == byte)
      }
    }
  }

  /// What begins as a value does and is only text to Markdown.
  @Test(arguments: [
    ("[0.5](swift: a - 1)", [6]), ("[0.5](<swift:a < b>)", [6]), ("[0.5](swift:a b", [6]), ("[0.5]( SWIFT:a \"b\" c)", [7]),
    ("> a [1](\n> swift:a b)", [11]), ("[0.5](swift:a)", []), ("`[0.5](swift:a b)`", []), ("0.5](swift:a b)", []),
    ("[0.5](a b)", []), ("[1](swift:a b) $$", [4]), ("| [1](swift:a b) |\n|-|\n| [2](swift:c d) |", [6, 29]),
  ])
  func thatDoNotEndAreTold(markdown: String, places: [Int]) throws {
    let faults = try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).faults
    #expect(faults == places.map { MarkdownDocument.Fault(.brokenValue, at: $0) })
  }
}
