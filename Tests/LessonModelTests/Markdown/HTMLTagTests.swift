import LessonModel
import Testing

@Suite("Tags of HTML")
struct HTMLTagTests {
  @Test(arguments: [
    ("<sub>", "sub", false, [String]()), ("</SUB >", "sub", true, []), ("<br/>", "br", false, []), ("<br />", "br", false, []),
    ("<img src=a alt='b c' width = \"1\">", "img", false, ["src=a@9", "alt=b c@16", "width=1@30"]),
    ("<details open>", "details", false, ["open=@9"]), ("<a title=\"x > &lt;&amp;lt;\">", "a", false, ["title=x > <&lt;@10"]),
    ("<a x=1 x=2>", "a", false, ["x=1@5"]), ("<abbr\n title=é>", "abbr", false, ["title=é@13"]),
  ])
  func areRead(text: String, name: String, isClosing: Bool, attributes: [String]) throws {
    let tag = try #require(HTMLTag(text))
    #expect(tag.name == name && tag.isClosing == isClosing)

    #expect(tag.attributes.map { "\($0.name)=\($0.value)@\($0.offset)" } == attributes)
  }

  @Test(arguments: [
    "", "<", "<>", "sub", "<1>", "< sub>", "<sub", "<a x='1>", "<a x=>", "<!-- a -->", "<?a?>", "</a b=c>", "<a><b>",
  ])
  func areToldFromOthers(text: String) { #expect(HTMLTag(text) == nil) }
}
