#if !IN_ONE_MODULE_WITH_THE_KIT
import LessonKit
#endif

/// What the kit computes and draws: made natively by the test and again in WebAssembly, where both must agree.
///
/// This file is compiled twice, once as a part of the tests and once as Embedded Swift together with the kit's sources, so
/// it uses the kit and the standard library alone.
struct KitReport {
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var numbers: [(name: String, value: Double)] = []

  init() {
    addCharts()
    addOtherFigures()
    addInformation()
    addLosses()
    addRandomNumbers()
    addGradients()
    addOptimizers()
    addData()
    addComputedLiterals()
  }

  private mutating func add(_ name: String, _ text: String) { texts.append((name, text)) }

  private mutating func add(_ name: String, _ values: [Double]) {
    for (index, value) in values.enumerated() { numbers.append(("\(name) \(index)", value)) }
  }

  private mutating func add(_ name: String, _ chart: Chart) {
    add(name, chart.text)
    add("\(name), words", chart.summary)
    add("\(name), table", chart.table.text)
    add("\(name), SVG", chart.svg)
  }

  private mutating func addComputedLiterals() {
    add("computed literals", [sigmoid(2 + 2), leakyRelu(1 - 3, slope: 1 / 4), mean([1, 2 + 1]), Reduction.sum([1, 2 + 1])])
    add("computed scores", softmax([1, 2 + 1, 3]))
    let single: Float = sigmoid(2 + 2)
    add("beside a Float", [Double(single), binaryCrossEntropy(1 / 2, target: 1)])
  }

  private mutating func addData() {
    guard let csv = try? CSV("kind,height\r\noak,21.5\r\n\"pine, red\",0.1234567890123456789\r\n"),
      let kinds = try? csv.strings("kind"), let heights = try? csv.doubles("height")
    else { return }
    add("heights", heights)
    let rows: [[Cell]] = kinds.indices.map { [Cell(kinds[$0]), Cell($0), Cell(heights[$0])] }
    add("trees", Table("Trees", columns: ["kind", "n", "height"], rows: rows).text)
    add("columns", Table("Trees", CellColumn("kind", kinds), CellColumn("height", heights, .fixed(3))).text)
    if case .failure(let error) = Result(catching: { () throws(CSVError) in try csv.ints("height") }) {
      add("error", error.description)
    }
  }

  private mutating func addCharts() {
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    add(
      "sigmoid",
      Chart("Sigmoid").line(sigmoid, over: -6...6, "sigmoid").line({ sigmoid($0) * (1 - sigmoid($0)) }, over: -6...6, "slope"))
    add("log axis", Chart("Decay").line((0...50).map { exp(-0.3 * Double($0)) }, "loss").x("step").y("loss", .log))
    add("crossing", Chart("Waves").line({ sin($0) }, over: 0...7, "sin").line({ cos($0) }, over: 0...7, "cos"))
    add("points", Chart("Points").points((0..<40).map { (sin(Double($0)), cos(1.3 * Double($0))) }, "a").rule(y: 0))
    add("bars", Chart("Bars").bars(["cat": 0.42, "dog": 0.27, "ant": -0.05]))
    var random = SplitMix64(seed: 3)
    add("histogram", Chart("Draws").histogram((0..<500).map { _ in random.normal() }).x("value"))
    add("matrix", Chart("Matrix").matrix([[1, 0.25], [0.5, 2]], rows: ["a", "b"]))
    add(
      "contour",
      Chart("Contour").contour({ $0 * $0 + 10 * $1 * $1 }, x: -5...5, y: -2...2, at: [1, 4, 10, 20, 40])
        .path([(-4, 1.75), (-3.36, -1.05), (-2.8224, 0.63)]))
    add("boxes", Chart("Boxes").box(["a": [1, 2, 3, 4, 20], "b": [3, 4, 4, 5]]))
    add("error bars", Chart("Errors").errorBars([(0, 1, 1.5, 2), (1, 1.5, 2, 3)], "m"))
    add("band", Chart("Band").band(from: { $0 - 1 }, to: { $0 + exp(-$0) }, over: 0...3, "interval"))
    add("steps", Chart("Steps").step([1, 3, 2, 5]).label("here", x: 2, y: 2))
    add("gaps", Chart("Gaps 損失").line([1, .nan, 3, .infinity, 2]).x("エポック"))
    add("blocks", Chart("Blocks").line({ exp(-$0 * $0) }, over: -3...3).glyphs(.blocks))
    add("braille", Chart("Braille").line({ exp(-$0 * $0) }, over: -3...3).glyphs(.braille))
    add("empty", Chart("Empty").line([Double]()))
  }

  private mutating func addOtherFigures() {
    let graph = Diagram("One neuron").input("x", value: 2, gradient: 12).input("w", value: -3, gradient: -8)
      .node("u", "*", of: ["x", "w"], value: -6, gradient: -4).node("L", "(u+2)^2", of: ["u"], value: 16)
    add("graph", graph.text)
    add("graph, words", graph.summary)
    add("graph, SVG", graph.svg)
    let spark = sparkline((0..<60).map { exp(-0.2 * Double($0)) }, scale: .log)
    add(
      "table",
      Table("Runs", columns: ["run", "loss", "last"], rows: [["a", .text(spark), .number(exp(-11.8), .significant(3))]]).text)
    add("widths", "熵 👩‍👩‍👧 e\u{301}".padded(to: 12, .trailing) + "交叉熵".truncated(to: 5))
    add("numbers", "\(fixed(0.125, 2)) \(scientific(299_792_458, 3)) \(significant(0.8112781244591328, 4)) \(0.1 + 0.2)")
  }

  private mutating func addInformation() {
    let (p, q) = ([0.5, 0.25, 0.125, 0.125], [0.25, 0.25, 0.25, 0.25])
    for base in [LogarithmBase.bits, .nats] {
      add(
        "information in \(base == .bits ? "bits" : "nats")",
        [
          entropy(p, in: base), crossEntropy(p, q, in: base), klDivergence(p, q, in: base), klDivergence(q, p, in: base),
          jensenShannonDivergence(p, q, in: base), binaryEntropy(0.3, in: base), selfInformation(0.1, in: base),
          mutualInformation([[0.3, 0.1], [0.2, 0.4]], in: base),
        ])
    }
    add(
      "distances",
      [totalVariation(p, q), hellingerDistance(p, q), perplexity(p), expectedCodeLength(p, lengths: huffmanCodeLengths(p))])
  }

  private mutating func addLosses() {
    let (scores, target) = ([2.0, -1, 0.5], oneHot(0, count: 3))
    let entropy = CategoricalCrossEntropyFromLogits()
    add("softmax", softmax(scores))
    add("softmax at 1000", softmax([1000, 999, 998]))
    add("cross-entropy", [entropy.value(scores, target: target)] + entropy.gradient(scores, target: target))
    add("from logits", [-1000, -1, 0, 30].map { BinaryCrossEntropyFromLogits().value($0, target: 1) })
    for (name, values) in [
      ("log-cosh", [0.1, 3, -20].map { LogCosh().value($0, target: 0) }),
      ("Huber", [0.1, 3, -20].map { Huber(delta: 1).value($0, target: 0) }),
      ("focal", [0.1, 0.6, 0.99].map { Focal(gamma: 2).value($0, target: 1) }),
    ] {
      add(name, values)
    }
  }

  private mutating func addRandomNumbers() {
    var random = SplitMix64(seed: 1)
    let uniform = (0..<100).map { _ in random.uniform() }
    let normal = (0..<100).map { _ in random.normal() }
    add("uniform", Array(uniform.prefix(8)))
    add("normal", Array(normal.prefix(8)))
    add(
      "sums", [naiveSum(uniform), pairwiseSum(uniform), kahanSum(uniform), neumaierSum(uniform), mean(normal), median(normal)])
  }

  private mutating func addGradients() {
    let result = valueAndGradient(
      of: { x in (1 + (x[0] * x[1]).exp()).log() + x[2].tanh() * x[0].sqrt() + (x[1] - x[2]).sigmoid() }, at: [1.5, -0.5, 0.25])
    add("tape", [result.value] + result.gradient)
    var network = TwoTwoTwoNetwork.mazur
    add("one pass", network.gradients(.mazur).values)
    let losses = network.train(.mazur, learningRate: 0.5, steps: 100)
    add("a hundred steps", [losses[1], losses[100]] + network.parameters.values)
  }

  private mutating func addOptimizers() {
    let valley = QuadraticBowl(coefficients: [0.1, 2])
    add("descent", minimize(valley, from: [-5, -2], with: GradientDescent(learningRate: 0.4), steps: 20).lastPoint)
    add("momentum", minimize(valley, from: [-5, -2], with: Momentum(learningRate: 0.1), steps: 20).lastPoint)
    add("Adam", minimize(valley, from: [-5, -2], with: Adam(learningRate: 0.1), steps: 20).lastPoint)
    add("Rosenbrock", minimize(Rosenbrock(), from: [-1.2, 1], with: Adam(learningRate: 0.01), steps: 20).lastPoint)
  }
}
