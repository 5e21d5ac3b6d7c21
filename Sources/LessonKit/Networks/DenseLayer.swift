/// A fully connected layer: a = φ(W·x + b).
///
/// ```swift
/// let layer = DenseLayer(weights: Matrix([[1, 2], [3, 4]]), biases: [0.5, -20], activation: .relu)
/// layer([1, 1])  // => [3.5, 0.0]
/// ```
///
/// W has a row for each output and a column for each input.
public struct DenseLayer: Sendable, Equatable {
  /// The function φ that is applied to every weighted sum.
  public enum Activation: Sendable, Equatable, CaseIterable {
    /// φ(z) = z.
    case identity
    /// φ(z) = 1/(1+e⁻ᶻ).
    case sigmoid
    /// φ(z) = tanh z.
    case tanh
    /// φ(z) = max(0, z).
    case relu
  }

  /// W, outputs × inputs.
  public var weights: Matrix
  /// b, one for each output.
  public var biases: [Double]
  /// φ.
  public let activation: Activation

  /// Makes a layer.
  ///
  /// - Precondition: there is a bias for each row of the weights.
  public init(weights: Matrix, biases: [Double], activation: Activation) {
    precondition(weights.rows == biases.count, "a layer has a row of weights and a bias for each output")
    self.weights = weights
    self.biases = biases
    self.activation = activation
  }

  /// Makes a layer of zeros.
  public init(inputs: Int, outputs: Int, activation: Activation) {
    self.init(
      weights: Matrix(rows: outputs, columns: inputs, repeating: 0), biases: [Double](repeating: 0, count: outputs),
      activation: activation)
  }

  /// The number of inputs.
  public var inputs: Int { weights.columns }

  /// The number of outputs.
  public var outputs: Int { weights.rows }

  /// The number of weights and biases.
  public var parameterCount: Int { weights.elements.count + biases.count }

  /// Computes the outputs for an input.
  ///
  /// - Complexity: O(inputs · outputs).
  public func callAsFunction(_ input: [Double]) -> [Double] {
    precondition(input.count == inputs, "a layer is given one number for each input")
    return biases.indices.map { i in
      var sum = biases[i]
      for j in input.indices { sum += weights[i, j] * input[j] }
      return activation.value(sum)
    }
  }

  /// Carries ∂E/∂a back through the layer: adds ∂E/∂W and ∂E/∂b to `gradient` from `offset` on and returns ∂E/∂x.
  ///
  ///     δ = ∂E/∂a · φ′        ∂E/∂W = δ·xᵀ        ∂E/∂b = δ        ∂E/∂x = Wᵀ·δ
  func backward(
    input: [Double], output: [Double], outputGradient: [Double], addingTo gradient: inout [Double], at offset: Int
  ) -> [Double] {
    var inputGradient = [Double](repeating: 0, count: inputs)
    for i in biases.indices {
      let delta = outputGradient[i] * activation.derivative(output: output[i])
      for j in input.indices {
        gradient[offset + i * inputs + j] += delta * input[j]
        inputGradient[j] += weights[i, j] * delta
      }
      gradient[offset + weights.elements.count + i] += delta
    }
    return inputGradient
  }
}

extension DenseLayer.Activation {
  /// φ(z).
  public func value(_ z: Double) -> Double {
    switch self {
    case .identity: z
    case .sigmoid: LessonKit.sigmoid(z)
    case .tanh: LessonKit.tanh(z)
    case .relu: max(0, z)
    }
  }

  /// φ′ in terms of the output φ(z), which a backward pass has at hand; 0 for ReLU at 0.
  public func derivative(output: Double) -> Double {
    switch self {
    case .identity: 1
    case .sigmoid: output * (1 - output)
    case .tanh: 1 - output * output
    case .relu: output > 0 ? 1 : 0
    }
  }
}
