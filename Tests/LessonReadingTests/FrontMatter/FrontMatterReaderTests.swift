import LessonModel
import TestSupport
import Testing

@Suite("Front matter")
struct FrontMatterReaderTests {
  @Test func isReadWhole() throws {
    let text = """
      ---
      title: "A: b"
      summary: What it says
      authors: [Ann, 'Bo']
      tags: one
      requires:
        - 00-before
        - 01-other
      draft: TRUE
      swift:
        mode: 5
        optimize: false
        timeout: 1.5s
        memory: 2 GB
        imports: [LessonKit, _Own1]
      ---
      Text.
      """
    let lesson = try #require(readLesson(text).lesson)
    #expect(lesson.diagnostics.isEmpty)
    var matter = lesson.frontMatter
    #expect(
      matter.importPlaces
        == ["LessonKit": SourcePosition(line: 15, column: 13), "_Own1": SourcePosition(line: 15, column: 24)])
    matter.importPlaces = [:]
    #expect(
      matter
        == FrontMatter(
          title: "A: b", summary: "What it says", authors: ["Ann", "Bo"], tags: ["one"],
          requires: [
            .init(slug: "00-before", position: SourcePosition(line: 7, column: 5)),
            .init(slug: "01-other", position: SourcePosition(line: 8, column: 5)),
          ], isDraft: true,
          swift: SwiftSettings(
            mode: .five, optimize: false, timeout: TimeLimit(milliseconds: 1_500), memory: 2_048,
            imports: ["LessonKit", "_Own1"])))
    #expect(lesson.title == "A: b")
  }

  /// Titles as people write them.
  @Test(arguments: [
    ("The Big L: Logistics", "The Big L: Logistics"), ("C# and #1", "C# and #1"), ("It's 1: one", "It's 1: one"),
    ("What for:", "What for:"), ("A: b: c #d", "A: b: c #d"), ("F#", "F#"), ("'A: b'", "A: b"), ("\"A: #b\"", "A: #b"),
    ("über: größe", "über: größe"), ("A:b", "A:b"), ("|\n  a: b", "a: b\n"), (">-\n  a: b\n  title: #c", "a: b title: #c"),
    ("a\n  b", "a b"), ("A: b\r", "A: b"),
  ])
  func titlesNeedNoQuotationMarks(written: String, title: String) throws {
    let text = "---\nsummary: s\ntitle: \(written)\ntags: [a]\n---\nText.\n"
    let lesson = try #require(
      readLesson(written.hasSuffix("\r") ? text.replacing("\n", with: "\r\n").replacing("\r\r", with: "\r") : text).lesson)
    #expect(lesson.diagnostics == [])
    #expect(lesson.frontMatter.title == title)
    #expect(lesson.frontMatter.tags == ["a"])
  }

  @Test(arguments: [
    (
      "---\ntitle: T\n«1»sumary: A: b\n---\n", "unknown key 'sumary' in the front matter; did you mean 'summary'?",
      Diagnostic.Severity.error
    ),
    ("---\ntitle: A «1»# b\n---\n", "is a comment in YAML", Diagnostic.Severity.warning),
    ("---\nsummary: é: b «1»#\ntitle: T\n---\n", "is a comment in YAML", .warning),
    ("\n«1»---\ntitle: T\n---\n# U\n", "remove what is before it", .error),
    ("  \n\n«1»---\nrequires: [a]\n---\n# U\n", "on the first line", .error),
    ("«1» ---\ntitle: x\n---\n\n# T\n", "at its start", .error),
  ])
  func whatIsLostIsTold(text: String, message: String, severity: Diagnostic.Severity) {
    expectOne(MarkedText(text), .frontMatter, message, severity: severity)
  }

  @Test(arguments: ["\n---\n\n# T\n\n---\n", "\n\n---\nText: a\n---\n# T\n", "\n---\ntitle: a\n\n# T\n"])
  func rulesAreNoFrontMatter(text: String) { #expect(readLesson(text).diagnostics == []) }

  /// A lesson, its title, and how many of its lines belong to the front matter.
  @Test(arguments: [
    ("---\ntitle: T\n---\n# U\n", "T", 3), ("---\ntitle: T\n...\n# U\n", "T", 3), ("\u{FEFF}---\ntitle: T\n---\nx\n", "T", 3),
    ("---  \ntitle: T\n---\t\nx", "T", 3), ("---\r\ntitle: T\r\n---\r\nx\r\n", "T", 3), ("---\n---\n# U\n", "U", 2),
    ("---\n# nothing\n---\n# U\n", "U", 3), ("# T\n\n---\ntitle: wrong\n---\n", "T", 0),
    ("---\ntitle: T\n---\n\n---\ntitel: wrong\n---\n", "T", 3), ("---\ntitle: 007\n---\n", "007", 3),
    ("---\ntitle: T\n---", "T", 3),
    ("----\n\n# T\n", "T", 0), ("---\ntitle: \"<b> & \\\"q\\\"\"\n---\n", "<b> & \"q\"", 3),
  ])
  func standsFirstOrNotAtAll(text: String, title: String, lines: Int) throws {
    let lesson = try #require(readLesson(text).lesson)
    #expect(lesson.diagnostics.isEmpty)
    #expect(lesson.title == title)
    let end = lesson.parts.first { $0.kind == .frontMatter }?.range.upperBound ?? 0
    let isEnded = end > 0 && [10, 13].contains(lesson.source.bytes[end - 1])
    #expect(end == 0 ? lines == 0 : lesson.source.position(of: end).line - (isEnded ? 1 : 0) == lines)
  }

  static let mistakes: [(String, String)] = [
    ("«1»---\ntitle: T\n\n# T\n", "this front matter is never closed; end it with a line '---'"),
    ("«1»---\n---\n\nNo heading.\n", "this lesson has no title; give it a 'title' in the front matter or a first heading"),
    ("«1»#\n\n## later\n", "this lesson has no title"),
    ("---\n«1»titel: T\n---\n\n# T\n", "unknown key 'titel' in the front matter; did you mean 'title'?"),
    ("---\ntitle: T\nswift:\n  «1»mod: 5\n---\n", "unknown key 'mod' in 'swift'; did you mean 'mode'?"),
    ("---\ntitle: T\n«1»order: 99999999999999999999999\n---\n", "unknown key 'order'"),
    ("---\ntitle: «1»[a, b]\n---\n\n# T\n", "'title' must be text, not a list"),
    ("---\ntitle: «1»~\n---\n\n# T\n", "'title' must be text, not '~'"),
    ("---\ntitle: T\ndraft: «1»perhaps\n---\n", "'draft' must be true or false, not 'perhaps'"),
    ("---\ntitle: T\ndraft: «1»\"true\"\n---\n", "'draft' must be true or false, not 'true'"),
    ("---\ntitle: T\ntags: «1»{ a: 1 }\n---\n", "'tags' must be a list, not a mapping"),
    ("---\ntitle: T\nrequires: [a, «1»{b: c}]\n---\n", "'requires' must be a list, not a mapping"),
    ("---\n{ title: \"Ünï 日本\", draft: «1»no-no }\n---\n", "'draft' must be true or false"),
    ("---\n«1»- one\n- two\n---\n\n# T\n", "the front matter must be a mapping of keys to values, not a list"),
    ("---\ntitle: T\nswift: «1»5\n---\n", "'swift' must be a mapping of keys to values, not a single value"),
    ("---\ntitle: T\nswift: {mode: «1»7}\n---\n", "'mode' must be 5 or 6, not '7'"),
    ("---\ntitle: T\nswift: {timeout: «1».nan}\n---\n", "'timeout' must be a time such as 500ms"),
    ("---\ntitle: T\nswift: {timeout: «1»-1s}\n---\n", "'timeout' must be"),
    ("---\ntitle: T\nswift: {memory: «1»99999999999999999999999GB}\n---\n", "'memory' must be a size such as 512MB or 2GB"),
    ("---\ntitle: T\nswift: {memory: «1»63MB}\n---\n", "from 64MB to 16GB, not '63MB'"),
    ("---\ntitle: T\nswift: {memory: «1»17GiB}\n---\n", "from 64MB to 16GB, not '17GiB'"),
    ("---\ntitle: T\nswift: {imports: «1»[A, a.b]}\n---\n", "'a.b' is not the name of a module"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, part: String) { expectOne(MarkedText(marked), .frontMatter, part) }

  /// Front matter that cannot be read may well hold the title: nothing more is said of it, and the file's name serves.
  @Test func theTitleIsNotMissedWhereItMayStand() {
    let read = readLesson("---\ntitle: [a]\n---\n\nText.\n")
    #expect(read.lesson?.title == "01-test")
    #expect(read.diagnostics.map(\.message) == ["'title' must be text, not a list"])
  }
}
