import Foundation
import LessonModel
import LessonSite
import LessonWeaving
import Testing

/// A notebook says in plain Markdown what the page says with links, and the files of students tell nothing of what was left out.
@Suite struct TakenAlongTests {
  private static let references = """
    references:
      - {id: atkins, title: Physical chemistry, author: [{family: Atkins, given: Peter}, {family: de Paula, given: Julio}], issued: 2006}
      - {id: libby, title: Radio*carbon, author: [{family: Libby, given: W. F.}], issued: 1955, URL: "https://e.org/r"}
      - {id: kept, title: Never cited}
    """

  /// The texts of the Markdown cells of the only lesson.
  private func prose(
    _ text: String, language: String = "en", _ number: Double = 5_730, site: String? = nil, more: [String: String] = [:]
  ) throws -> [String] {
    var files = more.merging(["01-a.md": text]) { $1 }
    files["course.yml"] = Self.references + "\nlanguage: \(language)\n" + (site.map { "site-url: \($0)\n" } ?? "")
    let site = try MadeCourse(files) { run, lesson in
      for value in lesson.values { run.put(.float64(number), for: value.index) }
    }.woven.site()
    let notebook = try #require(site["lessons/01-a.ipynb"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(notebook.utf8)) as? [String: Any])
    let cells = try #require(json["cells"] as? [[String: Any]])
    let texts = cells.filter { $0["cell_type"] as? String == "markdown" && $0["id"] as? String != "needs" }
    return texts.map { ($0["source"] as? [String] ?? []).joined() }
  }

  private static let block = "\n```swift\nlet h = 5730.0\n```\n"

  @Test(arguments: [
    // A number that is wrong where it is printed, whose it is and what it is.
    (
      "Not [5568](swift:h \"not @libby\") but **[5730](swift:h)**.",
      "Not ~~5568~~ (wrong in Libby, 1955; computed: 5730) but **5730**."
    ),
    ("Not **[5568](swift:h \"not @libby\")**.", "Not **~~5568~~ (wrong in Libby, 1955; computed: 5730)**."),
    ("It is [5730](swift:h \"@libby\").", "It is 5730 (Libby, 1955)."),
    // A source that is cited behind the number is not told twice.
    ("It is [5730](swift:h \"@libby\") [@libby, p. 3].", "It is 5730 (Libby, 1955, p. 3)."),
    ("It is [5730](swift:h \"@libby\") [@atkins].", "It is 5730 (Libby, 1955) (Atkins & de Paula, 2006)."),
    ("It is [5730](swift:h \"if @libby\").", "It is 5730 (what the statement in Libby, 1955 would give)."),
    (
      "Atkins & de Paula [-@atkins], [see @libby; @atkins, ch. 2].",
      "Atkins & de Paula (2006), (see Libby, 1955; Atkins & de Paula, 2006, ch. 2)."
    ),
    // What is no link for readers.
    (
      "After [45](given) days, [*mot* `a]`](lang:fr), [4 [x]](<given> \"t\") and [6][g].\n\n[g]: given",
      "After 45 days, *mot* `a]`, 4 [x] and 6.\n\n[g]: given"
    ),
    ("> a [b\n> c](lang:fr)", "> a b\n> c"),
    ("A [link](https://e.org/given) stays.", "A [link](https://e.org/given) stays."),
  ])
  func aNotebookSays(written: String, said: String) throws {
    #expect(try prose("# T\n\n\(written)\n\(Self.block)").first == "# T\n\n" + said)
  }

  /// What a link becomes, where nobody knows where the site is and where it is published.
  private static let links = [
    ("see [onsets](02-b.md#gamma) here", "see onsets here", "see [onsets](<https://e.org/c/lessons/02-b.html#gamma>) here"),
    ("see [](02-b.md) here", "see Beta here", "see [Beta](<https://e.org/c/lessons/02-b.html>) here"),
    (
      "[*a* `b]`][l]\n\n[l]: 02-b.md", "*a* `b]`\n\n[l]: 02-b.md",
      "[*a* `b]`](<https://e.org/c/lessons/02-b.html>)\n\n[l]: 02-b.md"
    ),
    ("[the top](#t) \"x\"", "the top \"x\"", "[the top](<https://e.org/c/lessons/01-a.html#t>) \"x\""),
    ("[data](d%20e.csv \"t\")", "data", "[data](<https://e.org/c/lessons/d%20e.csv>)"),
    ("![a drop](drop.png)", "![a drop](drop.png)", "![a drop](<https://e.org/c/lessons/drop.png>)"),
    ("[all](./)", "all", "[all](<https://e.org/c/>)"), ("[none](09-x.md)", "none", "none"),
    ("[out](https://e.org/x.md#y)", "[out](https://e.org/x.md#y)", "[out](https://e.org/x.md#y)"),
    ("[it](#figure)", "[it](#figure)", "[it](#figure)"),
  ]

  @Test(arguments: links) func aNotebookHasNoLinkThatLeadsNowhere(written: String, alone: String, published: String) throws {
    let more = ["02-b.md": "# Beta\n\n## Gamma\n", "d e.csv": "1", "drop.png": "PNG"]
    let text = "# T\n\n\(written)\n\n```swift {#figure caption=\"C\"}\nlet h = 1\n```\n"
    #expect(try prose(text, more: more).first == "# T\n\n" + alone)
    #expect(try prose(text, site: "https://e.org/c", more: more).first == "# T\n\n" + published)
  }

  @Test(arguments: [
    ("> [!EXERCISE]\n> Do it.", "en", "> **Exercise 1.1**\n>\n> Do it."),
    ("> [!EXERCISE]\n> Do it.", "zh", "> **练习 1.1**\n>\n> Do it."),
    ("> [!NOTE] Of *x*\n> a", "en", "> **Note:** Of *x*\n> a"),
    ("- a\n\n  > [!TIP]\n  > b", "en", "- a\n\n  > **Tip**\n  >\n  > b"),
    ("> [!EXERCISE]\n> a\n>\n> > [!HINT]\n> > b", "en", "> **Exercise 1.1**\n>\n> a\n>\n> > **Hint**\n> >\n> > b"),
    ("1. > [!QUIZ]\n   > - [x] b\n   > - [ ] c", "en", "1. > **Question 1**\n   >\n   > - [x] b\n   > - [ ] c"),
  ])
  func aNotebookCallsThingsByTheirNames(written: String, language: String, said: String) throws {
    #expect(try prose("# T\n\n\(written)\n\(Self.block)", language: language).first == "# T\n\n" + said)
  }

  /// What a reader of notebooks would take for a formula, and what is one.
  @Test(arguments: [
    ("Put $1,000 in, and after $n$ years take $2,000.", "Put \\$1,000 in, and after $n$ years take \\$2,000."),
    ("It is `$a` or \\$5, $$x$$ and ``$`$``, $9.", "It is `$a` or \\$5, $$x$$ and ``$`$``, \\$9."),
    ("> - $5 and [$5730](swift:h), $6", "> - \\$5 and \\$5730, \\$6"), ("| a |\n|---|\n| $5 |", "| a |\n|---|\n| \\$5 |"),
    ("A $ alone", "A \\$ alone"),
  ])
  func aNotebookTakesNoAmountForAFormula(written: String, said: String) throws {
    #expect(try prose("# T\n\n\(written)\n\(Self.block)").first == "# T\n\n" + said)
  }

  @Test func aNotebookEndsWithItsSources() throws {
    let text = "# T\n\n[@libby] and [5730](swift:h \"@atkins\").\n\(Self.block)\nThe end.\n"
    #expect(
      try prose(text).dropFirst() == [
        "The end.",
        "## References\n\n- Atkins, P., & de Paula, J. (2006). *Physical chemistry*.\n"
          + "- Libby, W. F. (1955). [*Radio\\*carbon*](<https://e.org/r>).",
      ])
    #expect(try prose(text, language: "zh").last?.hasPrefix("## 参考文献\n") == true)
    #expect(try prose("# T\n\(Self.block)") == ["# T"], "without sources no list")
  }

  // MARK: What students get

  private func student(_ text: String) throws -> [String: String] {
    let course = try MadeCourse(["01-a.md": text]) { run, lesson in
      for block in lesson.blocks { run.put(block.index) { _ in } }
      for value in lesson.values { run.put(.integer(value.written), for: value.index) }
    }.woven
    return StudentEdition.course(course).site()
  }

  private static let removals = [
    // A value in a choice.
    (
      "> [!QUIZ]\n> Where?\n>\n> - [x] At [1444](<swift:a + 1> \"±2\") s.\n> - [ ] At **[3](swift:a)**.\n",
      "> [!QUIZ]\n> Where?\n>\n> - [ ] At 1444 s.\n> - [ ] At **3**.\n"
    ),
    // What tells which choice is meant, whose place alone would tell it.
    (
      "> [!QUIZ]\n> Which?\n>\n> - [ ] one\n>\n> - [x] two\n>\n>   SECRET\n>   SECRET\n>\n>   SECRET\n> - [ ] three\n>\n> SECRET\n\nEnd.\n",
      "> [!QUIZ]\n> Which?\n>\n> - [ ] one\n>\n> - [ ] two\n> - [ ] three\n\nEnd.\n"
    ),
    (
      "- a\n\n  > [!CLAIM]\n  > 1. [x] b\n  >    - SECRET\n  > 2. [ ] c <b>\n",
      "- a\n\n  > [!CLAIM]\n  > 1. [ ] b\n  > 2. [ ] c <b>\n"
    ),
    // A solution leaves a mark, and of its length nothing.
    ("> [!EXERCISE]\n> a\n\n> [!SOLUTION] S\n> SECRET\n>\n> SECRET\n\nEnd.\n", "> [!EXERCISE]\n> a\n\n<!-- -->\n\nEnd.\n"),
    ("> [!EXERCISE]\n> a\n>\n> > [!SOLUTION]\n> > SECRET\n>\n> End.\n", "> [!EXERCISE]\n> a\n>\n> <!-- -->\n>\n> End.\n"),
    (
      "> [!SOLUTION]\n>\n> > [!QUIZ]\n> > - [x] SECRET\n> >   - SECRET\n\n1. one\n\n> [!SOLUTION]\n> SECRET\n\n1. one\n",
      "<!-- -->\n\n1. one\n\n<!-- -->\n\n1. one\n"
    ),
    // Blanks that its author wrote stay.
    ("a   b\n\n> [!SOLUTION]\n> SECRET\n\n| a    | b |\n|------|---|\n", "a   b\n\n<!-- -->\n\n| a    | b |\n|------|---|\n"),
  ]

  @Test(arguments: removals) func nothingTellsHowLongItWas(written: String, left: String) throws {
    let head = "# T\n\n```swift {#a}\nlet a = 3\n```\n\n"
    let site = try student(head + written)
    #expect(site["lessons/01-a.md"] == head + left)
    let notebook = try #require(site["lessons/01-a.ipynb"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(notebook.utf8)) as? [String: Any])
    let cells = try #require(json["cells"] as? [[String: Any]])
    let text = cells.dropFirst(4).map { ($0["source"] as? [String] ?? []).joined() }.joined(separator: "\n\n")
    #expect(text + "\n" == named(left))
  }

  /// The same with the names of callouts in the places of their marks.
  private func named(_ text: String) -> String {
    let names = ["[!QUIZ]": "Question 1", "[!CLAIM]": "Claims", "[!EXERCISE]": "Exercise 1.1"]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let (mark, name) = names.first(where: { line.hasSuffix($0.key) }) else { return String(line) }
      let quote = line.dropLast(mark.count)
      return quote + "**\(name)**\n" + quote.dropLast()
    }.joined(separator: "\n")
  }

  /// A program names the lines of the Markdown that lies beside it.
  @Test func aProgramNamesTheLinesOfItsMarkdown() throws {
    let text = "# T\n\n> [!SOLUTION]\n> a\n>\n> ```swift\n> 1\n> ```\n\n```swift {#b}\nlet a = 3\n```\n"
    let site = try student(text)
    #expect(site["lessons/01-a.md"] == "# T\n\n<!-- -->\n\n```swift {#b}\nlet a = 3\n```\n")
    #expect(site["lessons/01-a.swift"]?.contains("// 01-a.md:5 b\n") == true)
  }
}
