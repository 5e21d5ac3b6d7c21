import Foundation
import Testing

/// A block whose values at its lines stand beside them in the page.
@Suite struct TraceTests {
  private static let lesson = """
    # Halving

    ```swift {#start}
    let start = 8.0
    ```

    ```swift {#halve trace}
    var x = start
    for _ in 1...3 {
      x /= 2
    }
    x
    ```

    ```output
    1.0
    ```

    It ends at [1](swift:x).

    > [!EXERCISE]
    > More?

    > [!SOLUTION]
    > ```swift {#answer trace}
    > let more = x / 3.125  // => 0.32
    > ```
    """

  private func course(_ text: String = lesson) throws -> TemporaryCourse {
    try TemporaryCourse(lessons: ["01-halving": text])
  }

  /// The values of a block, as the script of its page reads them.
  private func values(of block: String, in file: String) throws -> [String] {
    let blocks = try JSONDecoder().decode(
      [String: String].self, from: Data(file.dropFirst("traces(".count).dropLast(");\n".count).utf8))
    return (blocks[block] ?? "").split(separator: "\n").map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  @Test(.timeLimit(.minutes(10)))
  func thePageHasTheValuesColdAndWarm() throws {
    let course = try course()
    let built = try course.lessons("build", "lessons", "-o", "cold")
    #expect(built.status == 0, "\(built.error)\(built.output)")
    let file = try course.text("cold/lessons/01-halving.trace.js")
    #expect(try values(of: "halve", in: file) == ["8.0", "4.0", "2.0", "1.0", "1.0"])
    // Words above move the lines; what is remembered holds.
    try course.replace("# Halving\n", with: "# Halving\n\nWords.\n", in: "lessons/01-halving.md")
    let warm = try course.lessons("build", "lessons", "-o", "cold")
    #expect(warm.status == 0, "\(warm.error)")
    let fresh = try course.lessons("build", "lessons", "-o", "fresh", "--no-cache")
    #expect(fresh.status == 0, "\(fresh.error)")
    #expect(try course.tree("cold") == course.tree("fresh"))
    let report = try course.lessons("check", "lessons", "--format", "json")
    #expect(report.status == 0 && report.output.ranges(of: "\"traced\": 5").count == 1, "\(report.output)")
    #expect(report.output.contains("\"traced\": null"))
    let students = try course.lessons("build", "lessons", "-o", "students", "--without-solutions")
    #expect(students.status == 0, "\(students.error)")
    let given = try course.text("students/lessons/01-halving.trace.js")
    #expect(try values(of: "halve", in: given).count == 5 && !given.contains("answer") && !given.contains("0.32"))
    #expect(try values(of: "answer", in: file) == ["0.32"])
  }

  /// A volume is stored as it is, so that its texts stand in its bytes.
  @Test(.timeLimit(.minutes(10)))
  func theVolumeHasTheValuesOfEachLine() throws {
    let course = try course()
    let whole = try course.lessons("epub", "lessons", "-o", "whole.epub")
    #expect(whole.status == 0, "\(whole.error)")
    let values = String(decoding: try course.bytes("whole.epub"), as: UTF8.self)
    #expect(values.contains("<b>x =</b> 4.0, 2.0, 1.0</span>") && values.contains("<b>more =</b> 0.32</span>"))
    #expect(!values.contains("trace-steps") && !values.contains("trace.js"))
    let students = try course.lessons("epub", "lessons", "-o", "students.epub", "--without-solutions")
    #expect(students.status == 0, "\(students.error)")
    let given = String(decoding: try course.bytes("students.epub"), as: UTF8.self)
    #expect(given.contains("<b>x =</b> 4.0, 2.0, 1.0</span>") && !given.contains("0.32"))
  }

  @Test(.timeLimit(.minutes(10)))
  func runShowsTheValuesAndAcceptWritesNone() throws {
    let course = try course()
    let run = try course.lessons("run", "lessons/01-halving.md")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("  line 10: x = 4.0, 2.0, 1.0\n"), "\(run.output)")
    let before = try course.bytes("lessons/01-halving.md")
    #expect(try course.lessons("accept").status == 0)
    #expect(try course.bytes("lessons/01-halving.md") == before)
  }

  /// What a lesson says, and what is told of it.
  static let refused: [(String, String)] = [
    (
      "```swift {trace}\nfor i in 0..<900 { print(i, terminator: \"\"); let a = i, b = i }\n```\n",
      "01-halving.md:3:1: error: block 'block-1' has more than 2000 values"
    ),
    ("```swift {trace}\nfunc f() {}\n```\n", "01-halving.md:3:1: error: nothing at the lines of block 'block-1' has a value"),
    ("```swift {trace run=false}\nlet a = 1\n```\n", "01-halving.md:3:1: error: 'run=false' and 'trace' exclude each other"),
    (
      "```swift\nlet set = Set((1...9).map { Int($0) })\n```\n\n```swift {trace}\nlet first = set.first ?? 0\n```\n",
      "01-halving.md:8:5: error: the trace of block 'block-2' is not the same twice"
    ),
    // What does not run has one fault and no other.
    ("```swift {trace}\nlet a: Int = \"\"\n```\n", "cannot convert value"),
    ("```swift {trace}\nfunc f() {}\n```\n\n```swift\nlet b = 1\n", "[unclosed-fence]"),
    ("```swift {trace}\nfunc f() {}\n```\n\n```swift {trase}\nlet b = 1\n```\n", "[attribute]"),
    ("```swift {trace}\nfunc f() {}\n```\n\nAt [1](swift:f( ).\n", "[compile-error]"),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: refused)
  func whatCannotBeTracedIsTold(text: String, part: String) throws {
    let course = try course("# A\n\n" + text)
    _ = try course.lessons("accept")
    let checked = try course.lessons("check")
    #expect(checked.status == 1 && (checked.error + checked.output).contains(part), "\(checked.error)\(checked.output)")
    #expect((checked.error + checked.output).ranges(of: ": error: ").count == 1)
    // A failure is no more remembered than any other.
    let again = try course.lessons("check")
    #expect(again.status == 1 && again.output == checked.output)
  }
}
