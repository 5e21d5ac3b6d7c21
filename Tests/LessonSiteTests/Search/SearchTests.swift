import Foundation
import LessonModel
import TestSupport
import Testing

import LessonSite

@Suite struct SearchTokenizerTests {
  /// The same file is read by the test of the script in a browser.
  @Test func cutsTextAsTheVectorsSay() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "search-vectors.json")
    let vectors = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[Any]])
    #expect(vectors.count > 30)
    for vector in vectors {
      let text = try #require(vector.first as? String)
      #expect(SearchTokenizer.terms(of: text) == vector.last as? [String], "\(text)")
    }
  }

  @Test func aTermIsItsOwnOnlyTerm() {
    for term in SearchTokenizer.terms(of: "The crossEntropy of 损失函数, naïve and KLDivergence2 in log_loss") {
      #expect(SearchTokenizer.terms(of: term).first == term)
    }
  }
}

@Suite struct SearchIndexTests {
  private static let lesson = """
    ---
    title: Surprise
    summary: Why rare news is worth more.
    ---

    Opening words.

    ## Two coins

    A [0.81](swift:h) and a word.

    ```swift {#coin}
    let h = 0.81
    let hidden = 1  // hide
    ```

    ```output
    nothing
    ```

    ### Two coins

    After.
    """

  private func page() throws -> SearchPage {
    let lesson = try readLesson(Self.lesson, slug: "01-a").required()
    return SearchPage(lesson, Anchors(lesson))
  }

  private func script(_ pages: [SearchPage]) -> String {
    String(decoding: SearchIndex.file(pages.map(IndexedPage.init)).bytes, as: UTF8.self)
  }

  /// The lines of the terms.
  private func terms(_ pages: [SearchPage]) throws -> [String] {
    let text = try #require(script(pages).split(separator: "\"terms\":\"").last)
    return try #require(text.split(separator: "\"").first).replacing("\\n", with: "\n").split(separator: "\n").map(String.init)
  }

  @Test func cutsALessonAtItsHeadings() throws {
    let sections = try page().sections
    #expect(sections.map(\.anchor) == ["", "two-coins", "two-coins-1"])
    #expect(sections.map(\.heading) == ["", "Two coins", "Two coins"])
    #expect(sections[0].text.contains("rare news") && sections[0].text.contains("Opening words."))
    #expect(sections[1].text.contains("A 0.81 and a word."))
    #expect(sections[1].code == "let h = 0.81\n")
    #expect(!sections.contains { $0.text.contains("nothing") || $0.code.contains("nothing") })
  }

  @Test func readsWhatTablesCalloutsAndFencesSay() throws {
    let text = """
      # Title

      | One | [2](swift:two) |
      |-----|----------------|
      | *three* | `four` |

      > [!EXERCISE] Try it
      > Five [see @key] ![six](a.png).
      >
      > ## Inner
      >
      > ```swift {code=hide}
      > let seven = 7
      > ```

      ```math
      eight
      ```

      ```python
      nine
      ```

      <!-- ten -->

      """
    let lesson = try readLesson(text, slug: "a", references: nil).required()
    let page = SearchPage(lesson, Anchors(lesson))
    #expect(page.address == "lessons/a.html" && page.title == "Title")
    #expect(
      page.sections.map(\.heading) == ["", "Exercise 1.1: Try it", "Inner"], "the title of the page is no section of its own")
    #expect(
      page.sections.map { SearchTokenizer.terms(of: $0.text) } == [
        ["one", "2", "three", "four", "try", "it", "five", "see", "key", "six"], ["five", "see", "key", "six"], [],
      ])
    #expect(page.sections.map(\.code) == ["", "", "eight\nnine\n"])
  }

  @Test func countsSectionsThroughAllPagesAndMarksWhatTheyComeBackTo() throws {
    let text = script([try page()])
    #expect(
      text.hasPrefix(
        "window.lessonsIndex={\"pages\":[[\"lessons/01-a.html\", \"Surprise\", [[\"\", \"\"], [\"two-coins\", \"Two coins\"]"))
    let terms = try terms([try page(), try page()])
    #expect(terms.contains("opening ag"), "in the sections 0 and 3, where 3 is 2 · 3 to base 26")
    #expect(terms.contains("after eg"))
    var often = try page()
    often.sections = (0..<40).map {
      SearchPage.Section(anchor: "", heading: "", text: $0 % 30 == 7 ? "coin Coin coins coin" : "no", code: "")
    }
    #expect(try self.terms([often]).contains("coin pCj"), "7, then 30 further on, each with one for the third time")
    #expect(try self.terms([often]).contains("coins oCi"))
  }

  /// A citation has the words that the page gives it, and a source that nobody knows its key.
  @Test func aCitationHasItsWords() throws {
    let reference = "references: [{id: atkins, title: C, author: [{family: Atkins}, {family: de Paula}], issued: 2006}]\n"
    let text = "# T\n\nIt came apart. [@atkins, p. 3] has 2.9, [-@atkins] too.\n"
    let site = try MadeSite(["01-a.md": text, "course.yml": reference])
    #expect(
      try site.page("assets/search/01-a.js").contains(
        "It came apart. (Atkins & de Paula, 2006, p. 3) has 2.9, (2006) too."))
    #expect(try site.page("assets/search-index.js").contains("atkins"))
  }

  /// A search asks for all words, so that none may be left out because most sections have it.
  @Test func keepsWhatMostSectionsSay() throws {
    var page = try page()
    page.sections = (0..<30).map { SearchPage.Section(anchor: "s\($0)", heading: "", text: "common", code: "") }
    #expect(try terms([page]) == ["common a" + String(repeating: "c", count: 29)])
  }

  @Test func namesEveryTermOnceInOrder() throws {
    let names = try terms([try page()]).map { String($0.split(separator: " ")[0]) }
    #expect(names.count > 10)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(names).count == names.count)
  }

  @Test func termsOfAGlossaryAreResultsOfTheirOwn() throws {
    let text = """
      # Words

      Before.

      ## A

      - **accuracy** · 準確率. A share.
      - no term
      - **bit (unit)**

        A second paragraph.

      ## B

      After.
      """
    func sections(_ slug: String) throws -> [SearchPage.Section] {
      let lesson = try readLesson(text, slug: slug).required()
      return SearchPage(lesson, Anchors(lesson)).sections
    }
    let found = try sections("glossary")
    #expect(found.map(\.heading) == ["", "A", "accuracy", "bit (unit)", "B"])
    #expect(found.map(\.isTerm) == [false, false, true, true, false])
    #expect(found[2].text == "accuracy · 準確率. A share. ")
    #expect(found[1].text == "no term " && found[3].text.contains("second paragraph"))
    #expect(found.allSatisfy { !$0.isTerm || !$0.anchor.isEmpty })
    #expect(try sections("other").map(\.heading) == ["", "A", "B"])
    let page = SearchPage(
      try readLesson(text, slug: "glossary").required(), Anchors(try readLesson(text, slug: "glossary").required()))
    #expect(script([page]).contains("\"accuracy\", 1]"))
  }

  /// What has a number in the page is found by it.
  @Test func exercisesAndFiguresAreResultsOfTheirOwn() throws {
    let text = """
      # Title

      ## Stars

      Before.

      > [!EXERCISE]
      > How many?

      ```swift {#count caption="All *stars*."}
      let stars = 9
      ```

      After.
      """
    let lesson = try readLesson(text, slug: "02-stars").required()
    let page = SearchPage(lesson, Anchors(lesson))
    #expect(page.sections.map(\.heading) == ["", "Stars", "Exercise 2.1", "Figure 2.1"])
    #expect(page.sections.map(\.anchor) == ["", "stars", "exercise-1", "count"])
    #expect(page.sections.map(\.text) == ["", "Before. How many? After. ", "How many? ", "All stars."])
    #expect(page.sections.map(\.code) == ["", "let stars = 9\n", "", ""])
    #expect(IndexedPage(page).sections.map(\.terms.isEmpty) == [true, false, true, true], "words are found once")
  }

  /// What the page folds until a reader has thought is found and not shown.
  @Test func answersAreNotInWhatResultsShow() throws {
    let text = """
      # Title

      ## Stars

      > [!EXERCISE]
      > How many?

      > [!HINT]
      > Count thumbs.

      > [!SOLUTION] Counted
      > Nine.

      > [!QUIZ]
      > Which?
      >
      > - [x] The first
      >
      >   Because.
      > - [ ] The second
      >
      > Therefore.

      > [!CLAIM]
      > Said:
      >
      > - [x] Up
      >
      >   Upwards.
      > - [ ] Down

      End.
      """
    let lesson = try readLesson(text, slug: "02-stars").required()
    let page = SearchPage(lesson, Anchors(lesson))
    let shown = String(decoding: page.texts.bytes, as: UTF8.self)
    let found = IndexedPage(page).sections.flatMap(\.terms).map(\.term)
    for word in ["Counted", "Which", "first", "second", "Said", "Up", "Down", "End"] {
      #expect(shown.contains(word), "\(shown)")
    }
    for word in ["thumbs", "Nine", "Because", "Therefore", "Upwards"] {
      #expect(!shown.contains(word), "\(shown)")
      #expect(found.contains(word.lowercased()))
    }
  }

  @Test func theTextsOfAPageAreAScriptOfTheirOwn() throws {
    var page = try page()
    page.slug = "a b/c"
    page.sections = ["one\n two", "\u{202E}three"].map { .init(anchor: "", heading: "", text: $0, code: "let") }
    #expect(
      page.texts
        == SiteFile(
          path: "assets/search/a b/c.js",
          text: "(window.lessonsTexts ??= {})[\"lessons/a%20b/c.html\"] = [\"one two\", \"U+202Ethree\"];\n"))
  }
}
