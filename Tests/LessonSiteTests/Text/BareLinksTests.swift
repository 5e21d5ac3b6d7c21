import LessonModel
import Testing

import LessonSite

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
