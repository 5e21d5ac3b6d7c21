extension FailingBlock {
  /// D32 to D44: blocks that do not compile. All else of the program runs; the place is the compiler's, in the lesson.
  static let compileErrors: [FailingBlock] = [
    refused(
      "D32-type",
      """
      let number: Int = ⟦compile-error|cannot convert value of type 'String' to specified type 'Int'⟧"three"
      """),
    refused(
      "D33-open-brace",
      """
      func half(_ n: Int) -> Int {
        n / 2⟦compile-error|expected '}' to end function⟧
      """),
    refused(
      "D34-stray-brace",
      """
      let one = 1
      ⟦compile-error|unexpected brace in source file⟧}
      """),
    refused(
      "D35-open-comment",
      """
      let one = 1
      ⟦compile-error|unterminated '/*' comment⟧/* never closed
      """),
    refused(
      "D36-open-string",
      """
      let text = "never closed⟦compile-error|expected '"' to end string literal⟧
      let one = 1
      """),
    refused(
      "D37-open-long-string",
      #"""
      let text = """
      never closed⟦compile-error|expected '"""' to end string literal⟧
      """#),
    refused(
      "D38-unknown-name",
      """
      let p = [0.25, 0.75]
      print(⟦compile-error|cannot find 'entorpy' in scope⟧entorpy(p))
      """),
    refused(
      "D39-missing-module",
      """
      import ⟦compile-error|no such module 'Nowhere'⟧Nowhere
      """),
    refused(
      "D40-error-directive",
      """
      #error(⟦compile-error|not today⟧"not today")
      """),
    refused(
      "D41-source-location", status: "not-run",
      """
      ⟦source-location|#sourceLocation is not allowed⟧#sourceLocation(file: "/etc/passwd", line: 1)
      let one = 1
      """),
    refused(
      "D42-macro",
      """
      @freestanding(expression) macro twice(_ n: Int) -> Int = #externalMacro(module: "Nowhere", type: "Twice")
      print(⟦compile-error|external macro implementation type 'Nowhere.Twice' could not be found⟧#twice(2))
      """),
    refused(
      "D43-main-attribute",
      """
      ⟦compile-error|'main' attribute cannot be used in a module that contains top-level code⟧@main
      struct Program { static func main() {} }
      """),
    refused(
      "D44-top-level-return",
      """
      let one = 1
      ⟦compile-error|return invalid outside of a func⟧return
      """),
  ]

  private static func refused(_ name: String, status: String = "compile-error", _ code: String) -> FailingBlock {
    FailingBlock(name, kept: "", status: status, "```swift {#failing}\n\(code)\n```")
  }
}
