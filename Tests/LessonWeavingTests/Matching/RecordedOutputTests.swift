import LessonModel
import LessonWeaving
import TestSupport
import Testing

@Suite struct RecordedOutputTests {
  private func messages(_ recorded: String, _ computed: String) -> [String] {
    RecordedOutput(recorded).differences(from: computed).differences.map(\.message)
  }

  @Test(arguments: [
    ("a\nb\n", "a\nb\n", true), ("a\nb", "a\nb\n", true), ("a  \nb\t\n", "a\nb\n", true), ("a\r\nb\r\n", "a\nb\n", true),
    ("a\nb\n\n", "a\nb\n", true),
    ("a\n\nb", "a\nb", false), (" a", "a", false), ("", "", true), ("", "\n\n", true), ("", "a", false), ("a", "", false),
    ("a  b", "a b", false),
    ("x = 0.8112781244591328", "x = 0.8112781244591329", true), ("x = 0.8113", "x = 0.8112781244591328", false),
    ("took 3s", "took 3.0s", false),
    ("│ 1.0 │", "│ 1 │", true), ("<<<<<<< HEAD\n1", "1", false),
    // A line `...` stands for any lines, or none.
    ("...", "", true), ("...", "a\nb", true), ("a\n...", "a", true), ("a\n...\nb", "a\nb", true),
    ("a\n...\nb", "a\n1\n2\nb", true), ("a\n...\nb", "a\n1", false),
    ("...\nb", "a\nb", true), ("...\nb", "a\nb\nc", false), ("a\n ... \nc", "a\nb\nc", true), ("a\n...\n...\nc", "a\nc", true),
    ("...\nx\n...", "a\nb", false),
    ("...\nx\n...", "a\nx\nb", true), ("a\n...\na", "a", false), ("...\na\nb\n...\nb", "a\na\nb\nc\nb", true),
    ("...\na\nb\n...\nb", "a\na\nb", false),
    ("....", "a", false), ("x...", "xa", false), ("a\n...\n1.0", "a\nb\n1", true),
  ])
  func matching(recorded: String, computed: String, expected: Bool) {
    #expect(RecordedOutput(recorded).differences(from: computed).matches == expected)
  }

  @Test func aToleranceIsForAllNumbers() {
    let tolerance = Tolerance("1e-3")
    #expect(RecordedOutput("1.0 2.0", tolerance: tolerance).differences(from: "1.001 1.999").matches)
    #expect(!RecordedOutput("1.0 2.0", tolerance: tolerance).differences(from: "1.001 1.998").matches)
  }

  @Test(arguments: [
    ("a\nb\nc", "a\nc", ["1 line written, but not computed: \"b\""]),
    ("a\nc", "a\nb\nc", ["1 line computed, but not written: \"b\""]),
    ("a", "a\nb\nc", ["2 lines computed, but not written: \"b\" and on"]),
    ("a\nb\nc", "", ["3 lines written, but not computed: \"a\" and on"]),
    ("a\n1.5\nc", "a\n2.5\nc", ["1.5 is written, 2.5 is computed: off by 1 (67 %), from the 1st digit on"]),
    (
      "one\nx 1\ny 2\nend", "new\none\nx 1\ny 3\nend",
      [
        "1 line computed, but not written: \"new\"", "2 is written, 3 is computed: off by 1 (50 %), from the 1st digit on",
      ]
    ),
    // Between `...`, a line whose number changed is found; one that is gone is named.
    ("...\nloss 5\n...", "a\nloss 7\nb", ["5 is written, 7 is computed: off by 2 (40 %), from the 1st digit on"]),
    ("...\ngone\n...", "a\nb", ["1 line written, but not computed: \"gone\""]),
    ("...\nx\ny\n...", "a\nx\nz\nb", ["\"y\" is written, \"z\" is computed"]),
    ("a\n...\nend 5", "a\nb\nend 6", ["5 is written, 6 is computed: off by 1 (20 %), from the 1st digit on"]),
    ("a 1\n...", "a 2\nb", ["1 is written, 2 is computed: off by 1 (100 %), from the 1st digit on"]),
  ])
  func differences(recorded: String, computed: String, expected: [String]) {
    #expect(messages(recorded, computed) == expected)
  }

  @Test func linesCountInTheRecord() {
    let report = RecordedOutput("head\n...\nx 1\nx 2\n...\nend").differences(from: "head\na\nb\nx 1\nx 3\nc\nend")
    #expect(report.differences.map(\.line) == [3])
    #expect(report.differences.map(\.columns) == [2..<3])
    let added = RecordedOutput("a\nb\n").differences(from: "a\nb\nc\n")
    #expect(added.differences.map(\.line) == [2])
  }

  @Test func signsOfZeroAreRemarked() {
    let report = RecordedOutput("a\n...\nx 0.0").differences(from: "a\nx -0.0")
    #expect(report.matches)
    #expect(report.remarks.map(\.line) == [2])
  }

  /// An independent, exponential reading of `...`: does the pattern match the lines?
  private func reference(_ pattern: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "..." {
      return reference(pattern.dropFirst(), lines) || !lines.isEmpty && reference(pattern, lines.dropFirst())
    }
    guard let line = lines.first, line == first else { return false }
    return reference(pattern.dropFirst(), lines.dropFirst())
  }

  @Test func ellipsesMatchAsTheReferenceSays() {
    var random = NumberGenerator(seed: 9)
    var matched = 0
    for _ in 0..<10_000 {
      let pattern = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(["...", "...", "a", "b", "1"]) }
      let lines = (0..<Int.random(in: 0...7, using: &random)).map { _ in random.pick(["a", "b", "1"]) }
      let expected = reference(pattern[...], lines[...])
      let (recorded, computed) = (pattern.joined(separator: "\n"), lines.joined(separator: "\n"))
      if RecordedOutput(recorded).differences(from: computed).matches != expected {
        Issue.record("\(pattern) against \(lines)")
      }
      matched += expected ? 1 : 0
    }
    #expect((1_000...9_000).contains(matched))
  }

  @Test func longOutputsTakeLinearWork() {
    let lines = (0..<100_000).map { "step \($0) loss \(Double($0) / 7)" }
    let computed = lines.joined(separator: "\n")
    let recorded = "\(lines[0])\n...\n\(lines[50_000])\n...\n\(lines[99_990])\n...\n\(lines[99_999])"
    #expect(RecordedOutput(recorded).differences(from: computed).matches)
    let report = RecordedOutput(computed).differences(from: computed.replacing("step 77777 ", with: "step 77778 "))
    #expect(report.differences.map(\.line) == [77_777])
  }

  /// One line repeated leaves quadratically many places to look at; the search gives up and says so.
  @Test func hostileRepetitionEnds() {
    let many = String(repeating: "a\n", count: 30_000)
    let recorded = "...\n" + String(repeating: "a\n", count: 15_000) + "b\n...\n"
    let report = RecordedOutput(recorded).differences(from: many + "c\n")
    #expect(report.differences.map(\.kind) == [.undecided])
    #expect(RecordedOutput(recorded).accepted(computed: many) == many)
  }
}
