import LessonModel
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

  @Test func htmlInsideHTMLStays() {
    #expect(("\(HTML(escaping: "<"))\(7)" as HTML).text == "&lt;7")
    #expect(["a" as HTML, "b"].joined(by: ", ").text == "a, b")
    #expect(HTML.visible("<a\u{2066}\tb") == "<aU+2066\tb")
  }
}
