import LessonModel
import LessonSite
import Testing

@Suite("A block with its result")
struct CellTests {
  private func page(_ fence: String, _ change: (inout BlockRun) -> Void) throws -> String {
    let lesson = "# T\n\n```swift \(fence)\nlet a = 1 // hide\nlet b = a < 2\n```\n"
    let site = try MadeSite(["01-t.md": lesson]) { run, _ in
      var block = BlockRun()
      block.status = .ok
      change(&block)
      run.blocks[0] = block
    }
    return try site.page("lessons/01-t.html")
  }

  private func lines(_ count: Int) -> String { (1...count).map { "line \($0)\n" }.joined() }

  @Test func printedTextAndValueAreToldApart() throws {
    let page = try page("{#b}") { run in
      run.printed = [.text("<printed>\n")]
      run.value = .integer("7")
    }
    let outcome = try #require(page.between("<div class=\"outcome\">\n<p class=\"label\">Result</p>", "</div>"))
    #expect(
      outcome.contains("<pre class=\"output\" tabindex=\"0\" role=\"region\" aria-label=\"Printed by b\"><samp>&lt;printed&gt;")
    )
    #expect(
      outcome.contains(
        "<pre class=\"output value-output\" tabindex=\"0\" role=\"region\" aria-label=\"Value of b\"><samp>7</samp>"))
    let code = try #require(page.between("<code class=\"language-swift\">", "</code>"))
    #expect(code.replacing(/<[^>]*>/, with: "") == "let b = a &lt; 2\n", "the hidden line is not shown")
    #expect(page.contains("<div class=\"cell\" id=\"b\">"))
  }

  @Test func longResultsAreFoldedWithTheirLength() throws {
    let long = try page("") { $0.printed = [.text(lines(31))] }
    #expect(long.contains("<details class=\"folded outcome\"><summary>Result, 31 lines</summary>"))
    let short = try page("") { $0.printed = [.text(lines(30))] }
    #expect(short.contains("<div class=\"outcome\">") && !short.contains("folded outcome"))
    // Printed text and value count together.
    let both = try page("") { run in
      run.printed = [.text(lines(30))]
      run.value = .integer("1")
    }
    #expect(both.contains("Result, 31 lines"))
  }

  @Test func codeAndResultFoldOrHideAsAsked() throws {
    func fold(_ fence: String) throws -> String { try page(fence) { $0.printed = [.text("out\n")] } }
    let code = try fold("{code=fold}")
    #expect(code.contains("<details class=\"folded\"><summary>Code, 1 line</summary>"))
    #expect(try fold("{output=fold}").contains("<summary>Result, 1 line</summary>"))
    #expect(try !fold("{code=hide}").contains("language-swift"))
    #expect(try !fold("{output=hide}").contains("<samp>"))
  }

  @Test(arguments: [("trap", "Stops, as it should"), ("compile-error", "Does not compile, as it should")])
  func expectedFailuresSayThatTheyAre(expectation: String, label: String) throws {
    let page = try page("{expect=\(expectation)}") { $0.message = "the message" }
    #expect(page.contains("<p class=\"label\">\(label)</p>") && page.contains("expected-failure"))
  }

  @Test func whatHasNotRunSaysSo() throws {
    let waits = "<strong>not run:</strong> another part of this lesson must be mended first"
    func page(_ fence: String) throws -> String {
      try MadeSite(["01-t.md": "# T\n\n```swift \(fence)\n1\n```\n"]).page("lessons/01-t.html")
    }
    #expect(try page("").count(of: waits) == 1)
    #expect(try page("{run=false}").count(of: waits) == 0)
  }

  @Test func picturesInPrintedTextGetTheFaceOfCharts() throws {
    #expect(try page("") { $0.printed = [.text("▁▂▃\n")] }.contains("class=\"output grid\""))
    #expect(try !page("") { $0.printed = [.text("123\n")] }.contains("grid"))
  }

  private static let chart = Exhibit(
    kind: .chart, title: "熵", text: "熵\n\n熵 |##\n  +--", svg: "<svg viewBox=\"0 0 1 1\"></svg>", summary: "A summary.",
    data: Exhibit.Data(columns: ["x", ""], isNumeric: [false, true], rows: [["a", "1"]]))

  @Test func aChartHasBothPicturesItsWordsAndItsNumbers() throws {
    let page = try page("{#c}") { $0.value = .exhibit(Self.chart) }
    let figure = try #require(page.between("<figure class=\"chart\" aria-labelledby=\"c-figure-1-t\">", "</figure>"))
    #expect(figure.contains("<figcaption id=\"c-figure-1-t\">熵</figcaption>"))
    // The title is said once; wide characters have boxes of two columns.
    #expect(figure.contains(">\(#"<span class="w">熵</span> |##"#)\n  +--</pre>"))
    #expect(figure.contains("role=\"img\" aria-labelledby=\"c-figure-1-t\" aria-describedby=\"c-figure-1-d\""))
    #expect(
      figure.contains("<picture class=\"chart-drawing\" tabindex=\"0\"><img src=\"")
        && figure.contains(
          "<details><summary>Data</summary>\n<p id=\"c-figure-1-d\" class=\"chart-summary\">A summary.</p>\n<div class=\"table\""
        ),
      "the machine's words stand with the numbers")
    #expect(figure.contains("<table class=\"numbers named\">") && figure.contains("<th scope=\"row\">a<td>1"))
    #expect(figure.contains("<label class=\"chart-switch\"><input type=\"checkbox\""))
    #expect(page.contains("<label class=\"charts-switch\"><input type=\"checkbox\"> Charts as drawings</label>"))
    // A chart has a title of its own and needs no label.
    #expect(!page.contains("<p class=\"label\">"))
  }

  @Test func drawingsFirstIsTheSwitchOfThePage() throws {
    let site = try MadeSite(["course.yml": "charts: svg\n", "01-t.md": "# T\n\n```swift\n1\n```\n"]) { run, _ in
      run.blocks[0]?.value = .exhibit(Self.chart)
    }
    #expect(try site.page("lessons/01-t.html").contains("<input type=\"checkbox\" checked> Charts as drawings"))
  }

  @Test func anErrorPointsIntoItsLine() throws {
    let lesson = "# T\n\n```swift\nlet 中 = \"\(#"\u{1}"#)\nlet x = 中 + y\n```\n"
    let site = try MadeSite(["01-t.md": lesson]) { run, lesson in
      run.diagnostics = [Diagnostic(.compileError, "no <y>", in: lesson.source, at: SourcePosition(line: 5, column: 15))]
    }
    let error = try #require(
      try site.page("lessons/01-t.html").between("<div class=\"error\" role=\"note\"><p><strong>error:", "</div>"))
    #expect(error.contains("no &lt;y&gt;") && error.contains("line 5, column 15 [compile-error]"))
    #expect(error.contains("let x = <span class=\"w\">中</span> + y\n             ^</pre>"))
  }
}
