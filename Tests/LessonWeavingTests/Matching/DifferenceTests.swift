import LessonModel
import LessonWeaving
import Testing

@Suite struct DifferenceTests {
  @Test(arguments: [
    ("0.8113", "0.8112781244591328", "off by 2.2e-5 (0.0027 %), from the 4th decimal on", 5),
    ("3", "4", "off by 1 (33 %), from the 1st digit on", 0), ("0.5", "-0.5", "off by 1 (200 %), of the other sign", 0),
    ("0.0", "0.25", "off by 0.25, from the 1st decimal on", 2),
    ("123456", "123457", "off by 1 (8.1e-4 %), from the 6th digit on", 5),
    ("-1.5e3", "-1.6e3", "off by 100 (6.7 %), from the 2nd digit on", 3),
    ("9.5", "10.5", "off by 1 (11 %), from the 1st digit on", 0),
    ("1e308", "-1e308", "off by 2e308 (200 %), of the other sign", 0),
    ("0.12345678901", "0.12345678911", "off by 1e-10 (8.1e-8 %), from the 10th decimal on", 11),
    ("0.811", "0.81178", "off by 7.8e-4 (0.096 %), from the 4th decimal on", 4),
    ("1e999999999", "1", "off by 1e999999999 (100 %), from the 1st digit on", 0),
  ])
  func numbers(written: String, computed: String, expected: String, caret: Int) throws {
    let report = RecordedOutput(written, tolerance: Tolerance("0")).differences(from: computed)
    let difference = try #require(report.differences.first)
    #expect(difference.message == "\(written) is written, \(computed) is computed: \(expected)")
    #expect(difference.caret == caret)
  }

  /// Two texts that look the same say what differs; two that do not, do not.
  @Test(arguments: [
    (
      "caf\u{E9}", "cafe\u{301}",
      "the two look the same and differ in their Unicode normalization: U+00E9 (latin small letter e with acute) is written, "
        + "U+0065 (latin small letter e) U+0301 (combining acute accent) is computed"
    ),
    ("5\u{A0}kg of x", "5 kg of x", "the two look the same: U+00A0 (no-break space) is written, U+0020 (space) is computed"),
    ("a\u{200B}b", "ab", "the two look the same: U+200B (zero width space) is written, nothing is computed"),
    ("cafe", "caf\u{E9}", nil), ("a b", "ab", nil),
  ])
  func lookalikes(written: String, computed: String, hint: String?) throws {
    let differences = RecordedOutput(written).differences(from: computed).differences
    #expect(differences.map(\.hint) == [hint])
  }

  @Test func theWholeReport() {
    #expect(
      RecordedOutput("H = 0.8113 bits").differences(from: "H = 0.8112781244591328 bits").text == """
        0.8113 is written, 0.8112781244591328 is computed: off by 2.2e-5 (0.0027 %), from the 4th decimal on
        rounded to the digits written it is 0.8113 too, but here that is not enough
        """)
    #expect(
      WrittenValue("0.8114").differences(from: .float64(0.8112781244591328)).text == """
        0.8114 is written, 0.8112781244591328 is computed: off by 1.2e-4 (0.015 %), from the 4th decimal on
        rounded to the digits written it would be 0.8113
        """)
    #expect(WrittenValue("0.5").differences(from: .float64(.nan)).text == "0.5 is written, nan is computed")
    #expect(RecordedOutput("1").differences(from: "1").text.isEmpty)
  }

  /// A column whose side changed changes every row, and is told once.
  @Test(arguments: [
    (
      "star  depth\nA     0.5\nB     12", "star  depth\nA       0.5\nB        12",
      ["2 lines have the same words with other blanks between them: their columns stand elsewhere"]
    ),
    (
      "depth  n\n0.5    1\n12     2", "depth  n\n  0.5  1\n   13  2",
      [
        "\"0.5\" is written, \"  \" is computed", "\"12\" is written, \"   \" is computed",
        "12 is written, 13 is computed: off by 1 (8.3 %), from the 2nd digit on",
      ]
    ),
    ("a  b\nc d", "a b\nc d", ["\"  \" is written, \"b\" is computed"]),
  ])
  func columnsThatStandElsewhere(written: String, computed: String, messages: [String]) {
    #expect(RecordedOutput(written).differences(from: computed).differences.map(\.message) == messages)
  }

  /// FAULTS.md G21: the first number that is extra or missing is named.
  @Test(arguments: [
    ("1 2 3", "1 2 3 4", ["4 is computed, but not written: 4 numbers instead of 3"]),
    ("1 2 3 4", "1 2 3", ["4 is written, but not computed: 3 numbers instead of 4"]),
    ("1 2 3", "1 9 2 3", ["9 is computed, but not written: 4 numbers instead of 3"]),
    ("1 9 2 3", "1 2 3", ["9 is written, but not computed: 3 numbers instead of 4"]),
    ("x = 5", "x =", ["5 is written, but not computed: 0 numbers instead of 1"]),
    ("x =", "x = 5", ["5 is computed, but not written: 1 number instead of 0"]),
    (
      "1 2 x", "3 2 x 9",
      [
        "1 is written, 3 is computed: off by 2 (200 %), from the 1st digit on",
        "9 is computed, but not written: 3 numbers instead of 2",
      ]
    ),
    (
      "loss 5", "error",
      ["\"loss\" is written, \"error\" is computed", "5 is written, but not computed: 0 numbers instead of 1"]
    ),
  ])
  func countOfNumbers(written: String, computed: String, messages: [String]) {
    #expect(RecordedOutput(written).differences(from: computed).differences.map(\.message) == messages)
  }

  @Test(arguments: [
    ("the cost is 5", "the loss is 5", "\"cost\" is written, \"loss\" is computed", 4..<8),
    ("v2 ok", "v3 ok", "\"v2\" is written, \"v3\" is computed", 0..<2),
    ("on 2024-01-05", "on 2024-01-06", "\"2024-01-05\" is written, \"2024-01-06\" is computed", 3..<13),
    ("5 é", "5 è", "\"é\" is written, \"è\" is computed", 2..<4),
    ("yes", "yes and no", "the text written ends where \" \" is computed", 3..<3),
    ("a b", "a", "\" \" is written, but nothing more is computed", 1..<2),
  ])
  func texts(written: String, computed: String, message: String, columns: Range<Int>) throws {
    let difference = try #require(RecordedOutput(written).differences(from: computed).differences.first)
    #expect(difference.message == message)
    #expect(difference.columns == columns)
  }

  @Test func differencesComeFromLeftToRightAndStopAtTwenty() {
    let report = RecordedOutput("1 cost 2 x 3").differences(from: "9 loss 8 x 3")
    #expect(report.differences.map(\.columns) == [0..<1, 2..<6, 7..<8])
    let many = RecordedOutput((1...100).map(String.init).joined(separator: "\n")).differences(
      from: (101...200).map(String.init).joined(separator: "\n"))
    #expect(many.differences.count == 20)
    #expect(many.omitted == 80)
    #expect(many.text.hasSuffix("and 80 more"))
  }

  @Test func longTextsAreCut() {
    let long = String(repeating: "é", count: 500)
    #expect(RecordedOutput(long + "a").differences(from: long + "b").text.utf8.count < 500)
  }

  @Test func columnsCountFromTheTextAsWritten() throws {
    let difference = try #require(WrittenValue("  0.82").differences(from: .float64(0.8112781)).differences.first)
    #expect(difference.columns == 2..<6)
    #expect(difference.caret == 5)
  }
}
