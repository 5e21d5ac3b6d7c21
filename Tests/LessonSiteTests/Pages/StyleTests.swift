import Foundation
import LessonModel
import LessonSite
import Testing

/// The one test here that looks at the disk: pages and style sheets must know the same names.
@Suite("The style of the pages")
struct StyleTests {
  /// Names that no sheet and no script of ours speaks of: they say what something is, to style of a course's own and to tests.
  private static let plain: Set = [
    "downloads", "language-python", "language-swift", "left", "raw", "whole",
  ]

  @Test func hasRulesForEveryClassThatPagesUse() throws {
    let used = try classes(in: Self.pages())
    #expect(used.count > 60)
    let known = try Self.known()
    let unknown = used.filter { !known.contains($0.key) }
    #expect(Set(unknown.keys) == Self.plain, "\(unknown.filter { !Self.plain.contains($0.key) })")
  }

  /// A site with something of everything.
  private static func pages() throws -> [String: String] {
    let exhibit = Exhibit(
      kind: .chart, title: "Chart", text: "Chart\n\n▇ a", svg: "<svg width=\"1\" height=\"1\"><g/></svg>", summary: "Up.",
      data: Exhibit.Data(columns: ["", "x"], isNumeric: [false, true], rows: [["a", "1"]]))
    let formula = SetFormula(html: "<b>f</b>", declarations: [], classes: [], characters: 30, longestPiece: 30)
    let keys = [FormulaKey(tex: "f", isDisplay: false), FormulaKey(tex: "f", isDisplay: true)]
    let formulas = FormulaTable(results: Dictionary(uniqueKeysWithValues: keys.map { ($0, .success(formula)) }))
    return try MadeCourse(files, formulas: formulas) { run, lesson in
      guard lesson.slug == "01-all" else { return }
      run.put(0) { block in
        block.printed = [.text("\u{1B}[1;31mred\u{1B}[0m █ wide 熵\n"), .exhibit(exhibit)]
        block.value = .float64(0.5)
      }
      run.put(1) { $0.message = "Fatal error: no" }
      run.put(2) { $0.printed = [.text(String(repeating: "line\n", count: 40))] }
      for index in lesson.values.indices { run.put(.float64(0.5), for: index) }
      run.values[3] = nil
    }.woven.site()
  }

  private static let files = [
    "course.yml": """
    title: T
    description: D
    authors: [A]
    repository: https://github.com/o/r
    parts:
      - {title: P, lessons: [01-all]}
    references:
      - {id: k, title: K, author: {family: F}, issued: 2000}
    """,
    "01-all.md": """
    ---
    title: All
    summary: S
    requires: [02-more]
    ---

    Own [0.5](swift:p), lent [0.5](swift:p "@k"), wrong [0.6](swift:p "not @k"), not run [0.5](swift:p), off [0.7](swift:p).
    [@k, p. 1] [dead](nowhere.md) $f$ ![picture](nowhere.png) `code` <b>raw</b> note[^n] ~~gone~~ https://example.org

    ## Two

    ```swift {#one}
    let p = 0.5  // => 0.5
    @MainActor func f() -> Int? { #if true
      nil /* c */ #endif }
    let r = /a+/, s = "s"
    p
    ```

    ### Three

    ```swift {expect=trap}
    fatalError("no")
    ```

    ```swift {code=fold caption="A [0.5](swift:p) caption"}
    for _ in 0..<40 { print("line") }
    ```

    ```swift {#late}
    1
    ```

    [3](given)

    ```math {#e}
    f
    ```

    ```python
    x
    ```

    | a | b | c |
    |:--|:-:|--:|
    | 1 | 2 | 3 |

    - [x] done
    - [ ] open

    > Quoted.

    > [!NOTE] Note
    > Text.

    > [!TIP]
    > Text.

    > [!IMPORTANT]
    > Text.

    > [!WARNING]
    > Text.

    > [!CAUTION]
    > Text.

    > [!EXERCISE] Try
    > Text.

    > [!HINT]
    > Text.

    > [!SOLUTION]
    > Text.

    > [!CLAIM]
    > - It is [0.5](swift:p).

    > [!QUIZ]
    > Which?
    >
    > - [x] [0.5](swift:p)
    > - [ ] two

    <div>raw</div>

    [^n]: A note.
    """,
    "02-more.md": "# More\n\nText.\n",
  ]

  /// The names in `class` of each page, with a page that has it.
  private func classes(in pages: [String: String]) throws -> [String: String] {
    var found: [String: String] = [:]
    for (path, text) in pages where path.hasSuffix(".html") {
      for match in text.matches(of: /<[a-z][^>]*? class=(?:"([^"]*)"|([^\s>]+))/) {
        for name in (match.1 ?? match.2 ?? "").split(separator: " ") { found[String(name)] = path }
      }
    }
    return found
  }

  /// The classes that style sheets and scripts speak of.
  private static func known() throws -> Set<String> {
    let root = URL(filePath: #filePath).pathComponents.prefix { $0 != "Tests" }.dropFirst()
    let theme = URL(filePath: "/" + root.joined(separator: "/")).appending(path: "Sources/Theme")
    var known: Set<String> = []
    for folder in ["css", "index", "ledger", "errata", "terminal", "charts", "trace", "book", "js", "search", "keys"] {
      for file in try FileManager.default.contentsOfDirectory(
        at: theme.appending(path: folder), includingPropertiesForKeys: nil)
      {
        let text = try String(contentsOf: file, encoding: .utf8)
        // A script names them in its texts.
        let parts = file.pathExtension == "js" ? text.matches(of: /'[^'\n]*'/).map { text[$0.range] } : [text[...]]
        for part in parts { for match in part.matches(of: /\.([A-Za-z][\w-]*)/) { known.insert(String(match.1)) } }
      }
    }
    return known
  }
}
