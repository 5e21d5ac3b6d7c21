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
    (
      "see www.a.org/b, WWW.a.org.",
      "see <a href=\"http://www.a.org/b\">www.a.org/b</a>, <a href=\"http://WWW.a.org\">WWW.a.org</a>."
    ),
    ("xwww.a.org www. www.a www._.b_", "xwww.a.org www. <a href=\"http://www.a\">www.a</a> www._.b_"),
    (
      "a.b-c_d+e@a-b.org. @ a@ @a a@b a@b.c_ a@b.c-",
      "<a href=\"mailto:a.b-c_d+e@a-b.org\">a.b-c_d+e@a-b.org</a>. @ a@ @a a@b a@b.c_ a@b.c-"
    ),
    ("http://[::1 https://a.org:99999", "http://[::1 https://a.org:99999"),
    ("https://a.org/\"x{y}|z", "<a href=\"https://a.org/%22x%7By%7D%7Cz\">https://a.org/&quot;x{y}|z</a>"),
    ("https://a.org/<b>", "<a href=\"https://a.org/\">https://a.org/</a>&lt;b&gt;"),
  ])
  func becomeLinks(text: String, html: String) {
    #expect(BareLinks.html(text).text == html)
  }
}
