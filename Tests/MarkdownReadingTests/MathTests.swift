import MarkdownReading
import Testing

@Suite("Formulas in Markdown")
struct MathTests {
  /// The formulas of a text: `$...$` in a line, `$$...$$` alone, as `(tex)` and `[tex]`.
  private func formulas(_ markdown: String) throws -> [String] {
    try MarkdownReader.events(of: Array(markdown.utf8)).compactMap { event in
      guard case .math(let math) = event.node else { return nil }
      return math.isDisplay ? "[\(math.tex)]" : "(\(math.tex))"
    }
  }

  @Test(arguments: [
    ("$x$", ["(x)"]), ("a $x$, $y$.", ["(x)", "(y)"]), ("$$x$$", ["[x]"]), ("in $$x$$ line", ["[x]"]),
    // Money and what Pandoc calls no formula.
    ("$5 and $6", []), ("$5 and $x", []), ("US$5, $ x$", []), ("$x $", []), ("$x$5", []), ("$x$$y$", ["(x)", "(y)"]),
    ("$5", []), ("\\$x$", []),
    ("$x\\$", []), ("$x\\$y$", ["(x\\$y)"]), ("$", []), ("$$", []), ("$$$$", []), ("$$ $$", []), ("$$$x$$$", []),
    ("costs $5, with $x$", ["(x)"]), ("$5 or $x$", ["(x)"]),
    // What Markdown would take for its own.
    ("$a_i * b_i * c_i$", ["(a_i * b_i * c_i)"]), ("$a \\\\ b$", ["(a \\\\ b)"]), ("$\\{0, 1\\}$", ["(\\{0, 1\\})"]),
    ("$a < b > c$", ["(a < b > c)"]), ("$[a](b)$", ["([a](b))"]), ("$a & b &lt; c$", ["(a & b &lt; c)"]),
    ("*$x$*", ["(x)"]), ("**$x$**b", ["(x)"]), ("$x$-axis", ["(x)"]), ("($x$)", ["(x)"]), ("$`x`$", ["(`x`)"]),
    ("$\\text{if $y$ is}$", ["(\\text{if $y$ is})"]), ("$\\text{a", []),
    // Where no formula can be.
    ("`$x$`", []), ("`` $x$ ` ``", []), ("`$x$", ["(x)"]), ("```\n$x$\n```", []), ("~~~swift\n$0 + $1\n~~~", []),
    ("    $x$", []),
    ("<!-- $x$ -->", []), ("a <!-- $x$ --> $y$", ["(y)"]), ("<div>\n$x$\n</div>", []), ("<https://a.org/$x$>", []),
    ("https://a.org/$x$ $y$", ["(y)"]), ("[a](b$x$)", []), ("[a](<b $x$> \"$y$\")", []),
    ("[0.5](<swift: f { $0 + $1 }>) $x$", ["(x)"]),
    ("[0.5](swift:f{$0+$1})", []), ("[$x$](b)", ["(x)"]), ("[a]: /b$x$\n\n[a]", []), ("<a href=\"$x$\">", []),
    ("![$x$](a.png)", ["(x)"]),
    // Blocks.
    ("# $x$", ["(x)"]), ("- $x$\n- $y$", ["(x)", "(y)"]), ("> $x$", ["(x)"]), ("$x\ny$", ["(x\ny)"]), ("$x\n\ny$", []),
    ("- $x\n- y$", []), ("# $x\ny$", []),
    ("| $|x|$ | $y$ |\n|-|-|\n| $a\\|b$ | $5 |", ["(|x|)", "(y)", "(a\\|b)"]),
    ("a | b\n-|-\n$x | $y\n", []),
    // Displayed ones of several lines.
    ("$$\nx\n$$", ["[\nx\n]"]), ("$$\na\n- b\n= c\n$$", ["[\na\n- b\n= c\n]"]), ("$$\na\n    b\n$$", ["[\na\nb\n]"]),
    ("> $$\n> a\n> > b\n> $$", ["[\na\n> b\n]"]), ("> > $$\n> > a\n> > $$", ["[\na\n]"]),
    ("- a\n\n  $$\n  x\n  $$", ["[\nx\n]"]),
    ("1. $$\n   x\n   $$", ["[\nx\n]"]), ("$$\na\n\nb\n$$", []), ("$$\r\nx\r\n$$\r\n", ["[\nx\n]"]),
    ("text\n$$\n# a\n$$\nmore", ["[\n# a\n]"]),
    ("- costs $$ 5\n- or $$ 6", []), ("$$\n| a |\n$$", ["[\n| a |\n]"]), ("$$\n-     b\n$$", ["[\n-     b\n]"]),
    ("a\n\n[^1]: note $x$\n\nb[^1] $y$", ["(x)", "(y)"]), ("[^1] $y$\n\n[^1]: $x$", ["(y)", "(x)"]),
  ])
  func areFound(markdown: String, wanted: [String]) throws {
    #expect(try formulas(markdown).sorted() == wanted.sorted())
  }

  /// Formulas are cut out as letters, so the tree around them is that of a text with letters in their place.
  @Test(arguments: [
    "a *b* $x_i$ `c`\n\n# d $y$\n\n| $z$ | e |\n|---|---|\n| f | $|w|$ |\n\n- g\n  $$\n  h\n  $$\n  i\n> j $$k$$\n",
    "$a$, $$b$$ $c$\n$d\ne$ *f $g$* [h $i$](j)\n",
  ])
  func everythingElseStaysInItsPlace(markdown: String) throws {
    let read = try MarkdownReader.events(of: Array(markdown.utf8))
    let plain = try MarkdownReader.events(of: Array(letters(markdown).utf8))
    func blocks(_ events: [MarkdownEvent]) -> [MarkdownEvent] {
      events.filter { event in
        switch event.node {
        case .text, .math, .softBreak, .emphasis, .link: false
        default: true
        }
      }
    }
    #expect(blocks(read) == blocks(plain))
    #expect(read.count { if case .math = $0.node { true } else { false } } > 2)
  }

  /// Dollars and what stands between them as letters, line by line.
  private func letters(_ markdown: String) -> String {
    var isInside = false
    var previous: Character = " "
    return String(
      markdown.map { character in
        defer { previous = character }
        if character == "$" {
          if previous != "$" { isInside.toggle() }
          return "m"
        }
        return isInside && character != "\n" && character != " " ? "m" : character
      })
  }

  @Test(arguments: [
    "a $x + y$ b", "> $$\n> x\n>   + y\n> $$", "- 损失 $\\hat y$\n  $$a\n  b$$", "| a | $x$ |\n|-|-|\n| $y|z$ | b |",
  ])
  func eachByteKnowsItsPlace(markdown: String) throws {
    let bytes = Array(markdown.utf8)
    var count = 0
    for event in try MarkdownReader.events(of: bytes) {
      guard case .math(let math) = event.node else { continue }
      count += 1
      let tex = Array(math.tex.utf8)
      #expect(math.offsets.count == tex.count + 1)
      for (byte, offset) in zip(tex, math.offsets) where byte != 10 { #expect(bytes[offset] == byte) }
      #expect(bytes[math.offsets[tex.count]] == UInt8(ascii: "$"))
      let line = markdown.split(separator: "\n", omittingEmptySubsequences: false)[event.start.line - 1]
      #expect(Array(line.utf8)[event.start.column - 1] == UInt8(ascii: "$"))
    }
    #expect(count > 0)
  }

  @Test(arguments: [
    ("$$\nx\n", [0]), ("a\n\n$$ x\n\ny $$\n", [3]), ("costs $$ a lot", []), ("$$x$$", []), ("`$$`", []), ("> $$\n> x", [2]),
  ])
  func whatIsNeverClosedIsTold(markdown: String, places: [Int]) throws {
    #expect(try MarkdownReader.read(Array(markdown.utf8)).unclosedMath == places)
  }

  /// More formulas than there are letters to mark them, and a text that uses many of those letters itself.
  @Test func formulasOutnumberTheirMarks() throws {
    let letters = String(String.UnicodeScalarView((0x180...0x23F).compactMap { Unicode.Scalar($0) }))
    let lines = (0..<2_000).map { "- \($0) $x_{\($0)}$ and $y_{\($0)}$" }
    let wanted = (0..<2_000).flatMap { ["(x_{\($0)})", "(y_{\($0)})"] }
    #expect(try formulas(letters + "\n\n" + lines.joined(separator: "\n")) == wanted)
  }

  /// Any text of these pieces: no mark is left in it, and without formulas it reads as it always did.
  @Test func noMarkIsEverLeftBehind() throws {
    let pieces = [
      "$", "$$", "x", " ", "\n", "\n\n", "`", "[", "](", ")", "<", ">", "|", "\\", "- ", "> ", "*", "_", "```\n", "1",
      "|-|-|\n",
    ]
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<3_000 {
      let text = (0..<(1 + next(24))).map { _ in pieces[next(pieces.count)] }.joined()
      for event in try MarkdownReader.events(of: Array(text.utf8)) {
        #expect(!"\(event.node)".unicodeScalars.contains { $0.value >= 0x180 && $0.value < 0x530 }, "\(text.debugDescription)")
      }
    }
  }
}
