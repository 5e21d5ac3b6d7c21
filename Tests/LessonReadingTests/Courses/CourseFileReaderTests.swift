import Foundation
import LessonModel
import LessonReading
import TestSupport
import Testing

@Suite("Course files")
struct CourseFileReaderTests {
  private func read(_ text: String) -> (file: CourseFile, diagnostics: [Diagnostic]) {
    CourseFileReader.read(courseFile: SourceText(path: "course.yml", text: text))
  }

  @Test(arguments: [
    ("", CourseFile.Example.first, true), ("example: false\ntypography: false\n", .none, false),
    ("typography: true\nexample: k\nreferences:\n  - {id: k}\n", .source("k"), true),
  ])
  func readsWhatItsPagesLookLike(text: String, example: CourseFile.Example, setsTypography: Bool) {
    let (file, diagnostics) = CourseFileReader.read(courseFile: SourceText(path: "lessons/course.yml", text: text))
    #expect(diagnostics == [] && file.example == example && file.setsTypography == setsTypography)
    #expect((file.typography == nil) != setsTypography)
  }

  @Test func areReadWhole() {
    let read = read(
      """
      title: Entropy
      description: About it
      language: zh
      authors: [Ann, Bo]
      repository: https://example.org/repo
      site-url: https://example.org/site
      parts:
        - title: One
          lessons: [01-a, 02-b]
        - {title: Two, lessons: []}
      references:
        - id: shannon
      charts: svg
      swift: {mode: 6, memory: 512MB}
      """)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.file
        == CourseFile(
          title: "Entropy", description: "About it", language: "zh", authors: ["Ann", "Bo"],
          repository: "https://example.org/repo", siteAddress: "https://example.org/site/",
          parts: [
            .init(
              title: "One",
              lessons: [
                .init(slug: "01-a", position: SourcePosition(line: 9, column: 15)),
                .init(slug: "02-b", position: SourcePosition(line: 9, column: 21)),
              ]), .init(title: "Two", lessons: []),
          ], references: [Reference(id: "shannon", position: SourcePosition(line: 12, column: 9))], chartsFirst: .svg,
          swift: SwiftSettings(mode: .six, memory: 512)))
  }

  /// A language without words of its own, and words that are none.
  @Test(arguments: [
    (
      "language: «1»de\n", Diagnostic.Severity.warning,
      "for 'de' has no words here (en and zh have); give them under 'words', as in 'skip: …'"
    ),
    ("language: «1»deutsch\n", .warning, "'deutsch' is no tag of a language, as 'de' and 'pt-BR' are"),
    ("language: «1»de\nwords: {skip: Zum Text}\n", .warning, "as in 'theme: …'"),
    ("words: {«1»skipp: x}\n", .error, "unknown key 'skipp' in 'words'; did you mean 'skip'?"),
    ("words: {all-count-lessons: «1»Alle}\n", .error, "must say where {1} stands, as in 'All {1} lessons'"),
    ("words: «1»[a]\n", .error, "'words' must be a mapping"), ("words: {skip: «1»[a]}\n", .error, "'skip' must be text"),
  ])
  func wordsAreTold(text: String, severity: Diagnostic.Severity, message: String) {
    let text = MarkedText(text)
    expectOne(read(text.text).diagnostics, at: text, .courseFile, message, severity: severity)
  }

  @Test func wordsAreRead() {
    let read = read("language: zh\nwords: {skip: x, all-count-lessons: \"{1} y\"}\n")
    #expect(read.diagnostics == [])
    #expect(read.file.words == [.skip: "x", .allCountLessons: "{1} y"])
    #expect(read.file.pageWords[.next] == "下一课")
  }

  /// The guide lists them all as they are, for whoever translates them.
  @Test func theGuideListsAllWords() throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.dropFirst().joined(separator: "/")
    let read = read(try String(contentsOfFile: "/\(root)/Sources/lessons/Guide/words.yml", encoding: .utf8))
    #expect(read.diagnostics == [])
    #expect(read.file.words == Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0, $0.english) }))
  }

  @Test(arguments: ["", "# nothing\n", "{}"]) func mayBeEmpty(text: String) {
    #expect(read(text).file == CourseFile())
    #expect(read(text).diagnostics.isEmpty)
  }

  static let mistakes: [(String, String)] = [
    ("«1»tittle: x\n", "unknown key 'tittle' in the course file; did you mean 'title'?"),
    ("«1»[a]\n", "the course file must be a mapping of keys to values, not a list"),
    ("charts: «1»png\n", "'charts' must be text or svg, not 'png'"),
    (
      "references:\n  - {id: shannon}\nexample: «1»shanon\n",
      "'example' must be the key of a reference whose number a lesson shows to be wrong, or false, not 'shanon'; did you mean 'shannon'?"
    ), ("typography: «1»often\n", "'typography' must be true or false, not 'often'"),
    ("package: «1»/x\n", "'package' must be the path of a Swift package from the course, such as '..'"),
    ("package: «1»''\n", "'package' must be the path of a Swift package from the course, such as '..'"),
    (
      "repository: «1»example.org\n",
      "'repository' must be a whole address such as https://example.org/course, not 'example.org'"
    ),
    ("site-url: «1»https://\n", "'site-url' must be a whole address"),
    ("site-url: «1»https://a.org?x\n", "'site-url' must be a whole address"),
    ("site-url: «1»javascript:alert(1)\n", "'site-url' must be a whole address"),
    ("parts: «1»x\n", "'parts' must be a list, not a single value"),
    ("references: «1»{a: b}\n", "'references' must be a list, not a mapping"),
    ("parts:\n  - «1»x\n", "a part must be a mapping"),
    ("parts:\n  - «1»title: x\n", "a part needs a 'title' and a list of 'lessons'"),
    ("parts:\n  - title: x\n    «1»lesson: [y]\n", "unknown key 'lesson' in a part; did you mean 'lessons'?"),
    ("parts:\n  - title: x\n    lessons: []\n    «1»lesson: y\n", "unknown key 'lesson' in a part; did you mean 'lessons'?"),
    ("parts:\n  - title: x\n    lessons: [«1»{a: b}]\n", "'lessons' must be a list, not a mapping"),
    ("references:\n  - «1»title: x\n", "a reference needs an 'id'"),
    ("references:\n  - «1»x\n", "a reference must be a mapping"),
    ("references:\n  - id: a\n  - «1»id: a\n", "the reference 'a' is given twice"),
    ("swift: {mode: «1»4}\n", "'mode' must be 5 or 6"), ("title: «1»&a x\n", "YAML anchors are not allowed here"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, part: String) {
    let text = MarkedText(marked)
    expectOne(read(text.text).diagnostics, at: text, .courseFile, part)
  }

  static let doubts: [(String, String)] = [
    ("titel: x", "unknown key 'titel' in a reference; did you mean 'title'?"),
    ("year: 2015", "unknown key 'year' in a reference; did you mean 'issued'?"),
    ("url: https://a.org", "unknown key 'url' in a reference; did you mean 'URL'?"),
    ("shelf: 3", "unknown key 'shelf' in a reference, which no page shows"),
  ]

  /// Of a key that nobody reads; what CSL has beside those that are read is no news.
  @Test(arguments: doubts) func keysOfReferencesAreDoubted(entry: String, message: String) {
    let text = MarkedText("references:\n  - id: a\n    abstract: x\n    ISBN: 3\n    «1»\(entry)\n")
    expectOne(read(text.text).diagnostics, at: text, .courseFile, message, severity: .warning)
  }

  static let daysThatAreNone: [(String, String)] = [
    ("«1»2015-13-01", "there is no such date as '2015-13-01'; write it as 2015, 2015-03 or 2015-03-17"),
    ("«1»2015-02-29", "there is no such date as '2015-02-29'"), ("«1»2015-3-1-1", "there is no such date"),
    ("«1»{day: 3}", "'issued' has no date that pages could show"),
  ]

  @Test(arguments: daysThatAreNone) func daysThatAreNoneAreTold(date: String, message: String) {
    let text = MarkedText("references:\n  - id: a\n    issued: \(date)\n")
    expectOne(read(text.text).diagnostics, at: text, .courseFile, message, severity: .warning)
  }

  @Test(arguments: [
    "2015", "2015-3", "2016-02-29", "in press", "c. 1850", "2015-03-17/2016-01-01", "{season: 1}", "{literal: in press}",
    "{date-parts: [[2015, 3, 17]]}", "'2015'", "-300",
  ]) func datesThatAreUnderstoodAreNoNews(date: String) {
    #expect(read("references:\n  - id: a\n    issued: \(date)\n").diagnostics.isEmpty)
  }

  /// What of them is there stands.
  @Test func daysThatAreNoneCountAsFarAsTheyGo() {
    let read = read("references:\n  - {id: a, issued: 2015-13-01}\n  - {id: b, issued: 2015-02-32}\n")
    #expect(read.file.references.map(\.issued) == [PublicationDate(year: "2015"), PublicationDate(year: "2015", month: 2)])
  }

  /// Course files, and whether a key that none of their references has may be one that a mistake hides.
  @Test(arguments: [
    ("title: x\n", false), ("references: [{id: a}]\n", false), ("references: [{id: a, evidence: {x: 1}}]\nchart: x\n", false),
    ("references: [{id: a}, {title: x}]\n", true), ("references: {id: a}\n", true), ("refrences: [{id: a}]\n", true),
    ("title: [\n", true), ("", false),
  ]) func knowsWhetherItHidesReferences(text: String, isHidden: Bool) {
    #expect(CourseTerms(read(text).file).references == (isHidden ? nil : read(text).file.references))
  }

  @Test func thatAreNoTextAreRefused() {
    let read = CourseFileReader.read(courseFile: SourceText(path: "course.yml", bytes: [0x61, 0xFF]))
    var hidden = CourseFile()
    hidden.hidesReferences = true
    #expect(read.file == hidden)
    #expect(read.diagnostics.map(\.kind) == [.encoding])
  }
}

@Suite("References of a course")
struct ReferenceReaderTests {
  /// The keys of a reference, below its `id`.
  private func reference(_ keys: String) throws -> Reference {
    let text = "references:\n  - id: a\n" + keys.split(separator: "\n").map { "    \($0)\n" }.joined()
    let read = CourseFileReader.read(courseFile: SourceText(path: "course.yml", text: text))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    return try #require(read.file.references.first)
  }

  @Test func areReadByTheNamesOfCSL() throws {
    let read = try reference(
      """
      type: article-journal
      title: A Theory
      container-title: Journal
      publisher: House
      volume: 27
      issue: 3
      page: 379-423
      edition: 2
      note: Reprinted
      citation-label: Sha48
      URL: https://example.org/a
      DOI: 10.1002/x
      ISSN: 0005-8580
      keyword: [one, two]
      """)
    var expected = Reference(id: "a", position: SourcePosition(line: 2, column: 9))
    (expected.type, expected.title, expected.container, expected.publisher) = (
      "article-journal", "A Theory", "Journal", "House"
    )
    (expected.volume, expected.issue, expected.pages, expected.edition) = ("27", "3", "379-423", "2")
    (expected.note, expected.label) = ("Reprinted", "Sha48")
    (expected.address, expected.doi) = ("https://example.org/a", "10.1002/x")
    #expect(read == expected)
  }

  static let names: [(String, [PersonName], Bool)] = [
    ("author: Euclid", [PersonName(family: "Euclid")], false),
    ("author: [Ann, Bo]", [PersonName(family: "Ann"), PersonName(family: "Bo")], false),
    ("author: {family: Mazur, given: Matt}", [PersonName(family: "Mazur", given: "Matt")], false),
    (
      "author: [{family: King, given: Martin, suffix: Jr.}]", [PersonName(family: "King", given: "Martin", suffix: "Jr.")],
      false
    ),
    (
      "author: [{literal: The House}, {name: The Club}]", [PersonName(family: "The House"), PersonName(family: "The Club")],
      false
    ),
    (
      "author: [{family: Neumann, given: John, non-dropping-particle: von, dropping-particle: d'}]",
      [PersonName(family: "von Neumann", given: "John d'")], false
    ),
    ("author: [{given: Plato}]", [PersonName(family: "Plato")], false), ("author: [{x: y}]", [], false),
    ("author: [{family: A}, others]", [PersonName(family: "A")], true),
    ("author: [Ann, et al.]", [PersonName(family: "Ann")], true),
    (
      "author: [{family: A, given: others}, {family: others, given: B}]",
      [
        PersonName(family: "A", given: "others"), PersonName(family: "others", given: "B"),
      ], false
    ),
    ("", [], false),
  ]

  @Test(arguments: names)
  func namesHaveManyForms(yaml: String, names: [PersonName], hasMore: Bool) throws {
    let read = try reference(yaml)
    #expect(read.authors == names)
    #expect(read.hasMoreAuthors == hasMore)
  }

  static let dates: [(String, PublicationDate?)] = [
    ("issued: 2015", PublicationDate(year: "2015")), ("issued: 2015-03", PublicationDate(year: "2015", month: 3)),
    ("issued: 2015-03-17", PublicationDate(year: "2015", month: 3, day: 17)),
    ("issued: '2015-03-17/2016-01-01'", PublicationDate(year: "2015", month: 3, day: 17)),
    ("issued: {date-parts: [[2015, 3, 17]]}", PublicationDate(year: "2015", month: 3, day: 17)),
    ("issued: {date-parts: [2015]}", PublicationDate(year: "2015")),
    ("issued: [[2015, 12]]", PublicationDate(year: "2015", month: 12)),
    ("issued: {raw: 2015-1}", PublicationDate(year: "2015", month: 1)),
    ("issued: {literal: in press}", PublicationDate(year: "in press")),
    ("issued: {season: 1}", nil), ("issued: ''", nil), ("", nil),
  ]

  @Test(arguments: dates)
  func datesHaveManyForms(yaml: String, date: PublicationDate?) throws { #expect(try reference(yaml).issued == date) }
}

@Suite("Evidence in a course file")
struct EvidenceReaderTests {
  private func read(_ evidence: String) -> (evidence: Evidence?, diagnostics: [Diagnostic]) {
    let text = "references:\n  - id: a\n    evidence:\(evidence)\n"
    let read = CourseFileReader.read(courseFile: SourceText(path: "course.yml", text: text))
    return (read.file.references.first?.evidence, read.diagnostics)
  }

  static let good: [(String, Evidence)] = [
    (
      "\n      - quote: it is 0.25\n        where: p. 3\n        read: 2026-11-27\n",
      .quotes([Evidence.Quote(text: "it is 0.25", place: "p. 3", read: "2026-11-27")])
    ),
    (
      " {quote: '1', where: p. 3, read: 2026-11-27, about: the loss}",
      .quotes([Evidence.Quote(text: "1", place: "p. 3", read: "2026-11-27", about: "the loss")])
    ),
    (
      " {quote: '1', where: p. 3, read: 2026-11-27}", .quotes([Evidence.Quote(text: "1", place: "p. 3", read: "2026-11-27")])
    ),
    (" {none: out of reach}", .none(reason: "out of reach")), (" {none: true, reason: lost}", .none(reason: "lost")),
    (" none (out of reach; as quoted in B)", .none(reason: "out of reach; as quoted in B")),
    (" 'none: out of reach'", .none(reason: "out of reach")), (" []", .quotes([])),
  ]

  @Test(arguments: good) func isQuotesOrAReason(text: String, evidence: Evidence) {
    let read = read(text)
    #expect(read.evidence == evidence)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
  }

  static let bad: [(String, String)] = [
    (" none", "'evidence: none' needs a reason"), (" {none: true}", "needs quotes or a reason"),
    (" maybe", "'evidence' cannot be 'maybe'; write a list of 'quote', 'where' and 'read', or {none: the reason}"),
    ("\n      - quote: 1\n        read: 2026", "a piece of evidence needs 'where'"),
    ("\n      - quote: 1", "needs 'where' and 'read'"),
    ("\n      - {quote: 1, where: a, read: 2026, page: 3}", "unknown key 'page' in a piece of evidence"),
    (
      "\n      - {quote: 1, where: a, read: yesterday}",
      "'read' is the date on which it was read there, such as 2026-11-27, not"
    ),
    ("\n      - {quote: 1, where: a, read: 2026-02-30}", "not '2026-02-30'"),
    (" {reason: lost, page: 3}", "unknown key 'page' in the evidence"),
  ]

  @Test(arguments: bad) func elseIsAMistake(text: String, message: String) {
    #expect(read(text).diagnostics.map(\.kind) == [.courseFile])
    #expect(read(text).diagnostics.first?.message.contains(message) == true, "\(read(text).diagnostics)")
    // It is told once, and not at each number that the source would show.
    #expect(read(text).evidence?.support(of: "1", in: .english) == .unneeded)
  }
}
