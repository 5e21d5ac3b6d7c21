import LessonRunning
import Testing

/// What the parser and the compiler of Swift 6.3 say of text that is not to run, and what is made of it.
@Suite struct AuthorHintTests {
  @Test(
    arguments: [
      (
        "incorrect argument labels in call (have 'format:_:', expected 'repeating:count:')", "String(format: \"%.2f\", x)",
        .format
      ),
      ("no such module 'PackageDescription'", "import PackageDescription", .manifest),
      ("cannot infer contextual base in reference to member 'package'", ".package(url: \"x\", from: \"1.0.0\")", .manifest),
      ("unexpected code in source file", "dependencies: [.package(url: \"x\", from: \"1.0.0\")]", .manifest),
      ("unexpected code ',' in source file", ".target(name: \"x\"),", .manifest),
      ("expected '{' in body of function declaration", "func f(_ x: Int) -> Int", .signature),
      ("initializer requires a body", "struct A {\n  init(_ x: Int)\n}", .signature),
      ("initializers may only be declared within a type", "init(_ x: Int)", .signature),
      ("expected '{' to start getter definition", "var x: Int { get }", .signature),
      ("'subscript' functions may only be declared within a type", "subscript(i: Int) -> Int { get }", .signature),
      ("editor placeholder in source file", "let x = <#value#>", .placeholder),
      ("unexpected code '...' in struct", "struct S { ... }", .ellipsis),
      ("'main' attribute cannot be used in a module that contains top-level code", "@main struct A { }", .entry),
      ("invalid redeclaration of 'a'", "let a = 2", .redeclaration),
      ("cannot find 'entorpy' in scope", "entorpy()", nil),
    ] as [(String, String, AuthorHint?)])
  func isGuessed(error: String, code: String, hint: AuthorHint?) { #expect(AuthorHint(for: error, in: code) == hint) }

  @Test(arguments: AuthorHint.allCases) func saysWhatToWrite(hint: AuthorHint) {
    let others: [AuthorHint: String] = [.redeclaration: "{session=", .entry: "'App.main()'", .format: "'fixed(x, 2)'"]
    #expect(hint.advice.contains(others[hint] ?? "{run=false}"))
  }
}
