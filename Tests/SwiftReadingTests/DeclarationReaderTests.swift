import LessonModel
import SwiftReading
import Testing

@Suite("What a piece of Swift declares")
struct DeclarationReaderTests {
  @Test(
    arguments: [
      ("func a() {}", ["a@5"]), ("public func a() {}\nopen class B {}", []), ("struct A { func b() {} }", ["A@7"]),
      ("let a = 1, b = 2\nvar c: Int { 3 }", ["a@4", "b@11", "c@21"]),
      ("private enum E {}\nprotocol P {}\ntypealias T = Int", ["E@13", "P@27", "T@42"]),
      ("@inlinable internal func a() {}", ["a@25"]), ("import A\n1 + 1", []), ("extension Int { func a() {} }", []),
    ] as [(String, [String])])
  func isFound(text: String, names: [String]) {
    let found = DeclarationReader.internalNames(in: text).map { "\($0.name)@\($0.offset)" }
    #expect(found == names)
  }

  @Test func typesAreFound() {
    let text =
      "struct A { struct B {} }\n@available(*, deprecated) public class C {}\nfunc d() {}\nactor E {}\n"
      + "typealias F = Int\nextension Int {}\nlet g = A()\n#if G\nenum H {}\n#endif"
    let found = DeclarationReader.types(in: text).map { "\($0.name)@\($0.offset)" }
    #expect(found == ["A@0", "C@25", "E@81", "F@92"])
  }
}
