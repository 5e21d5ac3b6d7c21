import Testing

/// A small course in which everything that can be checked is there and is right.
enum ReferenceCourse {
  static let courseFile = """
    title: A small course
    parts:
      - title: All
        lessons: [02-second, 01-first]
    references:
      - id: book
        title: A book
        URL: https://example.org/book
        evidence: {none: made up}

    """

  static let first = """
    ---
    title: The first
    summary: Half of everything.
    ---

    ```swift {#coin}
    let p = 0.25
    print("odds", p / (1 - p))
    -log2(p)
    ```

    ```output
    odds 0.3333333333333333
    2.0
    ```

    A quarter is [2](swift:-log2(p)) bits, its odds are [0.33](swift:p/(1-p)).

    ```swift {#comments}
    let double = p * 2  // => 0.5
    print("total", double)  // Prints "total 0.5"
    ```

    ```output
    total 0.5
    ```

    Published: [0.333](swift:p/(1-p) "@book"), and wrongly [0.25](swift:p/(1-p) "not @book").

    """

  static let second = """
    # The second

    See [the first](01-first.md#coin).

    ```swift
    for i in 1...3 { print("line", i) }
    ```

    ```output
    line 1
    ...
    ```

    """

  static func make(cache: String? = nil) throws -> TemporaryCourse {
    try TemporaryCourse(lessons: ["01-first": first, "02-second": second], courseFile: courseFile, cache: cache)
  }
}
