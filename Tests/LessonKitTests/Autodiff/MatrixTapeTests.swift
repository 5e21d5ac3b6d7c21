import LessonKit
import Testing

@Suite struct MatrixTapeTests {
  static func random(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix {
    var random = SplitMix64(seed: seed)
    return Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in random.uniform(in: -1..<1) })
  }

  struct Layer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (MatrixVariable) -> MatrixVariable
  }

  static let layers = [
    Layer(testDescription: "sigmoid") { $0.sigmoid() }, Layer(testDescription: "tanh") { $0.tanh() },
    Layer(testDescription: "relu") { $0.relu() }, Layer(testDescription: "square") { $0 * $0 },
    Layer(testDescription: "scaled difference") { 3 * $0 - $0.tanh() },
  ]

  /// A two-layer network with bias and cross-entropy; its parameters are entries of one vector.
  static func loss(
    _ parameters: [Double], _ activation: (MatrixVariable) -> MatrixVariable
  ) -> (loss: MatrixVariable, inputs: [MatrixVariable]) {
    let tape = MatrixTape()
    let x = tape.variable(random(5, 2, 1))
    let shapes = [(2, 4), (1, 4), (4, 3), (1, 3)]
    var offset = 0
    var inputs: [MatrixVariable] = []
    for (rows, columns) in shapes {
      let end = offset + rows * columns
      inputs.append(tape.variable(Matrix(rows: rows, columns: columns, elements: Array(parameters[offset..<end]))))
      offset = end
    }
    let hidden = activation(matmul(x, inputs[0]) + inputs[1])
    return (softmaxCrossEntropy(matmul(hidden, inputs[2]) + inputs[3], labels: [0, 2, 1, 1, 0]), inputs)
  }

  @Test(arguments: layers) func gradientEqualsCentralDifferences(_ layer: Layer) {
    let point = Self.random(1, 27, 9).elements
    let check = gradientCheck(
      of: { Self.loss($0, layer.apply).loss.value[0, 0] },
      gradient: {
        let (loss, inputs) = Self.loss($0, layer.apply)
        loss.backward()
        return inputs.flatMap { $0.gradient.elements }
      }, at: point)
    #expect(check.passes(tolerance: 1e-8), "\(check)")
  }

  /// Second way: the same network on the scalar tape.
  @Test func matrixAndScalarTapeAgree() {
    let x = Self.random(3, 2, 4)
    let w = Self.random(2, 2, 5)
    let tape = MatrixTape()
    let weights = tape.variable(w)
    mean(matmul(tape.variable(x), weights).sigmoid()).backward()
    let scalar = gradient(
      of: { p in
        mean((0..<3).flatMap { i in (0..<2).map { j in (x[i, 0] * p[j] + x[i, 1] * p[2 + j]).sigmoid() } })
      }, at: w.elements)
    for (a, b) in zip(weights.gradient.elements, scalar) { #expect(a.isApproximatelyEqual(to: b, relative: 1e-14)) }
  }

  /// CS231n, "Linear classification", softmax figure: scores −2.85, 0.86, 0.28, class 2, loss 1.04. More digits and the
  /// probabilities from mpmath.
  @Test func softmaxCrossEntropyAndItsGradient() {
    let tape = MatrixTape()
    let scores = tape.variable(Matrix([[-2.85, 0.86, 0.28]]))
    let loss = softmaxCrossEntropy(scores, labels: [2])
    loss.backward()
    #expect(Published("loss", loss.value[0, 0], "1.04").agrees)
    #expect(loss.value[0, 0].isApproximatelyEqual(to: 1.0401905694301083, relative: 1e-15))
    let expected = [0.015449315676073601, 0.63116335360470873, 0.35338733071921767 - 1]
    for (own, value) in zip(scores.gradient.elements, expected) {
      #expect(own.isApproximatelyEqual(to: value, relative: 1e-14))
    }
  }

  @Test func softmaxCrossEntropyIsStableAndShiftInvariant() {
    let tape = MatrixTape()
    let loss = softmaxCrossEntropy(tape.variable(Matrix([[1000, 0, -1000]])), labels: [2])
    #expect(loss.value[0, 0] == 2000)
    let a = softmaxCrossEntropy(tape.variable(Matrix([[1, 2, 3]])), labels: [0]).value[0, 0]
    let b = softmaxCrossEntropy(tape.variable(Matrix([[101, 102, 103]])), labels: [0]).value[0, 0]
    #expect(a.isApproximatelyEqual(to: b, relative: 1e-14))
  }

  /// S0-25 of the course's list: the derivative by a 2×3 matrix is the array of its six ordinary partials.
  @Test func theGradientOfAMatrixIsItsPartials() {
    let w = Self.random(2, 3, 6)
    func loss(_ elements: [Double], _ tape: MatrixTape) -> (MatrixVariable, MatrixVariable) {
      let weights = tape.variable(Matrix(rows: 2, columns: 3, elements: elements))
      let output = matmul(tape.variable(Matrix([[0.5, -1.5]])), weights).tanh()
      return (sum(output * output), weights)
    }
    let (output, weights) = loss(w.elements, MatrixTape())
    output.backward()
    #expect(weights.gradient.rows == 2)
    #expect(weights.gradient.columns == 3)
    let numeric = numericalGradient(of: { loss($0, MatrixTape()).0.value[0, 0] }, at: w.elements)
    for (a, b) in zip(weights.gradient.elements, numeric) {
      #expect(a.isApproximatelyEqual(to: b, relative: 1e-8, absolute: 1e-9))
    }
  }

  @Test func gradientsAccumulateAndTheTapeRewinds() {
    let tape = MatrixTape()
    let x = tape.variable(Matrix([[1, -2], [3, 0.5]]))
    let mark = tape.count
    let y = sum(x * x)
    y.backward()
    y.backward()
    #expect(x.gradient == x.value.map { 4 * $0 })
    tape.zeroGradients()
    #expect(x.gradient == x.value.map { _ in 0 })
    tape.rewind(to: mark)
    x.value = x.value.map { $0 + 1 }
    mean(x).backward()
    #expect(x.gradient == Matrix(rows: 2, columns: 2, repeating: 0.25))
  }
}

@Suite struct MatrixTests {
  /// numpy: np.array([[1,2],[3,4],[5,6]]) @ np.array([[7,8,9],[10,11,12]]).
  @Test func product() {
    let product = matmul(Matrix([[1, 2], [3, 4], [5, 6]]), Matrix([[7, 8, 9], [10, 11, 12]]))
    #expect(product == Matrix([[27, 30, 33], [61, 68, 75], [95, 106, 117]]))
  }

  @Test func transposeReversesAProduct() {
    let a = MatrixTapeTests.random(3, 4, 1)
    let b = MatrixTapeTests.random(4, 2, 2)
    let left = matmul(a, b).transposed
    let right = matmul(b.transposed, a.transposed)
    #expect(left == right)
    #expect(a.transposed.transposed == a)
  }

  @Test func columnsAndText() {
    let a = Matrix([[1, 2], [3, 4]])
    #expect(a.columnSums == Matrix([[4, 6]]))
    #expect(a.description == "[1.0, 2.0]\n[3.0, 4.0]")
    #expect(Matrix([]).elements.isEmpty)
  }
}
