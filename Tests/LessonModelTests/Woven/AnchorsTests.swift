import LessonModel
import Testing

@Suite("Addresses inside a page")
struct AnchorsTests {
  private func heading(_ text: String, level: Int = 2) -> DocumentBlock.Kind { .heading(level: level, [.text(text)]) }

  private func callout(_ kind: Callout.Kind, number: Int, exercise: Int? = nil, at start: Int) -> DocumentBlock.Kind {
    .callout(
      Callout(
        kind: kind, number: number, exercise: exercise, level: 3, range: start..<(start + 9), markerRange: start..<start,
        title: nil, content: [], depth: 0))
  }

  @Test(arguments: [
    ("A fair coin", "a-fair-coin"), ("Größe!", "größe"), ("Cafe\u{301}", "caf\u{E9}"), ("x_1 - 2", "x_1---2"), ("¿?", ""),
    ("熵 是", "熵-是"),
  ])
  func areMadeOfTheWordsOfHeadings(title: String, anchor: String) {
    #expect(Array(Anchors.words(title).unicodeScalars) == Array(anchor.unicodeScalars))
  }

  @Test func areToldApart() {
    let lesson = lesson("a", heading("One"), heading("One"), heading("?"), heading("One-1"), heading("main"))
    let anchors = Anchors(lesson)
    #expect((0..<5).map { anchors.anchor(at: $0 * 10) } == ["one", "one-1", "section", "one-1-1", "main-1"])
    #expect(anchors.anchor(at: 5) == "")
    #expect(anchors.contents.map(\.line) == [1, 2, 3, 4, 5])
  }

  /// A name that the author gave keeps its address, whatever heading has the same words.
  @Test func namesOfBlocksComeFirst() {
    let lesson = lesson("a", heading("toss"), swift("toss"), swift(), heading("block 2"))
    let anchors = Anchors(lesson)
    #expect((0..<4).map { anchors.anchor(at: $0 * 10) } == ["toss-1", "toss", "block-2-1", "block-2"])
    #expect(anchors.known == ["toss-1", "block-2", "block-2-1", "toss"])
  }

  @Test func calloutsAreCountedByKind() {
    let lesson = lesson(
      "a", callout(.exercise, number: 1, at: 0), callout(.solution, number: 4, exercise: 1, at: 10),
      callout(.note, number: 2, at: 20))
    let anchors = Anchors(lesson)
    #expect((0..<3).map { anchors.anchor(at: $0 * 10) } == ["exercise-1", "solution-1", "note-2"])
    #expect(anchors.contents.map(\.title) == ["Exercise 1.1"])
  }

  @Test func whatIsLeftOutLeadsElsewhere() {
    var lesson = lesson("a", heading("one"))
    lesson.movedAnchors = ["solution-1": "exercise-1"]
    let anchors = Anchors(lesson)
    #expect(anchors.target(of: "solution-1") == "exercise-1")
    #expect(anchors.target(of: "one") == "one")
    #expect(anchors.target(of: "two") == nil)
  }

  @Test func theSectionOfALineIsTheHeadingAboveIt() {
    let anchors = Anchors(lesson("a", .rule, heading("one"), .rule, heading("two")))
    #expect((1...4).map { anchors.section(ofLine: $0)?.anchor } == [nil, "one", "one", "two"])
  }
}
