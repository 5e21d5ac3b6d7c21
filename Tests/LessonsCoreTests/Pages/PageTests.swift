import LessonsCore
import Testing

@Suite("HTML")
struct HTMLTests {
  @Test func interpolationEscapesAndLiteralsDoNot() {
    let evil = "<script>'\"&"
    let html: HTML = "<p title=\"\(evil)\">\(evil) \(unsafe: "<b>")</p>"
    #expect(html.text == "<p title=\"&lt;script&gt;&#39;&quot;&amp;\">&lt;script&gt;&#39;&quot;&amp; <b></p>")
  }

  @Test(arguments: [("\u{202E}abc", "U+202Eabc"), ("a\u{0}b", "aU+0b"), ("a\tb\n", "a\tb\n"), ("\u{9B}", "U+9B")])
  func hiddenCharactersAreShown(text: String, escaped: String) {
    #expect(HTML.escaped(text) == escaped)
  }
}

@Suite("Bare addresses")
struct BareLinksTests {
  @Test(arguments: [
    ("see https://a.org/b.", "see <a href=\"https://a.org/b\">https://a.org/b</a>."),
    ("(http://a.org/(b))", "(<a href=\"http://a.org/(b)\">http://a.org/(b)</a>)"),
    ("xhttp://a.org", "xhttp://a.org"), ("https://", "https://"), ("ftp://a.org", "ftp://a.org"),
    ("a https://a.org?x=1&y=2 b", "a <a href=\"https://a.org?x=1&amp;y=2\">https://a.org?x=1&amp;y=2</a> b"),
    (
      "https://a.org https://b.org!", "<a href=\"https://a.org\">https://a.org</a> <a href=\"https://b.org\">https://b.org</a>!"
    ),
    ("https://a.org/<b>", "<a href=\"https://a.org/\">https://a.org/</a>&lt;b&gt;"),
  ])
  func becomeLinks(text: String, html: String) {
    #expect(BareLinks.html(text).text == html)
  }
}

@Suite("Drawings in a page")
struct SVGFilterTests {
  @Test func ownDrawingsPassWithTheirIdsNumbered() {
    let svg = "<svg viewBox=\"0 0 1 1\"><clipPath id=\"c\"><rect/></clipPath><g clip-path=\"url(#c)\"><text>a</text></g></svg>"
    #expect(
      SVGFilter.clean(svg, id: "f")
        == "<svg viewBox=\"0 0 1 1\"><clipPath id=\"f-c\"><rect/></clipPath><g clip-path=\"url(#f-c)\"><text>a</text></g></svg>"
    )
  }

  @Test(arguments: [
    "<svg aria-label=\"Descent on a style of valley\"><g/></svg>", "<svg><use href=\"#a\" /></svg>",
    "<svg\nviewBox=\"0 0 1 1\"></svg>",
  ])
  func harmlessWordsAndShapesPass(svg: String) {
    #expect(SVGFilter.clean(svg, id: "f") != nil)
  }

  @Test(arguments: [
    "<svg><rect x=1/></svg>", "<svg><rect x='1'/></svg>", "<svg><rect \"/></svg>", "<svg></svg onload=\"x\">",
    "<svg ONLOAD=\"x\"></svg>",
    "<svg><use xlink:href=\"data:x\"/></svg>", "<svg><script>alert(1)</script></svg>", "<svg onload=\"x()\"></svg>",
    "<svg><a href=\"http://x\">y</a></svg>",
    "<svg><use href=\"http://x#y\"/></svg>", "<svg><foreignObject></foreignObject></svg>", "<p>",
    "<svg><rect style=\"x\"/></svg>",
    "<svg><text", "<svg><image href=\"#a\"/></svg>", "<svg><rect\nonclick=\"x\"/></svg>",
  ])
  func anythingElseIsRefused(svg: String) {
    #expect(SVGFilter.clean(svg, id: "f") == nil)
  }
}

@Suite("Addresses inside a page")
struct AnchorsTests {
  private func anchors(_ text: String) throws -> [String] {
    Anchors(try #require(readLesson(text).lesson)).contents.map(\.anchor)
  }

  @Test func areMadeFromTheWordsOfHeadings() throws {
    #expect(try anchors("# A *b* `c`!\n\n## 中文 & é_x-y\n\n## 1.2\n") == ["a-b-c", "中文--é_x-y", "12"])
  }

  @Test func areUniqueWhateverIsThere() throws {
    #expect(
      try anchors("# same\n\n## same-1\n\n## same\n\n## same\n\n## !\n\n## main\n\n## Read\n") == [
        "same", "same-1", "same-2", "same-3", "section", "main-1", "read-1",
      ])
  }

  @Test func bothWaysToWriteAnAccentGiveOneAddress() throws {
    #expect(try anchors("# caf\u{E9}\n") == anchors("# cafe\u{301}\n"))
  }

  @Test func aBlockKeepsTheNameThatItsAuthorGave() throws {
    let lesson = try #require(readLesson("# coin\n\n```swift {#coin}\n1\n```\n").lesson)
    let anchors = Anchors(lesson)
    #expect(anchors.blocks[0] == "coin")
    #expect(anchors.contents.map(\.anchor) == ["coin-1"])
  }
}
