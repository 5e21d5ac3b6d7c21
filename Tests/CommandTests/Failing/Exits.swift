extension FailingBlock {
  /// D23 to D26: blocks that end the program. To the kernel some of them are a success.
  static let exits: [FailingBlock] = [
    FailingBlock(
      "D23-exit",
      """
      ```swift {#failing}
      import Glibc
      print("kept")
      ⟦ended-early|the program ended early in block 'failing'⟧exit(0)
      ```
      """),
    FailingBlock(
      "D23-exit-in-a-function",
      """
      ⟦ended-early|the program ended early in block 'failing'⟧```swift {#failing}
      import Glibc
      func leave() -> Never { exit(0) }
      print("kept")
      leave()
      ```
      """),
    FailingBlock(
      "D24-exit-three",
      """
      ```swift {#failing}
      import Glibc
      print("kept")
      ⟦exit-status|in block 'failing' with status 3⟧exit(3)
      ```
      """),
    FailingBlock(
      // What was printed is lost with the buffer; that it ended is not.
      "D24-exit-at-once", kept: "",
      """
      ```swift {#failing}
      import Glibc
      print("lost")
      ⟦ended-early|the program ended early in block 'failing'⟧_exit(0)
      ```
      """),
    FailingBlock(
      "D26-exec",
      """
      ⟦ended-early|the program ended early in block 'failing'⟧```swift {#failing}
      import Glibc
      print("kept")
      fflush(stdout)
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
      execv("/bin/true", &arguments)
      ```
      """),
  ]
}
