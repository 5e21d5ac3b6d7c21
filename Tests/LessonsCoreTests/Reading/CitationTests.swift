import LessonsCore
import Testing

@Suite("Citations")
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

  /// A text, with the place of each citation in it marked, and the keys.
  static let texts: [(String, [String])] = [
    ("As «1»[@a] says.", ["a"]), ("«1»[@a]«2»[@b]", ["a", "b"]), ("- [ ] x «1»[@a]", ["a"]),
    ("> «1»[see\n> @a, p. 4] x", ["a"]),
    ("| x | y |\n|---|---|\n| «1»[@a] | `[@b]` |\n", ["a"]), ("## On «1»[@a]", ["a"]), ("*«1»[@a]*", ["a"]),
    ("\\[@a] and «1»[@a]", ["a"]), ("`[@a]` «1»[@a]", ["a"]), ("[@a](http://x) «1»[@a]", ["a"]),
    ("x[^1]\n\n[^1]: y «1»[@a]\n", ["a"]),
    ("é «1»[@a;\n@b]", ["a b"]), ("[\\@a] <b@c.org> «1»[@a]", ["a"]), ("[x [«1»[@a]](swift:1)", []), ("[@a](http://x)", []),
    ("![see [@a]](x.png)", []), ("    [@a]\n", []), ("```swift {caption=\"x «1»[@a] [1](swift:1)\"}\nlet x = 1\n```\n", ["a"]),
    ("<!-- [@a] -->", []), ("[0.5](swift:1 \"@a\")", []), ("\\[@a]", []), ("[a@b.org]", []),
  ]

  @Test(arguments: texts)
  func areFoundInTheText(marked: String, keys: [String]) throws {
    let text = MarkedText("# A\n\n" + marked)
    let read = readLesson(text.text, references: ["a", "b"])
    let lesson = try #require(read.lesson)
    #expect(lesson.citations.map { $0.items.map(\.key).joined(separator: " ") } == keys)
    #expect(!read.diagnostics.contains { $0.kind == .unknownReference })
    for (index, citation) in lesson.citations.enumerated() { #expect(citation.position == text.places[index + 1]) }
  }

  @Test func anUnknownKeyIsToldAtItsPlace() throws {
    let text = MarkedText("# A\n\n> see [@shannon;\n> p. 4 «1»@shanon] and [«2»@x]")
    let read = readLesson(text.text, references: ["shannon"])
    #expect(read.diagnostics.map(\.kind) == [.unknownReference, .unknownReference])
    #expect(read.diagnostics.map(\.position) == [text.places[1], text.places[2]])
    #expect(read.diagnostics.first?.message == "no reference 'shanon' in the course file; did you mean 'shannon'?")
    #expect(readLesson(text.text, references: nil).diagnostics.isEmpty)
    #expect(readLesson(text.text, references: []).diagnostics.last?.message.hasSuffix("add it under 'references'") == true)
  }

  /// Cutting the text at its citations loses no word and keeps what the other events are.
  @Test func leaveTheRestOfTheTextAlone() throws {
    let text = "# T [@a] x\n\none [@a] two [1](swift:1)\nthree [@b,\nfour] five\n\n```swift\n1\n```\n\n```output\n1\n```\n"
    let lesson = try #require(readLesson(text, references: ["a", "b"]).lesson)
    #expect(lesson.title == "T [@a] x")
    #expect(lesson.citations.count == 3)
    #expect(lesson.values.count == 1 && lesson.blocks.count == 1)
    #expect(lesson.document.roles.values.contains(.value(0)) && lesson.document.roles.values.contains(.output(block: 0)))
  }
}

@Suite("Marks of coverage")
struct CoverageMarkTests {
  static let marks: [(String, [String])] = [
    ("«1»<!-- covers: S0-01 S0-02 -->\ntext", ["S0-01", "S0-02"]), ("> «1»<!-- covers: a, b.c -->\n> text", ["a", "b.c"]),
    ("«1»<!--covers: a-->", ["a"]), ("text «1»<!-- Covers: a --> text", ["a"]), ("<!-- covers the case -->", []),
    ("<!-- x: a -->", []),
    ("`<!-- covers: a -->`", []),
  ]

  @Test(arguments: marks)
  func areComments(marked: String, ids: [String]) throws {
    let text = MarkedText("# A\n\n" + marked)
    let read = readLesson(text.text)
    let lesson = try #require(read.lesson)
    #expect(read.diagnostics.isEmpty)
    #expect(lesson.marks.map(\.id) == ids)
    #expect(lesson.marks.allSatisfy { $0.position.line == text.places[1]?.line })
    #expect(ids.allSatisfy { Anchors(lesson).marks[$0] == "covers-\($0)" })
  }

  @Test(arguments: [
    ("«1»<!-- covers: -->", "covers nothing"), ("«1»<!-- cover: a -->", "not 'cover:'"), ("«1»<!-- covers: a b/c -->", "'b/c'"),
  ])
  func thatSayNothingAreMistakes(marked: String, part: String) throws {
    let text = MarkedText("# A\n\n" + marked)
    let diagnostic = try #require(readLesson(text.text).diagnostics.first)
    #expect(diagnostic.kind == .coverageMark)
    #expect(diagnostic.position == text.places[1])
    #expect(diagnostic.message.contains(part), "\(diagnostic.message)")
  }
}
