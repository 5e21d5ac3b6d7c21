import LessonModel
import TestSupport
import Testing

@Suite("Reading callouts")
struct CalloutReaderTests {
  private func callouts(_ text: String) throws -> [Callout] {
    try #require(readLesson("# A\n\n" + text, references: ["a"]).lesson).callouts
  }

  @Test(arguments: Callout.Kind.allCases, [true, false])
  func everyKindInBothCases(kind: Callout.Kind, isUpper: Bool) throws {
    let marker = isUpper ? kind.marker : kind.rawValue
    #expect(try callouts("> [!\(marker)]\n> - [x] a\n> - [ ] b\n").map(\.kind) == [kind])
  }

  /// The text below the heading, then the title and the content of its one callout.
  static let parts: [(String, String?, String)] = [
    ("> [!NOTE]\n> text\n", nil, "text"),
    (">[!NOTE]\n>text\n", nil, "text"),
    ("> [!NOTE]\n>\n> text\n", nil, "text"),
    ("> [!NOTE]  \n> text", nil, "text"),
    ("> [!NOTE] A *b* c\n> text\n", "A b c", "text"),
    ("> [!NOTE] A [1](swift:x) b\n", "A 1 b", ""),
    ("> [!NOTE]\n> **strong.** text\n", nil, "strong. text"),
    ("> [!EXERCISE]\n> **Half a bit.** Task\n", "Half a bit", "Task"),
    ("> [!EXERCISE]\n>\n> **Half a bit?**\n> Task\n", "Half a bit?", "Task"),
    ("> [!EXERCISE]\n> **And so on...**\n>\n> Task\n", "And so on...", "Task"),
    ("> [!EXERCISE] A\n> **b.** c\n", "A", "b. c"),
    ("> [!EXERCISE]\n> Task **strong**\n", nil, "Task strong"),
    ("> [!NOTE]\n> - item\n", nil, "item"),
    ("- > [!NOTE]\n  > text\n- b\n", nil, "text"),
    ("> [!NOTE]\nlazy\n", nil, "lazy"),
    ("> [!NOTE]\n> > quoted\n", nil, "quoted"),
    ("> [!NOTE]\n> | a |\n> |---|\n> | b |\n", nil, "ab"),
    // Where the sentence goes on it stays whole, if nothing in it may stand but once.
    ("> [!EXERCISE]\n> **Move it** in place. Then?\n", "Move it", "Move it in place. Then?"),
    ("> [!EXERCISE]\n> **Move *it***\n> in place.\n", "Move it", "Move itin place."),
    ("> [!EXERCISE]\n> **Move 2** in place.\n", "Move 2", "in place."),
    ("> [!EXERCISE]\n> **Move it** Now\n", "Move it", "Now"),
    ("> [!EXERCISE]\n> **Why?** so it is.\n", "Why?", "so it is."),
    ("> [!EXERCISE]\n> **.** Task\n", "", "Task"),
    ("> [!EXERCISE]\n> **Of *a*:**  Task\n", "Of a", "Task"),
    ("> [!EXERCISE] **Whole.**\n> Task\n", "Whole.", "Task"),
    ("> [!EXERCISE]\n> **Alone:**\n", "Alone", ""),
    ("> [!EXERCISE]\n> - a\n>\n> **b.** c\n", nil, "ab. c"),
  ]

  @Test(arguments: parts, ["\n", "\r\n"])
  func titleAndContent(part: (text: String, title: String?, content: String), lineEnd: String) throws {
    let read = readLesson(("# A\n\n" + part.text).replacing("\n", with: lineEnd))
    let lesson = try #require(read.lesson)
    let callout = try #require(lesson.callouts.first)
    #expect(callout.title?.words == part.title)
    #expect(callout.content.words == part.content)
    #expect(lesson.callouts.count == 1)
    #expect(lesson.source.text(callout.markerRange) == "[!\(callout.kind.marker)]")
    #expect(lesson.source.text(callout.range).hasPrefix(">"))
    #expect(
      lesson.source.position(of: callout.range.upperBound).line == part.text.split(separator: "\n").count { $0 != "- b" } + 2)
    #expect(callout.depth == 0)
  }

  @Test(arguments: [
    "> \\[!NOTE]\n> text\n", "> `[!NOTE]`\n", "> **[!NOTE]**\n", "> [NOTE]\n", "> [!NOTE\n", "> [!a b]\n", "> [!]\n",
    "> [!1]\n",
    "> [!NOTE]\n\n[!NOTE]: https://example.org\n", "> text [!NOTE]\n", "[!NOTE] is a marker\n", "> # [!NOTE]\n",
    "    > [!NOTE]\n",
  ])
  func whatIsNoMarker(text: String) throws {
    let read = readLesson("# A\n\n" + text)
    #expect(try callouts(text).isEmpty)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
  }

  @Test func exercisesAreCountedAndTheirAnswersBelongToThem() throws {
    let callouts = try callouts(
      """
      > [!EXERCISE]
      > one

      > [!HINT]
      > h

      ## B

      > [!EXERCISE]
      > two
      >
      > > [!SOLUTION]
      > > inside

      ### C

      - > [!SOLUTION]
        > after
      """)
    #expect(callouts.map(\.number) == [1, 1, 2, 1, 2])
    #expect(callouts.map(\.exercise) == [nil, 1, nil, 2, 2])
    #expect(callouts.map(\.level) == [2, 2, 3, 3, 4])
  }

  /// What blanks a solution out must know the marks of the quotations around it.
  @Test func quotationsAndCalloutsAroundAreCounted() throws {
    let callouts = try callouts(
      """
      > [!EXERCISE]
      > one
      >
      > > [!SOLUTION]
      > > two
      > >
      > > - > [!NOTE]
      > >   > three

      > > [!TIP]
      > > four
      """)
    #expect(callouts.map(\.depth) == [0, 1, 2, 1])
  }

  /// Headings inside quotations are of another text; no level is below the sixth.
  @Test func headingsAroundGiveTheLevel() throws {
    let callouts = try callouts(
      "##### B\n\n> [!NOTE]\n> # C\n>\n> > [!NOTE]\n> > x\n\n###### D\n\n> [!NOTE]\n> x\n\n- ## E\n\n> [!NOTE]\n> x\n")
    #expect(callouts.map(\.level) == [6, 6, 6, 3])
  }

  @Test func choicesAndStatements() throws {
    let lesson = try #require(
      readLesson(
        "# A\n\n> [!QUIZ]\n> - plain\n>\n> Which?\n>\n> - [ ] a\n>\n>   why\n> - [x] b\n\n> [!CLAIM]\n> 1. one\n> 2. two\n"
      ).lesson)
    let questions = try lesson.callouts.map { try #require($0.question) }
    let lists = questions.map(\.list)
    #expect(lists[0].items.map(\.label.words) == ["a", "b"])
    #expect(lists[0].items.map { Array($0.rest).words } == ["why", ""])
    #expect(lists[0].ticked == [1])
    #expect(questions.map { Array($0.before).words } == ["plainWhich?", ""])
    #expect(lists[1].items.map(\.isTicked) == [nil, nil])
    #expect(!lists[1].isTaskList)
  }

  @Test func lettersGoOnBehindZ() {
    #expect([0, 25, 26, 51, 52, 702].map(DocumentList.letter) == ["A", "Z", "AA", "AZ", "BA", "AAA"])
  }

  /// The words of a title and those behind it share a line; each value is found at its own place.
  @Test func valuesInATitleAndBehindIt() throws {
    let text = MarkedText("# A\n\n> [!EXERCISE]\n> **Of [«1»1](swift:x).** Then [«2»2](swift:x)\n> and [«3»3](swift:x)\n")
    let lesson = try #require(readLesson(text.text).lesson)
    #expect(lesson.values.map(\.written) == ["1", "2", "3"])
    #expect(lesson.values.map(\.position) == [1, 2, 3].map { text.places[$0] })
  }

  /// Citations before and inside a callout move nothing that stands behind them.
  @Test func citationsDoNotMoveACallout() throws {
    let text =
      "# A [@a] b\n\nSee [@a] and [@a].\n\n> [!EXERCISE]\n> **Of [@a].** Task [@a]\n\n> [!QUIZ]\n> Which?\n>\n> - [x] b [@a]\n> - [ ] c\n"
    let lesson = try #require(readLesson(text, references: ["a"]).lesson)
    #expect(lesson.citations.count == 6)
    try #require(lesson.callouts.map(\.kind) == [.exercise, .quiz])
    #expect(lesson.callouts[0].title?.words == "Of [@a]")
    #expect(lesson.callouts[0].content.words == "Task [@a]")
    #expect(lesson.callouts[1].question?.list.items.map { $0.label.words.first } == ["b", "c"])
  }

  /// A lesson with a mistake, the place of the message marked, its identifier, and a part of what it says.
  static let mistakes: [(String, DiagnosticKind, String)] = [
    ("> [!«1»NOET]\n> text\n", .unknownCallout, "did you mean 'NOTE'?"),
    ("> [!«1»Soluton] secret\n", .unknownCallout, "did you mean 'SOLUTION'?"),
    ("> [!«1»INFO]\n> text\n", .unknownCallout, "known: NOTE, TIP"),
    ("> [! «1»note ]\n> text\n", .unknownCallout, "write [!NOTE]"),
    ("> text\n> «1»[!SOLUTION]\n> text\n", .unknownCallout, "quotation"),
    ("> text\n>\n> «1»[!SOLUTION]\n> text\n", .unknownCallout, "blank line"),
    ("«1»[!SOLUTION]\n> text\n", .unknownCallout, "quotation"),
    ("> [!NOTE]\n>\n> «1»[!SOLUTION] a title\n> secret\n", .unknownCallout, "blank line"),
    ("> [!NOTE]\n>\n> «1»[!SOLUTION]\n> secret\n", .unknownCallout, "blank line"),
    ("> [!NOTE]\n> «1»[!TIP]\n> text\n", .unknownCallout, "blank line"),
    ("> «1»[!SOLUTION]\n> secret\n> ===\n", .unknownCallout, "first line"),
    ("> «1»[!SOLUTION] a title\n> secret\n> ---\n", .unknownCallout, "first line"),
    ("> secret\n> «1»[!SOLUTION]\n> ===\n", .unknownCallout, "first line"),
    ("> «1»[!NOTE]\n\ntext\n", .emptyCallout, "empty"),
    ("> [!EXERCISE]\n> a\n\n> «1»[!SOLUTION] a title\n\ntext\n", .emptyCallout, "empty"),
    ("> «1»[!QUIZ]\n> Which?\n>\n> - a\n> - b\n", .quiz, "task list"),
    ("> «1»[!QUIZ]\n> Which?\n>\n> - [ ] a\n> - [ ] b\n", .quiz, "ticked"),
    ("> «1»[!QUIZ]\n> Which?\n>\n> - [x] a\n", .quiz, "one choice"),
    ("> «1»[!QUIZ]\n> Which?\n>\n> - [x] a\n> - ```swift\n>   1\n>   ```\n", .quiz, "choice B"),
    ("> «1»[!QUIZ]\n> Which?\n>\n> - [x] a\n> - [ ] b\n> - c\n", .quiz, "choice C of this quiz has no box"),
    ("> «1»[!CLAIM]\n> - [x] a\n", .claim, "one statement"),
    ("> «1»[!CLAIM]\n> - [x] a\n> - b\n", .claim, "statement B of this claim has no box"),
    ("> «1»[!CLAIM]\n> - [x] a\n> - [ ] b\n> - [x] c\n", .claim, "statements A and C of this claim are ticked"),
    ("> «1»[!CLAIM]\n> - [ ] a\n> - [ ] b\n", .claim, "ticked"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldWithTheirPlace(marked: String, kind: DiagnosticKind, part: String) throws {
    let text = MarkedText("# A\n\n" + marked)
    let read = readLesson(text.text)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1)
    #expect(diagnostic.kind == kind)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.position == text.places[1])
    #expect(diagnostic.message.contains(part), "\(diagnostic.message)")
  }

  @Test(arguments: ["HINT", "SOLUTION"]) func anAnswerWithoutAnExerciseIsWarnedOf(marker: String) {
    let read = readLesson("# A\n\n> [!\(marker)]\n> text\n\n> [!EXERCISE]\n> late\n")
    #expect(read.diagnostics.map(\.kind) == [.strayAnswer])
    #expect(read.lesson?.isRunnable == true)
  }

  @Test func aSolutionGivesNoTitleToItsLesson() {
    #expect(readLesson("> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> # Secret\n\n## Open\n").lesson?.title == "Open")
  }
}
