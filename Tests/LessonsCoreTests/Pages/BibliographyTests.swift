import LessonsCore
import Testing

@Suite("References")
struct BibliographyTests {
  private func reference(_ id: String, _ yaml: String) throws -> Reference {
    let folder = try TemporaryFolder()
    try folder.write(
      "references:\n  - id: \(id)\n" + yaml.split(separator: "\n").map { "    \($0)\n" }.joined(), to: "course.yml")
    try folder.write("# A\n", to: "01-a.md")
    let course = try CourseReader.read(folder.path).course
    #expect(course.diagnostics.isEmpty, "\(course.diagnostics)")
    return try #require(course.file.references.first)
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
      "Shannon, C. E. (1948). A Mathematical Theory of Communication. <cite>Bell System Technical Journal</cite>, <i>27</i>(3), "
        + "379–423. <a href=\"https://doi.org/10.1002/x\">https://doi.org/10.1002/x</a>"
    ),
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
      "Le, J.-P., B, &amp; C. (2015, March 17). <cite>Post</cite>. <a href=\"https://e.org/\">https://e.org/</a>"
    ),
    (
      "title: Nets\nauthor: [{family: G, given: I.}, {literal: and others}]\nissued: 2014", "G et al., 2014",
      "G, I., et al. (2014). <cite>Nets</cite>."
    ),
    ("title: Why?\nauthor: {literal: The W community}", "The W community, n.d.", "The W community. (n.d.). <cite>Why?</cite>"),
    ("title: Alone\nissued: 1999", "“Alone”, 1999", "<cite>Alone</cite>. (1999)."),
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
    #expect(ReferenceText.html(entry).text == html)
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

  @Test func haveAddressesOfTheirOwn() {
    let bibliography = Bibliography([made("a/b", "A", nil, ""), made("a-b", "B", nil, ""), made("a/b", "C", nil, "")])
    #expect(bibliography.entries.map(\.anchor) == ["ref-a-b", "ref-a-b-2"])
  }

  /// A reference without a place to be used at is named at its line; one that a lesson cannot be read for is not.
  @Test func thatNobodyCitesAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("references:\n  - {id: a, title: A}\n  - title: B\n    id: b\n  - id: c\n", to: "course.yml")
    try folder.write("# A\n\n[1](swift:1 \"not @c\") [@a]\n", to: "01-a.md")
    let course = try CourseReader.read(folder.path).course
    let warnings = ReferenceUse.warnings(of: course)
    #expect(warnings.map(\.kind) == [.unusedReference])
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.map(\.position) == [SourcePosition(line: 4, column: 9)])
    #expect(warnings.first?.message.contains("'b'") == true)
    try folder.write("", to: "02-b.md")
    #expect(ReferenceUse.warnings(of: try CourseReader.read(folder.path).course).isEmpty)
  }
}
