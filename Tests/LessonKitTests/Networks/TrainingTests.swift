import LessonKit
import Testing

@Suite struct TrainingTests {
  static let spiral: Dataset = {
    var random = SplitMix64(seed: 7)
    return Dataset.spiral(pointsPerClass: 20, using: &random)
  }()

  static func network(_ seed: UInt64, hidden: Int = 8) -> Network {
    var network = Network(sizes: [2, hidden, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
    var random = SplitMix64(seed: seed)
    network.initializeWeights(.glorotUniform, using: &random)
    return network
  }

  @Test func fullBatchTrainingIsMinimization() {
    var network = Self.network(1, hidden: 4)
    let loss = NetworkLoss(network, on: Self.spiral)
    let trace = minimize(loss, from: network.parameters, with: Momentum(learningRate: 0.1), steps: 10)
    var optimizer = Momentum(learningRate: 0.1)
    let history = network.train(on: Self.spiral, with: &optimizer, epochs: 10)
    #expect(network.parameters == trace.lastPoint)
    #expect(history.training == trace.losses)
    #expect(history.validation.isEmpty)
    #expect(optimizer.state == trace.states[10])
  }

  /// The history is what the network says of itself before the first epoch and after each, to the last bit.
  @Test func theHistoryIsTheLossOfTheNetwork() {
    let (training, validation) = Self.spiral.split(every: 4)
    var network = Self.network(6)
    var stepwise = network
    var optimizer = Adam(learningRate: 0.1)
    var other = optimizer
    let history = network.train(
      on: training, with: &optimizer, epochs: 4, schedule: .constant(0.05), watching: validation)
    var expected = TrainingHistory(training: [stepwise.loss(on: training)], validation: [stepwise.loss(on: validation)])
    for _ in 0..<4 {
      let epoch = stepwise.train(on: training, with: &other, epochs: 1, schedule: .constant(0.05))
      #expect(epoch == TrainingHistory(training: [expected.training.last ?? .nan, stepwise.loss(on: training)]))
      expected.training.append(stepwise.loss(on: training))
      expected.validation.append(stepwise.loss(on: validation))
    }
    #expect(history == expected)
    #expect(network == stepwise)
  }

  @Test func noEpochsLeaveTheFirstLoss() {
    var network = Self.network(7)
    var optimizer = GradientDescent(learningRate: 1)
    let history = network.train(on: Self.spiral, with: &optimizer, epochs: 0)
    #expect(history == TrainingHistory(training: [network.loss(on: Self.spiral)]))
  }

  @Test func theSameSeedGivesTheSameDigits() {
    func run(_ seed: UInt64) -> TrainingHistory {
      var network = Self.network(2)
      var optimizer = Adam(learningRate: 0.05)
      var random = SplitMix64(seed: seed)
      return network.train(on: Self.spiral, batchSize: 16, with: &optimizer, epochs: 3, using: &random)
    }
    #expect(run(5) == run(5))
    #expect(run(5) != run(6))
  }

  @Test func aSmallNetworkLearnsTheSpiral() {
    var network = Self.network(3, hidden: 12)
    var optimizer = Adam(learningRate: 0.05)
    let (training, validation) = Self.spiral.split(every: 5)
    let history = network.train(on: training, with: &optimizer, epochs: 300, watching: validation)
    #expect(history.training.count == 301)
    #expect(history.validation.count == 301)
    #expect(history.training[0] > 0.9)
    #expect(history.training[300] < 0.2)
    #expect(network.accuracy(on: training) > 0.9)
    // CS231n, case study: a linear classifier cannot; it reaches 49 %.
    var linear = Network(sizes: [2, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
    var descent = GradientDescent(learningRate: 1)
    linear.train(on: training, with: &descent, epochs: 200)
    #expect(linear.accuracy(on: training) < 0.7)
  }

  @Test func aScheduleSetsTheRateOfEachStep() {
    var network = Self.network(4)
    let before = network
    var optimizer = GradientDescent(learningRate: 1)
    network.train(on: Self.spiral, with: &optimizer, epochs: 5, schedule: .constant(0))
    #expect(network == before)
    #expect(optimizer.learningRate == 0)
  }

  @Test func batchesOfEverythingAreTheFullBatch() {
    var shuffled = Self.network(5)
    var ordered = shuffled
    var first = GradientDescent(learningRate: 0.1)
    var second = first
    var random = SplitMix64(seed: 1)
    let a = shuffled.train(on: Self.spiral, batchSize: 1000, with: &first, epochs: 2, using: &random)
    let b = ordered.train(on: Self.spiral, with: &second, epochs: 2)
    for (x, y) in zip(a.training, b.training) { #expect(x.isApproximatelyEqual(to: y, relative: 1e-13)) }
  }

  /// A line through exact points has a closed form: slope 2, intercept 1.
  @Test func aLineIsFound() {
    var network = Network(sizes: [1, 1], hidden: .identity, objective: .meanSquaredError)
    var optimizer = GradientDescent(learningRate: 0.1)
    network.train(on: Dataset(inputs: [[0], [1], [2]], targets: [[1], [3], [5]]), with: &optimizer, epochs: 1000)
    #expect(network.parameters[0].isApproximatelyEqual(to: 2, relative: 1e-9))
    #expect(network.parameters[1].isApproximatelyEqual(to: 1, relative: 1e-9))
  }

  @Test func zerosCannotBreakTheTie() {
    var network = Network(sizes: [2, 4, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
    var optimizer = GradientDescent(learningRate: 0.5)
    network.train(on: Self.spiral, with: &optimizer, epochs: 20)
    let rows = (0..<4).map { [network.layers[0].weights[$0, 0], network.layers[0].weights[$0, 1]] }
    #expect(rows.allSatisfy { $0 == rows[0] })
  }
}

@Suite struct InitializationTests {
  @Test func glorotStaysInItsLimit() {
    var network = Network(sizes: [10, 40, 5], hidden: .tanh, objective: .meanSquaredError)
    var random = SplitMix64(seed: 1)
    network.initializeWeights(.glorotUniform, using: &random)
    // Glorot & Bengio (2010), eq. (16): √6/√(10 + 40).
    let limit = 0.34641016151377546
    let largest = network.layers[0].weights.elements.map { abs($0) }.max() ?? 0
    #expect(largest <= limit)
    #expect(largest > 0.98 * limit)
    #expect(network.layers.allSatisfy { $0.biases.allSatisfy { $0 == 0 } })
  }

  @Test(arguments: [WeightInitialization.heNormal, .normal(standardDeviation: 0.1)])
  func normalSchemesHaveTheirDeviation(_ scheme: WeightInitialization) {
    var network = Network(sizes: [50, 200], hidden: .relu, objective: .meanSquaredError)
    var random = SplitMix64(seed: 2)
    network.initializeWeights(scheme, using: &random)
    // He et al. (2015), eq. (10): √(2/50) = 0.2. Ten thousand weights: five standard errors are 3.5 %.
    let expected = scheme == .heNormal ? 0.2 : 0.1
    let deviation = standardDeviation(network.layers[0].weights.elements, of: .population)
    #expect(deviation.isApproximatelyEqual(to: expected, relative: 0.036))
  }
}

@Suite struct DatasetTests {
  /// Without noise the spiral is a closed form: radius i/(n−1), angle 4j + 4i/(n−1).
  @Test func aSpiralWithoutNoise() {
    var random = SplitMix64(seed: 1)
    let data = Dataset.spiral(pointsPerClass: 5, noise: 0, using: &random)
    #expect(data.count == 15)
    #expect(data.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    // numpy: 0.5·sin(6), 0.5·cos(6), and sin(12), cos(12).
    for (own, expected) in zip(data.inputs[7], [-0.13970774909946293, 0.480085143325183]) {
      #expect(own.isApproximatelyEqual(to: expected, relative: 1e-14))
    }
    #expect(data.inputs[14][0].isApproximatelyEqual(to: -0.5365729180004349, relative: 1e-14))
    #expect(data.inputs[14][1].isApproximatelyEqual(to: 0.8438539587324921, relative: 1e-14))
  }

  @Test func noiseTurnsButDoesNotStretch() {
    var random = SplitMix64(seed: 3)
    let data = Dataset.spiral(pointsPerClass: 50, using: &random)
    for (i, point) in data.inputs.enumerated() {
      #expect(norm(point).isApproximatelyEqual(to: Double(i % 50) / 49, relative: 1e-14, absolute: 1e-15))
    }
  }

  @Test func splitsAndSamples() {
    let data = Dataset(inputs: (0..<10).map { [Double($0)] }, labels: (0..<10).map { $0 % 2 }, classes: 2)
    let (training, validation) = data.split(every: 5)
    #expect(validation.inputs == [[4], [9]])
    #expect(training.count == 8)
    #expect(validation.labels == [0, 1])
    #expect(data.samples([3, 1]).inputs == [[3], [1]])
  }
}
