import LessonModel
import TestSupport
import Testing

/// The grammar as a table (FAULTS.md, G18 to G20): the numbers of a text, in order; everything else is text.
@Suite struct NumberGrammarTests {
  private func numbers(_ text: String, _ grammar: NumberGrammar) -> [String] {
    NumberedText(text, grammar: grammar).numbers.map(\.text)
  }

  @Test(arguments: [
    // Forms of a number.
    ("3", ["3"]), ("0.5", ["0.5"]), (".5", [".5"]), ("-.5", ["-.5"]), ("1e3", ["1e3"]), ("1.5E-07", ["1.5E-07"]),
    ("1e+300", ["1e+300"]), ("+3", ["+3"]), ("\u{2212}3.5", ["\u{2212}3.5"]), ("1.5e\u{2212}5", ["1.5e\u{2212}5"]),
    ("nan NaN inf infinity Infinity ∞", ["nan", "NaN", "inf", "infinity", "Infinity", "∞"]),
    ("-inf +∞ \u{2212}Infinity", ["-inf", "+∞", "\u{2212}Infinity"]), ("007", ["007"]),
    // Points that are not decimal points.
    ("It is 5.", ["5"]), ("5.e3", ["5"]), ("1..<5", ["1", "5"]), ("0...10", ["0", "10"]), ("0.5..1", ["0.5", "1"]),
    ("f(x).5", ["5"]),
    // Signs and operators.
    ("x = -1", ["-1"]), ("x=-1", ["-1"]), ("(-1, +2)", ["-1", "+2"]), ("3 -1", ["3", "-1"]), ("3-1", ["3", "1"]),
    ("3 - 1", ["3", "1"]),
    ("x-1", ["1"]), ("f(x)-1", ["1"]), ("a[0]-1", ["0", "1"]), ("50%-1", ["50", "1"]), ("--5", ["5"]), ("5--3", ["5", "3"]),
    ("x²-1", ["1"]), ("±5", ["5"]), ("│-5│", ["-5"]), ("[-5:-3]", ["-5", "-3"]), ("10-20", ["10", "20"]), ("x-.5", [".5"]),
    ("C++11", ["11"]), ("GPT-4", ["4"]), ("∞-1", ["∞", "1"]),
    // Digits in words.
    ("v2 x1 log2 3D 2nd 10ms 12e 1_000 1_000.5 _5", []), ("0x1p3 0x1p-3 0xFF 0x1.8p+2", []), ("t.0 v1.2 a.b.3", []),
    ("12e3f4", []), ("2e3s", []), ("1e5.3", []), ("λ2 é5 3π 5µs x₁", []), ("nano info snan nan5 Double.nan .inf x_inf", []),
    ("-3D", []), ("0.5_000", []),
    // A decimal with a unit is a number.
    ("0.5s", ["0.5"]), ("1.5em", ["1.5"]), ("1.5e3s", ["1.5e3"]), ("0.5e", ["0.5"]), ("1.5inf", ["1.5"]),
    ("95% 20°", ["95", "20"]),
    ("10⁻³ 5² 3×10", ["10", "5", "3", "10"]), ("1/2", ["1", "2"]), ("$5", ["5"]), ("log2(8)=3", ["8", "3"]),
    // Versions, addresses, dates, times.
    ("1.2.3 1.2.3-beta.1 127.0.0.1", []), ("1.2.3.", []), (".5.3", []), ("2024-01-05", []), ("2024-01-05T10:30:00Z", []),
    ("2024-01-05T10:30:00.5+02:00", []), ("10:30 9:05:01 0:12.5 10:30am", []), ("2024-01", ["2024", "01"]),
    ("3:1", ["3", "1"]),
    ("12:9", ["12", "9"]), ("2024-01-051", ["2024", "01", "051"]), ("127.0.0.1:8080", ["8080"]), ("10:300", ["10", "300"]),
    // Writing without spaces.
    ("损失0.81个3只", ["0.81", "3"]), ("約-0.5です", ["-0.5"]),
    // Lists.
    ("[1.0, -2.5]", ["1.0", "-2.5"]), ("(a: 1, b: 2)", ["1", "2"]), ("1;2\t3", ["1", "2", "3"]), ("1 234", ["1", "234"]),
    // Exponents that no machine has are text when even their size cannot be said.
    ("1e999999999", ["1e999999999"]), ("1e9999999999999999999", []),
    ("1e00000000000000000000005", ["1e00000000000000000000005"]),
  ])
  func numbersOfAText(text: String, expected: [String]) {
    #expect(numbers(text, .prose) == expected)
    #expect(numbers(text, .recorded) == expected)
  }

  @Test(arguments: [
    ("1,234.5", ["1,234.5"], ["1", "234.5"]), ("1,234,567", ["1,234,567"], ["1", "234", "567"]),
    ("1.234,5", ["1.234", "5"], ["1.234", "5"]),
    ("-12,345e-2", ["-12,345e-2"], ["-12", "345e-2"]), ("1,2345", ["1", "2345"], ["1", "2345"]),
    ("1,2,3", ["1", "2", "3"], ["1", "2", "3"]),
    ("1,234,56", ["1", "234", "56"], ["1", "234", "56"]), ("0,123", ["0", "123"], ["0", "123"]),
    ("1234,567", ["1234", "567"], ["1234", "567"]),
    ("5,1,234", ["5", "1", "234"], ["5", "1", "234"]), ("1,234.", ["1,234"], ["1", "234"]),
    ("1, 234", ["1", "234"], ["1", "234"]),
    ("1,234.5.6", [], ["1"]),
  ])
  func commasGroupThousandsInProseOnly(text: String, prose: [String], recorded: [String]) {
    #expect(numbers(text, .prose) == prose)
    #expect(numbers(text, .recorded) == recorded)
  }

  @Test(arguments: [
    ("1,234.5", "1234.5"), ("-12,345e-2", "-123.45"), (".5", "0.5"), ("\u{2212}3", "-3"), ("+7", "7"), ("007", "7"),
    ("1e00000000000000000000005", "100000"), ("1.50E-1", "0.15"),
  ])
  func valuesOfNumbers(text: String, value: String) throws {
    let expected = try #require(ExactDecimal(value))
    #expect(try #require(Numeral(text, grammar: .prose)).value == .finite(expected))
  }

  @Test(arguments: [
    ("nan", NumericValue.notANumber), ("-∞", .infinity(isNegative: true)), ("+inf", .infinity(isNegative: false)),
  ])
  func valuesOfNames(text: String, value: NumericValue) throws {
    #expect(try #require(Numeral(text, grammar: .prose)).value == value)
  }

  @Test(arguments: [("0.8113", -4), ("12e2", 2), ("1.50e-3", -5), ("7", 0), (".5", -1), ("1,234.5", -1)])
  func placeOfTheLastDigit(text: String, place: Int) throws {
    guard case .finite(_, let notation) = try #require(Numeral(text, grammar: .prose)).form else {
      Issue.record("not finite")
      return
    }
    #expect(notation.lastPlace == place)
  }

  @Test(arguments: ["", " 1", "1 ", "1s", "x", "1,2", "--1", "1.2.3", "1e", "0x10"])
  func notOneNumber(text: String) {
    #expect(Numeral(text, grammar: .prose) == nil)
  }

  @Test func piecesCoverTheTextOnce() {
    var random = NumberGenerator(seed: 3)
    let alphabet = [
      "1", "23", ".", ",", "-", "+", "e", "E", " ", "x", "_", ":", "0", "inf", "nan", "∞", "\u{2212}", "é", "损", "(", ")", "0x",
      "p", "T", "\0", "😀",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(alphabet) }.joined()
      for grammar in [NumberGrammar.prose, .recorded] {
        let read = NumberedText(text, grammar: grammar)
        var position = 0
        for (index, range) in read.texts.enumerated() {
          #expect(range.lowerBound == position)
          position = range.upperBound
          guard index < read.numbers.count else { continue }
          let numeral = read.numbers[index]
          #expect(numeral.range.lowerBound == position)
          #expect(!numeral.range.isEmpty)
          // A number that is read alone is the same number.
          #expect(Numeral(numeral.text, grammar: .prose)?.value == numeral.value, "\(text)")
          position = numeral.range.upperBound
        }
        #expect(position == text.utf8.count)
      }
    }
  }
}
