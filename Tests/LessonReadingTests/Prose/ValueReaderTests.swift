import LessonModel
import TestSupport
import Testing

@Suite("Values in the prose")
struct ValueReaderTests {
  static let titles: [(String, ProseValue.Publication, String?)] = [
    ("", .own, nil), (" \"±0.05\"", .own, "0.05"), (" \"+-1e-3\"", .own, "1e-3"), (" \"@a\"", .published(key: "a"), nil),
    (" \"not @a\"", .refuted(key: "a"), nil), (" \"if @a\"", .implied(key: "a"), nil),
    (" \"if @a ±1\"", .implied(key: "a"), "1"),
    (" \"@a ±0.5\"", .published(key: "a"), "0.5"),
  ]

  /// Where Markdown took a backslash that stood before a sign of the expression.
  @Test(arguments: [
    (#"[1].map(\.a)"#, ["."]), (#"[1].map(\\.a)"#, []), (#""a \(b)""#, ["("]), (#""a \\(b)""#, []), (#"a \> b.c"#, [">"]),
    ("a.b(c)", []),
  ])
  func backslashesThatAreLostAreKnown(written: String, signs: [String]) throws {
    let lesson = try #require(readLesson("# A\n\nIt is [1](<swift: \(written)>), \\. and more.\n").lesson)
    let value = try #require(lesson.values.first)
    let bytes = Array(value.expression.utf8)
    #expect(value.lostBackslashes(in: lesson.source).map { String(decoding: [bytes[$0]], as: UTF8.self) } == signs)
  }

  @Test(arguments: titles)
  func titlesSayWhoseANumberIs(title: String, publication: ProseValue.Publication, tolerance: String?) throws {
    let value = try #require(readLesson("# A\n\n[1](swift:x\(title))", references: ["a"]).lesson?.values.first)
    #expect(value.publication == publication)
    #expect(value.tolerance?.text == tolerance)
  }

  /// What has no meaning in a title, and the word that is to blame.
  @Test(arguments: [
    ("about 2", "about"), ("±", "±"), ("±x", "±x"), ("±-1", "±-1"), ("±inf", "±inf"), ("±1 ±2", "±2"), ("@a @b", "@b"),
    ("not", "not"), ("not not @a", "not"), ("@a not", "not"), ("if", "if"), ("not if @a", "if"), ("@a if", "if"), ("@", "@"),
    ("0.05", "0.05"), ("±0x1", "±0x1"),
  ])
  func otherTitlesAreMistakes(title: String, word: String) {
    let text = MarkedText("# A\n\n[«1»1](swift:x \"\(title)\")")
    expectOne(text, .valueLink, "'\(word)' has no meaning in a value's title; write \"±0.05\"")
  }

  static let mistakes: [(String, DiagnosticKind, String)] = [
    ("[«1»1](swift:)", .valueLink, "a value needs an expression: [text](swift:expression)"),
    ("[«1»](swift:x)", .valueLink, "write the value between the brackets, or [?] to have it recorded"),
    ("[«1»?](swift:x \"@a\")", .valueLink, "a published number must be written by the author; accept never records it"),
    ("[«1»](swift:x \"not @a\")", .valueLink, "a published number must be written by the author"),
    ("[«1»?](swift:x \"if @a\")", .valueLink, "an implied number must be written by the author"),
    ("[**«1»1**](swift:x \"@b\")", .unknownReference, "no reference 'b' in the course file"),
    ("[1](<swift: «1»let x = 1>)", .valueLink, "a value must be one expression"),
    ("[1](<swift: «1»x; y>)", .valueLink, "a value must be one expression"),
    ("[1](<swift: «1»x = 1>)", .valueLink, "a value must be one expression"),
    ("[1](«1»swift:f()", .valueLink, "this is no value to Markdown, only text: an expression with blanks stands in <...>"),
    ("[1] «1»(swift:x) is", .valueLink, "nothing stands between ']' and '(', as in '[0.8](swift:x)'"),
    ("[1]\n«1»(<swift: x>)", .valueLink, "nothing stands between ']' and '('"),
    ("[1](<swift: a \\< b«1»)>)", .compileError, "unexpected code ')'"),
    ("[1](swift:[1«1»)", .compileError, "expected"),
    ("| a |\n|---|\n| [«1»1](swift:) |\n", .valueLink, "needs an expression"),
    ("```swift {caption=\"x [«1»](swift:x)\"}\n1\n```\n", .valueLink, "write the value between the brackets"),
    ("```swift {caption=\"say \\\"x\\\" [«1»1](swift:x \\\"@b\\\")\"}\n1\n```\n", .unknownReference, "'b'"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, kind: DiagnosticKind, part: String) {
    expectOne(MarkedText("# A\n\n" + marked), kind, part)
  }

  /// A value by reference has the expression and the title of its definition; what is told of it is told where each stands.
  @Test func oneByReferenceIsAValue() throws {
    let text = MarkedText(
      """
      # A

      ```swift
      let y = 1
      ```

      *a* [«1»1][v] and <https://e.org> ![p](p.png) [**2**][V], | [x](y)
      [«2»?][ two  lines ]

      > [v]: <swift:«3»y> "±0.5"

      [two lines]:
        swift:«4»y+1
      """)
    let read = readLesson(text.text)
    let lesson = try #require(read.lesson)
    #expect(read.diagnostics.map(\.message) == [])
    #expect(lesson.values.map(\.written) == ["1", "2", "?"])
    #expect(lesson.values.map(\.expression) == ["y", "y", "y+1"])
    #expect(lesson.values.map { $0.tolerance?.text } == ["0.5", "0.5", nil])
    #expect(lesson.values.map { lesson.source.text($0.textRange) } == ["1", "2", "?"])
    #expect(lesson.values.map { lesson.source.text($0.range) } == ["[1][v]", "[**2**][V]", "[?][ two  lines ]"])
    #expect([0, 2].map { lesson.values[$0].position } == [text.places[1], text.places[2]])
    #expect([0, 2].map { lesson.source.position(of: lesson.values[$0].expressionOffset) } == [text.places[3], text.places[4]])
  }

  /// Where the text is the label, another text would lead nowhere.
  @Test(arguments: [
    "«1»[x]\n\n[x]: <SWIFT: y>\n", "*a* «1»[1][]\n\n[1]: swift:y\n", "<https://e.org> «1»[1]\n\n[1]: swift:y\n",
  ])
  func aLabelIsNoText(marked: String) {
    expectOne(MarkedText("# A\n\n" + marked), .valueLink, "the text of this value is its label")
  }

  /// A tolerance wider than the value lets zero pass; that of zero is always wider.
  @Test(arguments: [
    ("0.5", "±3", true), ("0.5", "±0.5", false), ("−$3", "±4", true), ("1.2 million", "±1000", false), ("0.0", "±1e-9", false),
    ("?", "±3", false), ("half", "±3", false),
  ])
  func wideTolerances(written: String, title: String, isTold: Bool) {
    let text = MarkedText("# A\n\n[«1»\(written)](swift:x \"\(title)\")")
    if isTold {
      expectOne(text, .wideTolerance, "is wider than the value", severity: .warning)
    } else {
      #expect(readLesson(text.text).diagnostics == [])
    }
  }

  @Test func areNumberedInTheOrderOfTheFile() throws {
    let lesson = try #require(
      readLesson(
        """
        # A [1](swift:a)

        x[^1]

        [^1]: [2](swift:a)

        ```swift {caption="see [3](swift:a)"}
        let a = 1
        ```

        > [!EXERCISE]
        > **Of [4](swift:a).** Then
        >
        > - [5](swift:a)

        ```swift
        let b = 1
        ```

        | [6](swift:a) | ![[7](swift:a)](x.png) |
        |---|---|
        | [8](swift:a) | |
        """
      ).lesson)
    #expect(lesson.values.map(\.written) == ["1", "2", "3", "4", "5", "6", "7", "8"])
    #expect(lesson.values.map(\.index) == Array(0..<8))
    #expect(lesson.values.map(\.blocksBefore) == [0, 0, 1, 1, 1, 2, 2, 2])
    #expect(lesson.values.allSatisfy { lesson.source.text($0.textRange) == $0.written })
    #expect(lesson.values.map { lesson.source.text($0.range) } == (1...8).map { "[\($0)](swift:a)" })
  }

  /// In an attribute a backslash stands before some bytes of a caption; places in the file count it.
  @Test func placesInACaptionCountItsBackslashes() throws {
    let text = MarkedText(
      "# A\n\n```swift {caption=\"say \\\"x\\\" \\\\alpha [«1»1](<swift:«2»a == «3»\\\"b\\\">)\"}\nlet a = 1\n```\n")
    let lesson = try #require(readLesson(text.text).lesson)
    let value = try #require(lesson.values.first)
    #expect(value.expression == #"a == "b""#)
    #expect(lesson.source.text(value.textRange) == "1")
    #expect(value.position == text.places[1])
    #expect(lesson.source.position(of: value.expressionOffset) == text.places[2])
    #expect(value.expressionOffsets.dropFirst(5).first.map { $0 - 1 } == lesson.source.offset(of: try #require(text.places[3])))
  }
}
