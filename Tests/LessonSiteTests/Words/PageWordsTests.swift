import LessonModel
import LessonSite
import Testing

@Suite("Words with markup in them")
struct MarkedWordsTests {
  @Test func escapeWhatIsNoMarkup() {
    let words = PageWords("de", own: [.wrongIn: "{2} {und} {1} {9", .next: "<&>", .listSeparator: " & "])
    #expect(words.html(.wrongIn, "<b>a</b>", "{1}").text == "{1} {und} <b>a</b> {9")
    #expect(words.html(.next).text == "&lt;&amp;&gt;")
    #expect(words.list(["<i>" as HTML, "b"]).text == "<i> &amp; b")
  }
}
