import LessonKit
import Testing

@Suite struct DiagramFigureTests {
  static let graph = DiagramTextTests.backpropagation

  @Test func summaryNamesEveryNumber() {
    #expect(
      Self.graph.summary == """
        Diagram from 3 inputs through 3 boxes. x = 2, gradient 12. w = -3, gradient -8. b = 10, gradient -4. \
        u is * of x and w, value -6, gradient -4. z is + of u and b, value 4, gradient -4. L is (z-6)^2 of z, value 4.
        """)
    #expect(Self.graph.describe("Two multiplied, one added.").summary == "Two multiplied, one added.")
    #expect(Diagram().summary == "Empty diagram.")
  }

  @Test func summaryOfAFlow() {
    let flow = Diagram.flow("", ["tokens", "embed", "softmax"], arrows: ["ids"], captions: ["", "E", "probabilities"])
    #expect(flow.summary == "Flow of 3 steps: tokens, by ids to embed (E), then softmax (probabilities).")
  }

  @Test func tableHasOneRowForEachNode() {
    #expect(
      Self.graph.table.text == """
        Backpropagation: value above the wire, gradient below

        name  operation  from   value   gradient
        x     input               2.0       12.0
        w     input              -3.0       -8.0
        b     input              10.0       -4.0
        u     *          x, w    -6.0       -4.0
        z     +          u, b     4.0       -4.0
        L     (z-6)^2    z        4.0
        """)
  }

  @Test func svgShowsTheSameWords() throws {
    let facts = try #require(XMLFacts(Self.graph.svg))
    for word in ["x =  2.0", "u = -6.0", "-4.0", "(z-6)^2", "L = 4.0", "*"] {
      #expect(facts.texts.contains(word))
    }
    #expect(facts.elements.count { $0.name == "rect" } == 3)
    #expect(facts.elements[0].attributes["aria-label"] == "Backpropagation: value above the wire, gradient below")
    let named = try #require(XMLFacts(Self.graph.svg(id: "c3")))
    #expect(named.elements[0].attributes["aria-labelledby"] == "c3-t")
    #expect(named.elements[0].attributes["aria-describedby"] == "c3-d")
  }

  @Test(arguments: [
    Diagram(), Diagram("a < b & \"c\""), Diagram().node("<y>", "a && b", of: ["\u{1}x"]), Diagram.flow("熵", ["損失"]),
  ])
  func oddDiagramsAreWellFormed(diagram: Diagram) throws {
    let facts = try #require(XMLFacts(diagram.svg))
    #expect(facts.elements.allSatisfy { $0.attributes["style"] == nil && $0.attributes["id"] == nil })
    #expect(diagram.figure.kind == .diagram)
  }
}
