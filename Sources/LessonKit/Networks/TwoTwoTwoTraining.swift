extension TwoTwoTwoNetwork {
  /// When a step of gradient descent changes the output layer.
  public enum UpdateOrder: Sendable, Equatable, CaseIterable {
    /// All derivatives first, then all changes: gradient descent.
    case simultaneous
    /// Output weights first; the hidden derivatives then see the *new* ones. A common slip, and not gradient descent, yet it
    /// reproduces the losses that Mazur's post prints.
    case outputLayerFirst
  }

  /// Which numbers a step of gradient descent changes.
  public enum Trained: Sendable, Equatable, CaseIterable {
    /// The eight weights; the biases stay, as in Mazur's post.
    case weights
    /// The eight weights and the four biases.
    case weightsAndBiases
  }

  /// Takes one step of gradient descent, θ ← θ − η·∂E/∂θ.
  ///
  /// ```swift
  /// var network = TwoTwoTwoNetwork.mazur
  /// network.step(.mazur, learningRate: 0.5)
  /// network.parameters.w5  // => 0.35891648
  /// ```
  public mutating func step(
    _ example: Example, learningRate: Double, training trained: Trained = .weights, order: UpdateOrder = .simultaneous
  ) {
    _ = lossThenStep(example, learningRate: learningRate, training: trained, order: order)
  }

  /// Takes `steps` steps of gradient descent on one example.
  ///
  /// ```swift
  /// var network = TwoTwoTwoNetwork.mazur
  /// let losses = network.train(.mazur, learningRate: 0.5, steps: 10_000)
  /// losses[1]       // => 0.29102777369
  /// losses[10_000]  // => 0.000035101878
  /// ```
  ///
  /// - Returns: The loss after 0, 1, ..., `steps` steps.
  /// - Complexity: O(steps); a step takes about 100 flops and 4 exponentials and allocates nothing.
  @discardableResult
  public mutating func train(
    _ example: Example, learningRate: Double, steps: Int, training trained: Trained = .weights,
    order: UpdateOrder = .simultaneous
  ) -> [Double] {
    var losses: [Double] = []
    losses.reserveCapacity(steps + 1)
    for _ in 0..<steps {
      losses.append(lossThenStep(example, learningRate: learningRate, training: trained, order: order))
    }
    losses.append(loss(example))
    return losses
  }

  /// Takes a step and returns the loss from before it, which the forward pass knows anyway.
  private mutating func lossThenStep(
    _ example: Example, learningRate: Double, training trained: Trained, order: UpdateOrder
  ) -> Double {
    let activations = forward(example)
    switch order {
    case .simultaneous:
      let g = gradients(example, activations)
      updateOutputs(g, learningRate, trained)
      updateHidden(g, learningRate, trained)
    case .outputLayerFirst:
      updateOutputs(gradients(example, activations), learningRate, trained)
      updateHidden(gradients(example, activations), learningRate, trained)
    }
    return activations.loss(example)
  }

  private mutating func updateOutputs(_ g: Parameters, _ rate: Double, _ trained: Trained) {
    parameters.w5 -= rate * g.w5
    parameters.w6 -= rate * g.w6
    parameters.w7 -= rate * g.w7
    parameters.w8 -= rate * g.w8
    guard trained == .weightsAndBiases else { return }
    parameters.b3 -= rate * g.b3
    parameters.b4 -= rate * g.b4
  }

  private mutating func updateHidden(_ g: Parameters, _ rate: Double, _ trained: Trained) {
    parameters.w1 -= rate * g.w1
    parameters.w2 -= rate * g.w2
    parameters.w3 -= rate * g.w3
    parameters.w4 -= rate * g.w4
    guard trained == .weightsAndBiases else { return }
    parameters.b1 -= rate * g.b1
    parameters.b2 -= rate * g.b2
  }
}
