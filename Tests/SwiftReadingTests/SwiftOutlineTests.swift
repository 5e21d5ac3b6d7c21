import LessonModel
import SwiftReading
import Testing

@Suite("The outline of a block")
struct SwiftOutlineTests {
  /// A block, and for each statement at its top level the kind and the text.
  static let statements: [(String, [String])] = [
    ("let x = 1\nx + 1", ["binding x: let x = 1", "expression: x + 1"]),
    ("x = 5", ["other: x = 5"]),
    ("_ = f()", ["other: _ = f()"]),
    ("x += 1", ["expression: x += 1"]),
    ("try f()", ["expression: try f()"]),
    ("if a { b } else { c }", ["other: if a { b } else { c }"]),
    ("let (a, b) = f(); a", ["binding (a, b): let (a, b) = f()", "expression: a"]),
    ("var a = 1, b = 2", ["binding b: var a = 1, b = 2"]),
    ("{ 1 }", ["other: { 1 }"]),
    ("#warning(\"x\")", ["other: #warning(\"x\")"]),
    ("foo\n  .bar { $0 }\n  .baz()", ["expression: foo\n  .bar { $0 }\n  .baz()"]),
    ("// only a comment", []),
    ("", []),
    ("\"\"\"\n  é\n  \"\"\"", ["expression: \"\"\"\n  é\n  \"\"\""]),
  ]

  @Test(arguments: statements)
  func statementsAtTheTopLevel(source: String, expected: [String]) {
    let outline = SwiftOutlineReader.outline(of: source)
    let bytes = Array(source.utf8)
    let found = outline.statements.map { statement in
      let text = String(decoding: bytes[statement.range], as: UTF8.self)
      return switch statement.kind {
      case .expression: "expression: \(text)"
      case .binding(let names): "binding \(names): \(text)"
      case .other: "other: \(text)"
      }
    }
    #expect(found == expected)
  }

  /// A block, and for each checked comment its promise, the statement it speaks of and the promised text.
  static let comments: [(String, [String])] = [
    ("a // => 1.5", ["value of 0: 1.5"]),
    ("let a = 1; // =>  2  ", ["value of 0: 2"]),
    ("a\nprint(b)  // Prints \"x \"y\"\"", ["line of 1: x \"y\""]),
    ("print(b)\n// Prints \"1\"\n// Prints \"2\"", ["line of 0: 1", "line of 0: 2"]),
    ("for x in y {\n  x // => 1\n}", ["value of none: 1"]),
    ("\"// => 1\"", []),
    ("// => 1\na", ["value of none: 1"]),
    ("f(1, // => 2\n  3)", ["value of none: 2"]),
    ("a // Prints nothing", []),
    ("a // Prints \"two\".", ["line of 0: two"]), ("a // Prints \"two.\"", ["line of 0: two."]),
    ("a // Prints \"x \"y\".\"", ["line of 0: x \"y\"."]), ("a // prints “two”.", ["line of 0: two"]),
    ("a // Prints: 'two'", ["line of 0: two"]), ("a //=> 3", ["value of 0: 3"]), ("a // Prints \"\"", ["line of 0: "]),
    ("a // = > 1", []),
  ]

  @Test(arguments: comments)
  func checkedComments(source: String, expected: [String]) {
    let outline = SwiftOutlineReader.outline(of: source)
    let found = outline.checkedComments.map { comment in
      "\(comment.promise) of \(comment.statement.map(String.init) ?? "none"): \(comment.text)"
    }
    #expect(found == expected)
    // The range names exactly the promised text.
    for comment in outline.checkedComments {
      #expect(String(decoding: Array(source.utf8)[comment.range], as: UTF8.self) == comment.text)
    }
  }

  /// What looks like a checked comment and is none, with what is said of it; and what is only a comment.
  @Test(arguments: [
    ("a // -> 3", "'// => 3'"), ("a // → [1, 2]", "'// => [1, 2]'"), ("a // == true", "'// => true'"),
    ("a // Prints 3", "'// Prints \"3\"'"), ("a // Prints \"two\" twice", "one comment a line"),
    ("a /// => 3", "of two slashes, '// => 3'"), ("a /* => 3 */", "of two slashes, '// => 3'"),
    ("a /// Prints \"two\".", "of two slashes"), ("a // -> Int", nil), ("a // Prints the sum", nil), ("a // prints", nil),
    ("/// Prints \"two\" and\na", nil), ("a // => 3", nil), ("a // = 3", nil),
  ])
  func almostCheckedComments(source: String, advice: String?) {
    let found = SwiftOutlineReader.outline(of: source).almostChecked
    #expect(found.map(\.offset) == (advice == nil ? [] : [2]), "\(found)")
    if let advice { #expect(found.first?.name.contains(advice) == true, "\(found)") }
  }

  @Test(arguments: [
    ("let a = 1 // hide\nlet b = 2", [0]), ("let s = \"\"\"\n// hide\n\"\"\"\nf() // hide", [3]), ("a // hide me", []),
    ("/* x\n y */ a\nb  //  hide  \n", [2]),
  ])
  func hiddenLines(source: String, lines: [Int]) {
    #expect(SwiftOutlineReader.outline(of: source).hiddenLines == lines)
  }

  @Test func importsAndDirectives() {
    let outline = SwiftOutlineReader.outline(
      of: "import Foundation\nimport struct Dispatch.DispatchTime\n#sourceLocation(file: \"x\", line: 3)\n")
    #expect(outline.imports == ["Foundation", "Dispatch"])
    #expect(outline.sourceLocationDirectives == [54])
  }

  @Test(arguments: [("print(#line)", true), ("f(#file, 1)", true), ("let line = 1; line", false), ("#fileID", true)])
  func blocksThatReadTheirPosition(source: String, reads: Bool) {
    #expect(SwiftOutlineReader.outline(of: source).readsItsPosition == reads)
  }

  @Test(arguments: [
    ("func f() {\n  1\n", 14), ("let x = \"abc\nlet y = 1", 12), ("a }", 2), ("let = 3", 4),
  ])
  func syntaxErrorsHaveTheirPlace(source: String, offset: Int) {
    let outline = SwiftOutlineReader.outline(of: source)
    #expect(outline.syntaxErrors.first?.offset == offset, "\(outline.syntaxErrors)")
  }

  @Test func goodCodeHasNoErrors() {
    let source =
      "struct A { var b = 1 }\nextension A: Equatable {}\ninfix operator **\nfunc ** (a: A, b: A) -> A { a }\nA() ** A()"
    #expect(SwiftOutlineReader.outline(of: source).syntaxErrors.isEmpty)
  }
}
