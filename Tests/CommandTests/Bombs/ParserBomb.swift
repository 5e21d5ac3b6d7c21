import Testing

/// A lesson that would make a parser slow, large or deep: one row of table C.
struct ParserBomb: Sendable, CustomTestStringConvertible {
  /// The lesson's file name without `.md`, which begins with its row.
  var name: String
  var text: String
  /// The first diagnostic: identifier, line and a part of its message; nil where the lesson is good.
  var fault: Fault?

  struct Fault: Sendable, Equatable {
    var id: String
    var line: Int
    var fragment: String
  }

  var testDescription: String { name }

  private init(_ name: String, _ fault: Fault?, _ text: String) {
    self.name = name
    self.text = "# T\n\n" + text
    self.fault = fault
  }

  private static func good(_ name: String, _ text: String) -> ParserBomb { ParserBomb(name, nil, text) }

  private static func bad(
    _ name: String, _ line: Int, _ fragment: String, id: String = "too-complex", _ text: String
  ) -> ParserBomb {
    ParserBomb(name, Fault(id: id, line: line, fragment: fragment), text)
  }

  private static func swift(_ code: String, _ attributes: String = "") -> String { "```swift \(attributes)\n\(code)\n```\n" }

  static let all = markdown + amplifying + sizes + swiftCode + formulas

  private static let markdown = [
    bad("C01-table-fill", 3, "table columns", ("a|" * 1_500) + "a\n" + ("-|" * 1_500) + "-\n" + "a\n" * 1_500),
    good("C01-table-fill-within-the-limits", ("a|" * 98) + "a\n" + ("-|" * 98) + "-\n" + "|a\n" * 300),
    bad("C02-table-wide", 3, "10001 table columns", "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n"),
    bad("C03-dash-nest", 3, "levels of nesting", " -" * 8_000 + "\n" + "x\n" * 8_000),
    good("C03-dash-nest-within-the-limits", " -" * 60 + " a\n" + (" " * 120 + "x\n") * 3_000),
    bad("C04-declarations", 4_003, "opens over 4000", "<!A\n" * 5_000),
    bad("C05-character-data", 3, "opens over 4000", "x <![CDATA[" * 4_100),
    good("C06-instructions-within-the-limits", ("a<?" * 3_900 + "\n\n") * 10),
    bad("C06-instructions", 3, "opens over 4000", "a<?" * 4_100),
    bad("C07-comments", 3, "the limit is 65536", "<!--" * 100_000),
    bad("C08-brackets", 3, "the limit is 65536", "![[]()" * 150_000),
    bad("C08-brackets-in-a-paragraph", 3, "opens over 4000", "![[]()" * 2_100),
    bad("C09-strong", 3, "nested too deeply", "**" * 10_000 + "a" + "**" * 10_000),
    bad("C10-quotations", 3, "the limit is 65536", ">" * 100_000 + "a\n"),
    bad("C10-many-quotations", 3_253, "over 100000 Markdown elements", (">" * 60 + "a\n\n") * 5_000),
    bad("C11-lists", 3, "levels of nesting", "- " * 20_000 + "a\n"),
    bad("C11-numbered-lists", 3, "nested too deeply", "1. " * 20_000 + "a\n"),
    bad("C11-mixed", 3, "nested too deeply", "> - 1) " * 3_000 + "a\n"),
    good("C12-emphasis", "*a _a " * 5_000 + "a\n"),
    bad("C12-nested-emphasis", 3, "nested too deeply", "*a **a " * 4_000 + "b" + " a** a*" * 4_000 + "\n"),
    good("C13-brackets-in-brackets", "[" * 3_900 + "a" + "]" * 3_900 + "\n"),
    good("C13-titles-never-closed", ("[a](b \"" * 1_000 + "\n\n") * 10),
    good("C13-parentheses", ("[a](" + "(" * 20_000 + "\n\n") * 5),
  ]

  private static let amplifying = [
    good("C14-notes", (0..<1_500).map { "[^\($0)] " }.joined() + "\n\n" + (0..<1_500).map { "[^\($0)]: a\n\n" }.joined()),
    bad("C15-note-amplified", 53, "Markdown elements", ("[^a] " * 3_900 + "\n\n") * 40 + "\n\n[^a]: b\n"),
    bad("C16-reference-amplified", 3, "the limit is 2048", "[a]: /" + "x" * 60_000 + "\n\n" + "[a] " * 3_000),
    // In quotations and in titles of many lines, too, where only the parser knows how long a reference is.
    bad(
      "C16-quoted-reference-amplified", 1, "takes over 256 MiB",
      "> [a]: /" + "x" * 60_000 + "\n\n" + ("[a] " * 3_900 + "\n\n") * 10),
    bad(
      "C16-title-amplified", 1, "takes over 256 MiB",
      "[a]: x.md \"\n" + ("y" * 2_000 + "\n") * 20 + "\"\n\n" + ("[a] " * 3_900 + "\n\n") * 10),
    good("C17-references", (0..<3_000).map { "[r\($0)]: https://e.org/\($0)\n" }.joined() + "\n[r1] [r2]\n"),
    good("C17-entities", ("&amp;" * 5_000 + "\n") * 5),
    good("C17-protocols", ":/" * 1_000 + "\n\n:/x ://a http:// :/// www. @ a@ @a\n"),
  ]

  private static let sizes = [
    bad("C18-long-line", 3, "the limit is 65536", "a" * 1_000_000),
    bad("C18-many-lines", 100_000, "Markdown elements", "a\n" * 100_000),
    good("C19-headings", "## same\n\n" * 3_000),
    good("C20-blocks", (0..<300).map { swift("let a\($0) = \($0)") }.joined(separator: "\n")),
    good(
      "C21-long-literal",
      swift("let s = \"\"\"\n" + ("x" * 1_000 + "\n") * 900 + "\"\"\"\nprint(s.count, terminator: \"\")", "{volatile}")),
    bad("C25-over-a-mebibyte", 1, "the limit is 1048576", "word word word\n" * 80_000),
  ]

  private static let deep = "nested too deeply"
  private static let level = "maximum nesting level"

  private static let swiftCode = [
    bad("C22-parentheses", 4, level, id: "compile-error", swift("let x = " + "(" * 10_000 + "1" + ")" * 10_000)),
    bad("C22-closures", 4, level, id: "compile-error", swift("let x = " + "{ " * 5_000 + "1" + " }" * 5_000)),
    bad("C22-statements", 4, level, id: "compile-error", swift("if true { " * 3_000 + "print(1)" + " }" * 3_000)),
    bad("C22-types", 4, level, id: "compile-error", swift("struct A { " * 1_000 + "}" * 1_000)),
    bad("C22-calls", 4, deep, id: "compile-error", swift("let x = a" + "()" * 30_000)),
    bad("C22-members", 4, deep, id: "compile-error", swift("let x = a" + ".b" * 30_000)),
    bad("C22-unwraps", 4, deep, id: "compile-error", swift("let x = a" + "!" * 30_000)),
    bad("C22-optionals", 4, deep, id: "compile-error", swift("let x: Int" + "?" * 30_000 + " = 1")),
    bad("C22-metatypes", 4, deep, id: "compile-error", swift("let x: A" + ".Type" * 10_000)),
    bad("C22-branches", 1_506, deep, id: "compile-error", swift("let x = 1\nif x == 0 {}" + "\nelse if x == 1 {}" * 5_000)),
    bad("C22-conditions", 1_504, deep, id: "compile-error", swift("#if true\n" * 5_000 + "#endif\n" * 5_000)),
    bad("C22-generics", 4, deep, id: "compile-error", swift("let x: A" + "<A" * 9_000 + ">" * 9_000)),
    bad("C22-functions", 4, deep, id: "compile-error", swift("let x: " + "A -> " * 9_000 + "A")),
    bad("C22-tries", 4, deep, id: "compile-error", swift("let x = " + "try " * 9_000 + "a")),
    bad("C22-ifs", 4, deep, id: "compile-error", swift("let x = " + "if " * 9_000 + "a")),
    bad("C22-patterns", 4, deep, id: "compile-error", swift("if case " + "let " * 9_000 + "b = c {}")),
    good("C22-shown-only", swift("let x = a" + "()" * 30_000, "{run=false}")),
    bad("C22-value", 3, deep, id: "compile-error", "[1](<swift:a" + "()" * 20_000 + ">)\n"),
    // 150 and 200 levels are nobody's code, and still read.
    good("C22-in-bounds", swift("if true { " * 150 + "print(\"a\", terminator: \"\")" + " }" * 150, "{volatile}")),
    bad(
      "C23-type-check-bomb", 3, "reasonable time", id: "compile-error",
      "[1](<swift: 1+(2*-3)/4.0+-5*(2+-1.5)*(-2+1)+(-(2.0)) + (1-(-1)) * -(2) + -(-(-(2)))>)\n"),
  ]

  private static let formulas = [
    bad("C26-doubling-macros", 3, "Too many expansions", id: "math", "$$\\def\\a{x}\(doublings)\\m$$\n"),
    bad("C26-endless-macro", 3, "Too many expansions", id: "math", "$$\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a$$\n"),
    bad("C26-huge-matrix", 3, "too large", id: "math", "$$\\begin{matrix}\("\\\\" * 1_000)\("&" * 900)\\end{matrix}$$\n"),
    bad("C26-many-braces", 3, "too large", id: "math", "$$\("x^{" * 900)x\("}" * 900)$$\n"),
    good("C26-huge-rule", "$$\\rule{99999999em}{99999em}$$\n"),
    bad("C26-long-formula", 3, "the limit is 4000", id: "math", "$$\("x+" * 2_100)$$\n"),
    bad("C26-many-formulas", 37, "have over 65536 bytes", (0..<50).map { "$$x\(" " * 3_800)\($0)$$\n\n" }.joined()),
  ]

  private static let doublings = zip("abcdefghijkl", "bcdefghijklm").map { "\\def\\\($1){\\\($0)\\\($0)}" }.joined()
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
