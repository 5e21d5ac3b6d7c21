import LessonKit
import Testing

@Suite struct DiagramTextTests {
  /// Drawn by hand before the code. The numbers are those of L = (x w + b - 6)^2 at x = 2, w = -3, b = 10, worked by hand.
  static let backpropagation = Diagram("Backpropagation: value above the wire, gradient below")
    .input("x", value: 2, gradient: 12)
    .input("w", value: -3, gradient: -8)
    .input("b", value: 10, gradient: -4)
    .node("u", "*", of: ["x", "w"], value: -6, gradient: -4)
    .node("z", "+", of: ["u", "b"], value: 4, gradient: -4)
    .node("L", "(z-6)^2", of: ["z"], value: 4)

  @Test func targetPicture() {
    #expect(
      Self.backpropagation.text == """
        Backpropagation: value above the wire, gradient below

         x =  2.0 ----+
             12.0     |    +---+   u = -6.0
                      +--->| * |------------+
         w = -3.0 ----+    +---+      -4.0  |    +---+   z = 4.0   +---------+
             -8.0                           +--->| + |------------>| (z-6)^2 |
         b = 10.0 --------------------------+    +---+      -4.0   +---------+
             -4.0                                                    L = 4.0
        """)
  }

  /// Drawn by hand from the rules: what reads the same shares one bus, however many boxes a layer has.
  @Test func fullyConnectedLayers() {
    let network = Diagram().node("h1", "tanh", of: ["i1", "i2"]).node("h2", "tanh", of: ["i1", "i2"])
      .node("o1", "sigmoid", of: ["h1", "h2"]).node("o2", "sigmoid", of: ["h1", "h2"])
    #expect(
      network.text == """
         i1 ----+
                |    +------+   h1
                +--->| tanh |------+
         i2 ----+    +------+      |    +---------+
                |                  +--->| sigmoid |
                |    +------+   h2 |    +---------+
                +--->| tanh |------+      o1
                     +------+      |
                                   |    +---------+
                                   +--->| sigmoid |
                                        +---------+
                                          o2
        """)
  }

  /// From the rule, and looked at: what branches stands halfway between its branches.
  @Test func treeStandsInItsMiddle() {
    let tree = Diagram().input("q").node("r", "a", of: ["q"]).node("s", "b", of: ["q"]).node("1", "c", of: ["s"])
      .node("2", "d", of: ["s"]).node("3", "e", of: ["s"])
    #expect(
      tree.text == """
                    +---+
               +--->| a |
               |    +---+
               |      r
               |
               |                   +---+
         q ----+              +--->| c |
               |              |    +---+
               |              |      1
               |              |
               |    +---+   s |    +---+
               +--->| b |-----+--->| d |
                    +---+     |    +---+
                              |      2
                              |
                              |    +---+
                              +--->| e |
                                   +---+
                                     3
        """)
  }

  @Test func flow() {
    let flow = Diagram.flow(
      "Next token", ["tokens", "embed", "softmax"], arrows: ["ids"], captions: ["", "E", "probabilities"])
    #expect(
      flow.text == """
        Next token

        +--------+   ids   +-------+      +---------+
        | tokens |-------->| embed |----->| softmax |
        +--------+         +-------+      +---------+
                               E          probabilities
        """)
  }

  @Test(arguments: [
    (Diagram(), ""),
    (Diagram("Alone"), "Alone\n\n"),
    (Diagram().input("x", value: 1), " x = 1.0"),
    (Diagram().input("x", value: 1, gradient: 0.5), " x = 1.0\n     0.5"),
    (Diagram.flow("", ["one"]), "+-----+\n| one |\n+-----+"),
    (Diagram.flow("", []), ""),
    (
      Diagram().input("x", value: 3).node("y", "square", of: ["x"], value: 9, gradient: 1).numbers(.significant(3)),
      "            +--------+\n x = 3 ---->| square |\n            +--------+\n              y = 9\n                  1"
    ),
    (Diagram().input("損失", value: 3).input("x"), " 損失 = 3.0\n\n    x"),
  ])
  func small(diagram: Diagram, expected: String) {
    #expect(diagram.text == expected)
  }

  @Test func wiresPassAboveTheBoxesThatDoNotReadThem() {
    let graph = Diagram().node("a", "f", of: ["x"]).node("b", "g", of: ["a", "x"]).node(
      "c", "h", of: ["b", "x"], caption: "end")
    #expect(
      graph.text == """
         x ----+--------------+--------------+    +---+
               |    +---+   a |    +---+   b +--->| h |
               +--->| f |-----+--->| g |-----+    +---+
                    +---+          +---+            c
                                                   end
        """)
  }

  /// Random graphs: no line ends in a space, each box is drawn whole, and no node is lost.
  @Test func randomGraphsKeepTheirBoxesWhole() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var graph = Diagram()
      let inputs = Int.random(in: 1...4, using: &random)
      var names = (0..<inputs).map { "x\($0)" }
      for name in names { graph = graph.input(name, value: 1, gradient: -1) }
      for box in 0..<Int.random(in: 1...7, using: &random) {
        let sources = (0..<Int.random(in: 1...3, using: &random)).map { _ in names.randomElement(using: &random) ?? "x0" }
        graph = graph.node("b\(box)", "box\(box)", of: sources, value: 0.5, gradient: 0.25)
        names.append("b\(box)")
      }
      let text = graph.text
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines { #expect(line.last != " ") }
      for node in graph.nodes {
        if let operation = node.operation { #expect(text.contains("| \(operation) |"), "\(text)") }
        #expect(text.contains("\(node.name) = "), "\(text)")
      }
      let corners = text.components("+------+")
      #expect(corners == 2 * graph.nodes.count { $0.operation != nil }, "\(text)")
    }
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
