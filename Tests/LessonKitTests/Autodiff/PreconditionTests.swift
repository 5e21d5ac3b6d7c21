import LessonKit
import Testing

/// Misuse stops the program at once instead of giving a wrong number.
@Suite struct PreconditionTests {
  @Test func variablesOfTwoTapesDoNotMeet() async {
    await #expect(processExitsWith: .failure) { _ = Tape().variable(1) + Tape().variable(2) }
  }

  @Test func aComputedEntryKeepsItsValue() async {
    await #expect(processExitsWith: .failure) {
      let sum = Tape().variable(1) + 1
      sum.value = 5
    }
  }

  @Test func onlyANumberHasAGradient() async {
    await #expect(processExitsWith: .failure) { MatrixTape().variable(Matrix([[1, 2]])).backward() }
  }

  @Test func productsNeedFittingShapes() async {
    await #expect(processExitsWith: .failure) { _ = matmul(Matrix([[1, 2]]), Matrix([[1, 2]])) }
  }

  @Test func anOptimizerServesOneModel() async {
    await #expect(processExitsWith: .failure) {
      var momentum = Momentum(learningRate: 0.1)
      var (x, y) = ([1.0], [1.0, 2.0])
      momentum.step(&x, gradient: [1])
      momentum.step(&y, gradient: [1, 1])
    }
  }

  @Test func statesHaveNames() async {
    await #expect(processExitsWith: .failure) { _ = Momentum(learningRate: 0.1).state["m"] }
  }

  @Test func layersMustFit() async {
    await #expect(processExitsWith: .failure) {
      let (a, b) = (DenseLayer(inputs: 2, outputs: 3, activation: .tanh), DenseLayer(inputs: 4, outputs: 1, activation: .tanh))
      _ = Network(layers: [a, b], objective: .meanSquaredError)
    }
  }
}
