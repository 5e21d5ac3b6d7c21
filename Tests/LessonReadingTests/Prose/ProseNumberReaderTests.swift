import LessonReading
import LessonModel
import TestSupport
import Testing

@Suite("Numbers that nobody computed")
struct ProseNumberReaderTests {
  /// Text with the numbers marked that are found.
  static let texts: [String] = [
    "It is «1»0.25 of them, and «2»3 more.", "A value is [0.5](swift:1/2) and no more.", "`0.25` and $0.5$ and [@a, p. 7].",
    "Given: [0.25](given) and «1»7.", "Then [ungefähr «1»12 Jahre](lang:de), [«2»40 ans](lang:fr).", "In 2015 it was «1»12 %.",
    "N<sub>2</sub>O<sub>5</sub>, Fe<sup>3+</sup>, <sup>14</sup>C and «1»10<sup>«2»-7</sup> of «3»9",
    "carbon-14, C-14 or U-235, then «1»3 of them",
    "See lesson 5, lessons 6 to 8, and Figure 3.2 or section 4.",
    "See [lesson 5](05.md) and «1»6.", "## 3 Coins and «1»4 dice", "**«1»0.5** and *«2»0.75*",
    "| a | b |\n|---|---|\n| «1»1 | «2»2 |",
    "> It is «1»9\n> and «2»10.", "- «1»4 of them\n- [4](swift:4) of us", "An escape\\: «1»5, an entity &amp; «2»6.",
    "`4` comes before «1»4.", "See lesson\n5, with «1»6 more.", "Version 6.3 of 2024-01-02 at 10:30.", "two, three and twelve",
    "Keras 3 prints «1»1.17.", "![5 dots](a.png) and «1»5", "the note[^1]\n\n[^1]: with «1»8 in it",
    "See Figure 3\n\n```swift {caption=\"«1»5 of them\"}\nlet a = 4\n```", "lesson **5** and 6, and then «1»7",
    "```swift {caption=\"of «1»3 and [4](swift:4)\"}\nlet a = 4\n```",
  ]

  @Test(arguments: texts) func areFoundAtTheirPlaces(text: String) throws {
    let marked = MarkedText("# A\n\n" + text + "\n")
    let lesson = try #require(readLesson(marked.text, references: ["a"]).lesson)
    let places = marked.places.sorted { $0.key < $1.key }.map(\.value)
    #expect(lesson.numbers.unbound.map { lesson.source.position(of: $0.offset) } == places, "\(lesson.numbers)")
  }

  @Test func givenOnesAreCounted() throws {
    let lesson = try #require(readLesson("# A\n\n[0.25](given), [7](given) and 3\n").lesson)
    #expect(lesson.numbers.given.count == 2 && lesson.numbers.unbound.map(\.text) == ["3"])
    #expect(lesson.diagnostics.isEmpty && lesson.linkDestinations.isEmpty)
  }

  private static func limit(_ slug: String, _ column: Int, _ count: Int) -> UnboundAllowance.Limit {
    UnboundAllowance.Limit(
      lesson: FrontMatter.Required(slug: slug, position: SourcePosition(line: 1, column: column)), count: count)
  }

  static let allowances: [(String, UnboundAllowance?)] = [
    ("unbound: 0", .each(0)), ("unbound: 12", .each(12)),
    ("unbound: {01-a: 3, 02-b: 0}", .ratchet([limit("01-a", 11, 3), limit("02-b", 20, 0)])),
    ("title: T", .any), ("unbound: -1", nil), ("unbound: many", nil), ("unbound: {01-a: x}", nil),
  ]

  @Test(arguments: allowances) func theCourseSaysHowManyItAllows(text: String, allowance: UnboundAllowance?) {
    let read = CourseFileReader.read(courseFile: SourceText(path: "course.yml", text: text))
    if let allowance {
      #expect(read.file.unbound == allowance && read.diagnostics.isEmpty)
    } else {
      #expect(read.diagnostics.map(\.kind) == [.courseFile])
    }
  }
}
