import LessonModel
import TestSupport
import Testing

@Suite("Citations")
struct CitationTests {
  /// What stands between the brackets, and its items as `prefix|key|locator`, with `-` before a key whose author is left out.
  static let items: [(String, [String])] = [
    ("@a", ["|a|"]), ("@a, section 6", ["|a|section 6"]), ("@a p. 4", ["|a|p. 4"]), ("see @a", ["see|a|"]),
    ("see @a, p. 4; also @b", ["see|a|p. 4", "also|b|"]), ("-@a, 3", ["|-a|3"]), ("cf. -@a", ["cf.|-a|"]),
    ("@seed-0", ["|seed-0|"]), ("@a_b:c.d/e", ["|a_b:c.d/e|"]), ("@a.", ["|a|."]), ("@a, p. 4; 6", ["|a|p. 4; 6"]),
    ("x; @a", ["x;|a|"]), ("@a\np. 4", ["|a|p. 4"]), ("@香農", ["|香農|"]), ("a@b.org", []), ("@", []), ("@ a", []), ("", []),
    ("12", []), ("mail a@b.org to @c", ["mail a@b.org to|c|"]),
  ]

  @Test(arguments: items)
  func areReadByThePandocForms(text: String, expected: [String]) throws {
    let lesson = try #require(readLesson("# A\n\n[\(text)]\n", references: nil).lesson)
    let items = lesson.citations.flatMap(\.items)
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
    for (index, citation) in lesson.citations.enumerated() {
      #expect(lesson.source.position(of: citation.range.lowerBound) == text.places[index + 1])
    }
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
    #expect(lesson.document.words == "T [@a] xone [@a] two 1three [@b, four] five")
    #expect(lesson.document.last?.kind == .cell(0) && lesson.blocks.first?.recorded != nil)
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

@Suite("Formulas of a lesson")
struct LessonFormulaTests {
  /// A text with the places of each formula's first byte marked, and the formulas.
  static let formulas: [(String, [FormulaKey])] = [
    ("$«1»a$ and $«2»b$", [FormulaKey(tex: "a", isDisplay: false), FormulaKey(tex: "b", isDisplay: false)]),
    ("```math\n«1»a\nb\n```\n", [FormulaKey(tex: "a\nb", isDisplay: true)]),
    ("> ~~~ math\n> «1»a\n> ~~~\n", [FormulaKey(tex: "a", isDisplay: true)]),
    ("«1»```math\n```\n", [FormulaKey(tex: "", isDisplay: true)]),
    (
      "```swift {caption=\"of $«1»h$\"}\n1\n```\n\n$«2»b$",
      [
        FormulaKey(tex: "h", isDisplay: false), FormulaKey(tex: "b", isDisplay: false),
      ]
    ),
    ("x[^1] $«1»a$\n\n[^1]: $«2»b$\n\nand $«3»c$\n", ["a", "b", "c"].map { FormulaKey(tex: $0, isDisplay: false) }),
    ("    $a$\n\n```swift\n// $a$\n```\n\n```mathematics\na\n```\n", []),
  ]

  @Test(arguments: formulas)
  func areInTheOrderOfTheFile(marked: String, keys: [FormulaKey]) throws {
    let text = MarkedText("# A\n\n" + marked)
    let lesson = try #require(readLesson(text.text).lesson)
    #expect(lesson.formulas.map(\.key) == keys)
    #expect(lesson.formulas.allSatisfy { $0.offsets.count == $0.key.tex.utf8.count + 1 })
    for (index, formula) in lesson.formulas.enumerated() {
      let place = try #require(formula.offsets.first)
      #expect(lesson.source.position(of: place) == text.places[index + 1])
    }
  }

  @Test func aFenceOfMathematicsIsAFormulaInTheTree() throws {
    let lesson = try #require(readLesson("# A\n\n- ```math\n  a\n  ```\n").lesson)
    var kinds: [DocumentBlock.Kind] = []
    lesson.document.walk { if case .formula = $0.kind { kinds.append($0.kind) } }
    #expect(kinds == [.formula(try #require(lesson.formulas.first))])
  }

  @Test func oneThatIsNeverClosedIsTold() throws {
    let text = MarkedText("# A\n\n«1»$$\na\n\nb\n")
    expectOne(text, .math, "this '$$' is never closed; a formula ends in '$$' before the next empty line ('\\$' is a dollar)")
  }
}
