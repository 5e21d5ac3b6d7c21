extension TwoTwoTwoNetwork {
  /// Every number of a forward pass: the weighted sums of the neurons and their outputs.
  public struct Activations: Sendable, Equatable {
    /// Weighted input of hidden neuron 1.
    public let netH1: Double
    /// Weighted input of hidden neuron 2.
    public let netH2: Double
    /// Output of hidden neuron 1.
    public let h1: Double
    /// Output of hidden neuron 2.
    public let h2: Double
    /// Weighted input of output neuron 1.
    public let netO1: Double
    /// Weighted input of output neuron 2.
    public let netO2: Double
    /// Output 1 of the network.
    public let o1: Double
    /// Output 2 of the network.
    public let o2: Double

    /// The loss of each output, ½(t − o)².
    public func losses(_ example: Example) -> (e1: Double, e2: Double) {
      (0.5 * (example.t1 - o1) * (example.t1 - o1), 0.5 * (example.t2 - o2) * (example.t2 - o2))
    }

    /// The total loss.
    public func loss(_ example: Example) -> Double {
      let (e1, e2) = losses(example)
      return e1 + e2
    }
  }

  /// Computes the network's outputs and everything on the way.
  public func forward(_ example: Example) -> Activations {
    let p = parameters
    let netH1 = p.w1 * example.i1 + p.w2 * example.i2 + p.b1
    let netH2 = p.w3 * example.i1 + p.w4 * example.i2 + p.b2
    let (h1, h2) = (sigmoid(netH1), sigmoid(netH2))
    let netO1 = p.w5 * h1 + p.w6 * h2 + p.b3
    let netO2 = p.w7 * h1 + p.w8 * h2 + p.b4
    return Activations(
      netH1: netH1, netH2: netH2, h1: h1, h2: h2, netO1: netO1, netO2: netO2, o1: sigmoid(netO1), o2: sigmoid(netO2))
  }

  /// The loss ½(t1 − o1)² + ½(t2 − o2)² on an example.
  public func loss(_ example: Example) -> Double {
    forward(example).loss(example)
  }

  /// The derivatives of the loss with respect to all weights and biases.
  ///
  /// A neuron's δ is ∂E/∂net. An output knows it at once, a hidden neuron collects it from *both* outputs:
  ///
  ///     δo = (o − t)·o(1−o)        ∂E/∂w5 = δo1·h1        ∂E/∂b3 = δo1
  ///     δh1 = (δo1·w5 + δo2·w7)·h1(1−h1)        ∂E/∂w1 = δh1·i1
  ///
  /// ```swift
  /// TwoTwoTwoNetwork.mazur.gradients(.mazur).w1  // => 0.000438568
  /// ```
  public func gradients(_ example: Example) -> Parameters {
    gradients(example, forward(example))
  }

  func gradients(_ example: Example, _ a: Activations) -> Parameters {
    let (deltaO1, deltaO2) = outputDeltas(example, a)
    let (deltaH1, deltaH2) = hiddenDeltas(a, deltaO1, deltaO2)
    return Parameters(
      w1: deltaH1 * example.i1, w2: deltaH1 * example.i2, w3: deltaH2 * example.i1, w4: deltaH2 * example.i2,
      w5: deltaO1 * a.h1, w6: deltaO1 * a.h2, w7: deltaO2 * a.h1, w8: deltaO2 * a.h2,
      b1: deltaH1, b2: deltaH2, b3: deltaO1, b4: deltaO2)
  }

  /// ∂E/∂net of the two outputs.
  func outputDeltas(_ example: Example, _ a: Activations) -> (Double, Double) {
    ((a.o1 - example.t1) * a.o1 * (1 - a.o1), (a.o2 - example.t2) * a.o2 * (1 - a.o2))
  }

  /// ∂E/∂net of the two hidden neurons, with the weights that the network has now.
  func hiddenDeltas(_ a: Activations, _ deltaO1: Double, _ deltaO2: Double) -> (Double, Double) {
    let p = parameters
    return (
      (deltaO1 * p.w5 + deltaO2 * p.w7) * a.h1 * (1 - a.h1), (deltaO1 * p.w6 + deltaO2 * p.w8) * a.h2 * (1 - a.h2)
    )
  }
}
