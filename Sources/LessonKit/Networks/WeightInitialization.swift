/// How large the random weights of a new network are.
///
/// Biases begin at zero in every scheme.
public enum WeightInitialization: Sendable, Equatable {
  /// Uniform in ±√(6/(inputs + outputs)), made for tanh and the logistic function.
  ///
  /// - Source: Glorot & Bengio (2010), eq. (16).
  case glorotUniform
  /// Normal with variance 2/inputs, made for ReLU.
  ///
  /// - Source: He et al. (2015), eq. (10).
  case heNormal
  /// Normal with a standard deviation of one's choice.
  case normal(standardDeviation: Double)
}

extension Network {
  /// Replaces all weights by random ones and all biases by zero.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// var network = Network(sizes: [2, 4, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
  /// network.initializeWeights(.glorotUniform, using: &random)
  /// network.layers[0].weights.elements.allSatisfy { abs($0) < 1 }  // => true
  /// ```
  public mutating func initializeWeights(_ scheme: WeightInitialization, using generator: inout some SeededGenerator) {
    for i in layers.indices {
      let (inputs, outputs) = (Double(layers[i].inputs), Double(layers[i].outputs))
      for k in layers[i].weights.elements.indices {
        layers[i].weights.elements[k] =
          switch scheme {
          case .glorotUniform:
            (6 / (inputs + outputs)).squareRoot() * (2 * generator.uniform() - 1)
          case .heNormal:
            generator.normal(standardDeviation: (2 / inputs).squareRoot())
          case .normal(let deviation):
            generator.normal(standardDeviation: deviation)
          }
      }
      layers[i].biases = layers[i].biases.map { _ in 0 }
    }
  }
}
