import LessonKit
import Testing

@Suite struct NetworkTests {
  static let samples = Dataset(
    inputs: [[0.5, -1], [1.5, 0.25], [-0.75, 2], [0, 0.1]], labels: [0, 2, 1, 2], classes: 3)

  static func random(
    _ hidden: DenseLayer.Activation, _ objective: Network.Objective, output: DenseLayer.Activation = .identity
  ) -> Network {
    var network = Network(sizes: [2, 4, 3], hidden: hidden, output: output, objective: objective)
    var generator = SplitMix64(seed: 11)
    network.parameters = network.parameters.map { _ in generator.uniform(in: -1..<1) }
    return network
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    let hidden: DenseLayer.Activation
    let objective: Network.Objective
    var testDescription: String { "\(hidden), \(objective)" }
  }

  static let kinds = DenseLayer.Activation.allCases.flatMap { hidden in
    Network.Objective.allCases.map { Kind(hidden: hidden, objective: $0) }
  }

  @Test(arguments: kinds) func gradientEqualsCentralDifferences(_ kind: Kind) {
    let network = Self.random(kind.hidden, kind.objective, output: kind.objective == .meanSquaredError ? .tanh : .identity)
    let loss = NetworkLoss(network, on: Self.samples)
    let check = gradientCheck(of: { loss($0) }, gradient: { loss.gradient(at: $0) }, at: network.parameters)
    #expect(check.entries.count == 27)
    #expect(check.passes(tolerance: 1e-8), "\(check)")
  }

  /// Second way: the same network on the matrix tape.
  @Test func gradientEqualsTheMatrixTapes() {
    let network = Self.random(.tanh, .softmaxCrossEntropy)
    let tape = MatrixTape()
    let w1 = tape.variable(network.layers[0].weights.transposed)
    let b1 = tape.variable(Matrix([network.layers[0].biases]))
    let w2 = tape.variable(network.layers[1].weights.transposed)
    let b2 = tape.variable(Matrix([network.layers[1].biases]))
    let hidden = (matmul(tape.variable(Matrix(Self.samples.inputs)), w1) + b1).tanh()
    let loss = softmaxCrossEntropy(matmul(hidden, w2) + b2, labels: Self.samples.labels)
    loss.backward()
    let own = network.valueAndGradient(on: Self.samples)
    let tapes =
      w1.gradient.transposed.elements + b1.gradient.elements + w2.gradient.transposed.elements + b2.gradient.elements
    #expect(own.value.isApproximatelyEqual(to: loss.value[0, 0], relative: 1e-14))
    for (a, b) in zip(own.gradient, tapes) { #expect(a.isApproximatelyEqual(to: b, relative: 1e-12, absolute: 1e-15)) }
  }

  /// Second way: the general network with sigmoid layers and half squares is the network of the backpropagation lesson.
  @Test func mazursNetworkIsOneOfThem() {
    let p = TwoTwoTwoNetwork.mazur.parameters
    let network = Network(
      layers: [
        DenseLayer(weights: Matrix([[p.w1, p.w2], [p.w3, p.w4]]), biases: [p.b1, p.b2], activation: .sigmoid),
        DenseLayer(weights: Matrix([[p.w5, p.w6], [p.w7, p.w8]]), biases: [p.b3, p.b4], activation: .sigmoid),
      ], objective: .halfSquaredError)
    let data = Dataset(inputs: [[0.05, 0.10]], targets: [[0.01, 0.99]])
    let own = network.valueAndGradient(on: data)
    let g = TwoTwoTwoNetwork.mazur.gradients(.mazur)
    #expect(Published("E total", own.value, "0.298371109").agrees)
    let expected = [g.w1, g.w2, g.w3, g.w4, g.b1, g.b2, g.w5, g.w6, g.w7, g.w8, g.b3, g.b4]
    for (a, b) in zip(own.gradient, expected) { #expect(a.isApproximatelyEqual(to: b, relative: 1e-14)) }
  }

  /// CS231n, "Minimal neural network case study": "we expect the loss to be ... -log(1/3) = 1.098612..." for three classes.
  @Test func zerosGiveTheLossOfAGuess() {
    let network = Network(sizes: [2, 4, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
    #expect(network.loss(on: Self.samples).isApproximatelyEqual(to: 1.09861228866811, relative: 1e-14))
    #expect(network.predict([3, 4]).allSatisfy { $0.isApproximatelyEqual(to: 1.0 / 3, relative: 1e-15) })
  }

  @Test func parametersGoInAndOut() {
    var network = Self.random(.relu, .meanSquaredError)
    let values = (0..<27).map { Double($0) }
    network.parameters = values
    #expect(network.parameters == values)
    #expect(network.layers[0].weights == Matrix([[0, 1], [2, 3], [4, 5], [6, 7]]))
    #expect(network.layers[0].biases == [8, 9, 10, 11])
    #expect(network.layers[1].weights[2, 3] == 23)
    #expect(network.layers[1].biases == [24, 25, 26])
  }

  @Test func objectivesByHand() {
    // Uniform probabilities 1/2 against (1, 0): cross-entropy ln 2, squared error (1/4 + 1/4)/2.
    let z = [0.0, 0.0]
    let t = [1.0, 0.0]
    func value(_ objective: Network.Objective) -> ValueAndGradient { objective.valueAndGradient(outputs: z, targets: t) }
    #expect(value(.softmaxCrossEntropy).value.isApproximatelyEqual(to: 0.6931471805599453, relative: 1e-15))
    #expect(value(.softmaxCrossEntropy).gradient == [-0.5, 0.5])
    #expect(value(.softmaxSquaredError).value == 0.25)
    #expect(value(.softmaxSquaredError).gradient == [-0.25, 0.25])
    #expect(value(.meanSquaredError).value == 0.5)
    #expect(value(.meanSquaredError).gradient == [-1, 0])
    #expect(value(.halfSquaredError).value == 0.5)
    #expect(value(.halfSquaredError).gradient == [-1, 0])
  }

  @Test func aWrongScoreOfAThousandHasAFiniteLoss() {
    let result = Network.Objective.softmaxCrossEntropy.valueAndGradient(outputs: [1000, -1000], targets: [0, 1])
    #expect(result.value == 2000)
    #expect(result.gradient == [1, -1])
  }

  @Test func evaluationCounts() {
    var network = Network(sizes: [1, 2], hidden: .tanh, objective: .softmaxCrossEntropy)
    network.parameters = [-1, 1, 0, 0]  // class 1 for a positive input
    let data = Dataset(inputs: [[-2], [-1], [1], [2]], labels: [0, 1, 1, 1], classes: 2)
    #expect(network.accuracy(on: data) == 0.75)
    #expect(network.confusion(on: data) == [[1, 0], [1, 2]])
    #expect(network.classify([5]) == 1)
  }
}
