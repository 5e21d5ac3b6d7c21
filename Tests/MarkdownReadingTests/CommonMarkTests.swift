import LessonModel
import MarkdownReading
import Testing

/// What plain Markdown means, section by section, with the page written by hand: our tree must say it, and cmark must agree.
@Suite("Plain Markdown")
struct CommonMarkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var markdown: String
    var html: String
    var testDescription: String { markdown.debugDescription }

    init(_ markdown: String, _ html: String) {
      self.markdown = markdown
      self.html = html
    }
  }

  static let escapes = [
    Case(#"\*loss\* and \_cost\_"#, "<p>*loss* and _cost_</p>\n"), Case(#"a \b \é \0"#, #"<p>a \b \é \0</p>"# + "\n"),
    Case(#"\\*mean*"#, #"<p>\<em>mean</em></p>"# + "\n"), Case(#"\[x](y)"#, "<p>[x](y)</p>\n"),
    Case("\\# 1 \\> 0 \\- \\`w\\`", "<p># 1 &gt; 0 - `w`</p>\n"), Case(#"`\*`"#, #"<p><code>\*</code></p>"# + "\n"),
    Case(#"[w](a\)b "c\"d")"#, "<p><a href=\"a)b\" title=\"c&quot;d\">w</a></p>\n"),
    Case(#"\<b>"#, "<p>&lt;b&gt;</p>\n"),
    Case("~~~ a\\_b\nc\\_d\n~~~", "<pre><code class=\"language-a_b\">c\\_d\n</code></pre>\n"),
  ]
  static let entities = [
    Case("a &lt; b &amp;&amp; c", "<p>a &lt; b &amp;&amp; c</p>\n"), Case("&eta; &#951; &#x3B7;", "<p>η η η</p>\n"),
    Case("&nothing; &eta &#; &#x; R&D", "<p>&amp;nothing; &amp;eta &amp;#; &amp;#x; R&amp;D</p>\n"),
    Case("&#42;not strong&#42;", "<p>*not strong*</p>\n"), Case("`&eta;`", "<p><code>&amp;eta;</code></p>\n"),
    Case("[r](/&eta;?a&amp;b \"&eta;\")", "<p><a href=\"/%CE%B7?a&amp;b\" title=\"η\">r</a></p>\n"),
    Case("&#0;", "<p>\u{FFFD}</p>\n"),
    Case("[a](b&quot;c&quot;)", "<p><a href=\"b%22c%22\">a</a></p>\n"),
  ]
  static let code = [
    Case("`let w = 1`", "<p><code>let w = 1</code></p>\n"), Case("`` a`b ``", "<p><code>a`b</code></p>\n"),
    Case("`  two `", "<p><code> two</code></p>\n"), Case("` `` `", "<p><code>``</code></p>\n"),
    Case("`a\nb`", "<p><code>a b</code></p>\n"), Case("`` unclosed`", "<p>`` unclosed`</p>\n"),
    Case("` `", "<p><code> </code></p>\n"),
    Case("*a `b* c`", "<p>*a <code>b* c</code></p>\n"), Case("[a `](b)` c", "<p>[a <code>](b)</code> c</p>\n"),
    Case("`<b c=\"`\">`", "<p><code>&lt;b c=&quot;</code>&quot;&gt;`</p>\n"), Case("<b c=\"`\">`", "<p><b c=\"`\">`</p>\n"),
  ]
  static let emphasis = [
    Case("*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>\n"),
    Case("***a** b*", "<p><em><strong>a</strong> b</em></p>\n"), Case("a * b * c", "<p>a * b * c</p>\n"),
    Case("w_1_2 and w*1*2", "<p>w_1_2 and w<em>1</em>2</p>\n"), Case("*(a)* b*.*", "<p><em>(a)</em> b*.*</p>\n"),
    Case("**a*", "<p>*<em>a</em></p>\n"), Case("*a\nb*", "<p><em>a\nb</em></p>\n"),
    Case("_a __b__ c_", "<p><em>a <strong>b</strong> c</em></p>\n"),
    Case("*a [b*](c)", "<p>*a <a href=\"c\">b*</a></p>\n"), Case("**損失**。", "<p><strong>損失</strong>。</p>\n"),
  ]
  static let links = [
    Case("[a](b)", "<p><a href=\"b\">a</a></p>\n"), Case("[a](<b c> 'd')", "<p><a href=\"b%20c\" title=\"d\">a</a></p>\n"),
    Case("[a](b (c))", "<p><a href=\"b\" title=\"c\">a</a></p>\n"), Case("[]()", "<p><a href=\"\"></a></p>\n"),
    Case("[a](b c)", "<p>[a](b c)</p>\n"), Case("[a](f(x)(y))", "<p><a href=\"f(x)(y)\">a</a></p>\n"),
    Case("[a] (b)", "<p>[a] (b)</p>\n"),
    Case("[a](\n b\n \"c\" )", "<p><a href=\"b\" title=\"c\">a</a></p>\n"), Case("[a](<b\n1>)", "<p>[a](&lt;b\n1&gt;)</p>\n"),
    Case("[a [b](c) d](e)", "<p>[a <a href=\"c\">b</a> d](e)</p>\n"),
    Case("[a](b\"c\")", "<p><a href=\"b%22c%22\">a</a></p>\n"),
    Case("[a][r]\n\n[r]: b \"c\"", "<p><a href=\"b\" title=\"c\">a</a></p>\n"),
    Case("[R  x][] [r x]\n\n[r X]: b", "<p><a href=\"b\">R  x</a> <a href=\"b\">r x</a></p>\n"),
    Case("[a][s] [s]\n\n[r]: b", "<p>[a][s] [s]</p>\n"), Case("[a][r](c)\n\n[r]: b", "<p><a href=\"b\">a</a>(c)</p>\n"),
    Case("[a](b)[r]\n\n[r]: c", "<p><a href=\"b\">a</a><a href=\"c\">r</a></p>\n"),
    Case("[a \"](b)\" c]", "<p><a href=\"b\">a &quot;</a>&quot; c]</p>\n"),
    Case("[a](b \"c\" d)", "<p>[a](b &quot;c&quot; d)</p>\n"),
    Case("[![a](b)](c)", "<p><a href=\"c\"><img src=\"b\" alt=\"a\" /></a></p>\n"),
    Case("[r]: b\nw\n\n[r]", "<p>w</p>\n<p><a href=\"b\">r</a></p>\n"),
    Case("[a](b \"c\\\")", "<p><a href=\"b\" title=\"c\\\">a</a></p>\n"),
  ]
  static let images = [
    Case("![a *b*](c \"d\")", "<p><img src=\"c\" alt=\"a b\" title=\"d\" /></p>\n"),
    Case("!\\[a](b) \\![c](d)", "<p>![a](b) !<a href=\"d\">c</a></p>\n"),
    Case("![r]\n\n[r]: b", "<p><img src=\"b\" alt=\"r\" /></p>\n"),
    Case("![a [b](c)](d)", "<p><img src=\"d\" alt=\"a b\" /></p>\n"),
    Case("![a `b` <c>\n\"](d)", "<p><img src=\"d\" alt=\"a b &lt;c&gt; &quot;\" /></p>\n"),
    Case("![](a)", "<p><img src=\"a\" alt=\"\" /></p>\n"),
  ]
  static let autolinks = [
    Case("<https://a.org/?b=c&d>", "<p><a href=\"https://a.org/?b=c&amp;d\">https://a.org/?b=c&amp;d</a></p>\n"),
    Case("<a.b+c@d-e.org>", "<p><a href=\"mailto:a.b+c@d-e.org\">a.b+c@d-e.org</a></p>\n"),
    Case("<a b://c>", "<p>&lt;a b://c&gt;</p>\n"),
    Case("<m:x> <mm:x>", "<p>&lt;m:x&gt; <a href=\"mm:x\">mm:x</a></p>\n"),
    Case("<@a.org> <a@-b>", "<p>&lt;@a.org&gt; &lt;a@-b&gt;</p>\n"),
    Case("[a <https://b](c)>", "<p>[a <a href=\"https://b%5D(c)\">https://b](c)</a></p>\n"),
    Case("https://a.org", "<p>https://a.org</p>\n"),
  ]
  static let html = [
    Case("a <b c d='e' f=g h = \"i\"/> j</b >", "<p>a <b c d='e' f=g h = \"i\"/> j</b ></p>\n"),
    Case("a <b c=d e=> <1> < b>", "<p>a &lt;b c=d e=&gt; &lt;1&gt; &lt; b&gt;</p>\n"),
    Case("a <b c='d'e='f'>", "<p>a &lt;b c='d'e='f'&gt;</p>\n"),
    Case("a <!-- b *c* --> d", "<p>a <!-- b *c* --> d</p>\n"),
    Case("a <!-- b -- c --> d", "<p>a &lt;!-- b -- c --&gt; d</p>\n"),
    Case("a <!--> <!---> <!----> b", "<p>a &lt;!--&gt; &lt;!---&gt; <!----> b</p>\n"),
    Case("a <?b > c?> d", "<p>a <?b > c?> d</p>\n"),
    Case("a <!LET w> <!let w>", "<p>a <!LET w> &lt;!let w&gt;</p>\n"),
    Case("a <![CDATA[b ]] > c]]>", "<p>a <![CDATA[b ]] > c]]></p>\n"),
    Case("a <b\nc=\"d\ne\">", "<p>a <b\nc=\"d\ne\"></p>\n"), Case("a </b c>", "<p>a &lt;/b c&gt;</p>\n"),
    Case("If a <b then, else c> d.", "<p>If a &lt;b then, else c&gt; d.</p>\n"),
    Case("*a <b c=\"*\">*", "<p><em>a <b c=\"*\"></em></p>\n"), Case("<div>\n*a*\n\n*b*", "<div>\n*a*\n<p><em>b</em></p>\n"),
  ]
  static let lineEnds = [
    Case("a  \nb", "<p>a<br />\nb</p>\n"), Case("a\\\nb", "<p>a<br />\nb</p>\n"), Case("a \n  b", "<p>a\nb</p>\n"),
    Case("a  ", "<p>a</p>\n"),
    Case("a\\", "<p>a\\</p>\n"), Case("`a  \nb`", "<p><code>a   b</code></p>\n"), Case("### a\\", "<h3>a\\</h3>\n"),
    Case("a     \n*b*", "<p>a<br />\n<em>b</em></p>\n"),
  ]
  static let tables = [
    Case(
      "a | b\n--|:-:\n1 | 2",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"center\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align=\"center\">2</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    Case(
      "| a |\n|---|\n| `b\\|c` d\\|e |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b|c</code> d|e</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    Case(
      "| a |\n|:--|\n| b | c |\n|\n\nd",
      "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"left\">b</td>\n</tr>\n</tbody>\n</table>\n<p>|</p>\n<p>d</p>\n"
    ),
    Case("| a | b |\n|---|\n", "<p>| a | b |\n|---|</p>\n"),
    Case("| *a | b* |\n|---|---|", "<table>\n<thead>\n<tr>\n<th>*a</th>\n<th>b*</th>\n</tr>\n</thead>\n</table>\n"),
    Case("| [a](b\\|c) |\n|-|", "<table>\n<thead>\n<tr>\n<th><a href=\"b%7Cc\">a</a></th>\n</tr>\n</thead>\n</table>\n"),
  ]
  static let strikethrough = [
    Case("~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>\n"), Case("~~a *b~~ c*", "<p><del>a *b</del> c*</p>\n"),
    Case("~~~a~~~", "<pre><code class=\"language-a~~~\"></code></pre>\n"),
    Case("w ~~a~", "<p>w ~~a~</p>\n"), Case("a ~~ b ~~ c", "<p>a ~~ b ~~ c</p>\n"),
  ]
  static let lists = [
    Case("- [x] a\n- [ ] *b*\n- [y] c", "<ul>\n<li>[x] a</li>\n<li>[ ] <em>b</em></li>\n<li>[y] c</li>\n</ul>\n"),
    Case("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    Case("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    Case("3) a\n4) b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    Case("- a\n  - b\n\n    c", "<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</li>\n</ul>\n"),
    Case("- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"), Case("a\n2. b", "<p>a\n2. b</p>\n"),
    Case("-a\n1.b", "<p>-a\n1.b</p>\n"),
    Case(
      "- # a\n-\n- > b", "<ul>\n<li>\n<h1>a</h1>\n</li>\n<li></li>\n<li>\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n"
    ),
  ]
  static let quotes = [
    Case("> a\nb\n> c", "<blockquote>\n<p>a\nb\nc</p>\n</blockquote>\n"),
    Case(">a\n>\n>> b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
    Case("> - a\n\n> b", "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>\n<blockquote>\n<p>b</p>\n</blockquote>\n"),
    Case("> [a](b\n> \"c\")", "<blockquote>\n<p><a href=\"b\" title=\"c\">a</a></p>\n</blockquote>\n"),
    Case("> `a\n> b`", "<blockquote>\n<p><code>a b</code></p>\n</blockquote>\n"),
    Case("> ```\na", "<blockquote>\n<pre><code></code></pre>\n</blockquote>\n<p>a</p>\n"),
    Case("> a\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n"),
  ]

  static let cases =
    escapes + entities + code + emphasis + links + images + autolinks + html + lineEnds + tables + strikethrough + lists
    + quotes

  @Test(arguments: cases)
  func meansWhatTheParserSays(example: Case) throws {
    let source = SourceText(path: "a.md", text: example.markdown)
    let page = TreeHTML.html(try MarkdownReader.document(source).blocks, of: source)
    #expect(page == example.html)
    #expect(try Law(example.markdown).breach == nil)
  }
}
