import LessonModel
import Testing

@Suite("Tolerances")
struct ToleranceTests {
  @Test(arguments: [
    ("0.05", "0.05"), ("1e-6", "0.000001"), ("0", "0"), ("5", "5.0"), (".5", "0.5"), ("1E2", "100"), ("+1", "1"),
  ])
  func areNumbers(text: String, amount: String) throws {
    let tolerance = try #require(Tolerance(text))
    #expect(tolerance.text == text)
    #expect(tolerance.amount == ExactDecimal(amount))
  }

  @Test(arguments: ["", "-1", "nan", "inf", "1e999", "0x1", "1,5", "a", "1 ", "±1", "--1", "e"]) func nothingElseIsOne(
    text: String
  ) {
    #expect(Tolerance(text) == nil)
  }
}
