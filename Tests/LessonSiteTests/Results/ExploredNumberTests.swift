import LessonModel
import LessonSite
import Testing

@Suite("How a number is written that a reader may change")
struct ExploredNumberTests {
  /// Texts, their languages, and what the script of a page is told of them.
  static let forms: [(String, String, String?)] = [
    ("0.81", "en", "0.81|2|0|.||\u{2212}|||"), ("-3", "en", "-3|0|0|.||-|||"), ("45 %", "en", "45|0|0|.||\u{2212}|||"),
    ("$12.50", "en", "$12.50|2|0|.||\u{2212}|$||"), ("1,234", "en", "1,234|0|0|.|,|\u{2212}|||"),
    ("1.2 million", "en", "1.2 million|1|6|.||\u{2212}|| million|"), ("0,81", "de", "0,81|2|0|,||\u{2212}|||"),
    ("1.234,5", "de", "1.234,5|1|0|,|.|\u{2212}|||"), ("2,3×10⁻⁵", "de", "2,3×10⁻⁵|1|0|,||\u{2212}|||×"),
    ("1e-4", "en", "1e-4|0|0|.||\u{2212}|||e"), ("true", "en", nil), ("3 of 4", "en", nil),
  ]

  @Test(arguments: forms)
  func formSaysHowTheNumberIsWritten(text: String, language: String, form: String?) {
    #expect(ExploredNumber(text, in: NumberLanguage(language))?.form() == form)
  }

  @Test func aParameterHasTheDecimalsOfItsSteps() {
    #expect(ExploredNumber("3", in: .english)?.form(places: 1) == "3|1|0|.||\u{2212}|||")
    #expect(ExploredNumber("3.25", in: .english)?.form(places: 1) == "3.25|2|0|.||\u{2212}|||")
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("\u{FF}~", "w79+")])
  func bytesAreWrittenAsTheStandardHasThem(text: String, letters: String) {
    #expect(Base64.text(Array(text.utf8)) == letters)
  }
}
