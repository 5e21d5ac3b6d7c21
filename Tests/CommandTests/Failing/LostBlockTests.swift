import Testing

/// A block that does not parse or compile hides no mistake of the others: what does not need it runs, is compared and told in the
/// same go, and what needs it is told once, with it.
@Suite struct LostBlockTests {
  /// A lesson with its marked mistakes, and how its blocks and values end.
  struct Case: Sendable {
    var lesson: MarkedText
    var blocks: [String]
    var values: [String] = []
    /// What is told beside an error of blocks that need the one with the error.
    var follows: [String] = []

    init(_ lesson: String, blocks: [String], values: [String] = [], follows: [String] = []) {
      self.lesson = MarkedText(lesson)
      self.blocks = blocks
      self.values = values
      self.follows = follows
    }
  }

  private static func block(_ name: String, _ code: String, _ attributes: String = "") -> String {
    "```swift {#\(name)\(attributes)}\n\(code)\n```\n\n"
  }

  private static let cases: [String: Case] = [
    "types": Case(
      "# T\n\n"
        + block("counted", "import Foundation\nvar total = 1 // => ⟦mismatch|⟧2")
        + block(
          "broken",
          "import Dispatch\nextension Array { func middle() -> Int { count / 2 } }\nlet number: Int = ⟦compile-error|cannot convert⟧\"three\"\ntotal += number"
        )
        + block("free", "let squares = [1, 2].map { number in number * number } // => [1, ⟦mismatch|⟧5]")
        + block("later", "let a = total // => 7") + block("user", "let b = [1, 2].middle() // => 7")
        + block("transitive", "let c = b // => 7")
        + block("own", "let q: Int = ⟦compile-error|cannot convert⟧2.5")
        + block("imports", "let d = DispatchTime(uptimeNanoseconds: 3).uptimeNanoseconds // => ⟦mismatch|⟧4")
        + block("trap", "fatalError(\"\\(squares)\")", " expect=trap") + "```output\nFatal error: [1, ⟦mismatch|⟧5]\n```\n\n"
        + block("lost", "fatalError(\"\\(number)\")", " expect=trap")
        + "[⟦mismatch|⟧3](swift:squares.count) [7](swift:b) [7](swift:total) [⟦mismatch|⟧3](swift:1+1)\n",
      blocks: [
        "mismatch", "compile-error", "mismatch", "not-run", "not-run", "not-run", "compile-error", "mismatch", "mismatch",
        "not-run",
      ], values: ["mismatch", "not-run", "not-run", "mismatch"],
      follows: [
        "blocks 'later', 'user', 'transitive' and 'lost', and 2 values need what this block declares or changes, "
          + "and do not run"
      ]),
    // What the compiler says of the values of what it has no type for is nothing to the author.
    "echo": Case(
      "# T\n\n" + block("broken", "let lengths = [1.0].⟦compile-error|has no member⟧doubles\nlet most = lengths.map { $0 * 2 }")
        + "[7](swift:most.min()!) [7](swift:lengths.count) [⟦mismatch|⟧3](swift:1+1)\n",
      blocks: ["compile-error"], values: ["not-run", "not-run", "mismatch"],
      follows: ["2 values need what this block declares or changes, and do not run"]),
    // A type that is missing may keep the compiler busy until it gives up.
    "unclear": Case(
      "# T\n\n"
        + block(
          "curve", "func height(_ x: Double) -> Double { x * x }", " ⟦attribute|unknown attribute⟧expore=\"n: 1...8 = 6\"")
        + block(
          "least",
          "let grid = (0...1200).map { height(Double($0)) }\nlet least = (1..<1200).filter {\n  grid[$0] < grid[$0 - 1] && grid[$0] < grid[$0 + 1]\n}\nleast.count"
        ) + "[7](swift:least.count) [⟦mismatch|⟧3](swift:1+1)\n",
      blocks: ["not-run", "not-run"], values: ["not-run", "mismatch"]),
    // How a block fails that needs what does not compile says nothing; one that needs nothing of it is compared.
    "expected": Case(
      "# T\n\n" + block("loan", "let p = ⟦compile-error|cannot find 'lgo'⟧lgo(1199.10)")
        + block("mixed", "let terms = 360\nlet total: Double = p * terms", " expect=compile-error")
        + "```output\nerror: cannot convert value of type 'Int' to expected argument type 'Double'\n```\n\n"
        + block("free", "let total: Double = 1.5 * \"\"", " expect=compile-error")
        + "```output\nerror: ⟦mismatch|⟧something else\n```\n\n",
      blocks: ["compile-error", "not-run", "mismatch"],
      follows: ["block 'mixed' needs what this block declares or changes, and does not run"]),
    "parse": Case(
      "# T\n\n" + block("broken", "import Dispatch\nfunc half(_ n: Int) -> Int {⟦compile-error|expected '}'⟧")
        + block("free", "let a = 3 // => ⟦mismatch|⟧4") + block("user", "let b = half(a) // => 7")
        + block("none", "import ⟦compile-error|no such module⟧Nowhere")
        + block("imports", "let d = DispatchTime(uptimeNanoseconds: 3).uptimeNanoseconds // => ⟦mismatch|⟧4"),
      blocks: ["compile-error", "mismatch", "not-run", "compile-error", "mismatch"],
      follows: ["block 'user' needs what this block declares or changes, and does not run"]),
    // One name twice: both examples cannot stand, and the rest can.
    "twice": Case(
      "# T\n\n" + block("one", "let a = 1") + block("two", "let ⟦compile-error|invalid redeclaration⟧a = 2")
        + block("three", "let b = 1 // => ⟦mismatch|⟧2"),
      blocks: ["ok", "compile-error", "mismatch"]),
    // Who uses the name between the two is not to blame, and means the first; who comes behind means either.
    "again": Case(
      "# T\n\n" + block("one", "let w = 3 // => ⟦mismatch|⟧4") + block("two", "w + 1 // => ⟦mismatch|⟧5")
        + block("three", "let ⟦compile-error|invalid redeclaration⟧w = 4") + block("four", "let b = w * 2 // => 8")
        + block("five", "let c = 1 // => ⟦mismatch|⟧2"),
      blocks: ["mismatch", "mismatch", "compile-error", "not-run", "mismatch"],
      follows: ["block 'four' needs what this block declares or changes, and does not run"]),
    // What is in a session of its own needs nothing of another.
    "sessions": Case(
      "# T\n\n" + block("one", "let x: Int = ⟦compile-error|cannot convert⟧\"\"")
        + block("two", "let x = 1 // => ⟦mismatch|⟧2", " session=two") + "[7](swift:x)\n",
      blocks: ["compile-error", "mismatch"], values: ["not-run"],
      follows: ["1 value needs what this block declares or changes, and does not run"]),
    // A signature shows that a type is not there; who conforms to it is told with it.
    "conforms": Case(
      "# T\n\n" + block("protocol", "protocol Shape { func area() -> ⟦compile-error|cannot find type⟧Number }")
        + block("type", "struct Square: Shape { func area() -> Double { 4 } }")
        + block("free", "let a = 1 // => ⟦mismatch|⟧2"),
      blocks: ["compile-error", "not-run", "mismatch"],
      follows: ["block 'type' needs what this block declares or changes, and does not run"]),
    "operator": Case(
      "# T\n\nstruct\n\n" + block("type", "struct Pair { var a = 1 }")
        + block(
          "sign", "func + (l: Pair, r: Pair) -> Pair { Pair(a: l.a + r.a) }\nlet s: String = ⟦compile-error|cannot convert⟧1")
        + block("user", "let sum = Pair() + Pair()") + block("free", "let a = 1 // => ⟦mismatch|⟧2"),
      blocks: ["ok", "compile-error", "not-run", "mismatch"],
      follows: ["block 'user' needs what this block declares or changes, and does not run"]),
  ]

  private static let ran = Result<CheckReport, any Error> {
    try TemporaryCourse(
      bytes: cases.mapValues(\.lesson.bytes).merging(["neighbor": Array(FailingBlock.neighbor.utf8)]) { $1 }
    ).check()
  }

  @Test(arguments: cases.keys.sorted()) func hidesNothing(_ name: String) throws {
    let (example, lesson) = (try #require(Self.cases[name]), try #require(try Self.ran.get().lessons[name]))
    expect(lesson.diagnostics, toMatch: example.lesson)
    #expect(lesson.blocks.map(\.status) == example.blocks)
    #expect(lesson.values.map(\.status) == example.values)
    #expect(lesson.diagnostics.flatMap(\.notes).map(\.message).filter { $0.contains("this block declares") } == example.follows)
  }

  @Test func theNeighborIsWell() throws {
    #expect(try Self.ran.get().lessons["neighbor"]?.diagnostics == [])
  }
}
