import LessonModel
import TestSupport
import Testing

/// What a callout becomes in its page.
@Suite("Callouts in a page")
struct CalloutPageTests {
  /// The page of a lesson whose values came to the given numbers.
  private func page(_ text: String, values: [Double] = [], slug: String = "07-test") throws -> String {
    let files = [
      slug + ".md": "# A\n\n" + text, "course.yml": "references: [{ id: book, title: A book, evidence: {none: made up} }]\n",
    ]
    func put(_ run: inout Run, _ lesson: Lesson) { run.values = runs(of: values) }
    #expect(try MadeCourse(files, put).woven.woven.flatMap(\.diagnostics).filter { $0.severity == .error } == [])
    return try MadeSite(files, put).page("lessons/\(slug).html")
  }

  private func runs(of values: [Double]) -> [Int: ValueRun] {
    Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0, ValueRun(status: .ok, value: .float64($1))) })
  }

  @Test(
    arguments: zip(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"], ["Note", "Tip", "Important", "Warning", "Caution"]))
  func alertsSayTheirKindInWords(marker: String, word: String) throws {
    let page = try page("> [!\(marker)] A *b*\n> text\n")
    let kind = marker.lowercased()
    #expect(
      page.contains(
        """
        <div class="callout \(kind)" id="\(kind)-1" role="note" aria-labelledby="\(kind)-1.title">
        <p class="callout-title" id="\(kind)-1.title"><span class="callout-kind">\(word)</span>: A <em>b</em></p>
        <p>text</p>
        </div>
        """))
    #expect(!page.contains("[!"))
  }

  @Test func exercisesHaveAHeadingThatFits() throws {
    let text = "## B\n\n> [!EXERCISE]\n> **Half.** a\n\n### C\n\n> [!EXERCISE]\n> b\n\n[two](#exercise-2)\n"
    let numbered = try page(text)
    #expect(
      numbered.contains(
        "<h3 class=\"callout-title\" id=\"exercise-1\"><span class=\"callout-kind\">Exercise 7.1</span>: Half</h3>")
    )
    #expect(
      numbered.contains("<h4 class=\"callout-title\" id=\"exercise-2\"><span class=\"callout-kind\">Exercise 7.2</span></h4>"))
    #expect(numbered.contains("<a href=\"#exercise-2\">two</a>"))
    #expect(try page(text, slug: "unnumbered").contains(">Exercise 1.2<"))
  }

  @Test func exercisesAreAmongTheContents() throws {
    let lesson = try #require(readLesson("# A\n\n## Exercise 1\n\n> [!EXERCISE]\n> **`x` and y.** a\n\n## B\n").lesson)
    let contents = Anchors(lesson).contents
    #expect(contents.map(\.title) == ["A", "Exercise 1", "Exercise 1.1: x and y", "B"])
    #expect(contents.map(\.anchor) == ["a", "exercise-1-1", "exercise-1", "b"])
    #expect(contents.map(\.level) == [1, 2, 3, 2])
  }

  @Test func answersAreFolded() throws {
    let page = try page("> [!EXERCISE]\n> a\n\n> [!HINT]\n> h\n\n> [!SOLUTION]\n> s\n")
    #expect(page.contains("<summary><span class=\"callout-kind\">Hint</span></summary>\n<p>h</p>\n</details>"))
    #expect(
      page.contains("<summary><span class=\"callout-kind\">Solution to exercise 7.1</span></summary>\n<p>s</p>\n</details>"))
  }

  static let claim =
    "> [!CLAIM]\n> Two.\n>\n> - [ ] [1](swift:a \"@book\") it is\n> - [x] [2](swift:b \"not @book\") it is\n>\n> Why.\n"

  /// Neither a tick nor the look of a refuted value tells which statement is wrong before the fold is opened.
  @Test func aClaimDoesNotBetrayItself() throws {
    let page = try page(Self.claim, values: [1, 3])
    let parts = page.split(separator: "<details class=\"verdict\">", maxSplits: 1).map(String.init)
    #expect(
      parts[0].contains("<p>Two.</p>\n<ol class=\"statements\" type=\"A\">\n<li>1 it is</li>\n<li>2 it is</li>\n</ol>"))
    #expect(!parts[0].contains("Why."))
    #expect(parts[1].contains("<p><strong>Statement B is wrong.</strong></p>"))
    #expect(parts[1].contains("<s>2</s>") && parts[1].contains("<p>Why.</p>\n</details>"))
    #expect(!page.contains("class=\"task\"") && !page.contains("[x]"))
  }

  @Test func aClaimWithoutAListHidesNothing() throws {
    let page = try page("> [!CLAIM]\n> One.\n>\n> Why.\n")
    #expect(page.contains("<p>One.</p>\n<p>Why.</p>\n</div>"))
    #expect(!page.contains("<details class=\"verdict\">"))
  }

  static let quiz = """
    > [!QUIZ]
    > Think.
    >
    > How many?
    >
    > - [ ] [1](swift:a)
    >
    >   Too few.
    > - [x] [2](swift:b)
    >
    >   Enough.
    >
    > After all.

    """

  @Test func aQuizAsksFirstAndFoldsItsAnswer() throws {
    let page = try page(Self.quiz, values: [1, 2])
    #expect(page.contains("<p>Think.</p>\n<fieldset>\n<legend>How many?</legend>\n"))
    #expect(
      page.contains(
        "<input type=\"radio\" name=\"quiz-1\" value=\"wrong\"> <span class=\"letter\">A</span> <span class=\"words\">1</span></label>"
      ))
    let parts = page.split(separator: "<details class=\"answer\">", maxSplits: 1).map(String.init)
    #expect(
      !parts[0].contains("swift:") && !parts[0].contains("class=\"v\"")
        && !parts[0].contains("Enough."))
    #expect(parts[1].contains("<p>B is right.</p>"))
    #expect(parts[1].contains("<strong>A is wrong:</strong> <a class=\"v\" id=\"v1\""))
    #expect(page.matches(of: /id="v1"/).count == 1)
    #expect(parts[1].contains("<strong>B is right:</strong>") && parts[1].contains("<p>After all.</p>"))
  }

  @Test func severalTicksAreCheckboxes() throws {
    let page = try page("> [!QUIZ]\n> Which?\n>\n> - [x] a\n> - [ ] b\n> - [x] c\n")
    #expect(page.matches(of: /type="checkbox"/).count == 3)
    #expect(page.contains("<p>A, C are right.</p>"))
  }

  /// The choices of a quiz, what they compute to, and the marked place of the one that is no distractor.
  static let choices: [(String, [Double], Bool)] = [
    ("> - [x] [2.58](swift:a)\n> - [ ] [«1»2.6](swift:b)\n", [2.58, 2.58], true),
    ("> - [ ] [«1»0.3](swift:b)\n> - [x] [0.30](swift:a)\n", [0.1 + 0.2, 0.3], true),
    ("> - [x] [2.6](swift:a) bits\n> - [ ] [«1»2.6](swift:b) bits\n", [2.58, 2.61], true),
    ("> - [x] [2.58](swift:a)\n> - [ ] [«1»3](swift:b)\n", [2.58, 3], false),
    ("> - [x] [1](swift:a)\n> - [ ] [«1»0.5](swift:b)\n", [1, 0.5], false),
    ("> - [x] [2](swift:a) bits\n> - [ ] [«1»2](swift:b) nats\n", [2, 2], false),
    ("> - [x] [2](swift:a)\n> - [ ] [«1»3](swift:b)\n", [2, 3], false),
    ("> - [x] [1](swift:a) and [2](swift:c)\n> - [ ] [«1»1](swift:b) and [3](swift:d)\n", [1, 2, 1, 3], false),
  ]

  @Test(arguments: choices)
  func aWrongChoiceThatIsRightIsTold(marked: String, values: [Double], isAmbiguous: Bool) throws {
    let text = MarkedText("# A\n\n> [!QUIZ]\n> How many?\n>\n" + marked)
    let woven = try MadeCourse(["01-a.md": text.text]) { run, _ in run.values = runs(of: values) }.woven
    let told = woven.woven.flatMap(\.mismatches)
    #expect(told.map(\.kind) == (isAmbiguous ? [.ambiguousQuiz] : []))
    #expect(told.map(\.position) == (isAmbiguous ? [text.places[1]] : []))
  }
}
