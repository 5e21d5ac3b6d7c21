extension MalformedLesson {
  /// A26 to A38: fences and their attributes.
  static let fences: [MalformedLesson] = [
    MalformedLesson(
      "A26-unclosed", "# T\n\n⟦unclosed-fence|end the block with a line of ```⟧```swift\nlet n = 1\n\nLost text.\n"),
    MalformedLesson("A26-unclosed-output", "# T\n\n```swift\n1\n```\n\n⟦unclosed-fence|~~~~⟧~~~~output\n1\n"),
    MalformedLesson(
      "A27-unknown-option",
      "# T\n\n```swift {⟦attribute|unknown attribute 'tiemout'; did you mean 'timeout'?⟧tiemout=1s}\n```\n"),
    MalformedLesson(
      "A27-option-twice", "# T\n\n```swift {code=fold ⟦attribute|the attribute 'code' is written twice⟧code=hide}\n```\n"),
    MalformedLesson(
      "A27-two-mistakes",
      "# T\n\n```swift {run=⟦attribute|'run' must be true or false⟧no ⟦attribute|unknown attribute 'fold'⟧fold}\n```\n"),
    MalformedLesson(
      "A28-name-twice", "# T\n\n```swift {#coin}\n```\n\n⟦duplicate-name|the name 'coin' is used twice⟧```swift {#coin}\n```\n"),
    MalformedLesson("A29-open-brace", "# T\n\n```swift ⟦attribute|this '{' is never closed⟧{#a\n```\n"),
    MalformedLesson("A29-open-quote", "# T\n\n```swift {caption=⟦attribute|this quotation mark is never closed⟧\"a b}\n```\n"),
    MalformedLesson("A29-no-brace", "# T\n\n```swift ⟦attribute|attributes go in braces⟧fold\n```\n"),
    MalformedLesson("A29-more-behind", "# T\n\n```swift {#a} ⟦attribute|nothing may follow⟧b\n```\n"),
    MalformedLesson(
      "A30-negative-timeout",
      "# T\n\n```swift {timeout=⟦attribute|'timeout' must be a time such as 500ms, 10s or 2m, at most 10m⟧-1s}\n```\n"),
    MalformedLesson(
      "A30-big-timeout",
      "# T\n\n```swift {timeout=⟦attribute|at most 10m, not '9999999999999999999999s'⟧9999999999999999999999s}\n```\n"),
    MalformedLesson("A30-long-timeout", "# T\n\n```swift {timeout=⟦attribute|at most 10m, not '11m'⟧11m}\n```\n"),
    MalformedLesson("A31-not-a-number", "# T\n\n```swift {tolerance=⟦attribute|a finite number, not negative⟧nan}\n```\n"),
    MalformedLesson("A31-infinite", "# T\n\n```swift {tolerance=⟦attribute|a finite number, not negative⟧inf}\n```\n"),
    MalformedLesson("A31-overflowing", "# T\n\n```swift {tolerance=⟦attribute|a finite number, not negative⟧1e999}\n```\n"),
    MalformedLesson("A31-negative", "# T\n\n```swift {tolerance=⟦attribute|a finite number, not negative⟧-1e-6}\n```\n"),
    // Only 'swift' runs; other spellings are shown, with a warning.
    MalformedLesson("A32-case", "# T\n\n⟦warning:unrun-block|'SWIFT' is not 'swift'⟧```SWIFT\nfatalError()\n```\n"),
    MalformedLesson("A33-tilde", "# T\n\n~~~swift\nprint(\"```\")\n~~~\n\n~~~output\n```\n~~~\n"),
    MalformedLesson(
      "A33-four", "# T\n\n````swift\nprint(\"a\")\n// ```\nlet n: Int = ⟦compile-error|cannot convert⟧\"x\"\n````\n"),
    MalformedLesson(
      "A33-raw-string",
      "# T\n\n````swift\nprint(#\"\"\"\n```swift\nlet x = 1\n```\n\"\"\"#)\n````\n\n````output\n```swift\nlet x = 1\n```\n````\n"
    ),
    MalformedLesson(
      "A34-in-a-list",
      "# T\n\n1. One\n\n   ```swift\n   let a = 1\n     let n: Int = ⟦compile-error|cannot convert⟧\"x\"\n   ```\n"),
    MalformedLesson(
      "A34-in-a-quotation", "# T\n\n> ```swift\n> let a = 1\n> let n: Int = ⟦compile-error|cannot convert⟧\"x\"\n> ```\n"),
    MalformedLesson("A34-in-both", "# T\n\n> - ```swift\n>   let n: Int = ⟦compile-error|cannot convert⟧\"x\"\n>   ```\n"),
    MalformedLesson("A36-empty", "# T\n\n```swift\n```\n"),
    MalformedLesson("A36-only-a-comment", "# T\n\n```swift\n// nothing to do\n```\n"),
    MalformedLesson("A36-empty-with-output", "# T\n\n```swift\n```\n\n```output\n```\n"),
    MalformedLesson(
      "A37-long-info", "# T\n\n```swift ⟦attribute|the limit is 4096⟧\(String(repeating: "a", count: 5_000))\n```\n"),
    MalformedLesson(
      "A37-huge-info", "# T\n\n⟦too-complex|the limit is 65536⟧```swift {\(String(repeating: "a", count: 200_000))}\n```\n"),
    MalformedLesson("A38-path-option", "# T\n\n```swift {⟦attribute|unknown attribute 'file'⟧file=/etc/passwd}\n```\n"),
  ]

  /// A35: what looks like a fence and is none never runs, and is warned of.
  static let hiddenFences: [MalformedLesson] = [
    MalformedLesson(
      "A35-in-html",
      "# T\n\n⟦warning:raw-html|shown as text⟧<div>\n⟦warning:unrun-block|it never runs⟧```swift\nfatalError()\n```\n</div>\n"),
    MalformedLesson("A35-in-a-comment", "# T\n\n<!--\n⟦warning:unrun-block|it never runs⟧```swift\nfatalError()\n```\n-->\n"),
    MalformedLesson("A35-in-a-table", "# T\n\n| a |\n|---|\n| ⟦warning:unrun-block|it never runs⟧```swift |\n"),
    MalformedLesson(
      "A35-indented", "# T\n\ntext\n\n    ⟦warning:unrun-block|it never runs⟧```swift\n    fatalError()\n    ```\n"),
  ]
}
