import SwiftReading
import Testing

@Suite("Names that pieces of a program share")
struct BlockNamesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { text }
    var text: String
    var declared: Set<String> = []
    var changed: Set<String> = []
    var mentioned: Set<String> = []
  }

  static let cases = [
    Case(text: ""),
    Case(text: "let (a, b) = c", declared: ["a", "b"], mentioned: ["c"]),
    Case(text: "func f(of x: Int) -> T { var y = x; y += 1; return y }", declared: ["f"], mentioned: ["Int", "T"]),
    Case(
      text: "struct S<E>: P { var v: E; func m() -> Int { w } }", declared: ["S"], mentioned: ["P", "Int", "w"]),
    Case(
      text: "extension Array { func middle() -> Int { count } }", declared: ["middle"], mentioned: ["Array", "Int", "count"]),
    Case(text: "extension Pair { init(one: Int) {} }", declared: ["Pair"], mentioned: ["Pair", "Int"]),
    Case(text: "infix operator <+>\nfunc <+> (l: Int, r: Int) {}", mentioned: ["Int"]),
    Case(text: "[1].map { x in x + k }", mentioned: ["map", "k"]),
    Case(text: "for i in 0..<n { print(i) }", mentioned: ["n", "print"]),
    Case(text: "if let v = o { print(v) }", mentioned: ["o", "print"]),
    Case(text: "guard let v = o else { fatalError() }", declared: ["v"], mentioned: ["o", "fatalError"]),
    Case(text: "do { let t = 1; print(t) } catch { print(error) }", mentioned: ["print", "error"]),
    Case(text: "total += x", changed: ["total"], mentioned: ["total", "x"]),
    Case(text: "total == x", mentioned: ["total", "x"]),
    Case(text: "a = b", changed: ["a"], mentioned: ["a", "b"]),
    Case(text: "a.b[0].c = d.e", changed: ["a"], mentioned: ["a", "b", "c", "d", "e"]),
    Case(text: "list.append(x)", changed: ["list"], mentioned: ["list", "append", "x"]),
    Case(text: "list.count", mentioned: ["list", "count"]),
    Case(text: "swap(&a, &b[1])", changed: ["a", "b"], mentioned: ["swap", "a", "b"]),
    Case(text: "import Foundation\nimport struct Kit.Point"),
    Case(text: "func f( {", declared: ["f"]),
  ]

  @Test(arguments: cases) func areFound(_ example: Case) {
    let names = BlockNames(of: example.text)
    #expect(names.declared == example.declared)
    #expect(names.changed == example.changed)
    #expect(names.mentioned == example.mentioned)
  }

  @Test func importsHaveTheirPlaces() {
    let names = BlockNames(of: "// é\nimport Foundation  // why\nimport struct Kit.Point\n")
    #expect(names.imports.map(\.module) == ["Foundation", "Kit"])
    #expect(names.imports.map(\.range) == [6..<23, 32..<55])
  }

  /// A piece needs another whose names it uses, and a later one also one whose changes it would see.
  @Test func tellWhoNeedsWhom() {
    let change = BlockNames(of: "total += 1")
    let reader = BlockNames(of: "print(total)")
    #expect(reader.needs(change, isLater: true) && !reader.needs(change, isLater: false))
    #expect(BlockNames(of: "f()").needs(BlockNames(of: "func f() {}"), isLater: false))
    #expect(!BlockNames(of: "[1].map { f in f }").needs(BlockNames(of: "let f = 1"), isLater: true))
    #expect(!BlockNames(of: "var total = 2\nprint(total)").needs(change, isLater: true))
  }
}
