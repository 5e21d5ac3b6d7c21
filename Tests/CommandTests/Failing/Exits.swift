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
      "D24-exit-at-once", kept: "kept\nhalf a li",
      """
      ```swift {#failing}
      import Glibc
      print("kept")
      print("half a li", terminator: "")
      ⟦ended-early|the program ended early in block 'failing'⟧_exit(0)
      ```
      """),
    FailingBlock(
      "D24-exit-at-once-by-its-other-name", kept: "half a li",
      """
      ⟦exit-status|in block 'failing' with status 4⟧```swift {#failing}
      import Glibc
      print("half a li", terminator: "")
      _Exit(4)
      ```
      """),
    FailingBlock(
      // Through a sandbox a status over 128 looks like a signal.
      "D24-exit-like-a-signal", kept: "half a li",
      """
      ```swift {#failing}
      import Glibc
      print("half a li", terminator: "")
      ⟦exit-status|in block 'failing' with status 137⟧_exit(137)
      ```
      """),
    FailingBlock(
      "D24-quick-exit", kept: "half a li",
      """
      ```swift {#failing}
      import Glibc
      print("half a li", terminator: "")
      ⟦ended-early|the program ended early in block 'failing'⟧quick_exit(0)
      ```
      """),
    FailingBlock(
      // A child has a copy of what is not written out yet, and does not write it.
      "D24-child", kept: "half a line\n",
      """
      ```swift {#failing}
      import Glibc
      @_silgen_name("fork") func cFork() -> Int32
      print("half a li", terminator: "")
      let child = cFork()
      if child == 0 { _exit(0) }
      waitpid(child, nil, 0)
      print("ne")
      ⟦exit-status|in block 'failing' with status 3⟧exit(3)
      ```
      """),
    FailingBlock(
      "D24-quick-exit-like-a-signal", kept: "half a li",
      """
      ```swift {#failing}
      import Glibc
      print("half a li", terminator: "")
      ⟦exit-status|in block 'failing' with status 137⟧quick_exit(137)
      ```
      """),
    FailingBlock(
      "D24-child-that-exits-quickly", kept: "half a line\n",
      """
      ```swift {#failing}
      import Glibc
      @_silgen_name("fork") func cFork() -> Int32
      print("half a li", terminator: "")
      let child = cFork()
      if child == 0 { quick_exit(0) }
      waitpid(child, nil, 0)
      print("ne")
      ⟦exit-status|in block 'failing' with status 3⟧exit(3)
      ```
      """),
    FailingBlock(
      "D26-exec",
      """
      ⟦ended-early|the program ended early in block 'failing'⟧```swift {#failing}
      import Glibc
      print("kept")
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
      execv("/bin/true", &arguments)
      ```
      """),
  ]
}
