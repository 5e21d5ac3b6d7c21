import LessonsCore
import Testing

@Suite("The ledger of numbers")
struct LedgerTests {
  private func ledger(_ text: String, _ values: [Reported?]) throws -> LessonLedger {
    let read = readLesson(text, references: nil)
    let lesson = try #require(read.lesson)
    var run = Run.notRun(lesson)
    for (index, value) in values.enumerated() {
      run.values[index].status = .ok
      run.values[index].value = value
    }
    return LessonLedger(LessonReport(read: read, run: run))
  }

  private static func float(_ value: Double) -> Reported { .float64(value.bitPattern, text: value.description) }

  /// A value as written, what it came to, its tolerance, its distance and the digits to compare by eye.
  static let rows: [(String, Reported?, LessonLedger.Tolerance, String?, String?)] = [
    ("[0.811](swift:h)", float(0.8112781), .halfUnit("5e-4"), "2.8e-4, 0.034 %", "0.811"),
    ("[2](swift:h)", .integer("2"), .exact, "0, 0 %", "2"),
    ("[2](swift:h)", float(1.75), .halfUnit("0.5"), "0.25, 13 %", "2"),
    ("[12e3](swift:h)", float(12_100), .halfUnit("500"), "100, 0.83 %", "12e3"),
    ("[1.2](swift:h \"±0.05\")", float(1.21), .given("0.05"), "0.01, 0.83 %", "1.2"),
    ("[0](swift:h)", float(0.25), .halfUnit("0.5"), "0.25", "0"),
    ("[true](swift:h)", .bool(true), .exact, nil, "true"), ("[0.5](swift:h)", nil, .halfUnit("0.05"), nil, nil),
    ("[nan](swift:h)", float(.nan), .exact, nil, "nan"),
    ("[0.62](swift:h \"not @a\")", float(0.751), .halfUnit("0.005"), "0.13, 21 %", "0.75"),
  ]

  @Test(arguments: rows)
  func saysHowAValueCompares(
    text: String, value: Reported?, tolerance: LessonLedger.Tolerance, gap: String?, rounded: String?
  ) throws {
    let row = try #require(try ledger("# A\n\n" + text, [value]).values.first)
    #expect(row.tolerance == tolerance)
    #expect(row.difference.map { $0.absolute + ($0.relative.map { ", \($0) %" } ?? "") } == gap)
    #expect(row.rounded == rounded)
  }

  @Test func countsWhoseTheNumbersAre() throws {
    let text = """
      # 3 ways

      Of 12 balls [0.5](swift:a) and [0.5](swift:a "@a"), [0.6](swift:a "not @a"), [0.7](swift:a), v2 and `4`, [@b, section 5],
      see [chapter 6](https://e.org/7).
      """
    let half = Self.float(0.5)
    let counts = try ledger(text, [half, half, half, half]).counts
    for (total, times) in [(counts, 1), (counts + counts, 2)] {
      #expect([total.computed, total.published, total.refuted, total.failed] == [times, times, times, times])
      #expect(total.given == 2 * times)
      #expect(total.results == 0 && total.comments == 0)
    }
  }

  /// The block that declares what a value reads; the block before it where none does.
  @Test(arguments: [
    ("x", 0), ("f(x)", 1), ("T(1).y", 2), ("y", 2), ("x + z", 2), ("log(2.0)", 2), ("later", 2),
  ])
  func tracesAValueToItsBlock(expression: String, block: Int) throws {
    let text = """
      # A

      ```swift
      let x = 1
      ```

      ```swift
      func f(_ x: Int) -> Int { x }
      ```

      ```swift
      struct T { var y = 1 }
      let (z, later0) = (1, 2)
      ```

      [1](<swift: \(expression)>)

      ```swift
      func later() {}
      ```
      """
    #expect(try ledger(text, []).values.first?.block == block)
  }
}
