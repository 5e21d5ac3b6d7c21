import LessonModel
import LessonRunning
import SwiftReading
import Testing

@Suite("A lesson as the program of its page")
struct PageProgramTests {
  private func explored(_ name: String, block: Int = 1) -> BlockAttributes {
    var attributes = BlockAttributes()
    attributes.parameters = [
      LessonParameter(
        name: name, label: name, unit: "", domain: .flag, standard: 1, type: .bool, literal: "true", block: block,
        position: SourcePosition(line: 1, column: block + 1))
    ]
    return attributes
  }

  private func program(_ pieces: [Piece]) -> PageProgram? {
    PageProgram(Lesson(pieces), settings: .undecided, modules: [])
  }

  @Test func nothingToExploreIsNoProgram() { #expect(program([.block("let a = 1")]) == nil) }

  @Test func whatNothingDependsOnIsIdle() throws {
    let page = try #require(
      program([.block("f(isOn)", explored("isOn", block: 0)), .block("1", explored("isIdle")), .block("let isIdle = 2")]))
    #expect(page.idle.map(\.name) == ["isIdle"])
  }

  @Test func onlyWhatDependsReports() throws {
    let page = try #require(
      program([
        .block("let base = 2; base"), .value("base"),
        .block("try f(isOn)", explored("isOn")), .block("base"), .block("func g() -> Int { isOn ? 1 : 2 }"), .value("g()"),
        .value("base"), .block("later()"),
      ]))
    let lines = page.program.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.drop { $0 == " " } }.map { String($0) }.filter { !$0.isEmpty }
    #expect(
      lines == [
        "import LessonKit", "import LessonRuntime", "__lessonBegin();", "__lessonEnter(0);",
        "let isOn: Bool = __lessonParameter(0, true);", "__lessonMark(0);", "do { let __value =", "try!f(isOn)",
        "; __lessonValue(1, __value) };", "__lessonMark(2);", "__lessonMark(3);", "func g() -> Int { isOn ? 1 : 2 }",
        "__lessonMark(4);", "do { let __value =", "g()", "; __lessonValue(5, __value) };", "__lessonLeave(0);",
      ])
    #expect(
      page.parts.map(\.cells) == [
        [ExploredCell(block: 1, start: 0, end: 2, value: 1), ExploredCell(block: 3, start: 3, end: 4, value: nil)]
      ])
    #expect(page.parts.map(\.values) == [[ExploredValue(value: 1, place: 5)]])
  }

  @Test func proseIsNoPartOfWhatIsCompiled() throws {
    func page(_ prose: String) throws -> PageProgram {
      try #require(program([.block("let a = 1"), .prose(prose), .block("f(isOn)", explored("isOn")), .value("isOn")]))
    }
    let (short, long) = (try page("Short.\n\n"), try page("Much\n\nlonger.\n\n"))
    #expect(short.program.keyText == long.program.keyText && short.program.text != long.program.text)
    #expect(short.parts.map(\.cells) == long.parts.map(\.cells) && short.parts.map(\.values) == long.parts.map(\.values))
  }

  /// Sections with a parameter each, and what stands in the last one.
  @Test(arguments: [("b", [[0], [1]]), ("a + b", [[0, 1]]), ("1", [[0], [1]])] as [(String, [[Int]])])
  func whatHasAResultInCommonIsOnePart(last: String, parts: [[Int]]) throws {
    var lesson = Lesson([
      .block("let a = f(isOn)", explored("isOn", block: 0)), .block("a"),
      .block("let b = g(isOff)", explored("isOff", block: 2)), .block(last),
    ])
    let starts = [0, 2].map { lesson.blocks[$0].range.lowerBound }
    lesson.document = starts.map { DocumentBlock(.heading(level: 2, []), range: $0..<$0) }
    let page = try #require(PageProgram(lesson, settings: .undecided, modules: []))
    #expect(page.parts.map(\.parameters) == parts)
  }

  /// Texts whose last statement depends on `x`, and such whose last does not.
  static let flows: [(String, Bool)] = [
    ("let y = x; y", true), ("let y = 1; y", false), ("func f() -> Int { x }; f()", true), ("{ x in x }(1)", false),
    ("var s = 0; for i in 0..<x { s += i }; s", true), ("var s = 0; for i in 0..<3 { s += i }; s", false),
    ("var a = [1]; a.append(x); a", true), ("var a = [1]; a[0] = x; a", true), ("var a = 1; f(&a, x); a", true),
    ("struct S { var v = x }; S()", true), ("extension S { var v: Int { x } }; S()", true), ("s.x", false),
    ("let a = 1; show(a.line(x)); a", false), ("P(1).go(x); P(1)", false), ("p(1).go(x); p(1)", true),
    ("let `in` = x; `in`", true), ("var `in` = 1; `in` += x; `in`", true), ("func `do`() -> Int { x }; `do`()", true),
    ("struct `Any` { var v = x }; `Any`()", true), ("let a = 1; [a .== x]; a", false),
  ]

  @Test(arguments: flows)
  func namesFlow(text: String, depends: Bool) throws {
    var names: Set = ["x"]
    let statements = NameFlow.statements(of: text)
    for statement in statements where !statement.uses.isDisjoint(with: names) {
      names.formUnion(statement.gives.union(statement.changes))
    }
    #expect(try #require(statements.last).uses.isDisjoint(with: names) != depends)
  }

  /// Blocks before one that is explored and says `show(y)`, and which of them its page runs.
  static let needs: [([String], Set<Int>)] = [
    (["let a = 1", "let y = 2"], [1]), (["let a = 1", "let y = a"], [0, 1]), (["func y() {}", "y()"], [0]),
    (["var y = 1", "y += 1", "print(y)"], [0, 1]), (["var y = 1", "func f() { y += 1 }", "f()", "f"], [0, 1, 2, 3]),
    (["var y = 1", "let f = { y += 1 }", "f()"], [0, 1, 2]),
    (["var a = 1", "let y = f(&a)", "g(y)"], [0, 1]), (["var y = [1]", "y.sort()", "y[0] = 2", "f(&y)"], [0, 1, 2, 3]),
    (["let y = 1", "func f() { var y = 2; y += 1 }"], [0]), (["import Foundation\nlet a = Date()", "let y = 1"], [1]),
    (["struct S {}", "extension S { var a: Int { 1 } }", "let y = S()"], [0, 1, 2]),
    (["struct S {}", "extension S { var a: Int { 1 } }", "let y = 1"], [2]),
    (["extension Int { var a: Int { 1 } }", "let y = 1"], [0, 1]),
    (["infix operator **", "func ** (a: Int, b: Int) -> Int { a }", "func f() {}", "let y = 1"], [0, 1, 3]),
    (["let a = [1].filter { $0.f() }", "let y = [2].filter { $0.f() }"], [1]),
    (["let a = g { S().f(1) }", "let y = [2].map { S() }"], [1]),
    (["final class C {}", "let a = C()", "let y = 1"], [0, 1, 2]), (["let a = 1", "let y = 1; let b = a"], [0, 1]),
  ]

  @Test(arguments: needs)
  func pagesRunWhatTheyNeed(before: [String], needed: Set<Int>) throws {
    var attributes = explored("isOn")
    attributes.parameters[0].block = before.count
    let page = try #require(program(before.map { .block($0) } + [.block("show(y, isOn)", attributes)]))
    let marked = Set(page.program.blocks)
    #expect(marked == needed.union([before.count]))
  }

  @Test func marksStandBeforeWhatIsCompiledOnce() {
    let source = """
      public protocol P { func a() }
      public struct G<T> { public func b() {} }
      public struct S {
        public var c: Int { 1 }
        public var d = 1
        public func e() {}
        public func f<T>(_ t: T) {}
        func g() {}
        public func h() -> some P { self }
      }
      """
    let marked = InterfaceMarker([source]).marked(source)
    #expect(
      marked
        == source.replacing("  public func e", with: "  @export(interface) public func e")
        .replacing("c: Int { 1 }", with: "c: Int { @export(interface) get { 1 } }"))
  }
}
