import LessonModel
import LessonWeaving
import TestSupport
import Testing

@Suite struct AcceptedOutputTests {
  @Test(arguments: [
    // What matches is left alone, to the byte.
    ("a  \nb\n", "a\nb\n", "a  \nb\n"), ("a\n...\n", "a\nb\nc\n", "a\n...\n"),
    ("x 0.8112781244591328\n", "x 0.8112781244591329\n", "x 0.8112781244591328\n"),
    ("a\r\nb\r\n", "a\nb\n", "a\r\nb\r\n"), ("a", "a\n", "a"),
    // Without `...` all lines are new.
    ("", "a\nb\n", "a\nb\n"), ("a\n", "", ""), ("a\nb\n", "a\nc  \n\n", "a\nc\n"), ("a\r\nb\r\n", "a\nc\n", "a\r\nc\r\n"),
    ("a", "b\n", "b"),
    // A segment that still matches, or whose numbers alone changed, keeps the `...` at its sides.
    ("a\n...\nloss 5\n", "a\nb\nloss 7\n", "a\n...\nloss 7\n"), ("...\nloss 5\n...\n", "a\nloss 7\nb\n", "...\nloss 7\n...\n"),
    ("a\n...\nmid 1\n...\nend\n", "a\n1\nmid 2\n2\nend\n", "a\n...\nmid 2\n...\nend\n"),
    ("x 1.0\n...\ny 2\n", "x 1\nb\ny 3\n", "x 1.0\n...\ny 3\n"),
    ("old\n ...\nkeep\n  ...\nend\n", "new\n1\nkeep\n2\nend\n", "new\n1\nkeep\n  ...\nend\n"),
    // A segment that is gone takes its `...` with it.
    ("...\ngone\n...\n", "a\nb\n", "a\nb\n"), ("a\n...\ngone\n...\nend\n", "a\nb\nend\n", "a\nb\nend\n"),
    ("a\n...\ngone\n...\nkeep\n...\n", "a\nb\nc\nkeep\nd\n", "a\nb\nc\nkeep\n...\n"),
    ("a\n...\nend\n", "a\nb\nfin\n", "a\nb\nfin\n"),
    ("a\n...\na\n", "a\n", "a\n"), ("a\r\n...\r\nend 1\r\n", "a\nb\nend 2\n", "a\r\n...\r\nend 2\r\n"),
  ])
  func accepting(recorded: String, computed: String, expected: String) {
    #expect(RecordedOutput(recorded).accepted(computed: computed) == expected)
  }

  /// Whatever is recorded, what is accepted matches, and accepting it again changes nothing.
  @Test func acceptingIsIdempotent() {
    var random = NumberGenerator(seed: 10)
    let choices = ["a", "b", "x 1", "x 2.5", "", "...", "x 1.0", "y 7  "]
    for _ in 0..<10_000 {
      let recorded = (0..<Int.random(in: 0...7, using: &random)).map { _ in random.pick(choices) }.joined(separator: "\n")
      let computed = (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(choices) }.joined(separator: "\n")
      let record = RecordedOutput(recorded)
      let accepted = RecordedOutput(record.accepted(computed: computed))
      let isRight = record.differences(from: computed).matches
      if isRight != (accepted.text == recorded) && isRight {
        Issue.record("changed what matched: \(recorded.debugDescription)")
      }
      if !accepted.differences(from: computed).matches || accepted.accepted(computed: computed) != accepted.text {
        Issue.record("\(recorded.debugDescription) with \(computed.debugDescription): \(accepted.text.debugDescription)")
      }
    }
  }
}
