import LessonModel
import LessonReading
import LessonWeaving
import Testing

import LessonSite

@Suite("References")
struct BibliographyTests {
  /// The first reference of a course file.
  private func reference(_ id: String, _ yaml: String) throws -> Reference {
    let text = "references:\n  - id: \(id)\n" + yaml.split(separator: "\n").map { "    \($0)\n" }.joined()
    let (file, diagnostics) = CourseFileReader.read(courseFile: SourceText(path: "course.yml", text: text))
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return try #require(file.references.first)
  }

  /// A reference as CSL-YAML, what a citation shows of it, and its entry.
  static let entries: [(String, String, String)] = [
    (
      """
      type: article-journal
      title: A Mathematical Theory of Communication
      author: [{family: Shannon, given: Claude E.}]
      container-title: Bell System Technical Journal
      volume: 27
      issue: 3
      page: 379-423
      issued: {date-parts: [[1948, 7]]}
      DOI: 10.1002/x
      """,
      "Shannon, 1948",
      "Shannon, C. E. (1948). <a href=\"https://doi.org/10.1002/x\">A Mathematical Theory of Communication</a>. "
        + "<cite>Bell System Technical Journal</cite>, <i>27</i>(3), 379–423."
    ),
    (
      """
      type: article-journal
      title: Über die Grundlagen
      author: [{family: Noether, given: Emmy}]
      container-title: Mathematische Annalen
      language: de
      issued: 1921
      """,
      "Noether, 1921",
      "Noether, E. (1921). <span lang=\"de\">Über die Grundlagen</span>. <cite lang=\"de\">Mathematische Annalen</cite>."
    ),
    (
      "title: Abh<andlung\nlanguage: de-AT\nissued: 1900", "“Abh<andlung”, 1900",
      "<cite lang=\"de-AT\">Abh&lt;andlung</cite>. (1900)."
    ),
    ("title: Plain\nlanguage: English\nissued: 1900", "“Plain”, 1900", "<cite>Plain</cite>. (1900)."),
    (
      """
      type: book
      title: Elements of Information Theory
      author: [{family: Cover, given: Thomas M.}, {family: Thomas, given: Joy A.}]
      edition: 2
      publisher: Wiley
      issued: 2006
      ISBN: 0-471-24195-4
      custom: {anything: [goes]}
      """,
      "Cover & Thomas, 2006",
      "Cover, T. M., &amp; Thomas, J. A. (2006). <cite>Elements of Information Theory</cite> (2nd ed.). Wiley."
    ),
    (
      "title: Post\nauthor: [{family: Le, given: Jean-Paul}, {family: B}, {family: C}]\nissued: 2015-03-17\nURL: https://e.org/",
      "Le et al., 2015",
      "Le, J.-P., B, &amp; C. (2015, March 17). <a href=\"https://e.org/\"><cite>Post</cite></a>."
    ),
    (
      "title: Nets\nauthor: [{family: G, given: I.}, {literal: and others}]\nissued: 2014", "G et al., 2014",
      "G, I., et al. (2014). <cite>Nets</cite>."
    ),
    ("title: Why?\nauthor: {literal: The W community}", "The W community, n.d.", "The W community. (n.d.). <cite>Why?</cite>"),
    // Not right in the item of the list, whose own links have their address behind them on paper.
    (
      "author: x\nissued: 2001\nURL: https://e.org/", "x, 2001",
      "x. (2001). <span><a href=\"https://e.org/\">https://e.org/</a></span>"
    ), ("title: Alone\nissued: 1999", "“Alone”, 1999", "<cite>Alone</cite>. (1999)."),
    (
      "title: 熵\nauthor: [{family: 王, given: 小明}]\nissued: {literal: in press}", "王, in press",
      "王, 小明. (in press). <cite>熵</cite>."
    ),
    ("title: T\nauthor: x\nURL: javascript:alert(1)\nissued: 1/2", "x, 1", "x. (1). <cite>T</cite>. javascript:alert(1)"),
    (
      "title: T\ncitation-label: Article S0\nnote: as kept", "Article S0", "<b>Article S0.</b> <cite>T</cite>. (n.d.). As kept."
    ),
    ("title: <b>\"&\nissued: /", "“<b>\"&”, /", "<cite>&lt;b&gt;&quot;&amp;</cite>. (/)."),
    (
      "type: paper-conference\ntitle: P\nauthor: [{family: Le, given: Q., non-dropping-particle: van, suffix: Jr.}]\ncontainer-title: C\npage: 1--9\nissued: 2020",
      "van Le, 2020", "van Le, Q., Jr. (2020). P. In <cite>C</cite> (pp. 1–9)."
    ),
  ]

  @Test(arguments: entries)
  func areWrittenOut(yaml: String, label: String, html: String) throws {
    let entry = try #require(Bibliography([try reference("k", yaml)])["k"])
    #expect(entry.label == label)
    #expect(ReferenceText.html(entry, .english).text == html)
  }

  /// Months, editions and pages are said in the language of the course.
  @Test(arguments: [
    ("title: 机器学习\nedition: 2\nissued: 2016-01-02", "<cite>机器学习</cite> (第 2 版). (2016 年 1 月 2 日)."),
    ("title: T\ntype: thesis\nvolume: 3\nissued: 2016-12", "<cite>T</cite> (第 3 卷) [学位论文]. (2016 年 12 月)."),
    ("title: T\npage: 1-2\nissued: 2016", "<cite>T</cite>. (2016). 第 1–2 页."),
    ("title: T\ntype: chapter\ncontainer-title: C\npage: 1-2\nissued: 2016", "T. (2016). 载于 <cite>C</cite> (第 1–2 页)."),
  ])
  func areWrittenOutInChinese(yaml: String, html: String) throws {
    let entry = try #require(Bibliography([try reference("k", yaml)])["k"])
    #expect(ReferenceText.html(entry, PageWords("zh")).text == html)
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (111, "111th"),
  ])
  func editionsAreCounted(edition: Int, words: String) throws {
    let entry = try #require(Bibliography([try reference("k", "title: T\nedition: \(edition)")])["k"])
    #expect(ReferenceText.html(entry, .english).text.contains("(\(words) ed.)"))
  }

  private func made(_ id: String, _ family: String?, _ year: String?, _ title: String) -> Reference {
    var reference = Reference(id: id)
    reference.authors = family.map { [PersonName(family: $0)] } ?? []
    reference.issued = year.map { PublicationDate(year: $0) }
    reference.title = title
    return reference
  }

  @Test func areSortedAndToldApart() {
    let bibliography = Bibliography([
      made("d", "The Zeta group", "2001", "A"), made("b", "Émile", "2001", "On B"), made("a", "Emile", "2000", "X"),
      made("e", "émile", nil, "C"), made("b2", "Émile", "2001", "A B"), made("n", nil, nil, "An aardvark"),
      made("u1", "Yo", nil, "B"), made("u2", "Yo", nil, "A"),
    ])
    #expect(bibliography.entries.map(\.reference.id) == ["n", "a", "b2", "b", "e", "u2", "u1", "d"])
    #expect(bibliography.entries.map(\.when) == ["n.d.", "2000", "2001a", "2001b", "n.d.", "n.d.-a", "n.d.-b", "2001"])
    #expect(bibliography["missing"] == nil)
  }

  @Test func withoutAYearSaySoInTheLanguageOfThePages() {
    let bibliography = Bibliography([made("a", "Yo", nil, "T")], PageWords("zh"))
    #expect(
      bibliography["a"].map { "\($0.label): \(ReferenceText.html($0, PageWords("zh")).text)" }
        == "Yo, 无日期: Yo. (无日期). <cite>T</cite>.")
  }

  @Test func haveAddressesOfTheirOwn() {
    let bibliography = Bibliography([made("a/b", "A", nil, ""), made("a-b", "B", nil, ""), made("a/b", "C", nil, "")])
    #expect(bibliography.entries.map(\.anchor) == ["ref-a-b", "ref-a-b-2"])
  }

  @Test func areCitedByAuthorAndYear() {
    let bibliography = Bibliography([made("a", "A", "2001", "T")])
    func item(_ prefix: String, _ key: String, _ locator: String, leavesOutAuthor: Bool = false) -> Citation.Item {
      Citation.Item(prefix: prefix, key: key, locator: locator, leavesOutAuthor: leavesOutAuthor, offset: 0)
    }
    let citation = Citation(
      items: [item("see <", "a", "p. 4"), item("", "a", "", leavesOutAuthor: true), item("", "b", "§ 1")], text: "",
      range: 0..<0)
    #expect(
      CitationRenderer.html(citation, bibliography, .page(of: "a")).text == """
        (see &lt; <a class="citation" href="../references.html#ref-a">A, 2001, p. 4</a>; \
        <a class="citation" href="../references.html#ref-a">2001</a>; <span class="dead-link">b, § 1</span>)
        """)
    #expect(
      CitationRenderer.html(citation, bibliography, .page(of: "a"), isLinked: false).text
        == "(see &lt; A, 2001, p. 4; 2001; <span class=\"dead-link\">b, § 1</span>)")
  }

  private func course(_ files: [String: String]) -> Course {
    let source = SourceText(path: "lessons/course.yml", text: files["course.yml"] ?? "")
    let file = CourseFileReader.read(courseFile: source).file
    let lessons = files.filter { $0.key != "course.yml" }.map { readLesson($0.value, slug: $0.key, references: nil) }
    return Course(path: "lessons", folderName: "lessons", file: file, source: source, lessons: lessons)
  }

  /// A reference without a place to be used at is named at its line; one that a lesson cannot be read for is not.
  @Test func thatNobodyCitesAreTold() {
    var files = [
      "course.yml": "references:\n  - {id: a, title: A}\n  - title: B\n    id: b\n  - id: c\n",
      "01-a": "# A\n\n[1](swift:1 \"not @c\") [@a]\n",
    ]
    let warnings = ReferenceWarnings.warnings(of: course(files))
    #expect(warnings.map(\.kind) == [.unusedReference])
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.map(\.position) == [SourcePosition(line: 4, column: 9)])
    #expect(warnings.first?.message.contains("'b'") == true)
    files["02-b"] = ""
    #expect(ReferenceWarnings.warnings(of: course(files)).isEmpty)
  }
}
