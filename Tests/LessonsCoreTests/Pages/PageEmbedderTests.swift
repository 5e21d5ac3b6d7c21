import LessonsCore
import Testing

@Suite struct PageEmbedderTests {
  private let embedder = PageEmbedder(
    prefix: "03-a--", folder: "lessons/", neighbors: ["lessons/03-a.html": "03-a--", "lessons/04-b.html": "04-b--"])

  @Test(arguments: [
    ("<h2 id=\"coins\">Coins</h2><hr><h1>b</h1>", "<h3 id=\"03-a--coins\">Coins</h3><hr><h2>b</h2>"),
    ("<a href=\"#coins\">c</a>", "<a href=\"#03-a--coins\">c</a>"),
    ("<a href=\"04-b.html#dice\">d</a>", "<a href=\"#04-b--dice\">d</a>"),
    ("<a href=\"04-b.html\">b</a>", "<a href=\"#04-b--main\">b</a>"),
    ("<a class=\"x\" href=\"../references.html#ref-s\">r</a>", "<a class=\"x\" href=\"references.html#ref-s\">r</a>"),
    ("<img src=\"pics/a.png\" alt=\"b = &quot;c&quot;\">", "<img src=\"lessons/pics/a.png\" alt=\"b = &quot;c&quot;\">"),
    ("<a href=\"https://a.org/b#c\">w</a>", "<a href=\"https://a.org/b#c\">w</a>"),
    ("<a href=\"mailto:a@b.org\">m</a>", "<a href=\"mailto:a@b.org\">m</a>"),
    ("<pre aria-labelledby=\"t d\" aria-label=\"x=1\">", "<pre aria-labelledby=\"03-a--t 03-a--d\" aria-label=\"x=1\">"),
    ("<g clip-path=\"url(#clip)\" fill=\"red\">", "<g clip-path=\"url(#03-a--clip)\" fill=\"red\">"),
    ("a &lt; b id=\"x\" <br> c", "a &lt; b id=\"x\" <br> c"),
    ("no tags", "no tags"),
  ])
  func movesAnchorsAndLinks(_ html: String, _ expected: String) {
    #expect(embedder.embedded(HTML(unsafe: html)).text == expected)
  }
}
