import LessonModel
import LessonWeaving
import Testing

@Suite("The ledger of numbers")
struct LedgerTests {
  /// A value as written, what it came to, its tolerance, its distance and the digits to compare by eye.
  static let rows: [(String, ComputedValue?, WovenValue.Allowance, String?, String?)] = [
    ("[0.811](swift:h)", .float64(0.8112781), .halfUnit("5e-4"), "2.8e-4, 0.034 %", "0.811"),
    ("[2](swift:h)", .integer("2"), .exact, "0, 0 %", "2"),
    ("[2](swift:h)", .float64(1.75), .halfUnit("0.5"), "0.25, 13 %", "2"),
    ("[12e3](swift:h)", .float64(12_100), .halfUnit("500"), "100, 0.83 %", "12e3"),
    ("[1.2](swift:h \"±0.05\")", .float64(1.21), .given("0.05"), "0.01, 0.83 %", "1.2"),
    ("[0](swift:h)", .float64(0.25), .halfUnit("0.5"), "0.25", "0"),
    ("[true](swift:h)", .bool(true), .exact, nil, "true"), ("[0.5](swift:h)", nil, .halfUnit("0.05"), nil, nil),
    ("[1.2 million](swift:h)", .integer("1210000"), .halfUnit("50000"), "10000, 0.83 %", "1.2 million"),
    ("[50.8 %](swift:h)", .float64(50.7297), .halfUnit("0.05"), "0.07, 0.14 %", "50.7 %"),
    ("[nan](swift:h)", .float64(.nan), .exact, nil, "nan"),
    ("[0.62](swift:h \"not @a\")", .float64(0.751), .halfUnit("0.005"), "0.13, 21 %", "0.75"),
    ("[1](swift:h)", .nothing, .exact, nil, nil),
  ]

  @Test(arguments: rows)
  func saysHowAValueCompares(
    text: String, value: ComputedValue?, allowance: WovenValue.Allowance, gap: String?, rounded: String?
  ) throws {
    let row = try #require(try TestLesson.woven("# A\n\n" + text, [], value.map { ["h": $0] } ?? [:]).values.first)
    #expect(row.allowance == allowance)
    #expect(row.difference.map { $0.absolute + ($0.relative.map { ", \($0) %" } ?? "") } == gap)
    #expect(row.rounded == rounded)
  }

  @Test func countsWhoseTheNumbersAre() throws {
    let text = """
      # 3 ways

      Of 12 balls [0.5](swift:a) and [0.5](swift:a "@a"), [0.6](swift:a "not @a"), [0.5](swift:a "if @a"), [0.7](swift:a), v2 and `4`, [@b, section 5],
      see [chapter 6](https://e.org/7).
      """
    let counts = try TestLesson.woven(text, [], ["a": .float64(0.5)]).counts
    for (total, times) in [(counts, 1), (counts + counts, 2)] {
      #expect(
        [total.computed, total.published, total.refuted, total.implied, total.failed] == Array(repeating: times, count: 5))
      #expect(total.given == times)
      #expect(total.results == 0 && total.comments == 0)
    }
  }

  /// Numbers that nobody computes: in running text of every kind, but in no link, code or formula, and no number of a heading's own.
  @Test(arguments: [
    ("## 1 of 2", 1), ("*1 **2*** ~~3~~", 3), ("- 1\n- > 2", 2), ("| 1 |\n|---|\n| 2 |", 2), ("a[^1]\n\n[^1]: 1", 1),
    ("> [!NOTE] 1\n> 2", 2), ("![1](a.png) <i a=\"2\"> $3$ `4` [5](https://e.org)", 0), ("```swift {caption=\"1\"}\n2\n```", 1),
    ("```\n1\n```\n\n    2", 0), ("1\n2, 1,234", 3),
  ])
  func countsWhatIsGiven(text: String, count: Int) throws { #expect(try TestLesson.woven("# A\n\n" + text).given == count) }

  /// Numbers in results are counted whether or not they compare; what does not run has none, and what differs each time is compared
  /// with nothing.
  @Test func countsTheNumbersOfResults() throws {
    let text = "# A\n\n```swift\na  // => 1\n```\n\n```swift {volatile}\nb\n```\n\n```swift {run=false}\nc\n```\n"
    let run = BlockRun.ran("1 2\n", value: .integer("3"))
    let woven = try TestLesson.woven(text, [run, .ran("4 5\n", status: .trap), run])
    #expect(woven.cells.map(\.numbers) == [3, 2, 0])
    #expect(woven.counts.results == 3 && woven.counts.comments == 1)
  }

  /// The block that declares what a value reads; none where none does.
  @Test(arguments: [
    ("x", "block-1"), ("f(x)", "block-2"), ("T(1).y", "block-3"), ("y", nil), ("x + z", "block-3"),
    ("log(2.0)", nil), ("later", nil),
  ])
  func tracesAValueToItsBlock(expression: String, block: String?) throws {
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
    #expect(try TestLesson.woven(text).values.first?.block == block)
  }

  /// Blocks that do not run where the values do declare nothing for them.
  @Test func tracesNoValueToABlockOfAnotherProgram() throws {
    let text = """
      # A

      ```swift {session=other}
      let x = 1
      ```

      ```swift {run=false}
      let x = 1
      ```

      ```swift {expect=trap}
      let x = 1
      ```

      [1](swift:x)
      """
    #expect(try TestLesson.woven(text).values.map(\.block) == [nil])
  }
}
