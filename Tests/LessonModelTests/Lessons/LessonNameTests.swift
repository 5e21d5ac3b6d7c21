import LessonModel
import Testing

@Suite("The names of what is made")
struct LessonNameTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var given: String
    var title: String
    var slug: String
    var number: String?
    var testDescription: String { given }

    init(_ given: String, _ title: String, _ slug: String, _ number: String? = nil) {
      (self.given, self.title, self.slug, self.number) = (given, title, slug, number)
    }
  }

  static let cases = [
    // Titles stay as they are.
    Case("Sorting & Counting", "Sorting & Counting", "sorting-counting"),
    Case("The Big-O, at last!", "The Big-O, at last!", "the-big-o-at-last"),
    Case("KL-divergence", "KL-divergence", "kl-divergence"),
    Case("C# and #1", "C# and #1", "c-and-1"),
    Case("sorting & counting", "sorting & counting", "sorting-counting"),
    Case("10 things to know", "10 things to know", "10-things-to-know"),
    Case("Bayes' rule isn\u{2019}t hard", "Bayes' rule isn\u{2019}t hard", "bayes-rule-isnt-hard"),
    Case("  two\n blanks ", "two blanks", "two-blanks"),
    Case("a/b: c\\d", "a/b: c\\d", "a-b-c-d"),
    Case("\"Quoted\" (twice)", "\"Quoted\" (twice)", "quoted-twice"),
    // Names of files become titles.
    Case("entropy", "Entropy", "entropy"),
    Case("information-and_entropy", "Information and entropy", "information-and-entropy"),
    Case("03-information.md", "Information", "information", "03"),
    Case("007-bonds", "Bonds", "bonds", "007"),
    Case("3-sat", "3 sat", "3-sat"),
    Case("2024-review", "2024 review", "2024-review"),
    // Other scripts keep their letters.
    Case("Größe und Maß", "Größe und Maß", "größe-und-maß"),
    Case("E\u{301}tude", "E\u{301}tude", "\u{E9}tude"),
    Case("信息 与 熵", "信息 与 熵", "信息-与-熵"),
    Case("Энтропия", "Энтропия", "энтропия"),
    Case("हिन्दी पाठ", "हिन्दी पाठ", "हिन्दी-पाठ"),
    Case("می\u{200C}خواهم", "می\u{200C}خواهم", "میخواهم"),
    // No word at all.
    Case("!?", "!?", ""),
    Case("🎲", "🎲", ""),
  ]

  @Test(arguments: cases) func isMadeOfWhatWasGiven(_ example: Case) {
    let name = LessonName(example.given)
    #expect(name.title == example.title)
    #expect(Array(name.slug.unicodeScalars) == Array(example.slug.unicodeScalars))
    #expect(name.number == example.number)
  }

  /// A slug is one of its own, and no longer than the name of a file may be.
  @Test(arguments: cases.map(\.given) + [String(repeating: "word ", count: 90), String(repeating: "熵", count: 200)])
  func aSlugIsShortAndStays(given: String) {
    let slug = LessonName(given).slug
    #expect(slug.utf8.count <= 96)
    #expect(slug.hasPrefix("-") == false && slug.hasSuffix("-") == false)
    let again = LessonName("Title " + slug).slug
    #expect(again == (slug.isEmpty ? "title" : "title-" + slug) || again.utf8.count + slug.utf8.count > 90)
    #expect(LessonName(slug + ".md").slug == LessonName(slug).slug)
  }
}
