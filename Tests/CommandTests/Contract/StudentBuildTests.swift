import Foundation
import Testing

/// `lessons build --without-solutions`: no byte of a solution is in any file of the site.
@Suite struct StudentBuildTests {
  /// What the solutions of the course say, in words, code, results, captions, headings, names and pictures.
  static let secrets = ["sesame", "quetzal", "4181", "tamarind", "obsidian", "marzipan", "xylophone", "periwinkle", "zeppelin"]

  static let lesson = """
    # Exercises

    > [!EXERCISE]
    > **Open it.** Find the word, [see the solution](#opened) or [its part](#in-words).

    > [!HINT]
    > A hint stays.

    > [!SOLUTION]
    > The word is sesame.
    >
    > ```swift {#opened caption="A tamarind of [4181](swift:4180+1)"}
    > let hidden = ["obsi", "dian"].joined()
    > print(hidden)
    > 37 * 113
    > ```
    >
    > ```output
    > obsidian
    > 4181
    > ```
    >
    > ## In words
    >
    > ### Marzipan
    >
    > ```swift {#quetzal run=false}
    > ```
    >
    > ![xylophone](picture.svg) and a note[^1].
    >
    > [^1]: A note on a zeppelin.

    > [!EXERCISE]
    > Later blocks see what a solution declared.
    >
    > > [!SOLUTION]
    > > ```swift {code=hide}
    > > show(Chart("periwinkle").bars([("a", 1), ("b", 2)]))
    > > ```
    > >
    > > ```output
    > > stale
    > > ```

    ```swift
    hidden.count
    ```

    ```output
    8
    ```

    """

  private struct Built: Sendable {
    var course: TemporaryCourse
    var whole: [String: [UInt8]]
    var student: [String: [UInt8]]
    var outcome: LessonsProcess.Outcome
  }

  private static let built = Result<Built, any Error> {
    let course = try TemporaryCourse(lessons: [
      "01-exercises": lesson, "02-other": "# Other\n\n[e](01-exercises.md#exercise-2)\n",
    ])
    try course.write("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>xylophone</title></svg>", to: "lessons/picture.svg")
    try course.lessons("accept")
    try course.lessons("build")
    let whole = try course.tree("output")
    let outcome = try course.lessons("build", "--without-solutions", "-o", "student")
    return Built(course: course, whole: whole, student: try course.tree("student"), outcome: outcome)
  }

  private static func files(_ tree: [String: [UInt8]], with word: String) -> [String] {
    tree.filter { $0.key.contains(word) || String(decoding: $0.value, as: UTF8.self).lowercased().contains(word) }.keys.sorted()
  }

  /// The words are in the whole site, or their absence would say nothing.
  @Test(arguments: secrets) func noFileHolds(_ word: String) throws {
    let built = try Self.built.get()
    #expect(!Self.files(built.whole, with: word).isEmpty)
    #expect(Self.files(built.student, with: word) == [])
  }

  @Test func allElseIsThere() throws {
    let built = try Self.built.get()
    #expect(built.outcome.status == 0, "\(built.outcome.error)")
    #expect(built.outcome.error.contains("built 2 lessons into student, without solutions"))
    let page = String(decoding: try #require(built.student["lessons/01-exercises.html"]), as: UTF8.self)
    #expect(page.contains("Exercise 1.1") && page.contains("Exercise 1.2") && page.contains("A hint stays."))
    #expect(page.contains("<samp>8</samp>"), "what needs a solution still has its result")
    #expect(page.matches(of: /<a href=#exercise-1/).count >= 2, "links to a solution lead to its exercise")
    #expect(built.student["lessons/picture.svg"] == nil && built.whole["lessons/picture.svg"] != nil)
  }

  /// An error inside a solution is the author's to see, not the students'.
  @Test func anErrorInASolutionIsNotShown() throws {
    let text = "# E\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> ```swift\n> let sesame: Int = \"quetzal\"\n> ```\n"
    let course = try TemporaryCourse(lessons: ["01-error": text])
    let outcome = try course.lessons("build", "--without-solutions")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("lessons/01-error.md:8:21: error: "))
    let site = try course.tree("output")
    #expect(Self.files(site, with: "sesame") + Self.files(site, with: "quetzal") == [])
  }

  /// Pages of an earlier build would stay beside the one lesson.
  @Test func oneLessonAloneIsRefused() throws {
    let built = try Self.built.get()
    let outcome = try built.course.lessons("build", "--without-solutions", "lessons/01-exercises.md", "-o", "one")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("give the course folder"))
    #expect(!built.course.exists("one"))
  }
}
