import LessonModel
import LessonSite
import Testing

@Suite struct ShortMarkupTests {
  @Test(arguments: [
    // Values of letters, digits and signs that end nowhere need no quotation marks.
    (
      "<a class=\"value\" href=\"../a.html#v-1\" title=\"two words\">", "<a class=value href=../a.html#v-1 title=\"two words\">"
    ),
    ("<p lang=\"zh\" title=\"损失\">", "<p lang=zh title=损失>"),
    // An empty value, one with a sign of the grammar, and one that would end the tag keep theirs.
    ("<a href=\"\" title=\"a=b\">", "<a href=\"\" title=\"a=b\">"), ("<a title=\"it's\">", "<a title=\"it's\">"),
    ("<a href=\"a/\">", "<a href=\"a/\">"), ("<circle r=\"5\"/>", "<circle r=\"5\"/>"),
    ("<circle r=\"5\" cx=\"2\"/>", "<circle r=5 cx=\"2\"/>"),
    ("<a title=\"a &gt; b\" data-x=\"&amp;c\">", "<a title=\"a &gt; b\" data-x=&amp;c>"),
    ("<a title=\"<b>\">", "<a title=\"<b>\">"),
    // A tag that is not written as ours are stays.
    ("<a class = \"x\">", "<a class = \"x\">"), ("<a class=\"x\"id=\"y\">", "<a class=\"x\"id=y>"),
    ("<a class='x' id=y>", "<a class=x id=y>"),
    ("<a class=\"x", "<a class=\"x"), ("<a class=", "<a class="), ("a < b, class=\"x\"", "a < b, class=\"x\""),
  ]) func valuesAreBareWhereTheyMayBe(written: String, short: String) {
    #expect(ShortMarkup.page(HTML(unsafe: written)).text == short)
  }

  @Test(arguments: [
    ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a<li>b</ul>"),
    ("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a<ul><li>b</ul></ol>"),
    ("<tr><th>a</th><td>b</td></tr>\n<tr><td>c</td></tr></tbody>", "<tr><th>a<td>b<tr><td>c</tbody>"),
    ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "<dl><dt>a<dd>b<dt>c<dd>d</dl>"),
    ("<div><dt>a</dt><dd>b</dd></div>", "<div><dt>a<dd>b</div>"), ("<p>a</p>\n<p>b</p></div>", "<p>a<p>b</div>"),
    // Where text follows, or what may stand in a paragraph, or the end of what does not end one, the tag is needed.
    ("<p>a</p> b", "<p>a</p> b"), ("<p>a</p><span>b</span>", "<p>a</p><span>b</span>"), ("<a><p>b</p></a>", "<a><p>b</p></a>"),
    ("<li>a</li>", "<li>a</li>"), ("<p>a</p", "<p>a</p"), ("<li>a</li><link>", "<li>a</li><link>"),
  ]) func endTagsGoThatTheNextTagImplies(written: String, short: String) {
    #expect(ShortMarkup.page(HTML(unsafe: written)).text == short)
  }

  @Test(arguments: [
    "<!-- <a class=\"x\"> </li><li> -->", "<script>f(\"<a class=\\\"x\\\">\"); '</li><li>'</script>",
    "<title>class=\"x\"</title>",
    "<style>a[href=\"x\"]{}</style>", "<pre>a=\"b\" </p\n</pre>", "<!DOCTYPE html>",
  ]) func whatIsNoMarkupIsLeftAlone(text: String) {
    #expect(ShortMarkup.page(HTML(unsafe: text)).text == text)
  }

  /// The chapters of the book are made short one by one, and come to what the whole page would come to.
  @Test func theBookIsAsShortAsAWhole() throws {
    let course = try MadeCourse([
      "01-a.md": "# A\n\n> [!NOTE]\n> b\n\n* c\n* d\n", "02-b.md": "# B\n\n| e |\n|---|\n| f |\n",
      "03-c.md": "# C\n\nlast words\n",
    ]).woven
    func book(isShort: Bool) throws -> HTML {
      var context = SiteContext(course, theme: Theme(files: []))
      context.shell.isShort = isShort
      let site = Site.site(of: context, course.lessons.map { LessonRenderer.rendered($0, in: context) })
      let file = try #require(site.files.first { $0.path == BookPage.path })
      return HTML(unsafe: String(decoding: file.bytes, as: UTF8.self))
    }
    let long = try book(isShort: false)
    #expect(long != ShortMarkup.page(long))
    #expect(try book(isShort: true) == ShortMarkup.page(long))
  }

  @Test func pagesOfASiteAreShort() throws {
    let course = try MadeCourse(["01-t.md": "# T\n\n* a\n* b\n"]).woven
    let context = SiteContext(course, theme: Theme(files: []))
    let site = Site.site(of: context, course.lessons.map { LessonRenderer.rendered($0, in: context) })
    let pages = site.files.filter { $0.path.hasSuffix(".html") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(pages.count > 3 && pages.allSatisfy { $0.contains("<main id=main ") })
    #expect(pages.contains { $0.contains("<ul>\n<li>a<li>b</ul>") })
  }
}
