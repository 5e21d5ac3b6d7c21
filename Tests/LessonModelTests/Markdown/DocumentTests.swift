import LessonModel
import Testing

@Suite("The tree of a lesson")
struct DocumentTests {
  private func words(_ text: String) -> DocumentBlock { DocumentBlock(.paragraph([.text(text)]), range: 0..<0) }

  /// Every kind of block that holds others, and one that holds text in several places.
  private var document: [DocumentBlock] {
    let row = DocumentTable.Row(cells: [[.text("e")], [.strong([.text("f")])]], range: 0..<0)
    let callout = Callout(
      kind: .claim, number: 1, exercise: nil, level: 2, range: 0..<0, markerRange: 0..<0, title: [.text("a")],
      content: [
        words("b"),
        DocumentBlock(
          .list(.init(firstNumber: 1, isTight: true, items: [.init(isTicked: nil, blocks: [words("c")])])), range: 0..<0),
      ], depth: 0)
    return [
      DocumentBlock(.callout(callout), range: 0..<0), DocumentBlock(.quotation([words("d")]), range: 0..<0),
      DocumentBlock(.table(DocumentTable(alignments: [], header: row, rows: [row])), range: 0..<0),
      DocumentBlock(.footnote([words("g")]), range: 0..<0),
    ]
  }

  @Test func isWalkedFromTopToBottom() {
    var text = ""
    document.walkInlines { if case .text(let part) = $0 { text += part } }
    #expect(text == "abcdefefg")
    #expect(document.callouts.map(\.kind) == [.claim])
  }

  @Test func isChangedWithoutLosingAnything() {
    func same(_ blocks: [DocumentBlock]) -> [DocumentBlock] { blocks.map { $0.mappingChildren(same) } }
    #expect(same(document) == document)
    func bare(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
      blocks.compactMap { block in
        if case .paragraph = block.kind { return nil }
        return block.mappingChildren(bare)
      }
    }
    var text = ""
    bare(document).walkInlines { if case .text(let part) = $0 { text += part } }
    #expect(text == "aefef")
  }

  @Test func aClaimIsAboutItsFirstList() throws {
    let question = try #require(document.callouts.first?.question)
    #expect(Array(question.before) == [words("b")])
    #expect(question.list.items.map(\.label) == [[.text("c")]])
    #expect(question.after.isEmpty)
  }

  @Test func plainTextIsWhatAReaderReads() {
    let formula = Formula(key: FormulaKey(tex: "x^2", isDisplay: false), offsets: [0, 1, 2, 3])
    let citation = Citation(items: [], text: "[@a]", range: 0..<4)
    let link = Link(destination: "u", title: "t", content: [.text("link")], offset: 0)
    let inlines: [Inline] = [
      .text("a"), .softBreak, .code("b"), .lineBreak, .formula(formula), .citation(citation), .link(link), .image(link),
      .html(RawHTML(text: "<br>", offset: 0)), .noteReference("1"), .emphasis([.strong([.strikethrough([.text("c")])])]),
    ]
    #expect(inlines.plainText == "a b x^2[@a]linklinkc")
  }

  @Test(arguments: [(0, 100), (3, 103), (4, 200), (5, 201), (9, 205)])
  func placesInTextWithoutMarksLeadToTheFile(offset: Int, place: Int) {
    let text = PlacedText(text: "abc\nde\n", lineOffsets: [100, 200], lineStarts: [0, 4])
    #expect(text.sourceOffset(of: offset) == place)
  }

  @Test func noTextStandsNowhere() {
    #expect(PlacedText(text: "", lineOffsets: [], lineStarts: []).sourceOffset(of: 0) == 0)
  }

  @Test(arguments: [("swift {a}", "swift"), ("", ""), ("  math x", "math")]) func languages(info: String, language: String) {
    #expect(CodeBlock(info: info, literal: "", fence: nil).language == language)
  }
}
