import Testing

/// A written number beside a computed one, with the expected diagnostics marked: rows G11 to G21 and G23.
struct NumberCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: MarkedText

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = MarkedText("# T\n\n" + text + "\n")
  }

  var testDescription: String { name }

  private static func recorded(_ code: String, _ output: String, _ attributes: String = "") -> String {
    "```swift \(attributes)\n\(code)\n```\n\n```output\n\(output)\n```\n"
  }

  static let all: [NumberCase] = [
    NumberCase("G11-nan", "[nan](swift:Double.nan)"), NumberCase("G12-nan-and-one", "[⟦mismatch|⟧1](swift:Double.nan)"),
    NumberCase("G13-infinities", "[inf](swift:Double.infinity) [-inf](swift:-Double.infinity)"),
    NumberCase("G13-signs", "[⟦mismatch|⟧inf](swift:-Double.infinity \"±5\")"),
    NumberCase("G14-zero", "[0](swift:-0.0) [-0](swift:0.0)"),
    NumberCase("G15-just-in", "[1.0](<swift:1.125> \"±0.125\")"),
    NumberCase("G15-just-out", "[⟦mismatch|⟧1.0](<swift:1.125.nextUp> \"±0.125\")"),
    NumberCase("G15-half-a-unit", "[1.5](<swift:1.55>) [⟦mismatch|⟧1.5](<swift:1.5625>)"),
    NumberCase("G16-near-zero", recorded("print(1e-13)", "0.0") + recorded("print(1e-11)", "⟦mismatch|⟧0.0")),
    NumberCase("G17-overflow", recorded("print(-1e308)", "⟦mismatch|⟧1e+308")),
    NumberCase(
      "G18-integers",
      recorded("print(Double.leastNonzeroMagnitude, Int64.min, UInt64.max)", "5e-324 -9223372036854775808 18446744073709551615")
        + recorded("print(9007199254740993)", "⟦mismatch|⟧9007199254740992")
        + recorded("print(Int128.max)", "⟦mismatch|⟧170141183460469231731687303715884105726")),
    NumberCase("G19-grammar", "[1,234.5](swift:1234.5) [.5](swift:0.5) [1.2e-3](swift:0.0012)"),
    NumberCase("G20-words", recorded("print(\"v2 3D 10:30 2024-01-02\")", "v2 3D 10:30 2024-01-02")),
    NumberCase("G20-other-words", recorded("print(\"v2 3D\")", "⟦mismatch|⟧v2 4D")),
    NumberCase("G21-one-more", recorded("print(\"1 2 3\")", "⟦mismatch|⟧1 2")),
    NumberCase("G21-one-less", recorded("print(\"1 2\")", "⟦mismatch|⟧1 2 3")),
    NumberCase("G22-empty", recorded("print(1)", "⟦mismatch|⟧")),
    NumberCase("G22-missing", "⟦unrecorded|⟧```swift\nprint(1)\n```\n"),
    NumberCase("G22-conflict", recorded("print(1)", "⟦mismatch|⟧<<<<<<< HEAD\n1\n⟦mismatch|⟧=======\n2\n>>>>>>> b")),
    NumberCase("G23-without-numbers", recorded("print(\"a\")", "a")),
  ]
}

/// Table G, as far as it speaks of numbers: one course, checked once.
@Suite struct NumberCaseTests {
  private static let ran = Result<CheckReport, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: NumberCase.all.map { ($0.name, $0.text.bytes) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    return try TemporaryCourse(bytes: lessons).check()
  }

  @Test(arguments: NumberCase.all) func isJudged(_ row: NumberCase) throws {
    let marks = row.text.marks
    let told = try #require(try Self.ran.get().lessons[row.name]).diagnostics
    #expect(told.map(\.id) == marks.map(\.id))
    #expect(told.map(\.line) == marks.map(\.line), "\(told)")
  }

  @Test(.cases(NumberCase.all.map(\.name))) func theNeighborIsWell() throws {
    let check = try Self.ran.get()
    #expect(check.status == 1)
    #expect(check.lessons["neighbor"]?.diagnostics == [])
  }
}
