import LessonModel
import LessonWeaving
import Testing

/// What accepting writes, byte for byte: the results and no other byte, and nothing the second time.
@Suite("Accepting results")
struct AcceptorTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var after: String
    var blocks: [BlockRun] = []
    var values: [String: ComputedValue] = [:]
    var told: [String]

    var testDescription: String { name }
  }

  /// The ways in which the same text reaches the tool.
  enum Form: String, Sendable, CaseIterable {
    case plain, returns, mark, unended

    func apply(to text: String) -> [UInt8] {
      switch self {
      case .plain: Array(text.utf8)
      case .returns: Array(text.replacing("\n", with: "\r\n").utf8)
      case .mark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .unended: Array(text.utf8.dropLast())
      }
    }
  }

  static let examples: [Example] = [
    Example(
      name: "updates in place, keeps what stays behind dots",
      before:
        "# A\n\nTrailing   \n\n```swift {tolerance=0.01}\na\n```\n\n```output\nstep 1 0.33\n...\nstep 8 9.99\n```\n\nEnd.\n",
      after:
        "# A\n\nTrailing   \n\n```swift {tolerance=0.01}\na\n```\n\n```output\nstep 1 0.33\n...\nstep 8 2.5\n```\n\nEnd.\n",
      blocks: [.ran("step 1 0.334\nstep 2 1\nstep 8 2.5\n")], told: ["9: updated the output of block 'block-1'"]),
    Example(
      name: "records what is new, as the text around it is written",
      before:
        "# A\n\n```swift\na\n```\nText.\n\n1. In a list:\n\n   ~~~swift\n   b\n   ~~~\n\n> > ````swift\n> > c\n> > ````\n\nEnd.\n",
      after:
        "# A\n\n```swift\na\n```\n\n```output\n1\n```\nText.\n\n1. In a list:\n\n   ~~~swift\n   b\n   ~~~\n\n   ```output\n"
        + "   x\n\n     y\n   ```\n\n> > ````swift\n> > c\n> > ````\n> >\n> > ```output\n> > z\n> >\n> > y\n> > 7\n> > ```\n\nEnd.\n",
      blocks: [.ran("1\n"), .ran("x\n\n  y\n"), .ran("z\n\ny\n", value: .integer("7"))],
      told: [
        "3: recorded the output of block 'block-1'", "10: recorded the output of block 'block-2'",
        "14: recorded the output of block 'block-3'",
      ]),
    Example(
      name: "removes an output of nothing",
      before:
        "# A\n\n```swift\na\n```\n\n```output\n1\n```\n\nBetween.\n\n> ```swift\n> b\n> ```\n>\n> ~~~output\n> 2\n> ~~~\n>\n> After.\n",
      after: "# A\n\n```swift\na\n```\n\nBetween.\n\n> ```swift\n> b\n> ```\n>\n> After.\n", blocks: [.ran(), .ran()],
      told: ["7: removed the output of block 'block-1'", "17: removed the output of block 'block-2'"].map {
        $0 + ", which prints nothing"
      }),
    Example(
      name: "writes fences that hold",
      before:
        "# A\n\n```swift\na\n```\n\n```swift\nb\n```\n\n```output\nold\n```\n\n> ```swift\n> c\n> ```\n>\n> ~~~output\n> old\n> ~~~\n\nEnd.\n",
      after:
        "# A\n\n```swift\na\n```\n\n````output\n```swift\n1\n```\n````\n\n```swift\nb\n```\n\n`````output\n~~~\n  ````\n`````\n\n"
        + "> ```swift\n> c\n> ```\n>\n> ~~~output\n> ```\n> ~~~\n\nEnd.\n",
      blocks: [.ran("```swift\n1\n```\n"), .ran("~~~\n  ````\n"), .ran("```\n")],
      told: [
        "3: recorded the output of block 'block-1'", "11: updated the output of block 'block-2'",
        "19: updated the output of block 'block-3'",
      ]),
    Example(
      name: "keeps a long fence that still holds",
      before: "# A\n\n```swift\na\n```\n\n`````output  \n```\nold\n`````\n\nEnd.\n",
      after: "# A\n\n```swift\na\n```\n\n`````output  \n````\n`````\n\nEnd.\n", blocks: [.ran("````\n")],
      told: ["7: updated the output of block 'block-1'"]),
    Example(
      name: "values keep their digits and are no markup",
      before:
        "# A\n\n[0.50](swift:a), *[9](swift:b)* [?](swift:c) [?](swift:d \"@s\") [1](swift:a \"@s\") [0.5](swift:a \"not @s\")\n\n"
        + "| a |\n|---|\n| [1,000](swift:e) |\n\n> [!NOTE] of [?](swift:a)\n> and\n> [2.0](swift:f)\n",
      after:
        "# A\n\n[0.81](swift:a), *[10](swift:b)* [a\\|b \\*c\\*\\_ \\[d\\] &](swift:c) [?](swift:d \"@s\") [1](swift:a \"@s\") [0.5](swift:a \"not @s\")\n\n"
        .replacing(" &]", with: " \\&]")
        + "| a |\n|---|\n| [1,234,567](swift:e) |\n\n> [!NOTE] of [0.8112](swift:a)\n> and\n> [2.0](swift:f)\n",
      values: [
        "a": .float64(0.8112), "b": .integer("10"), "c": .text("a|b *c*_\n[d] &"), "d": .integer("1"), "e": .integer("1234567"),
        "f": .integer("2"),
      ],
      told: [
        "3: [0.50] is now [0.81]", "3: [9] is now [10]", "3: [?] is now [a|b *c*_\n[d] &]", "7: [1,000] is now [1,234,567]",
        "9: [?] is now [0.8112]",
      ]),
    Example(
      name: "words, signs and markup around a number stay",
      before:
        "# A\n\n[50.8 %](swift:a) [**\\$12.50**](swift:b) [1.2&nbsp;million](swift:c) [about\n9 bits](swift:b) [*1.23*×10⁻⁵](swift:d)\n"
        + "[0.82][h] [?][h] [3 of 4](swift:e) [1.1](swift:a \"if @s\")\n\n> [x 9\n> y](swift:b)\n\n[h]: <swift:d> \"±1e-9\"\n",
      after:
        "# A\n\n[50.7 %](swift:a) [**\\$13.00**](swift:b) [1.3&nbsp;million](swift:c) [about\n13 bits](swift:b) [*1.24*×10⁻⁵](swift:d)\n"
        + "[1.24e-05][h] [1.24e-05][h] [5 of 6](swift:e) [1.1](swift:a \"if @s\")\n\n> [x 13\n> y](swift:b)\n\n[h]: <swift:d> \"±1e-9\"\n",
      values: [
        "a": .float64(50.7297), "b": .integer("13"), "c": .float64(1.34e6), "d": .float64(1.24e-5), "e": .text("5 of 6"),
      ],
      told: [
        "3: [50.8 %] is now [50.7 %]", "3: [$12.50] is now [$13.00]", "3: [1.2\u{A0}million] is now [1.3\u{A0}million]",
        "3: [about 9 bits] is now [about 13 bits]", "4: [1.23×10⁻⁵] is now [1.24×10⁻⁵]", "5: [0.82] is now [1.24e-05]",
        "5: [?] is now [1.24e-05]", "5: [3 of 4] is now [5 of 6]", "7: [x 9 y] is now [x 13 y]",
      ]),
    Example(
      name: "a table of twenty rows in one go",
      before: "# A\n\n| a | b |\n|---|---|\n" + (1...20).map { "| \($0) | [?](swift:a) |\n" }.joined() + "\nEnd.\n",
      after: "# A\n\n| a | b |\n|---|---|\n" + (1...20).map { "| \($0) | [7](swift:a) |\n" }.joined() + "\nEnd.\n",
      values: ["a": .integer("7")], told: (5...24).map { "\($0): [?] is now [7]" }),
    Example(
      name: "a value in a caption",
      before: "# A\n\n```swift {caption=\"Of [?](swift:a)\"}\nb  // => 1\n```\n\nEnd.\n",
      after: "# A\n\n```swift {caption=\"Of [7](swift:a)\"}\nb  // => 1\n```\n\nEnd.\n",
      blocks: [.ran(statements: [0: .integer("1")])], values: ["a": .integer("7")], told: ["3: [?] is now [7]"]),
    Example(
      name: "what did not run, is volatile, is right or is not to run stays",
      before:
        "# A\n\n```swift\na\n```\n\n```output\n1\n```\n\n```swift {volatile}\nb\n```\n\n```output\n1\n```\n\n```swift\nc\n```\n\n"
        + "```output\n1.0  \n\n```\n\n```swift {run=false}\nd\n```\n\n```output\n1\n```\n\n```swift\ne\n```\n\n[1](swift:a)\n",
      after:
        "# A\n\n```swift\na\n```\n\n```output\n1\n```\n\n```swift {volatile}\nb\n```\n\n```output\n1\n```\n\n```swift\nc\n```\n\n"
        + "```output\n1.0  \n\n```\n\n```swift {run=false}\nd\n```\n\n```output\n1\n```\n\n```swift\ne\n```\n\n[1](swift:a)\n",
      blocks: [.ran("9\n", status: .trap), .ran("9\n"), .ran("1\n"), .ran("9\n")], told: []),
  ]

  private func woven(_ bytes: [UInt8], _ example: Example) throws -> WovenLesson {
    try TestLesson.woven(String(decoding: bytes, as: UTF8.self), example.blocks, example.values)
  }

  /// Only these bytes change, accepting again changes nothing, and what was accepted compares.
  @Test(arguments: examples, Form.allCases) func changesTheseBytesOnly(_ example: Example, _ form: Form) throws {
    let before = form.apply(to: example.before)
    let woven = try woven(before, example)
    let splices = Acceptor.splices(for: woven)
    let after = Acceptor.apply(splices, to: before)
    #expect(String(decoding: after, as: UTF8.self) == String(decoding: form.apply(to: example.after), as: UTF8.self))
    #expect(after == form.apply(to: example.after))
    #expect(splices.map { "\($0.position.line): \($0.change.words(isDone: true))" } == example.told)

    let again = try self.woven(after, example)
    #expect(Acceptor.splices(for: again) == [])
    #expect(Acceptor.apply([], to: after) == after)
    let unmended = again.mismatches.filter {
      $0.kind == .mismatch || ($0.kind == .unrecorded && $0.sourceLine?.contains("@s") != true)
    }
    #expect(unmended.map(\.line) == [])
  }

  @Test func splicesThatOverlapAreNotAppliedTwice() {
    let splices = [(0..<2, "a"), (1..<3, "b"), (3..<3, "c"), (3..<4, "")].map { Splice($0, $1) }
    #expect(Acceptor.apply(splices, to: Array("12345".utf8)) == Array("a3c5".utf8))
    #expect(Acceptor.apply([], to: Array("12".utf8)) == Array("12".utf8))
  }

  /// What accepting cannot mend: failures, published numbers, comments in code; a caption stands in its block's first line,
  /// but its values are values.
  @Test func tellsWhatItCannotMend() throws {
    let text = """
      # A

      ```swift {caption="[2](swift:one) [?](swift:one) [2](swift:one '@b')"}
      let half = 0.5  // => 0.6
      ```

      ```output
      2
      ```

      [0.7](swift:half "@b"), [0.5](swift:half "not @b"), [0.7](swift:half), [?](swift:half), [1](swift:none), <i>
      [half](swift:half), [1 of 2](swift:half), [0.6](swift:half "if @b")

      ```swift
      new
      ```

      ```swift {volatile}
      half  // => 0.6
      ```

      ```output
      9
      ```

      """
    let half = ComputedValue.float64(0.5)
    let woven = try TestLesson.woven(
      text, [.ran("1\n", statements: [0: half]), .ran("1\n"), .ran("8\n", statements: [0: half])],
      ["half": half, "one": .integer("1"), "none": .nothing])
    #expect(
      Acceptor.leftover(woven).map { "\($0.position.line) \($0.kind.rawValue)" } == [
        "3 published-mismatch", "4 mismatch", "11 published-mismatch", "11 refuted-match", "11 value-link", "11 raw-html",
        "12 mismatch", "12 mismatch", "12 implied-mismatch", "19 mismatch",
      ])
    let accepted = Acceptor.apply(Acceptor.splices(for: woven), to: Array(text.utf8))
    let again = try TestLesson.woven(
      String(decoding: accepted, as: UTF8.self), woven.cells.map(\.run),
      ["half": half, "one": .integer("1"), "none": .nothing])
    #expect(Acceptor.leftover(again).map(\.message) == again.diagnostics.map(\.message))
    #expect(again.diagnostics.map(\.kind) == Acceptor.leftover(woven).map(\.kind))
    #expect(again.cells[2].block.recorded?.code.text == "9\n", "a volatile result is the author's")
  }
}

extension Splice {
  /// One of which nothing is told.
  init(_ range: Range<Int>, _ text: String) {
    self.init(range: range, text: text, change: .value(from: "", to: text), position: SourcePosition(line: 1, column: 1))
  }
}
