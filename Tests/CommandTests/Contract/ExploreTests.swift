import Foundation
import Testing

/// A lesson that readers can explore: its page computes what the lesson does, and what it cannot compute is told.
@Suite struct ExploreTests {
  private static let lesson = """
    # Rates

    ## One

    ```swift {#valley explore="rate: 0.01...1.2 step 0.01 = 0.1; steps: 1...20 = 5; how (way): plain | fast = fast; on: Bool = true"}
    let end = (0..<steps).reduce(1.0) { x, _ in x * exp(-rate) }
    print(steps, how, on)
    ```

    The end is [0.607](swift:end).

    ## Two

    ```swift {#table}
    Table("Ends", columns: ["step", "end"], rows: (0..<2).map { [Cell($0), Cell(pow(end, Double($0)))] })
    ```
    """

  /// What a lesson says in a block that a reader can explore, and what is told of it.
  static let refused: [(String, String)] = [
    ("import Foundation\nprint(String(format: \"%.1f\", x))", "pages have no Foundation"),
    ("Table(columns: [\"a\", \"b\"], rows: [1.0, 2.0].map { (\"x\", $0 * x) })", "pages write tables of rows of cells"),
    ("struct S { var a: Double }\nprint(S(a: x))", "pages cannot print such a value"),
    ("precondition(x == 0.5)", "with x = 0.0 and 1.0 the lesson traps: Precondition failed"),
    ("\nprecondition(x < 0.9)", "01-a.md:5:1: note: it does so here"),
    (
      "let names = [1, 2].map(\\.description)\nprint(names.count, x)",
      "pages have no key paths; write a closure, as 'map { $0.name }'"
    ),
    (
      "print(Date(timeIntervalSince1970: x).timeIntervalSince1970)\n```\n\n```swift\nimport Foundation",
      "cannot find 'Date' in scope; pages have no modules but LessonKit and the course's own Support, so nothing of Foundation"
    ),
    ("struct E: Error {}\nfunc f() throws -> Double { throw E() }\nlet y = (try? f()) ?? x", "an error must have its type"),
  ]

  @Test(.timeLimit(.minutes(15)))
  func thePageComputesWhatTheLessonDoes() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson])
    _ = try course.lessons("accept")
    let checked = try course.lessons("check")
    #expect(checked.status == 0, "\(checked.error)\(checked.output)")
    let again = try course.lessons("check")
    #expect(again.status == 0 && again.output == checked.output, "\(again.error)\(again.output)")
    // A range is no part of the program's text, and all of what its samples are.
    let name = "lessons/01-a.md"
    try course.write(try course.text(name) + "\n```swift\nprecondition(rate > 0)\n```\n", to: name)
    let good = try course.lessons("check")
    #expect(good.status == 0, "\(good.error)\(good.output)")
    try course.replace("0.01...1.2 step", with: "-0.01...1.2 step", in: name)
    let stale = try course.lessons("check")
    #expect(
      stale.status == 1 && (stale.error + stale.output).contains("with rate = -0.01 the lesson traps"),
      "\(stale.error)\(stale.output)")
    for (code, part) in Self.refused {
      try course.write("# A\n\n```swift {explore=\"x: 0...1 step 0.5 = 0.5\"}\n\(code)\n```\n", to: "lessons/01-a.md")
      _ = try course.lessons("accept")
      let refused = try course.lessons("check")
      let told = refused.error + refused.output
      #expect(refused.status == 1 && told.contains(part) && !told.contains("did you mean"), "\(code)\n\(told)")
    }
  }

  /// Who builds for students is told what their pages cannot have.
  @Test(.timeLimit(.minutes(15)))
  func theStudentsPageSaysWhatItLost() throws {
    let text = """
      # A

      ```swift {explore="n: 1...3 = 3"}
      n * n
      ```

      > [!QUIZ]
      > What is its double?
      >
      > - [ ] [3](swift:n)
      > - [x] [6](swift:2*n)

      """
    let course = try TemporaryCourse(lessons: ["01-a": text])
    _ = try course.lessons("accept")
    let told =
      "lessons/01-a.md:3:20: warning: the students' page cannot try 'n': its program would hold a solution or an answer"
    let whole = try course.lessons("build")
    let students = try course.lessons("build", "--without-solutions", "-o", "students")
    let again = try course.lessons("build", "--without-solutions", "-o", "students")
    #expect(whole.status == 0 && !whole.error.contains("students' page"), "\(whole.error)")
    #expect(students.status == 0 && students.error.contains(told), "\(students.error)")
    #expect(again.status == 0 && again.error.contains(told), "\(again.error)")
  }

  /// What a lesson says below a parameter `x` from 1 to 5, and what `check` warns of.
  static let watched: [(String, String?)] = [
    ("let table = try CSV(contentsOf: \"data/t.csv\")\ntry table.doubles(\"b\")[0] * x", nil),
    ("show(Chart(\"Line\").line([0, x]).y(\"y\", 0...5))", nil),
    ("show(Chart(\"Line\").line([0, x]))", "the axes of 'Line' move with x"),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: watched)
  func aPageHasTheDataAndKeepsItsAxes(code: String, warning: String?) throws {
    let text = "---\ndata: data/t.csv\n---\n# A\n\n```swift {explore=\"x: 1...5 step 0.5 = 2\"}\n\(code)\n```\n"
    let course = try TemporaryCourse(lessons: ["01-a": text])
    try course.write("a,b\n1,2.5\n", to: "lessons/data/t.csv")
    _ = try course.lessons("accept")
    let checked = try course.lessons("check")
    let told = checked.error + checked.output
    #expect(checked.status == 0 && told.contains("axes") == (warning != nil) && told.contains(warning ?? "checked"), "\(told)")
  }

  /// A chart in both its forms, compressed: 150 000 bytes at most. One comparison of texts with `==` in what draws it, and the
  /// tables of Unicode are in the page.
  @Test(.timeLimit(.minutes(15)))
  func aPageWithALineChartIsLight() throws {
    let text = """
      # A walk

      ```swift {explore="rate: 0.01...0.4 step 0.01 = 0.1"}
      var places = [2.0]
      for _ in 0..<40 { places.append(places.last! * (1 - 4 * rate)) }
      show(Chart("Places").line(places, "place").x("step", 0...40).y("place", -6...6))
      ```

      """
    let course = try TemporaryCourse(lessons: ["01-walk": text])
    _ = try course.lessons("accept")
    #expect(try course.lessons("build", "-o", "site").status == 0)
    let module = try #require(try course.tree("site").first { $0.key.hasPrefix("assets/alive-") })
    let letters = try #require(module.value.split { !Self.base64.contains($0) }.max { $0.count < $1.count })
    let packed = try #require(Data(base64Encoded: Data(letters)))
    #expect(packed.prefix(2).elementsEqual([0x1f, 0x8b]) && packed.count <= 150_000, "\(packed.count) bytes")
  }

  private static let base64 = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)

  /// The compiler works in another folder each time.
  @Test(.timeLimit(.minutes(15)))
  func theModuleIsTheSameWhereverItIsMade() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson], cache: Scratch.freshCache())
    _ = try course.lessons("accept")
    #expect(try course.lessons("build", "-o", "first").status == 0)
    try FileManager.default.removeItem(atPath: course.cache + "/pages")
    #expect(try course.lessons("build", "-o", "second").status == 0)
    let first = try course.tree("first")
    #expect(first.keys.contains { $0.hasPrefix("assets/alive-") })
    #expect(try course.tree("second") == first)
  }

  /// Without a sandbox the folder of a program is one of the machine's own; a page has no files at all.
  @Test(.timeLimit(.minutes(15)))
  func whatIsWrittenAtOneSettingIsNotThereAtTheNext() throws {
    let text = """
      # A

      ```swift {explore="x: 1...5 step 0.5 = 2"}
      func wasHere() -> Bool {
        #if canImport(SwiftGlibc)
          defer { if let mark = fopen("mark", "w") { fclose(mark) } }
          return access("mark", 0) == 0
        #else
          return false
        #endif
      }
      wasHere() ? 0 : x
      ```

      """
    let course = try TemporaryCourse(lessons: ["01-a": text])
    _ = try course.lessons("accept", "--sandbox", "off")
    let checked = try course.lessons("check", "--sandbox", "off")
    #expect(checked.status == 0, "\(checked.error)\(checked.output)")
  }
}
