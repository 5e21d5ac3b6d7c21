import SwiftReading
import Testing

@Suite("Programs as files of a library")
struct BatchRewriterTests {
  /// A program, and why it is compiled alone; nil where it may stand beside others.
  struct Case: Sendable, CustomTestStringConvertible {
    var program: String
    var refusal: BatchRefusal?
    var testDescription: String { program }

    init(_ program: String, _ refusal: BatchRefusal? = nil) {
      self.program = program
      self.refusal = refusal
    }
  }

  static let cases = [
    Case("let a = 1\nvar b = a\nb += 1\nprint(a, b)"),
    Case("let (a, _) = (1, 2), b = a"),
    Case("let _ = print(1)"),
    Case("var a: Int?\na = 1"),
    Case("var a = 1 { didSet { print(a) } }"),
    Case("var a: Int { 1 }"),
    Case("let a = try work()\nfunc work() throws -> Int { 1 }"),
    Case("for i in 0..<3 where i > 1 { print(i) }\nif let a = Int(\"1\") { print(a) }"),
    Case("struct P: Equatable { private(set) var x = 1; private var y = 2; func f() -> Int { return x } }"),
    Case("protocol S {}\nextension S { func f() {} }\nstruct P {}\nextension P: S {}"),
    Case("struct V { var x = 1; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }"),
    Case("extension Double { var half: Double { self / 2 } }"),
    Case("extension [Double] { static func * (a: [Double], b: Double) -> [Double] { a.map { $0 * b } } }"),
    Case("@discardableResult func f() -> Int { 1 }"),
    Case("@propertyWrapper struct W { var wrappedValue = 1 }\nstruct P { @W var x }"),
    Case("import Foundation\nprint(#\"a # b\"#, \"#\", /#/)"),
    Case("#sourceLocation(file: \"a.md\", line: 3)\nlet a = 1"),

    Case("let a = ", .syntax),
    Case("print(#line)", .directive),
    Case("#if true\nprint(1)\n#endif", .directive),
    Case("if #available(macOS 10, *) {}", .directive),
    Case("#warning(\"no\")", .directive),
    Case("struct P {\n#sourceLocation(file: \"a.md\", line: 3)\n}", .directive),
    Case("@main struct P { static func main() {} }", .attribute),
    Case("@available(*, deprecated) func f() {}", .attribute),
    Case("@inlinable func f() {}", .attribute),
    Case("struct P { @Published var x = 1 }", .attribute),
    Case("private struct P {}", .access),
    Case("public func f() {}", .access),
    Case("struct P { private struct Q {} }", .access),
    Case("fileprivate extension Double {}", .access),
    Case("guard 1 > 0 else { fatalError() }", .statement),
    Case("defer { print(1) }", .statement),
    Case("if true { return }", .statement),
    Case("print(1); { print(2) }()", .statement),
    Case("import struct Foundation.Date", .importing),
    Case("@preconcurrency import Foundation", .attribute),
    Case("infix operator +++", .declaration),
    Case("precedencegroup P {}", .declaration),
    Case("func + (a: String, b: Int) -> Int { b }", .declaration),
    Case("protocol S {}\nextension Double: S {}", .foreignType),
    Case("typealias V = [Double]\nprotocol S {}\nextension V: S {}", .foreignType),
    Case("extension Double { struct P {} }", .foreignType),
    Case("extension Double { typealias P = Int }", .foreignType),
    Case("extension Double { public var half: Double { self / 2 } }", .foreignType),
    Case("let a: Int\na = 1", .variable),
    Case("lazy var a = 1", .variable),
    Case("weak var a: C?\nclass C {}", .variable),
    Case("print(a)\nlet a = 1", .order),
    Case("f()\nlet a = 1\nfunc f() { print(a) }", .order),
    Case("func f() { print(a) }\nfunc g() { f() }\ng()\nlet a = 1", .order),
    Case("struct P { func f() { print(a) } }\nP().f()\nlet a = 1", .order),
    Case("let f = { a }\nlet a = 1", .order),
    Case("let a = f()\nfunc f() -> Int { a }", .order),
    Case("extension Double { func f() { print(a) } }\nprint(1.0)\nlet a = 1", .order),
    Case("var b: Int { a }\nprint(b)\nlet a = 1", .order),
    Case("func f(x: Int = a) {}\nf()\nlet a = 1", .order),
    Case("let a = 1, b = c, c = 2", .order),
    Case("var a = 1 { didSet { print(b) } }\na = 2\nlet b = 3", .order),
    Case("struct P { var x = a }\nlet p: P = .init()\nlet a = 1", .order),
    Case("func f() { switch 1 { case 1: let a = 1; print(a); default: print(a) } }\nf()\nlet a = 2", .order),
    Case("func f() { if let a = Int(\"1\") { print(a) } else { print(a) } }\nf()\nlet a = 2", .order),
    Case("await f()", .concurrency),
    Case("func f() async {}", .concurrency),
    Case("actor A {}", .concurrency),
    Case("Task { print(1) }", .concurrency),
    Case("@MainActor func f() {}", .attribute),
    Case("print(main.self)", .name),
    Case("struct P: ExpressibleByIntegerLiteral { init(integerLiteral value: Int) {} }", .name),
    Case("typealias IntegerLiteralType = Double", .name),
    Case("let __lessonThing = 1", .name),
    Case("enum P { case P }", .name),
    Case("struct P {}\nfunc f(P: Int) {}", .name),
    Case("struct P {}\nstruct Box<P> {}", .name),
    Case("struct P {}\nfunc g() { let P = 1; print(P) }", .name),
    Case("struct `P` {}", .name),
    Case("struct P {}\nstruct Q { struct P {} }\nprint(Q.P.self, P.init, \\P.self)"),

    Case("struct P { var a = 1; static func f() { print(a) } }\nP.f()\nlet a = 1", .order),
    Case("struct P { static let a = 1; func f() { print(a) } }\nP().f()\nlet a = 1", .order),

    // A name that is bound where it is used is no variable's.
    Case("func f(a: Int) { print(a) }\nf(a: 1)\nlet a = 1"),
    Case("[1].forEach { a in print(a) }\nlet a = 1"),
    Case("func f() { let a = 1; print(a) }\nf()\nfor a in [1] { print(a) }\nif let a = Int(\"1\") { print(a) }\nlet a = 1"),
    Case("print(\"\".count)\nlet count = 1"),
    Case("struct P { var a = 1; var b: Int { a }; func f() -> Int { a } }\nprint(P().f())\nlet a = 1"),
    Case("func f() { print(a) }\nlet a = 1\nf()"),
  ]

  @Test(arguments: cases)
  func standBesideOthersWhereThatIsSafe(example: Case) {
    #expect(refusal(of: example.program) == example.refusal)
  }

  @Test func everyReasonHasACase() {
    #expect(Set(Self.cases.compactMap { $0.refusal.map { "\($0)" } }) == Set(BatchRefusal.allCases.map { "\($0)" }))
  }

  private func refusal(of program: String) -> BatchRefusal? {
    do throws(BatchRefusal) {
      _ = try BatchRewriter.file(program, number: 0)
      return nil
    } catch { return error }
  }

  /// What becomes of the lines between the imports and the entry of the program.
  struct Golden: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var program: String
    var declarations: String
    var body: String
  }

  static let goldens = [
    Golden(
      testDescription: "statements", program: "print(1); print(2)\nprint(3)", declarations: "",
      body: """
        #sourceLocation(file: "a.md", line: 10)
        print(1);
        #sourceLocation(file: "a.md", line: 10)
                  print(2);
        #sourceLocation(file: "a.md", line: 11)
        print(3);

        """),
    Golden(
      testDescription: "variables are touched where they stood", program: "print(1)\nlet a = 1, (b, _) = (2, 3)\nprint(a)",
      declarations: """
        #sourceLocation(file: "a.md", line: 10)
        fileprivate
        let a = 1, (b, _) = (2, 3)

        """,
      body: """
        #sourceLocation(file: "a.md", line: 10)
        print(1);
        _ = a;
        _ = b;
        #sourceLocation(file: "a.md", line: 12)
        print(a);

        """),
    Golden(
      testDescription: "what binds nothing is a statement", program: "let _ = f()", declarations: "",
      body: """
        #sourceLocation(file: "a.md", line: 10)
        let _ = f();

        """),
    Golden(
      testDescription: "a global passes no error on", program: "let `in` = try f(try g { try h() })",
      declarations: """
        #sourceLocation(file: "a.md", line: 9)
        fileprivate
        let `in` = try! f(try! g { try h() })

        """, body: "_ = `in`;\n"),
    Golden(
      testDescription: "types have names of their own, functions and additions to other types are not",
      program: """
        struct P {
          var x = 1
        }
        @discardableResult func f() -> P { P() }
        extension P { var y: Int { x } }
        extension Int { var z: Int { self } }
        """,
      declarations: """
        #sourceLocation(file: "a.md", line: 10)
        struct P__lesson7 {
          var x = 1
        }
        #sourceLocation(file: "a.md", line: 13)
        @discardableResult fileprivate func f() -> P__lesson7 { P__lesson7() }
        #sourceLocation(file: "a.md", line: 14)
        extension P__lesson7 { var y: Int { x } }
        #sourceLocation(file: "a.md", line: 14)
        fileprivate
        extension Int { var z: Int { self } }

        """, body: ""),
  ]

  @Test(arguments: goldens)
  func keepTheirPlaces(example: Golden) throws {
    let program = "import LessonKit\n#sourceLocation(file: \"a.md\", line: 10)\n" + example.program
    let file = try BatchRewriter.file(program, number: 7)
    #expect(
      file.text == """
        import LessonKit
        \(example.declarations)fileprivate var main: Void { get throws {
        \(example.body)} }
        @_cdecl("main") func __lessonMain7() -> Swift.Int32 { do { try main } catch { return 1 }; return 0 }

        """)
  }

  @Test func tellWhatTheyImport() throws {
    let files = try ["import B\nimport A", "import A\nimport B", "import A"].enumerated().map {
      try BatchRewriter.file($1, number: $0)
    }
    #expect(files[0].imports == ["A", "B"])
    #expect(files[0].canStand(beside: files[1]))
    #expect(!files[0].canStand(beside: files[2]))
  }

  @Test(
    arguments: [
      ("struct P {}", "struct P_7 {}"),
      ("typealias Q = Int; let q: [Q]? = nil", "typealias Q_7 = Int|let q: [Q_7]? = nil|_ = q;"),
      ("struct P { enum Q {} }; extension P.Q {}", "struct P_7 { enum Q {} }|extension P_7.Q {}"),
      ("class C {}; print(\"C \\(C.self) C\", C() as Any)", "class C_7 {}|print(\"C \\(C_7.self) C\", C_7() as Any);"),
      ("protocol S {}; func f<T: S>(_ x: [T: S?]) {}", "protocol S_7 {}|func f<T: S_7>(_ x: [T: S_7?]) {}"),
      ("enum E { case a(E?) }; let e = E.a(nil)", "enum E_7 { case a(E_7?) }|let e = E_7.a(nil)|_ = e;"),
      ("struct É {}; let é = É() // É", "struct É_7 {}|let é = É_7()|_ = é;"),
      ("struct Matrix {}; print(Foo.Matrix())", "struct Matrix_7 {}|print(Foo.Matrix_7());"),
    ] as [(String, String)])
  func haveTypesOfTheirOwn(program: String, lines: String) throws {
    let file = try BatchRewriter.file(program, number: 7)
    #expect(file.suffix == "__lesson7")
    let expected = lines.replacing("_7", with: file.suffix).split(separator: "|")
    let others = ["#sourceLocation", "fileprivate", "} }", "@_cdecl"]
    let found = file.text.split(separator: "\n").filter { line in !others.contains { line.hasPrefix($0) } }
    #expect(found.map { $0.drop { $0 == " " } } == expected)
  }
}
