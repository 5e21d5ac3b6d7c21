import Foundation
import LessonsCore
import Testing

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

  private func sections() throws -> [SearchSection] {
    let read = LessonReader.read(SourceText(path: "01-a.md", bytes: Array(Self.lesson.utf8)), slug: "01-a")
    return SearchSections.sections(of: try #require(read.lesson), page: "lessons/01-a.html")
  }

  @Test func cutsALessonAtItsHeadings() throws {
    let sections = try sections()
    #expect(sections.map(\.anchor) == ["", "two-coins", "two-coins-1"])
    #expect(sections.map(\.heading) == ["", "Two coins", "Two coins"])
    #expect(sections[0].text.contains("rare news") && sections[0].text.contains("Opening words."))
    #expect(sections[1].text.contains("A 0.81 and a word."))
    #expect(sections[1].code == "let h = 0.81\n")
    #expect(!sections.contains { $0.text.contains("nothing") || $0.code.contains("nothing") })
  }

  @Test func weighsTitlesOverHeadingsOverText() throws {
    let text = String(decoding: SearchIndex.page(try sections()).bytes, as: UTF8.self)
    #expect(text.hasPrefix("window.lessonsIndex={\"pages\":[[\"lessons/01-a.html\", \"Surprise\"]]"))
    #expect(text.contains("surprise 0.8"))
    #expect(text.contains("coins 1.4 1.4"))
    #expect(text.contains("opening 0\\n"))
  }

  @Test func namesEveryTermOnceInOrder() throws {
    let text = String(decoding: SearchIndex.page(try sections()).bytes, as: UTF8.self)
    let terms = try #require(text.split(separator: "\"terms\":\"").last).replacing("\\n", with: "\n")
    let names = terms.split(separator: "\n").map { String($0.split(separator: " ")[0]) }.dropLast()
    #expect(names.count > 10)
    #expect(Array(names) == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(names).count == names.count)
  }
}
