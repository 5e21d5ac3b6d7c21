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
    #expect(Evidence.Quote(text: quote, place: "p. 1", read: "2026").shows(written, in: .english) == shows)
  }

  /// The same by language: an author writes as in it, a source as in it or as in English.
  static let languages: [(String, String, String, Bool)] = [
    ("de", "ein Anteil von 0,25", "0,25", true), ("de", "a share of 0.25", "0,25", true), ("de", "0.25", "0.25", true),
    ("de", "25 of 0 cases", "0,25", false), ("de", "1.234,5 Tonnen", "1.234,5", true), ("de", "1,234.5 tons", "1.234,5", true),
    ("de", "0,26", "0,25", false), ("fr", "soit 1\u{202F}234,5 t", "1 234,5", true), ("fr", "soit 1 234,5 t", "1234,5", true),
    ("fr", "soit 1 et 234", "1 234", false), ("de-CH", "1'234.5 Tonnen", "1’234.5", true), ("de-CH", "0,25", "0.25", false),
    ("en", "1,234 words", "1.234", false), ("en", "1 234 567 people", "1,234,567", true),
    ("en", "1.2 million", "1.2 million", true),
    ("en", "1,200,000 of them", "1.2 million", true), ("en", "6.02 × 10²³", "6.02×10^23", true),
    ("zh", "约 120 万人", "120万", true),
    ("de", "1,2 Millionen", "1.200.000", true),
  ]

  @Test(arguments: languages) func readsNumbersAsPeopleDo(language: String, quote: String, written: String, shows: Bool) {
    let quote = Evidence.Quote(text: quote, place: "p. 1", read: "2026")
    #expect(quote.shows(written, in: NumberLanguage(language)) == shows)
  }

  @Test func isFoundInOneOfTheQuotes() {
    let quotes = ["2.5", "0.25 and 7"].map { Evidence.Quote(text: $0, place: $0, read: "2026") }
    #expect(Evidence.quotes(quotes).support(of: "7", in: .english) == .quoted(quotes[1]))
    #expect(Evidence.quotes(quotes).support(of: "8", in: .english) == .elsewhere)
    #expect(Evidence.quotes([]).support(of: "8", in: .english) == .elsewhere)
    #expect(Evidence.none(reason: "lost").support(of: "8", in: .english) == .none(reason: "lost"))
    #expect(Evidence.missing.support(of: "8", in: .english) == .missing)
  }
}
