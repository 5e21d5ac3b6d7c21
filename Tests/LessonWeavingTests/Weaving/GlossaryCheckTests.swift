import LessonModel
import LessonWeaving
import Testing

@Suite("Terms that occur where they are explained")
struct GlossaryCheckTests {
  private func told(_ glossary: String, _ lesson: String, only: Set<String>? = nil) -> [String] {
    let course = TestLesson.course(
      [TestLesson.read(lesson, slug: "01-a"), TestLesson.read("# Glossary\n\n" + glossary, slug: "glossary")])
    return GlossaryCheck.warnings(of: course, only: only).map(\.line)
  }

  @Test(arguments: [
    ("entropy", "Entropy is a mean."), ("cross-entropy", "The cross entropies of two."), ("cross-entropy", "`crossEntropy(p)`"),
    ("loss", "Both losses."), ("mean squared error (MSE)", "The MSE."), ("bias (of a neuron)", "A bias."),
    ("epoch", "```swift\nlet epochs = 3\n```"), ("epoch", "| Epoch |\n|---|\n| 1 |"), ("熵", "信息熵是平均值。"),
    ("epoch", "```swift {caption=\"An epoch\"}\n1\n```"), ("batch", "In batches."),
  ])
  func mayBeInThePluralInCodeOrInShort(term: String, text: String) {
    #expect(told("- **\(term)**. See [a](01-a.md).\n", "# A\n\n\(text)\n") == [])
  }

  @Test(arguments: [
    ("entropy", "Cross entropic."), ("loss", "Glossy."), ("cross-entropy", "Cross it. Then entropy."), ("L2 penalty", "L2."),
  ])
  func areMissedWithTheirPlace(term: String, text: String) {
    let line =
      "4:3 glossary: '\(term)' does not occur in '01-a.md', to which its entry leads; use the term there, or link elsewhere"
    #expect(told("- **here**.\n- **\(term)**. See [a](01-a.md).\n", "# A\n\n\(text)\n") == [line])
  }

  /// A part of a course is told of its own glossary alone, and an entry that leads nowhere promises nothing.
  @Test func areLookedForWhereTheirEntryLeads() {
    let glossary = "- **gone**. See [a](01-a.md), [b](none.md) and [itself](glossary.md).\n- **lone**.\n"
    #expect(told(glossary, "# A\n").count == 1)
    #expect(told(glossary, "# A\n", only: ["01-a"]) == [])
    #expect(told(glossary, "# A\n", only: ["glossary"]).count == 1)
  }
}
