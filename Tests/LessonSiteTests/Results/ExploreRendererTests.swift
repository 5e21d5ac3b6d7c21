import LessonModel
import Testing

import LessonSite

@Suite("A lesson that its reader may change")
struct ExploreRendererTests {
  private static let lesson = """
    # T

    ```swift {#a explore="rate (step size): 0.01...1 step 0.01 = 0.5 m; slow: Bool = true; how: plain | Adam = Adam"}
    print(rate)
    ```

    The rate is [0.5](swift:rate), as [0.5](swift:1/2) says.

    """

  private static func run(_ text: String) -> BlockRun {
    var run = BlockRun()
    run.status = .ok
    run.printed = [.text(text)]
    return run
  }

  private static func site(explored: Bool = true) throws -> MadeSite {
    try MadeSite(["01-t.md": lesson]) { run, lesson in
      run.blocks[0] = Self.run("0.5\n")
      for index in 0..<2 {
        run.values[index]?.status = .ok
        run.values[index]?.value = .float64(0.5)
      }
      guard explored else { return }
      let samples = [0.01: "0.01\nand more\nand more\n", 1: "<1.0>\n"].map { setting, text in
        ExploredSample(parameter: 0, setting: setting, blocks: [0: Self.run(text)], values: [:])
      }
      run.exploration = Exploration(
        parameters: lesson.parameters,
        parts: [
          ExploredPart(
            parameters: [0, 1, 2], extent: 0..<1, cells: [ExploredCell(block: 0, start: 3, end: 4, value: nil)],
            values: [ExploredValue(value: 0, place: 7)])
        ],
        blocks: [0], module: ExploredModule(packed: Array("packed".utf8), size: 6, hash: "abc"), samples: samples)
    }
  }

  @Test func pageHasTheControlsAndSaysWhatHangsOnThem() throws {
    let page = try Self.site().page("lessons/01-t.html")
    #expect(page.contains("<div class=\"cell\" id=\"a\" data-live=\"0 3 4 -\" data-room=\"3\">"))
    #expect(page.count(of: " data-live=\"0 7\" data-form=\"0.5|2|0|.||\u{2212}|||\"") == 1 && page.count(of: "data-live") == 2)
    let opening =
      "<fieldset class=\"explore js-only\" data-part=\"0\" data-state=\"idle\" data-authors=\"the author’s\" "
      + "data-moved=\"With your values; the checked one is {1}.\">"
    let controls = try #require(page.between(opening, "</fieldset>"))
    #expect(controls.contains("<label for=\"try:rate\">step size</label>"))
    #expect(
      controls.contains(
        "<input type=\"range\" id=\"try:rate\" data-parameter=\"0\" data-name=\"rate\" min=\"0.01\" max=\"1\" step=\"0.01\" value=\"0.50\""
      ))
    #expect(controls.contains("type=\"number\" aria-label=\"step size, exactly\"") && controls.contains(">m</span>"))
    #expect(controls.contains("<input type=\"checkbox\" id=\"try:slow\" data-parameter=\"1\" data-name=\"slow\" checked"))
    #expect(controls.contains("<option>plain</option><option selected>Adam</option>"))
    #expect(controls.count(of: "hidden>") == 2, "nothing to take back yet")
  }

  @Test func programIsAFileThatOnlySuchPagesMayRun() throws {
    let site = try Self.site()
    let page = try site.page("lessons/01-t.html")
    #expect(page.contains("<script src=\"../assets/touch.js\" defer data-program=\"../assets/alive-abc.js\"></script>"))
    #expect(page.contains("assets/charts.css"))
    #expect(page.contains("script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'"))
    #expect(site.pages["assets/alive-abc.js"] == "lessonsAlive(\"cGFja2Vk\")\n")
    for (path, text) in site.pages where path.hasSuffix(".html") && path != "lessons/01-t.html" {
      #expect(!text.contains("wasm-unsafe-eval") && !text.contains("alive"), "\(path)")
    }
  }

  @Test func paperHasTheEndThatIsFartherFromTheDefault() throws {
    let frames = try #require(
      try Self.site().page("lessons/01-t.html").between("<div class=\"explore-paper\">\n", "</div>\n</div>"))
    #expect(
      frames == """
        <div><p class="label">step size = 1.00</p>
        <pre class="output grid">&lt;1.0&gt;</pre>
        """)
  }

  @Test func whatCannotRunInThePageIsAsEver() throws {
    let page = try Self.site(explored: false).page("lessons/01-t.html")
    #expect(!page.contains("class=\"explore") && !page.contains("assets/alive") && !page.contains("data-live"))
  }
}
