import LessonModel
import TestSupport
import Testing

@Suite("Markup of other dialects")
struct ForeignMarkupTests {
  private static let formula = "a formula is written '$x$'"

  @Test(arguments: [
    ("«1»:::{note} Title\nText\n:::", "'> [!NOTE]'"), ("«1»::: warning\nText\n\n:::", "'> [!NOTE]'"),
    ("«1»!!! note \"Title\"\n    Text", "'!!!' opens no box here"), ("> «1»??? tip\n> Text", "'???' opens no box here"),
    ("It is «1»\\(x^2\\) here", formula), ("- a\n  «1»\\[ x = 1 \\]", formula), ("> b\n> «1»\\[\n> x\n> \\]", formula),
    ("| a |\n|---|\n| «1»\\(x\\) |", formula), ("## A «1»\\(x\\)", formula), ("`\\(a\\)` «1»\\(b\\)", formula),
    ("Term\n«1»: What it means", "'- **Word**: what it means'"), ("> Term\n> «1»: What it means", "definition lists"),
    ("## Heading «1»{#name}", "attributes of a heading"), ("## Heading «1»{.x #y} ##", "attributes of a heading"),
  ])
  func isTold(text: String, message: String) {
    expectOne(MarkedText("# T\n\n" + text + "\n"), .foreignMarkup, message, severity: .warning)
  }

  @Test(arguments: [
    "a ::: b", "```\n:::{note}\n```", "    !!! note", "!!! ", "Really!!!\n??? what", "`\\(x\\)` ``\\[ ` \\]``", "\\\\(x\\\\)",
    "\\(x",
    "see \\[1\\] and \\[2\\]", "[a](<swift: \"\\(1 + 1)\">)", "$\\text{\\(x\\)}$", "a: b\nc : d", ": a", "## Set {1, 2}",
    "## `{#a}`.",
    "## {}",
  ])
  func othersAreNot(text: String) {
    #expect(readLesson("# T\n\n" + text + "\n").diagnostics.filter { $0.kind == .foreignMarkup } == [])
  }
}

@Suite("Words that no page shows")
struct LostTextTests {
  private static let unused = "nothing refers to this note"

  @Test(arguments: [
    ("Text\n\n«1»[^a]: It is [4](swift:1+1).", DiagnosticKind.unusedNote, unused),
    ("Text[^b]\n\n«1»[^a]: x\n\n[^b]: y", .unusedNote, "write '[^a]' where it belongs"),
    ("Text[^a]\n\n[^a]: x\n\n«1»[^A]: y", .unusedNote, "the note '[^A]' is written twice"),
    ("> Text\n>\n> «1»[^a]: x", .unusedNote, unused), ("Text\n«1»[^a]: x", .unusedNote, unused),
    ("| a | b |\n|---|---|\n| 1 | 2 | «1»3 |", .lostCell, "the header has 2 columns"),
    ("a | b\n--|--\n1 | 2 | «1»3 | 4\n5 | 6 |", .lostCell, "no page shows it"),
    ("| a |\n|---|\n| `x|«1»y` |", .lostCell, "write '\\|' for a bar"),
    ("> | a |\n> |---|\n> | é | | «1»b |", .lostCell, "one column"),
    ("| a |\n|---|\n| $|x|$ | «1»b |", .lostCell, "one column"),
  ])
  func isTold(text: String, kind: DiagnosticKind, message: String) {
    let text = MarkedText("# T\n\n" + text + "\n")
    let faults = readLesson(text.text).diagnostics.filter { [.unusedNote, .lostCell].contains($0.kind) }
    expectOne(faults, at: text, kind, message, severity: .warning)
  }

  @Test(arguments: [
    "Text[^a]\n\n[^a]: x\n", "Text[^a]\n\n[^a]:\n\n    x\n\n    y\n", "```\n[^a]: x\n```", "`a`\n\n    [^a]: x", "a [^b]: c",
    "Text[^a][^b]\n\n[^a]: x\n[^b]: y\n", "Text[^a]\n\n> [^a]: x\n",
    "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | |\n| 1 \\| 2 | 3 |", "| a | b |\n|---|---|\n| $P(A|B)$ | $|x|$ |",
    "<!--\n[^a]: x\n-->", "[^a b]: x",
  ])
  func othersAreNot(text: String) {
    #expect(readLesson("# T\n\n" + text + "\n").diagnostics.filter { [.unusedNote, .lostCell].contains($0.kind) } == [])
  }
}
