import Testing

/// The rows of table D that do not fail inside a block.
@Suite struct EndingTests {
  /// D25: every block is good, but the program does not end.
  static let exitHandler = MarkedText(
    """
    ---
    title: A handler that never returns
    swift: { timeout: 300ms }
    ---

    ```swift {#first}
    import Glibc
    print("first")
    ```

    ```output
    first
    ```

    ⟦timeout|the program, after its last block, takes longer than 300 ms⟧```swift {#second}
    atexit { while true { sleep(1) } }
    print("second")
    ```

    """)

  /// D30: a program that reads finds the end of its input at once.
  static let input = """
    # Reading

    ```swift {#reading}
    print(readLine() ?? "eof")
    ```

    ```output
    eof
    ```

    """

  /// A block's limit holds for the block, however many of its statements are checked.
  static let checkedStatements = MarkedText(
    """
    # Checked statements

    ```swift {#first}
    import Glibc
    ```

    ⟦timeout|block 'slow' takes longer than 400 ms⟧```swift {#slow timeout=400ms}
    print(1)  // Prints "1"
    usleep(300_000)
    print(2)  // Prints "2"
    usleep(300_000)
    print(3)  // Prints "3"
    ```

    """)

  private static let report = Result<CheckReport, any Error> {
    try TemporaryCourse(bytes: [
      "D25": exitHandler.bytes, "D30": Array(input.utf8), "statements": checkedStatements.bytes,
    ]).check()
  }

  @Test(.cases("D25")) func anExitHandlerThatHangsEndsByTheLimit() throws {
    let lesson = try #require(try Self.report.get().lessons["D25"])
    // The second block has no recorded output, which is told as well.
    #expect(lesson.diagnostics.map(\.id) == ["timeout", "unrecorded"])
    #expect(lesson.diagnostics.first.map { Self.exitHandler.marks[0].describes($0) } == true)
    #expect(lesson.blocks.map(\.stdout) == ["first\n", "second\n"])
  }

  @Test(.cases("D30")) func standardInputIsAtItsEnd() throws {
    let lesson = try #require(try Self.report.get().lessons["D30"])
    #expect(lesson.diagnostics == [])
    #expect(lesson["reading"]?.stdout == "eof\n")
  }

  @Test func checkedStatementsDoNotExtendTheLimit() throws {
    let lesson = try #require(try Self.report.get().lessons["statements"])
    expect(lesson.diagnostics, toMatch: Self.checkedStatements)
  }
}
