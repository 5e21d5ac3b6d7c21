import LessonModel
import LessonWeaving
import Testing

@Suite("Links without words")
struct LinkWordsTests {
  private static let other = """
    # Other words

    ## A heading with *marks*

    ## Taken [](#f)

    ```swift {#f caption="C"}
    1
    ```

    ```swift {#bare}
    2
    ```

    ```math {#e}
    x
    ```

    > [!EXERCISE] Do it
    > Now.

    > [!TIP] A title
    > a

    > [!TIP]
    > b

    """
  private static let glossary = "# Glossary\n\n- **entropy (H)**. A mean.\n- **bias (of a unit)**.\n- **bias (of a coin)**.\n"

  /// The paragraphs of a lesson beside the others, and what is told of it.
  private func woven(_ text: String, slug: String = "05-here") throws -> (words: [String], told: [String]) {
    let read = [
      TestLesson.read(text, slug: slug), TestLesson.read(Self.other, slug: "part/03-other"),
      TestLesson.read(Self.glossary, slug: "glossary"),
    ].map { read -> ReadLesson in
      guard case .readable(var lesson) = read else { return read }
      lesson.number = lesson.slug == "part/03-other" ? 3 : 5
      return .readable(lesson)
    }
    let lesson = try #require(read.readable.first)
    let woven = LessonWeaver.woven(lesson, Run(), links: CourseLinks(TestLesson.course(read)), formulas: FormulaTable())
    var words: [String] = []
    woven.lesson.document.walk { block in words += block.texts.map(\.plainText) }
    words += woven.lesson.blocks.compactMap { $0.caption?.plainText }
    return (words, woven.failures.map(\.line))
  }

  @Test(arguments: [
    ("[](part/03-other.md)", "Other words"), ("[](part/03-other.md#a-heading-with-marks)", "A heading with marks"),
    ("[](part/03-other.md#f)", "Figure 3.1"), ("[](part/03-other.md#e)", "Equation 3.1"),
    ("[](part/03-other.md#bare)", "block bare"), ("[](part/03-other.md#exercise-1)", "Exercise 3.1"),
    ("[](part/03-other.md#tip-1)", "A title"), ("[](part/03-other.md#tip-2)", "Tip"),
    ("[](glossary.md#entropy-h)", "entropy (H)"), ("[](glossary.md#entropy)", "entropy (H)"),
    ("[](glossary.md#h)", "entropy (H)"),
    ("[](#)", "T"), ("[ ](part/03-other.md#f)", "Figure 3.1"), ("[][r]\n\n[r]: part/03-other.md#f", "Figure 3.1"),
    ("**[](part/03-other.md#f)** and [*own*](part/03-other.md#f)", "Figure 3.1 and own"),
  ])
  func takeThoseOfWhatTheyLeadTo(markdown: String, words: String) throws {
    let woven = try woven("# T\n\n\(markdown)\n")
    #expect(woven.words == ["T", words])
    #expect(woven.told == [])
  }

  @Test func standWhereverLinksDo() throws {
    let link = "[](part/03-other.md#f)"
    let woven = try woven(
      "# T\n\n## On \(link)\n\n| \(link) |\n|---|\n| a \(link) |\n\n> [!NOTE] N \(link)\n> b \(link)[^1]\n\n- c \(link)\n\n[^1]: d \(link)\n\n"
        + "```swift {#own caption=\"e \(link), [](#own)\"}\n1\n```\n")
    #expect(
      Set(woven.words) == [
        "T", "On Figure 3.1", "Figure 3.1", "a Figure 3.1", "N Figure 3.1", "b Figure 3.1", "c Figure 3.1", "d Figure 3.1",
        "e Figure 3.1, Figure 5.1",
      ])
  }

  private static let nameless = "has no number and no title of its own; write words between the brackets"

  @Test(arguments: [
    ("[](#nowhere)", "3:4 dead-link: there is no '#nowhere' in '05-here.md'"),
    ("a [](part/03-other.md#g)", "3:6 dead-link: there is no '#g' in 'part/03-other.md'; did you mean '#e'?"),
    ("[](03-other.md)", "3:4 dead-link: there is no lesson '03-other.md'; did you mean 'part/03-other.md'?"),
    ("[](#main)", "3:4 dead-link: what '#main' leads to \(nameless)"),
    ("[](part/03-other.md#taken-)", "3:4 dead-link: what 'part/03-other.md#taken-' leads to \(nameless)"),
    ("[](glossary.md#bias)", "3:4 dead-link: there is no '#bias' in 'glossary.md'"),
    (
      "[](https://a.org)",
      "3:4 dead-link: this link has no words, so the page shows its address; write some between the brackets"
    ),
    ("[](none.png)", "3:4 dead-link: there is no file 'none.png' beside the lesson"),
    (
      "```swift {caption=\"[](#nowhere)\"}\n1\n```", "3:23 dead-link: there is no '#nowhere' in '05-here.md'"
    ),
  ])
  func thatLeadToNothingWithWordsAreTold(markdown: String, line: String) throws {
    let told = try woven("# T\n\n\(markdown)\n").told
    #expect(told.count == 1 && told[0].hasPrefix(line), "\(told)")
  }

  /// An address is not made of words that are taken from elsewhere: it stays when these change.
  @Test func giveAHeadingNoAddress() throws {
    let lesson = try TestLesson.lesson("# T\n\n## On [](#f)\n\n```swift {#f caption=\"C\"}\n1\n```\n")
    let woven = LessonWeaver.woven(
      lesson, Run(), links: CourseLinks(TestLesson.course([.readable(lesson)])), formulas: FormulaTable())
    #expect(woven.anchors.contents.map(\.title) == ["T", "On Figure 1.1"])
    #expect(woven.anchors.contents.map(\.anchor) == ["t", "on-"])
  }

  /// A heading of a solution lends no student its words.
  @Test func takeNothingFromASolution() throws {
    let text = "# T\n\n[](#secret) [](02-b.md#secret)\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> ## Secret\n"
    let reads = [TestLesson.read("# A\n\n[](02-b.md#secret)\n", slug: "01-a"), TestLesson.read(text, slug: "02-b")]
    let whole = CourseWeaver.woven(TestLesson.course(reads), [:], only: nil, formulas: FormulaTable())
    func words(_ course: WovenCourse) -> [String] {
      course.woven.map { $0.lesson.document.flatMap(\.texts).map(\.plainText).joined(separator: "|") }
    }
    #expect(words(whole) == ["A|Secret", "T|Secret Secret"])
    #expect(words(StudentEdition.course(whole)) == ["A|Exercise 2.1", "T|Exercise 2.1 Exercise 2.1"])
  }
}
