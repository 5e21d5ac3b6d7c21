/// Boxes and wires: a computational graph with the value above each wire and the gradient below it, or a flow of steps.
///
/// ```swift
/// show(
///   Diagram("One neuron")
///     .input("x", value: 2, gradient: 24)
///     .input("w", value: -3, gradient: -16)
///     .node("u", "*", of: ["x", "w"], value: -6, gradient: -8)
///     .node("L", "(u+2)^2", of: ["u"], value: 16))
/// ```
///
/// ```output
/// One neuron
///
///  x =   2.0 ----+
///       24.0     |    +---+   u = -6.0   +---------+
///                +--->| * |------------->| (u+2)^2 |
///  w =  -3.0 ----+    +---+      -8.0    +---------+
///      -16.0                               L = 16.0
/// ```
///
/// A node reads from nodes that come before it, so a graph cannot have a cycle. A source that was not declared becomes an
/// input without a value. The picture has one layer for each step from the inputs and grows to the right with them; wires
/// that join at a `+` enter the box behind it, wires that cross without a `+` do not touch.
public struct Diagram: Sendable, Hashable {
  /// One input, or one box with the wire that leaves it.
  public struct Node: Sendable, Hashable {
    /// The name of the result, unique in the diagram; empty where a flow has no name on its wire.
    public var name: String
    /// What the box says; `nil` for an input, which has no box.
    public var operation: String?
    /// The positions in `nodes` of what the box reads, in order, all smaller than this node's.
    public var sources: [Int]
    /// The result of the forward pass.
    public var value: Double?
    /// The derivative of the last result by this one.
    public var gradient: Double?
    /// Words under the box.
    public var caption: String
  }

  /// The caption of the figure, or an empty text.
  public var title: String
  /// The nodes, sources before those that read them.
  public private(set) var nodes: [Node] = []
  /// How values and gradients are written.
  public var format: NumberFormat = .shortest
  /// The author's own words in place of the computed summary.
  public var spokenDescription: String?

  /// An empty diagram.
  public init(_ title: String = "") { self.title = title }

  /// A row of boxes with arrows between them: `arrows[i]` stands on the arrow behind box i, `captions[i]` under box i.
  ///
  /// ```swift
  /// show(Diagram.flow("One step", ["model", "loss"], arrows: ["prediction"], captions: ["w, b"]))
  /// ```
  ///
  /// ```output
  /// One step
  ///
  /// +-------+   prediction   +------+
  /// | model |--------------->| loss |
  /// +-------+                +------+
  ///   w, b
  /// ```
  public static func flow(
    _ title: String, _ boxes: [String], arrows: [String] = [], captions: [String] = []
  ) -> Diagram {
    var diagram = Diagram(title)
    for (index, box) in boxes.enumerated() {
      diagram.nodes.append(
        Node(
          name: index < arrows.count && index < boxes.count - 1 ? arrows[index] : "", operation: box,
          sources: index > 0 ? [index - 1] : [], caption: index < captions.count ? captions[index] : ""))
    }
    return diagram
  }

  /// Adds something the graph starts from: data, a weight, a bias.
  public func input(_ name: String, value: Double? = nil, gradient: Double? = nil) -> Diagram {
    adding(Node(name: name, sources: [], value: value, gradient: gradient, caption: ""))
  }

  /// Adds a box that computes `name` from `sources`.
  public func node(
    _ name: String, _ operation: String, of sources: [String], value: Double? = nil, gradient: Double? = nil,
    caption: String = ""
  ) -> Diagram {
    var diagram = self
    var indices: [Int] = []
    for source in sources {
      if diagram.nodes.lastIndex(where: { $0.name == source }) == nil { diagram = diagram.input(source) }
      if let index = diagram.nodes.lastIndex(where: { $0.name == source }) { indices.append(index) }
    }
    return diagram.adding(
      Node(name: name, operation: operation, sources: indices, value: value, gradient: gradient, caption: caption))
  }

  /// Writes all numbers in this format.
  public func numbers(_ format: NumberFormat) -> Diagram {
    var copy = self
    copy.format = format
    return copy
  }

  /// Replaces the computed summary by the author's own words.
  public func describe(_ words: String) -> Diagram {
    var copy = self
    copy.spokenDescription = words
    return copy
  }

  private func adding(_ node: Node) -> Diagram {
    var copy = self
    copy.nodes.append(node)
    return copy
  }
}
