import LessonModel
import Testing

import LessonSite

/// The pages that a course's citations and numbers become.
@Suite("The pages that are made of all lessons")
struct BackMatterTests {
  static let files = [
    "course.yml": """
    title: A course
    parts:
      - title: Lessons
        lessons: [01-a, 02-b]
      - title: Back matter
        lessons: [notation]
    references:
      - {id: shannon, title: A Theory, author: {family: Shannon, given: Claude}, issued: 1948, URL: "https://example.org/"}
      - {id: mazur, title: A Step, author: {family: Mazur, given: Matt}, issued: 2015}
      - {id: spare, title: Spare}

    """,
    "01-a.md": """
    # First

    ```swift {#coin}
    let p = 0.25
    let q = p * 2  // => 0.5
    print(p, 1)
    ```

    ```output
    0.25 1
    ```

    Half is [0.50](swift:q) by the first [see @shannon, section 6; @mazur].

    ## Is [0.5](swift:q) enough? [@mazur]

    Published [0.3](swift:p "@shannon ±0.1"), wrong [0.6](swift:q "not @mazur"), 7 more.

    > [0.25](<swift: p \\< 1 ? p : 0>)

    > [!EXERCISE] Try
    > Said [0.7](swift:q "not @mazur").

    """,
    "02-b.md": """
    # Second

    Nothing [0.25](swift:1.0/4 "@mazur") here, and [2](swift:1+1) and [?](swift:3).

    ```swift {volatile}
    print("now")
    ```

    """,
    "notation.md": "# Notation\n\nLetters, and [@mazur].\n",
  ]

  static func course() throws -> WovenCourse {
    try MadeCourse(files) { run, lesson in
      switch lesson.slug {
      case "01-a":
        run.put(0) { block in
          block.printed = [.text("0.25 1\n")]
          block.statements = [1: .float64(0.5)]
          block.printedFrom = [1: ""]
        }
        for (index, value) in [0.5, 0.5, 0.25, 0.5, 0.25, 0.5].enumerated() { run.put(.float64(value), for: index) }
      case "02-b":
        run.put(0) { $0.printed = [.text("now\n")] }
        run.put(.float64(0.25), for: 0)
        run.put(.integer("3"), for: 1)
      default: break
      }
    }.woven
  }

  private func page(_ name: String) throws -> String { try #require(Self.course().site()[name]) }

  @Test func referencesTellWhereTheyAreUsedAndWhatTheyLend() throws {
    let page = try page("references.html")
    #expect(
      page.contains(
        """
        <li id="ref-mazur">Mazur, M. (2015). <cite>A Step</cite>.
        <small>In lessons 1, 2, <a href="lessons/notation.html">Notation</a>; lends 3 numbers, \
        <a href="errata.html#ref-mazur">2 of them wrong</a>.</small></li>
        """))
    #expect(page.contains("<small>In lesson 1; lends 1 number.</small>"))
    #expect(!page.contains("Spare"), "what nobody cites is no reference of the site")
    #expect(page.contains("<header class=\"lead\">\n<h1>References</h1>\n"))
  }

  @Test(arguments: [("[1](swift:1 \"not @k\")", "wrong"), ("[1](swift:1 \"not @k\") [2](swift:2 \"not @k\")", "all wrong")])
  func referencesSayHowMuchIsWrong(values: String, words: String) throws {
    let files = ["course.yml": "references:\n  - {id: k, title: K}\n", "01-a.md": "# A\n\n\(values)\n"]
    let page = try #require(MadeCourse(files).woven.site()["references.html"])
    #expect(page.contains(", <a href=\"errata.html#ref-k\">\(words)</a>.</small>"))
  }

  /// A section is called by the heading or the exercise above the number.
  @Test func errataAreMadeOfRefutedValues() throws {
    let page = try page("errata.html")
    #expect(
      page.contains(
        """
        <section id="ref-mazur">
        <h2>Mazur, 2015</h2>
        <p>A Step (<a href="references.html#ref-mazur">full reference</a>)</p>
        <div class="erratum">
        """))
    #expect(
      page.contains(
        """
        <dl>
        <div><dt>Printed</dt><dd><s>0.6</s></dd></div>
        <div><dt>Computed</dt><dd>0.5</dd></div>
        <div><dt>Off by</dt><dd>0.1 (17 %)</dd></div>
        <div><dt>In full</dt><dd>0.5</dd></div>
        </dl>
        <blockquote><p>Published 0.3, wrong <mark>0.6</mark>, 7 more.</p></blockquote>
        <p class="place"><a href="lessons/01-a.html#v4">First</a>: Is 0.5 enough? [@mazur]</p>
        """))
    #expect(
      page.contains(
        """
        <blockquote><p>Said <mark>0.7</mark>.</p></blockquote>
        <p class="place"><a href="lessons/01-a.html#v6">First</a>: Exercise 1.1: Try</p>
        """))
    #expect(page.count(of: "<section") == 1, "what is confirmed is no erratum")
  }

  /// Of a source that the course does not list nothing is known but its key; what did not run has no number.
  @Test func errataOfUnknownSourcesStandBehindTheOthers() throws {
    let files = [
      "course.yml": "references:\n  - {id: z, title: Z}\n",
      "01-a.md": "# A\n\n[1](swift:1 \"not @b\") [2](swift:2 \"not @z\") [3](swift:3 \"not @a\")\n",
    ]
    let course = try MadeCourse(files).woven
    let main = ErrataPage.main(course.woven.map { WovenFacts($0) }, Bibliography(course.course.file.references), .english).text
    #expect(
      main.split(separator: "<section id=\"").dropFirst().map { $0.prefix { $0 != "\"" } } == ["ref-z", "ref-a", "ref-b"])
    #expect(
      main.contains(
        """
        <dl>
        <div><dt>Printed</dt><dd><s>1</s></dd></div>
        <div><dt>Computed</dt><dd>not computed</dd></div>
        <div><dt>Off by</dt><dd>–</dd></div>
        </dl>
        """))
    #expect(
      main.contains("<p class=\"place\"><a href=\"lessons/01-a.html#v1\">A</a></p>"),
      "the title of the lesson is no section of its own")
  }

  /// What a number is its author says in `about`; the sentence has what the lesson says, formulas as MathML, without what leads away.
  @Test func errataSayWhatEachNumberIs() throws {
    let files = [
      "course.yml": """
      references:
        - {id: k, title: K, evidence: [{quote: it is 0.7, where: p. 1, read: 2026-01-02, about: 'the loss of "cats" & dogs'}]}

      """,
      "01-a.md": """
      # A

      Before. See [*the* text](#b), `f(x)`, $x$ and [0.7](swift:0.5 "not @k"),[^1] of [@k]. After.

      | Name | Value |
      |---|---|
      | here | [0.7](swift:0.5 "not @k") |

      ## B

      [^1]: A note.

      """,
    ]
    let page = try #require(
      MadeCourse(files) { run, lesson in
        for value in lesson.values { run.put(.float64(0.5), for: value.index) }
      }.woven.site()["errata.html"])
    #expect(page.contains("<article class=\"erratum\">\n<h3>the loss of &quot;cats&quot; &amp; dogs</h3>\n<dl>"))
    #expect(
      page.contains(
        "<blockquote><p>See <em>the</em> text, <code>f(x)</code>, <code class=\"math\">x</code> and <mark>0.7</mark>, of "))
    #expect(page.count(of: "<article") == 2 && page.count(of: "<blockquote>") == 1, "a cell with a number alone says nothing")
    #expect(page.count(of: "href=\"lessons/01-a.html#") == 2, "what is quoted leads nowhere")
  }

  @Test func theLedgerHasEveryNumber() throws {
    let page = try page("numbers/01-a.html")
    #expect(page.count(of: "<tr id=\"v") == 6)
    #expect(
      page.contains(
        """
        <tr id="v3"><th scope="row"><a href="../lessons/01-a.html#v3">17</a><td>0.3<td>0.25<td>±0.1 allowed\
        <td>0.05 (17 %)<td>published: <a href="../references.html#ref-shannon">Shannon, 1948</a><td><code>p</code>\
        <td>coin
        """))
    #expect(page.contains("<td>±0.005 by digits<td>0<td>ours<td><code>q</code><td>coin\n"))
    #expect(page.contains("<td><b>wrong</b> in <a href=\"../references.html#ref-mazur\">Mazur, 2015</a><td>"))
    #expect(page.contains("<td><code>p &lt; 1 ? p : 0</code>"))
    #expect(page.contains("<caption>In the comments of the code</caption>") && page.contains("<td>2</td><td>as recorded</td>"))
    #expect(page.contains("<tr><th scope=\"row\">5<td>0.5<td>0.5<td>coin\n"))
    #expect(
      page.contains(
        "<p>Numbers in the text: 3 computed, 1 published and confirmed, 2 published and wrong, 1 given as they are. "
          + "Recomputed besides: 2 in the results of the code, 1 in its comments. "
          + "Read <a href=\"../lessons/01-a.html\">the lesson</a>"))
  }

  /// Of what a lesson has none, nothing is said: most quote no source.
  @Test func theSentenceCountsOnlyWhatThereIs() {
    func sentence(_ change: (inout Counts) -> Void) -> String {
      var counts = Counts()
      change(&counts)
      return LedgerPage.sentence(counts, .english).text
    }
    #expect(sentence { $0.computed = 2 } == "Numbers in the text: 2 computed.")
    #expect(sentence { ($0.computed, $0.given) = (2, 1) } == "Numbers in the text: 2 computed, 1 given as they are.")
    #expect(
      sentence { ($0.refuted, $0.implied) = (3, 1) } == "Numbers in the text: 3 published and wrong, 1 implied by a source.")
    #expect(
      sentence { $0.results = 4 } == "Numbers in the text: 0 computed. Recomputed besides: 4 in the results of the code.")
  }

  @Test func theLedgerSaysWhatIsNotAsItShouldBe() throws {
    let page = try page("numbers/02-b.html")
    #expect(page.contains("<td>2<td>3<td>equal<td>1 (50 %)<td>ours, <b>does not match</b><td><code>1+1</code><td>\n"))
    #expect(page.contains("<td>?<td>–<td>equal<td>–<td>ours, <b>not run</b>"))
    let lesson = try self.page("lessons/02-b.html")
    #expect(lesson.contains("(does not match: 3)</span>") && lesson.contains("(not run)</span>"))
    #expect(page.contains("<td>0</td><td>not compared</td>") && !page.contains("In the comments"))
    #expect(
      page.contains("Numbers in the text: 1 published and confirmed, 2 not as computed"))
  }

  @Test func theOverviewHasARowForEachLessonWithNumbers() throws {
    let all = try page("numbers.html")
    #expect(all.contains("<a href=\"numbers/01-a.html\">First</a>") && all.contains("numbers/02-b.html"))
    #expect(!all.contains("Notation</a></th>"), "a lesson without numbers has no row")
    let counts = [3, 2, 2, 0, 1, 2, 1].map { "<td class=\"right\">\($0)</td>" }.joined()
    #expect(all.contains("<tfoot><tr><th scope=\"row\">All</th>\(counts)</tr></tfoot>"))
    let plain = try MadeCourse(["01-a.md": "# A\n\n7 [1](swift:1)\n", "02-b.md": "# B\n\n8\n"]).woven.site()
    #expect(plain["numbers.html"]?.contains("<th scope=\"row\"><a href=\"lessons/02-b.html\">B</a></th>") == true)
    #expect(plain["numbers/02-b.html"] == nil, "a lesson without values has no ledger")
  }

  @Test func stayTogetherInNavigationAndIndex() throws {
    for name in ["index.html", "references.html", "lessons/01-a.html", "numbers/01-a.html"] {
      let entries = try #require(page(name).between(">Back matter<", "</ol>"), "\(name)")
      for title in ["Notation", "References", "Errata in the sources", "All numbers"] {
        #expect(entries.contains(">\(title)<"), "\(name): \(title) is in the part that the course has")
      }
    }
    #expect(try page("references.html").contains("<a aria-current=\"page\" href=\"#main\"><span>References</span></a>"))
  }

  /// Nothing is cited, nothing is computed: no page would have anything to say.
  @Test func areNotMadeWhenEmpty() throws {
    let site = try MadeCourse(["01-a.md": "# A\n\nWords.\n", "course.yml": "references:\n  - {id: k, title: K}\n"]).woven.site()
    for name in ["references.html", "errata.html", "numbers.html", "numbers/01-a.html"] {
      #expect(site[name] == nil, "\(name)")
    }
    #expect(try !#require(site["index.html"]).contains("Back matter"))
  }

  /// Every link of the site's pages leads to a file and an address that are there.
  @Test func noLinkIsDead() throws {
    let files = try Self.course().site(kit: [SiteFile(path: "A.swift", text: "")])
    var count = 0
    for (name, text) in files where name.hasSuffix(".html") {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      for part in text.split(separator: " href=\"").dropFirst() {
        let pieces = part.prefix { $0 != "\"" }.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        if pieces[0].hasPrefix("http") || pieces[0].hasPrefix("data:image/svg+xml;base64,") || pieces[0].hasPrefix("assets/")
          || pieces[0].hasPrefix("../assets/")
        {
          continue
        }
        let target =
          pieces[0].isEmpty
          ? name
          : pieces[0].hasPrefix("../")
            ? String(pieces[0].dropFirst(3)) : (folder.isEmpty || name == "404.html" ? "" : folder + "/") + pieces[0]
        let page = try #require(files[target], "\(name) links to \(pieces)")
        if pieces.count > 1 { #expect(page.contains(" id=\"\(pieces[1])\""), "\(name) links to \(pieces)") }
        count += 1
      }
    }
    #expect(count > 100)
  }
}
