import LessonModel
import LessonWeaving
import Testing

@Suite("Quizzes with two right answers")
struct QuizCheckTests {
  private static let computed: [String: ComputedValue] = [
    "half": .float64(0.5), "third": .float64(1.0 / 3), "nearly": .float64(0.5000000001), "one": .integer("1"),
    "unity": .float64(1), "word": .text("a"), "same": .text("a"), "none": .nothing, "nan": .float64(.nan),
    "nor": .float32(.nan),
    "zero": .float64(0), "minus": .float64(-0.0),
  ]

  /// The choices of a quiz and the letters of those that are wrong and right at once.
  @Test(arguments: [
    (["- [x] [0.5](swift:half)", "- [ ] [0.33](swift:third)"], [String]()),
    (["- [x] [0.5](swift:half)", "- [ ] [0.50](swift:nearly)"], ["B A"]),
    (["- [ ] [1.0](swift:unity)", "- [x] [1](swift:one)"], ["A B"]),
    (["- [x] [a](swift:word)", "- [ ] [b](swift:same)"], ["B A"]),
    // What is written alike says the same, whatever it comes to; but not where nothing is written yet.
    (["- [x] [0.5](swift:half)", "- [ ] [0.5](swift:third)"], ["B A"]),
    (["- [x] [?](swift:half)", "- [ ] [?](swift:third)"], []), (["- [x] [?](swift:half)", "- [ ] [?](swift:nearly)"], ["B A"]),
    (["- [x] [0.0](swift:half)", "- [ ] [0.0](swift:zero)"], []),
    (["- [x] [0](swift:zero)", "- [ ] [0.0](swift:minus)"], ["B A"]),
    (["- [x] [nan](swift:nan)", "- [ ] [inf](swift:nor)"], []),
    (["- [x] [nan](swift:nan)", "- [ ] [inf](swift:nan)"], ["B A"]),
    // The words around the values count, markup does not.
    (["- [x] is [0.5](swift:half)", "- [ ] was [0.5](swift:half)"], []),
    (["- [x] *is* [0.5](swift:half) $x$", "- [ ] is **[0.5](swift:half)** $x$"], ["B A"]),
    (["- [x] `a` [0.5](swift:half)", "- [ ] `b` [0.5](swift:half)"], []),
    // Without a value there is nothing to compare.
    (["- [x] same", "- [ ] same"], []), (["- [x] [1](swift:none)", "- [ ] [1](swift:none)"], []),
    (["- [x] [0.5](swift:half)", "- [ ] [2](swift:third)", "- [x] [1](swift:one)", "- [ ] [1.0](swift:unity)"], ["D C"]),
  ])
  func findsChoicesThatSayTheSame(choices: [String], letters: [String]) throws {
    let text = "# A\n\n> [!QUIZ]\n> Which?\n>\n" + choices.map { "> \($0)\n" }.joined()
    let woven = try TestLesson.woven(text, [], Self.computed)
    let told = woven.mismatches.filter { $0.kind == .ambiguousQuiz }
    #expect(
      told.map(\.message)
        == letters.map { pair in
          "choice \(pair.prefix(1)) is meant to be wrong, and its value is that of the right choice \(pair.suffix(1))"
        })
    #expect(told.allSatisfy { $0.sourceLine?.contains("[ ]") == true })
  }
}
