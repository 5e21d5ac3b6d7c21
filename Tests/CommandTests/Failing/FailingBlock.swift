import Testing

/// A block that fails, and what the tool must make of it: one row of table D.
struct FailingBlock: Sendable, CustomTestStringConvertible {
  /// The lesson's file name without `.md`, which begins with its row.
  var name: String
  /// The failing block, fences included, with the expected diagnostic marked. The block's name is `failing`.
  var block: String
  /// What the block printed before it failed.
  var kept: String
  var status: String
  var courseFile: String?

  init(_ name: String, kept: String = "kept\n", status: String = "trap", _ block: String) {
    self.name = name
    self.block = block
    self.kept = kept
    self.status = status
  }

  var testDescription: String { name }

  /// A lesson with a good block before the failing one, and one after it, which runs only beside a block that does not compile.
  var lesson: MarkedText {
    MarkedText(
      """
      # \(name)

      ```swift {#first}
      print("before")
      ```

      ```output
      before
      ```

      Ünïcode and 日本 before the block.

      \(block)

      ```swift {#last}
      print("after")
      ```

      ```output
      after
      ```

      """)
  }

  /// A lesson that nothing may hurt.
  static let neighbor = """
    # A good neighbor

    ```swift
    print("still here")
    1 + 1
    ```

    ```output
    still here
    2
    ```

    It is [2](swift:1+1).

    """
}
