import LessonModel
import SwiftReading
import Testing

/// What a parser reads by recursion, or into a tree that others read so, may not be of any depth.
@Suite("Swift that nests")
struct SwiftNestingTests {
  private static let deep: [String] = [
    "let x = a" + "()" * 20_000, "let x = a" + "!" * 20_000, "let x: A" + "?" * 20_000, "let x: A" + "<A" * 5_000,
    "let x: " + "A -> " * 5_000,
    "let x = " + "try " * 5_000, "let x = " + "if " * 5_000, "let x = " + "await try " * 5_000, "if case " + "let " * 5_000,
    "if a {}" + " else if a {}" * 5_000, "#if a\n" * 5_000, "let x: " + "some " * 5_000,
  ]

  @Test(arguments: deep) func isRefusedWithItsPlace(code: String) {
    let reading = SwiftReading(code)
    #expect(reading.outline.syntaxErrors.map(\.message) == ["this code is nested too deeply; split it"])
    #expect(reading.outline.syntaxErrors.allSatisfy { (0...code.utf8.count).contains($0.offset) })
    #expect(reading.outline.statements == [])
    #expect(reading.spans == [])
    #expect(NameFlow.statements(of: code) == [] && NameFlow.uses(of: code) == [])
  }

  @Test(arguments: [
    "let x = a" + ".b()" * 300, "if a {}" + " else if a {}" * 200, "let x = a < b\n" * 150, "let x: " + "(A) -> " * 80 + "A",
    "func f() -> Int { 1 }\n" * 1_000, "let x = [" + "[1, 2], " * 5_000 + "]", "print(a < b, a > c)\n" * 2_000,
  ])
  func isReadWhereItIsNot(code: String) { #expect(SwiftReading(code).outline.syntaxErrors == []) }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
