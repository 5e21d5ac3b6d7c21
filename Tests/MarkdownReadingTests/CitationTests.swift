import LessonModel
import MarkdownReading
import Testing

@Suite("Citations in Markdown")
struct CitationTests {
  /// What stands between the brackets, and its items as `prefix|key|locator`, with `-` before a key whose author is left out.
  static let items: [(String, [String])] = [
    ("@a", ["|a|"]), ("@a, section 6", ["|a|section 6"]), ("@a p. 4", ["|a|p. 4"]), ("see @a", ["see|a|"]),
    ("see @a, p. 4; also @b", ["see|a|p. 4", "also|b|"]), ("-@a, 3", ["|-a|3"]), ("cf. -@a", ["cf.|-a|"]),
    ("@seed-0", ["|seed-0|"]), ("@a_b:c.d/e", ["|a_b:c.d/e|"]), ("@a.", ["|a|."]), ("@a, p. 4; 6", ["|a|p. 4; 6"]),
    ("x; @a", ["x;|a|"]), ("@a\n> p. 4", ["|a|> p. 4"]), ("@香農", ["|香農|"]), ("a@b.org", []), ("@", []), ("@ a", []), ("", []),
    ("12", []), ("mail a@b.org to @c", ["mail a@b.org to|c|"]),
  ]

  @Test(arguments: items)
  func areReadByThePandocForms(text: String, expected: [String]) {
    let items = CitationParser.items(Array(text.utf8)) ?? []
    #expect(items.map { "\($0.prefix)|\($0.leavesOutAuthor ? "-" : "")\($0.key)|\($0.locator)" } == expected)
  }

  private func citations(_ markdown: String) throws -> [Citation] {
    var citations: [Citation] = []
    try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).blocks.walkInlines { inline in
      if case .citation(let citation) = inline { citations.append(citation) }
    }
    return citations
  }

  /// A text, with the place of each citation in it marked, and the keys.
  static let texts: [(String, [String])] = [
    ("As «1»[@a] says.", ["a"]), ("«1»[@a]«2»[@b]", ["a", "b"]), ("- [ ] x «1»[@a]", ["a"]),
    ("> «1»[see\n> @a, p. 4] x", ["a"]),
    ("| x | y |\n|---|---|\n| «1»[@a] | `[@b]` |\n", ["a"]), ("## On «1»[@a]", ["a"]), ("*«1»[@a]*", ["a"]),
    ("\\[@a] and «1»[@a]", ["a"]), ("`[@a]` «1»[@a]", ["a"]), ("[@a](http://x) «1»[@a]", ["a"]),
    ("x[^1]\n\n[^1]: y «1»[@a]\n", ["a"]), ("é «1»[@a;\n@b]", ["a b"]), ("[\\@a] <b@c.org> «1»[@a]", ["a"]),
    ("[x [@a]](swift:1)", []), ("[@a](http://x)", []), ("![see [@a]](x.png)", []), ("    [@a]\n", []), ("<!-- [@a] -->", []),
    ("[0.5](swift:1 \"@a\")", []), ("\\[@a]", []), ("[a@b.org]", []),
    // What is tighter than brackets, and what is not.
    ("If a <b then see «1»[@mazur], else c> d.", ["mazur"]), ("a <b title=\"[@a]\"> «1»[@b]", ["b"]),
    ("[see `x` @a]", []), ("[see $x$ @a]", []), ("[see <b> @a]", []), ("[see [x] @a]", []), ("[a\\] @b]", []),
    ("[x «1»[@a]](http://x)", ["a"]), ("«1»[@a] (x), «2»[@b][c]", ["a", "b"]),
    ("[@a][b] «1»[@c]\n\n[b]: /d", ["c"]), ("[@a] «1»[@b]\n\n[@a]: /d", ["b"]), ("!«1»[@a]", ["a"]), ("«1»[@a](b c)", ["a"]),
    ("[see *a* @b] «1»[@a_b]", ["a_b"]), ("[*see @a*]", []), ("[^@a] «1»[@b]", ["b"]), ("[see  \n@a] [see\\\n@a]", []),
  ]

  @Test(arguments: texts)
  func areFoundInTheText(marked: String, keys: [String]) throws {
    var text = marked
    var places: [Int: Int] = [:]
    while let mark = text.firstRange(of: /«([0-9])»/) {
      places[Int(text[mark].dropFirst().dropLast()) ?? 0] = text.utf8.distance(from: text.startIndex, to: mark.lowerBound)
      text.removeSubrange(mark)
    }
    let citations = try citations(text).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let wanted = zip(keys, 1...).map { (keys: $0, place: places[$1] ?? -1) }.sorted { $0.place < $1.place }
    #expect(citations.map { $0.items.map(\.key).joined(separator: " ") } == wanted.map(\.keys))
    #expect(citations.map(\.range.lowerBound) == wanted.map(\.place))
  }

  @Test func sayTheirWords() throws {
    let text = "> [see\n> @a, p. 4 &amp; 5; -@b\\*]"
    let citation = try #require(citations(text).first)
    #expect(citation.text == "[see @a, p. 4 & 5; -@b*]")
    #expect(citation.items.map(\.prefix) == ["see", ""] && citation.items[0].locator == "p. 4 &amp; 5")
    #expect(citation.range == 2..<text.utf8.count && citation.items.map(\.offset) == [9, 28])
  }
}
