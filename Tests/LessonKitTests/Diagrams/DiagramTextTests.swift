import LessonKit
import Testing

@Suite struct DiagramTextTests {
  /// CHARTS.md, section 6. The numbers are those of L = (x w + b - 6)^2 at x = 2, w = -3, b = 10, worked by hand.
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

  @Test func fullyConnected() {
    let d = Diagram().node("h1", "tanh", of: ["i1", "i2"]).node("h2", "tanh", of: ["i1", "i2"])
      .node("o1", "tanh", of: ["h1", "h2"]).node("o2", "tanh", of: ["h1", "h2"])
    print(d.text)
    print(Diagram.flow("Flow", ["tokens", "embed", "softmax"], arrows: ["ids", ""], captions: ["", "W", "probabilities"]))
    print(Diagram().input("x", value: 3).node("y", "square", of: ["x"], value: 9))
    print(Diagram().input("x", value: 3).node("y", "*", of: ["x", "x"], value: 9, gradient: 1))
    print(Diagram().node("a","f",of:["x"]).node("b","g",of:["a","x"]).node("c","h",of:["b","x", "a"], caption: "last"))
    print(Diagram().node("a","*",of:["x", "y"]).node("b","*",of:["y","z"]).node("c","+",of:["a","b"]))
  }
}
