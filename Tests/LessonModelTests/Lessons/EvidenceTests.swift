import LessonModel
import Testing

@Suite("Evidence of published numbers")
struct EvidenceTests {
  /// What a quote says, what is written, and whether the quote shows it.
  static let quotes: [(String, String, Bool)] = [
    (">>> loss.numpy() 1.176939", "1.176939", true), (">>> loss.numpy() 1.176939", "1.17694", false),
    ("about 1.1769391 in all", "1.176939", false), ("a loss of .5 each", "0.5", true), ("a loss of 0.50", "0.5", true),
    ("6,931 of 10,000 words", "10000", true), ("6,931 of 10,000 words", "6,931", true), ("1,2,3", "2", true),
    ("array([2.6894143e-01, 1.0e+00])", "2.6894143e-01", true), ("array([2.6894143e-01, 1.0e+00])", "1", true),
    ("x = \u{2212}0.019", "-0.019", true), ("x = -0.019", "\u{2212}0.019", true), ("Entropy([9+, 5-]) = 0.940", "0.94", true),
    ("49 percent of them", "49 %", true), ("they took 3 of 4", "3 of 4", true), ("they took 3", "3 of 4", false),
    ("It is True that", "true", true), ("It is false", "true", false), ("version 1.2.3", "1.2", true), ("", "1", false),
    ("1e", "1", true), ("e5", "5", true), ("1.", "1", true), ("9999e99999", "9999", true), ("no number", "", false),
  ]

  @Test(arguments: quotes) func showsTheNumbersThatItHas(quote: String, written: String, shows: Bool) {
    #expect(Evidence.Quote(text: quote, place: "p. 1", read: "2026").shows(written) == shows)
  }

  @Test func isFoundInOneOfTheQuotes() {
    let quotes = ["2.5", "0.25 and 7"].map { Evidence.Quote(text: $0, place: $0, read: "2026") }
    #expect(Evidence.quotes(quotes).support(of: "7") == .quoted(quotes[1]))
    #expect(Evidence.quotes(quotes).support(of: "8") == .elsewhere)
    #expect(Evidence.quotes([]).support(of: "8") == .elsewhere)
    #expect(Evidence.none(reason: "lost").support(of: "8") == .none(reason: "lost"))
    #expect(Evidence.missing.support(of: "8") == .missing)
  }
}
