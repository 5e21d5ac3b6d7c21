import LessonModel
import LessonSite
import Testing

@Suite("Values beside code")
struct TraceRendererTests {
  private static let lesson = """
    # T

    ```swift {#a trace code=ATTRIBUTE}
    var x = 10.0
    let secret = 1  // hide
    // halved
    for _ in 0..<4 { x /= 2 }
    x < 1
    ```

    """

  private static func site(traced: Bool = true, code: String = "show") throws -> MadeSite {
    try MadeSite(["01-t.md": lesson.replacing("ATTRIBUTE", with: code), "02-u.md": "# U\n\nText.\n"]) { run, lesson in
      guard traced, !lesson.blocks.isEmpty else { return }
      run.blocks[0]?.status = .ok
      let halves = ["5.0", "2.5", "1.25", "0.625"].map { TraceEvent(line: 3, range: 65..<66, name: "x", text: $0) }
      run.blocks[0]?.trace = Trace(
        [TraceEvent(line: 0, range: 4..<5, name: "x", text: "10.0")] + halves
          + [TraceEvent(line: 4, range: 75..<80, name: "", text: "true & \"so\"")])
    }
  }

  @Test func eachLineShowsItsFirstSecondAndLastValue() throws {
    let site = try Self.site()
    let page = try site.page("lessons/01-t.html")
    let lines = try #require(page.between("<ol class=\"code\">\n", "</ol>"))
    #expect(lines.count(of: "<li") == 4 && !page.contains("secret"))
    #expect(lines.count(of: "</code></li>") == 1)
    #expect(
      lines.contains(
        "<span class=\"trace-place\"><span class=\"trace-all\"><b>x =</b> 5.0, 2.5, …, 0.625 <small>4×</small></span></span>"))
    #expect(lines.contains("<b> =</b> true &amp; &quot;so&quot;</span>"))
    #expect(
      try site.page("lessons/01-t.trace.js")
        == #"traces({"a": "0 10.0\n1 5.0\n1 2.5\n1 1.25\n1 0.625\n2 true & \"so\""});"# + "\n")
    #expect(!page.contains("1.25"), "what nothing shows weighs nothing")
    #expect(page.contains("<input type=\"range\" id=\"trace:a\" min=\"0\" max=\"6\" step=\"1\" value=\"0\""))
    #expect(page.count(of: "<label for=\"trace:a\">Moment</label>") == 1)
  }

  @Test func onlyPagesWithThemLoadTheirStyleAndScript() throws {
    let site = try Self.site()
    for (path, isTraced) in [("lessons/01-t.html", true), ("lessons/02-u.html", false), ("index.html", false)] {
      let page = try site.page(path)
      #expect(page.contains("assets/trace.css") == isTraced && page.contains("assets/touch.js\" defer></script>") == isTraced)
      #expect(!page.contains("wasm-unsafe-eval"))
    }
    let without = try Self.site(traced: false).page("lessons/01-t.html")
    #expect(!without.contains("touch.") && without.contains("<pre class=\"code\""))
  }

  @Test func theBookShowsThemAndStepsThroughNothing() throws {
    let book = try Self.site().page("book.html")
    #expect(book.contains("<b>x =</b> 5.0, 2.5, …, 0.625") && book.contains("assets/trace.css"))
    #expect(!book.contains("data-all") && !book.contains("type=\"range\"") && !book.contains("touch.js"))
  }

  @Test func foldedCodeFoldsThemToo() throws {
    let page = try Self.site(code: "fold").page("lessons/01-t.html")
    #expect(page.between("<details class=\"folded\">", "</details>")?.contains("class=\"listing traced\"") == true)
  }

  @Test func downloadsAreAsWithoutThem() throws {
    let (with, without) = (try Self.site(), try Self.site(traced: false))
    for ending in ["md", "ipynb", "swift"] {
      #expect(try with.page("lessons/01-t.\(ending)") == without.page("lessons/01-t.\(ending)"))
    }
  }
}
