import SwiftReading
import Testing

@Suite("What is added so that values are recorded")
struct TraceAdditionsTests {
  /// Code, with what is added between ⟨ and ⟩.
  static let cases: [String] = [
    // The compiler records these itself.
    "let a = 1", "print(a)", "a.append(1)", "f(&a)", "func f(_ x: Int) -> Int { x }", "return",
    // What is bound.
    "let a = 1, (b, c) = f()⟨; a⟩⟨; b⟩⟨; c⟩", "var a: Int, b = 2⟨; b⟩", "let (a, b) = f()⟨; a⟩⟨; b⟩",
    "let (a, (_, c)) = f()⟨; a⟩⟨; c⟩", "let (a, b): (Int, Int)",
    "for i in 0..<3 {⟨ i;⟩ f(i) }", "for (i, x) in y.enumerated() where x {⟨ i;⟩⟨ x;⟩\n  f()\n}", "for _ in 0..<3 { f() }",
    "for i in 0..<3 {}", "while let a = f(), let b {⟨ a;⟩⟨ b;⟩ g() }",
    "func f() {\n  guard let a, let b = a.b else { return }⟨; a⟩⟨; b⟩\n  g()\n}", "if let a {⟨ a;⟩ f(a) }",
    "if case .some(let a) = b { f(a) }",
    // What is assigned.
    "a = 1⟨; a⟩", "a += 1⟨; a⟩", "a.b.c -= 2⟨; a.b.c⟩  // less", "self.a = b⟨; self.a⟩", "a[i] = b⟨; a[i]⟩",
    "a[i + 1, default: 0] += b⟨; a[i + 1, default: 0]⟩", "a[i].b[j] *= 2⟨; a[i].b[j]⟩", "a![0] = 1⟨; a![0]⟩",
    "a?.b = 1⟨; a?.b⟩",
    "(a, b.c) = (1, 2)⟨; a⟩⟨; b.c⟩", "_ = f()", "(a, _) = f()⟨; a⟩", "a[i] = x⟨; a[i]⟩; b = 2⟨; b⟩", "a &+= 1⟨; a⟩",
    "$0.a = 1⟨; $0.a⟩", "a = b == c⟨; a⟩",
    // What could do something when it is read again.
    "a[f()] += 1", "f().a = 1", "a[i] = f(&i)", "a { $0 }.b = 1", "a[try f()] = 1", "a == b", "a <= b", "a !== b",
    // What would become something else with one more statement.
    "a.forEach { b += $0 }", "a.map { let (b, c) = $0 }", "let a = if let b { b } else { 0 }",
    "func f() -> Int { if let a { a } else { 0 } }", "a.map { x in\n  b += x⟨; b⟩\n  return b\n}",
    // In an initializer `self` may not be whole.
    "struct S {\n  var a: Int\n  init() { self.a = 1 }\n  mutating func f() { a += 1⟨; a⟩ }\n}",
    "final class C {\n  var (a, b) = (1, 2)\n}",
    // On one line, for the lines behind must stay.
    "a[\n  i\n] = 1", "a = [\n  1,\n]⟨; a⟩",
    // What does not parse.
    "a = 1 +\nlet (a, b) = ",
  ]

  @Test(arguments: cases) func standWhereTheyTell(text: String) {
    let code = text.replacing(/⟨.*?⟩/, with: "")
    let bytes = Array(code.utf8)
    var written = ""
    var reached = 0
    for addition in TraceAdditions.additions(to: code) {
      written += String(decoding: bytes[reached..<addition.offset], as: UTF8.self) + "⟨\(addition.text)⟩"
      reached = addition.offset
      #expect(String(decoding: bytes[addition.range], as: UTF8.self) == addition.name)
    }
    #expect(written + String(decoding: bytes[reached...], as: UTF8.self) == text)
  }

  @Test func sayWhatIsTheSame() {
    let code = "a[i] += b + c"
    let replaced = TraceAdditions.additions(to: code).flatMap(\.replaced).map { range in
      String(decoding: Array(code.utf8)[range], as: UTF8.self)
    }
    #expect(replaced == ["a[i]", "b + c"])
  }
}
