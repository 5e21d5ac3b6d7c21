import Foundation
import Testing

/// The pages that a course's citations and numbers become.
@Suite struct BackMatterTests {
  static let courseFile = """
    title: A course
    parts:
      - title: Lessons
        lessons: [01-a, 02-b]
      - title: Back matter
        lessons: [notation]
    references:
      - {id: shannon, title: A Theory, author: {family: Shannon, given: Claude}, issued: 1948, URL: "https://example.org/", evidence: {none: made up}}
      - {id: mazur, title: A Step, author: {family: Mazur, given: Matt}, issued: 2015, evidence: {none: made up}}
      - {id: spare, title: Spare}

    """

  static let first = """
    # First

    ```swift {#coin}
    let p = 0.25
    let q = p * 2  // => 0.5
    print(p, 1)
    ```

    ```output
    0.25 1
    ```

    <!-- covers: A-1 A-2 -->
    Half is [0.50](swift:q) by the first [see @shannon, section 6; @mazur].

    ## Is [0.5](swift:q) enough? [@mazur]

    <!-- covers: A-1 -->
    Published [0.3](swift:p "@shannon ±0.1"), wrong [0.6](swift:q "not @mazur"), `[@x]`, 7 more: https://example.org/.

    > [0.25](<swift: p < 1 ? p : 0>)

    """

  static func course() throws -> TemporaryCourse {
    try TemporaryCourse(
      lessons: [
        "01-a": first.replacing("p < 1", with: "p \\< 1"), "02-b": "# Second\n\nNothing [0.25](swift:1.0/4 \"@mazur\") here.\n",
        "notation": "# Notation\n\nLetters.\n",
      ], courseFile: courseFile)
  }

  private static let site = Result<TemporaryCourse, any Error> {
    let course = try BackMatterTests.course()
    let outcome = try course.lessons("build")
    #expect(outcome.status == 0, "\(outcome.error)")
    return course
  }

  private func page(_ name: String) throws -> String { try Self.site.get().text("output/" + name) }

  @Test func citationsAreLinksToTheReferences() throws {
    let page = try page("lessons/01-a.html")
    #expect(
      page.contains(
        """
        by the first (see <a class=citation href=../references.html#ref-shannon>Shannon, 1948, section 6</a>; \
        <a class=citation href=../references.html#ref-mazur>Mazur, 2015</a>).
        """))
    #expect(page.contains("<code>[@x]</code>"))
    #expect(page.contains("<a href=\"https://example.org/\">"), "an address behind a value is a link as well")
    #expect(page.contains("enough? (Mazur, 2015)</h2>"), "no link in a heading")
  }

  @Test func valuesSayHowTheyCameAbout() throws {
    let page = try page("lessons/01-a.html")
    let own = "<a class=v id=v1 href=../numbers/01-a.html#v1>0.50</a>"
    let published = """
      <a class="v published" id=v3 href=../numbers/01-a.html#v3 data-source="Shannon, 1948" data-note=1>0.3</a>
      """
    let refuted = """
      <s>0.6</s></a> <span class=note>(wrong in <a href=../references.html#ref-mazur>Mazur, 2015</a>; computed: 0.5)</span></span>
      """
    #expect(page.contains(own) && page.contains(published) && page.contains(refuted))
    #expect(page.contains("<span class=v id=v2>"), "no link in a heading")
    let notes = try Self.site.get().text("output/numbers/01-a.notes.js")
    #expect(notes.contains("<p>Computed 0.5, written to 2 digits; from block coin, line "))
    #expect(notes.contains("<p>Published in Shannon, 1948.</p><p>Computed 0.25; ±0.1 is allowed; from block coin, line "))
    #expect(notes.contains("<p>Printed in Mazur, 2015, and wrong.</p><p>Computed 0.5; off by "))
    #expect(notes.contains("<code>p &lt; 1 ? p : 0"))
    #expect(
      page.contains("Numbers in the text: 3 computed, 1 published and confirmed, 1 published and wrong, 1 given as they are."))
    #expect(page.contains("Recomputed besides: 2 in the results of the code, 1 in its comments."))
  }

  @Test func marksOfCoverageAreAddresses() throws {
    let page = try page("lessons/01-a.html")
    #expect(page.contains("<span id=covers-A-1></span><span id=covers-A-2></span><p>Half"))
    #expect(page.components(separatedBy: "covers-A-1").count == 2, "the first mark only")
    #expect(!page.contains("<!--"))
  }

  @Test func referencesTellWhereTheyAreUsedAndWhatTheyLend() throws {
    let page = try page("references.html")
    #expect(
      page.contains(
        """
        <li id=ref-mazur>Mazur, M. (2015). <cite>A Step</cite>.
        <small>In lessons 1, 2; lends 2 numbers, \
        <a href=errata.html#ref-mazur>1 of them wrong</a>.</small>
        """))
    #expect(page.contains("lends 1 number.</small>"))
    #expect(!page.contains("Spare"), "what nobody cites is no reference of the site")
  }

  @Test func errataAreMadeOfRefutedValues() throws {
    let page = try page("errata.html")
    #expect(page.contains("<section id=ref-mazur>\n<h2>Mazur, 2015</h2>"))
    #expect(
      page.contains(
        """
        <div><dt>In full<dd>0.5</div>
        </dl>
        <blockquote><p>Published 0.3, wrong <mark>0.6</mark>, <code>[@x]</code>, 7 more: https://example.org/.</blockquote>
        <p class=place><a href=lessons/01-a.html#v4>First</a>: Is 0.5 enough? [@mazur]
        """))
  }

  @Test func theLedgerHasEveryNumber() throws {
    let page = try page("numbers/01-a.html")
    #expect(page.components(separatedBy: "<tr id=v").count == 6)
    #expect(
      page.contains(
        """
        <tr id=v3><th scope=row><a href=../lessons/01-a.html#v3>19</a><td>0.3<td>0.25<td>±0.1 allowed\
        <td>0.05 (17 %)<td>published: <a href=../references.html#ref-shannon>Shannon, 1948</a><td><code>p</code>\
        <td>coin
        """))
    #expect(page.contains("<caption>In the comments of the code</caption>") && page.contains("<td>2<td>as recorded<"))
    let all = try self.page("numbers.html")
    #expect(all.contains("<a href=numbers/01-a.html>First</a>") && all.contains("numbers/02-b.html"))
    #expect(!all.contains("Notation</a><td>"), "a lesson without numbers has no row")
  }

  @Test func stayTogetherInNavigationAndIndex() throws {
    for name in ["index.html", "references.html", "lessons/01-a.html", "numbers/01-a.html"] {
      let page = try page(name)
      let part = try #require(page.range(of: ">Back matter"), "\(name)")
      let list = try #require(page.range(of: "</ol>", range: part.upperBound..<page.endIndex))
      let entries = page[part.upperBound..<list.lowerBound]
      for title in ["Notation", "References", "Errata in the sources", "All numbers"] {
        #expect(entries.contains(">\(title)<"), "\(name): \(title) is in the part that the course has")
      }
    }
    #expect(try page("references.html").contains("<a aria-current=page href=#main><span>References</span></a>"))
  }

  /// Every link of the site's pages leads to a file and an address that are there.
  @Test func noLinkIsDead() throws {
    let course = try Self.site.get()
    let files = try course.tree("output").filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    for (name, text) in files {
      for part in text.components(separatedBy: " href=").dropFirst() {
        let address = String(part.trimmingPrefix("\"").prefix { !"\" >".contains($0) })
        let file = address.prefix { $0 != "#" }
        if address.hasPrefix("http") || !(file.isEmpty || file.hasSuffix(".html")) { continue }
        let pieces = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let folder = name.contains("/") ? String(name.split(separator: "/")[0]) + "/" : ""
        let target =
          pieces[0].isEmpty ? name : pieces[0].hasPrefix("../") ? String(pieces[0].dropFirst(3)) : folder + pieces[0]
        let page = try #require(files[target], "\(name) links to \(address)")
        let isThere = pieces.count < 2 || [" id=\(pieces[1])>", " id=\(pieces[1]) "].contains { page.contains($0) }
        #expect(isThere, "\(name) links to \(address)")
      }
    }
  }

  @Test func oneLessonAloneLeavesThem() throws {
    let course = try Self.course()
    try course.lessons("build")
    let whole = try course.tree("output")
    #expect(try course.lessons("build", "lessons/01-a.md").status == 0)
    let after = try course.tree("output")
    for name in whole.keys.filter({ $0.hasSuffix(".html") }) { #expect(after[name] == whole[name], "\(name)") }
  }

  /// Nothing is cited, nothing is computed: no page would have anything to say.
  @Test func areNotMadeWhenEmpty() throws {
    let course = try TemporaryCourse(
      lessons: ["01-a": "# A\n\nWords.\n"],
      courseFile: Self.courseFile.replacing("[01-a, 02-b]", with: "[01-a]").replacing("[notation]", with: "[01-b]").replacing(
        "  - title: Back matter\n    lessons: [01-b]\n", with: ""))
    #expect(try course.lessons("build").status == 0)
    for name in ["references.html", "errata.html", "numbers.html", "numbers"] { #expect(!course.exists("output/" + name)) }
    #expect(try !course.text("output/index.html").contains("Back matter"))
  }

  @Test func theReportHasEveryNumberToo() throws {
    let report = try Self.course().check()
    let lesson = try #require(report.lessons["01-a"])
    let value = try #require(lesson.values.first { $0.id == "v3" })
    #expect(
      [value.lesson, value.section, value.tolerance, value.toleranceKind, value.difference, value.percent] == [
        "lessons/01-a.md", "is-05-enough-mazur", "0.1", "given", "0.05", "17",
      ])
    #expect(
      [value.standing, value.source, value.block, value.page] == ["published", "shannon", "coin", "lessons/01-a.html#v3"])
    #expect(lesson.values.map(\.standing) == ["own", "own", "published", "refuted", "own"])
    #expect(lesson.comments.map(\.written) == ["0.5"] && lesson.comments.map(\.value) == ["0.5"])
    #expect(lesson["coin"]?.numbers == 2)
    #expect(
      lesson.covers.map { "\($0.id) \($0.line) \($0.section ?? "")" } == [
        "A-1 13 first", "A-2 13 first", "A-1 18 is-05-enough-mazur",
      ])
    #expect(lesson.given == 1)
  }

  @Test func theSpareReferenceIsAWarning() throws {
    let course = try Self.course()
    let outcome = try course.lessons("check")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("lessons/course.yml:10:10: warning: nothing cites the reference 'spare'"))
    #expect(try !course.lessons("check", "lessons/01-a.md").output.contains("spare"), "of one lesson nobody asks that")
    try course.replace("@shannon, section 6", with: "@shanon, section 6", in: "lessons/01-a.md")
    let wrong = try course.lessons("check", "lessons/01-a.md")
    #expect(wrong.status == 1)
    let message = "lessons/01-a.md:14:43: error: no reference 'shanon' in the course file; did you mean 'shannon'?"
    #expect(wrong.output.contains(message), "\(wrong.output)")
    try FileManager.default.removeItem(atPath: course.path("lessons/course.yml"))
    #expect(try course.lessons("check", "lessons/02-b.md").output.contains("no reference 'mazur' in the course file; add it"))
  }
}
