import LessonModel
import MarkdownReading
import Testing

@Suite("Formulas in Markdown")
struct MathTests {
  private func inlines(_ markdown: String) throws -> [Inline] {
    var inlines: [Inline] = []
    try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).blocks.walkInlines { inlines.append($0) }
    return inlines
  }

  /// The formulas of a text: `$...$` in a line, `$$...$$` alone, as `(tex)` and `[tex]`.
  private func formulas(_ markdown: String) throws -> [String] {
    try inlines(markdown).compactMap { inline in
      guard case .formula(let formula) = inline else { return nil }
      return formula.key.isDisplay ? "[\(formula.key.tex)]" : "(\(formula.key.tex))"
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
    func blocks(_ markdown: String) throws -> [String] {
      try MarkdownTree.text(markdown).split(separator: "\n").map(String.init).filter { $0.contains("@") || $0.contains("code") }
    }
    #expect(try blocks(markdown) == blocks(letters(markdown)))
    #expect(try formulas(markdown).count > 2)
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
    for case .formula(let formula) in try inlines(markdown) {
      count += 1
      let tex = Array(formula.key.tex.utf8)
      #expect(formula.offsets.count == tex.count + 1)
      for (byte, offset) in zip(tex, formula.offsets) where byte != 10 { #expect(bytes[offset] == byte) }
      #expect(bytes[formula.offsets[tex.count]] == UInt8(ascii: "$"))
      #expect(bytes[formula.offsets[0] - 1] == UInt8(ascii: "$"))
    }
    #expect(count > 0)
  }

  @Test(arguments: [
    ("$$\nx\n", [0]), ("a\n\n$$ x\n\ny $$\n", [3]), ("costs $$ a lot", []), ("$$x$$", []), ("`$$`", []), ("> $$\n> x", [2]),
  ])
  func whatIsNeverClosedIsTold(markdown: String, places: [Int]) throws {
    #expect(
      try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).faults
        == places.map { MarkdownDocument.Fault(.unclosedFormula, at: $0) })
  }

  /// Many formulas, and a text that uses many of the characters that mark them, in its bytes or by name.
  @Test func formulasOutnumberTheirMarks() throws {
    let letters = String(String.UnicodeScalarView((0xE000...0xF000).compactMap { Unicode.Scalar($0) })) + "&#xF001;&#61442;"
    let lines = (0..<2_000).map { "- \($0) $x_{\($0)}$ and $y_{\($0)}$" }
    let wanted = (0..<2_000).flatMap { ["(x_{\($0)})", "(y_{\($0)})"] }
    #expect(try formulas(letters + "\n\n" + lines.joined(separator: "\n")) == wanted)
  }

  /// Code, tags and addresses come first: a dollar in them closes nothing.
  @Test(arguments: [
    ("US$3.7M. Set `$PATH` first", []), ("$a `b$` c$", ["(a `b$` c)"]), ("$a <b c=\"$\"> d$", ["(a <b c=\"$\"> d)"]),
    ("$a <b$ c>", ["(a <b)"]), ("$a <https://b$c> d$", ["(a <https://b$c> d)"]), ("$$a `$$` b$$", ["[a `$$` b]"]),
    ("$a \\` b$ `c`", ["(a \\` b)"]), ("a `b $c` d$", []), ("` a\n$$\n# b\n$$ c `", []), ("[a $x](b) y$", ["(x](b) y)"]),
  ])
  func bindLessTightlyThanCode(markdown: String, wanted: [String]) throws { #expect(try formulas(markdown) == wanted) }

  /// Bars part cells, but a formula may hold them.
  @Test(arguments: [
    ("| a | b |\n|-|-|\n| $x|y$ | [1](swift:2) |", 2), ("| $|x|$ | [c](d|e) |\n|-|-|\n| $|y|$ | [@k] |", 0),
    ("| $|x|$ | [c](d\\|e) |\n|-|-|\n| $|y|$ | [@k] |", 2),
  ])
  func holdBars(markdown: String, columns: Int) throws {
    let blocks = try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).blocks
    let counts = blocks.compactMap { if case .table(let table) = $0.kind { table.alignments.count } else { nil } }
    #expect(counts == (columns == 0 ? [] : [columns]))
  }
}
