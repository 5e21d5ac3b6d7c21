import Foundation
import LessonModel
import Testing

import LessonSite

@Suite("Notes on what links lead to")
struct NotesTests {
  private static let courseFile = """
    references:
      - id: book
        title: A book
        author: [{ family: Cover, given: Thomas }]
        issued: 2004
        evidence: [{ quote: "it prints 3.14 and 3.6", where: p. 3, read: 2026-01-02 }]

    """

  /// The notes of a page by the names of their places.
  private func notes(_ path: String, of site: [String: String]) throws -> [String: String] {
    let text = try #require(site[path], "\(site.keys.sorted())")
    let json = try #require(text.hasPrefix("notes(") && text.hasSuffix(");\n") ? text.dropFirst(6).dropLast(3) : nil)
    return try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
  }

  private func site(_ files: [String: String], value: ComputedValue = .float64(3.14159265)) throws -> [String: String] {
    try MadeCourse(files.merging(["course.yml": Self.courseFile]) { one, _ in one }) { run, lesson in
      for value_ in lesson.values { run.put(value, for: value_.index) }
      for block in lesson.blocks { run.put(block.index) { $0.value = .integer("1") } }
    }.woven.site()
  }

  @Test(arguments: [
    (
      "[3.14](swift:x)", ComputedValue.float64(3.14159265),
      "<p>Computed 3.1415…, written to 3 digits; from block b, line 3.</p>"
    ),
    ("[0.0155](swift:x)", .float64(0.01545123), "<p>Computed 0.015451…, written to 3 digits; from block b, line 3.</p>"),
    ("[0.01545](swift:x)", .float64(0.01545), "<p>Computed 0.01545, written to 4 digits; from block b, line 3.</p>"),
    ("[0.2](swift:x)", .float64(0.2), "<p>Computed 0.2, written to one digit; from block b, line 3.</p>"),
    ("[3](swift:x)", .float64(3.14159265), "<p>Computed 3.141…, rounded to a whole number; from block b, line 3.</p>"),
    (
      "[1 234.5](swift:x)", .float64(1234.51234), "<p>Computed 1234.512…, written to 5 digits; from block b, line 3.</p>"
    ),
    ("[3](swift:x)", .integer("3"), "<p>Computed 3, exactly as written; from block b, line 3.</p>"),
    ("[true](swift:x)", .bool(true), "<p>Computed true, exactly as written; from block b, line 3.</p>"),
    ("[3.1](swift:x \"±0.05\")", .float64(3.14159265), "<p>Computed 3.141…; ±0.05 is allowed; from block b, line 3.</p>"),
    ("[1.23e-7](swift:x)", .float64(1.2345678e-7), "<p>Computed 1.2345…e-07, written to 3 digits; from block b, line 3.</p>"),
    (
      "[3.14](swift:x \"@book\")", .float64(3.14159265),
      "<p>Published in Cover, 2004.</p><p>Computed 3.1415…, written to 3 digits; from block b, line 3.</p>"
    ),
    (
      "[3.6](swift:x \"not @book\")", .float64(3.14159265),
      "<p>Printed in Cover, 2004, and wrong.</p><p>Computed 3.141…; off by 0.46 (13 %); from block b, line 3.</p>"
    ),
    (
      "[3.1](swift:x \"if @book\")", .float64(3.14159265),
      "<p>What the statement in Cover, 2004 would give; it prints no such number.</p>"
        + "<p>Computed 3.141…, written to 2 digits; from block b, line 3.</p>"
    ),
    ("[9.9](swift:x)", .float64(3.14159265), "<p>Computed 3.141…; from block b, line 3.</p>"),
  ])
  func sayInPlainWordsHowAValueCameAbout(markdown: String, value: ComputedValue, words: String) throws {
    let site = try site(["01-t.md": "# T\n\n```swift {#b}\nlet x = 1\n```\n\n\(markdown)\n"], value: value)
    let note = try #require(try notes("numbers/01-t.notes.js", of: site)["v1"])
    #expect(note.hasPrefix(words + "<p><code>x</code></p>"), "\(note)")
    #expect(
      note.contains("<p><q>it prints 3.14 and 3.6</q>: p. 3, read <time>2026-01-02</time>.</p>")
        == (markdown.contains("@book") && !markdown.contains("if @")))
  }

  /// What is not in the page weighs nothing there.
  @Test func areNotInThePage() throws {
    let page = try #require(try site(["01-t.md": "# T\n\n[3.14](<swift: x + 0>)\n"])["lessons/01-t.html"])
    #expect(page.contains("<a class=\"v\" id=\"v1\" href=\"../numbers/01-t.html#v1\">3.14</a>"))
    #expect(!page.contains("x + 0"))
  }

  @Test func standBesideThePageThatALinkLeadsTo() throws {
    let lesson = """
      # T

      ```swift {#f caption="Two of [3.14](swift:x), see [the other](#e)"}
      1
      ```

      ```math {#e}
      a<b
      ```

      See [@book], [4](given).

      """
    let glossary = "# Words\n\n- **one**. First, [3.14](swift:x), see [T](03-t.md).\n\n  And more.\n- not one\n"
    let site = try site(["03-t.md": lesson, "part/glossary.md": glossary])
    #expect(
      try notes("lessons/03-t.notes.js", of: site) == [
        "f": "<p><b>Figure 3.1</b> Two of 3.14, see the other</p>",
        "e": "<p><b>Equation 3.1</b></p><p><code class=\"math display\">a&lt;b</code></p>",
      ])
    #expect(
      try notes("lessons/part/glossary.notes.js", of: site) == [
        "one": "<p><strong>one</strong>. First, 3.14, see T.</p><p>And more.</p>"
      ])
    #expect(try #require(site["lessons/part/glossary.html"]).contains("<li id=\"one\">"))
    #expect(try notes("references.notes.js", of: site) == ["ref-book": "<p>Cover, T. (2004). <cite>A book</cite>.</p>"])
    #expect(try notes("numbers.notes.js", of: site).keys.sorted() == ["given"])
    #expect(try #require(site["numbers.html"]).contains("<li id=\"given\">"))
    let page = try #require(site["lessons/03-t.html"])
    #expect(page.contains("<p class=\"caption\"><b>Figure 3.1</b> Two of <a class=\"v\" id=\"v1\""))
    #expect(page.contains("<a href=\"#e\" data-note>the other</a>"))
    let book = try #require(site["book.html"])
    #expect(book.contains("id=\"03-t:e\"") && book.contains("<a href=\"#03-t:e\" data-note>the other</a>"))
  }

  @Test func areInTheWordsOfTheCourse() throws {
    let file = "language: zh\n"
    let site = try site(
      [
        "course.yml": file,
        "03-t.md":
          "# T\n\n```swift {#f caption=\"一\"}\nlet x = 1\n```\n\n```math {#e}\nx\n```\n\n[](#f) [](#e) [3.14](swift:x)\n",
      ])
    let page = try #require(site["lessons/03-t.html"])
    #expect(page.contains("<b>图 3.1</b> 一"))
    #expect(page.contains("<p><a href=\"#f\" data-note>图 3.1</a> <a href=\"#e\" data-note>公式 3.1</a>"))
    #expect(try notes("numbers/03-t.notes.js", of: site)["v1"]?.hasPrefix("<p>计算得 3.1415…，写到 3 位数字；来自代码块 f，第 3 行。</p>") == true)
  }

  @Test func downloadsHaveTheWordsToo() throws {
    let lesson = """
      # T

      See [](#f), [](<#e>), [ ](#f), [][r] and [own](#f).

      ```swift {#f caption="A *good* $x$ of [3.14](swift:x), see [](#e)"}
      1
      ```

      > ```math {#e}
      > a
      > + b
      > ```

      [r]: #e
      """
    let site = try site(["03-t.md": lesson])
    let markdown = try #require(site["lessons/03-t.md"])
    #expect(
      markdown
        == lesson.replacing(
          "[](#f), [](<#e>), [ ](#f), [][r]",
          with: "[Figure 3.1](#f), [Equation 3.1](<#e>), [ Figure 3.1](#f), [Equation 3.1][r]"
        )
        .replacing("see [](#e)", with: "see [Equation 3.1](#e)"))
    let notebook = try #require(site["lessons/03-t.ipynb"])
    #expect(
      notebook.contains(#""See [Figure 3.1](#f), [Equation 3.1](<#e>), [ Figure 3.1](#f), [Equation 3.1][r] and [own](#f).""#))
    #expect(notebook.contains(#""<a id=\"f\"></a>**Figure 3.1** A *good* $x$ of 3.14, see Equation 3.1""#))
    #expect(notebook.contains(#"> <a id=\"e\"></a>$$a + b \\tag{3.1}$$"#))
  }
}
