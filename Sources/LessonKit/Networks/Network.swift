/// A multilayer network of dense layers, with its gradient by backpropagation.
///
/// ```swift
/// let network = Network(sizes: [2, 4, 3], hidden: .tanh, objective: .softmaxCrossEntropy)
/// network.parameters.count                   // => 27
/// network.predict([0.3, -0.7])[0]            // => 0.3333333
/// ```
///
/// A new network is all zeros, so that a softmax over K classes begins with the loss ln K.
/// ``initializeWeights(_:using:)`` breaks the tie between its neurons.
///
/// - Not true: that zeros are a good beginning for training. Hidden neurons that start alike stay alike.
/// - Source: Goodfellow, Bengio & Courville (2016), "Deep Learning", algorithms 6.3 and 6.4.
public struct Network: Sendable, Equatable {
  /// The layers from input to output.
  public var layers: [DenseLayer]
  /// What it is trained on.
  public let objective: Objective

  /// Makes a network of given layers.
  ///
  /// - Precondition: there is a layer, and each has as many inputs as the one before has outputs.
  public init(layers: [DenseLayer], objective: Objective) {
    precondition(!layers.isEmpty, "a network has a layer")
    precondition(
      zip(layers, layers.dropFirst()).allSatisfy { $0.outputs == $1.inputs },
      "each layer has as many inputs as the one before has outputs")
    self.layers = layers
    self.objective = objective
  }

  /// Makes a network of zeros from the number of inputs, of neurons in each hidden layer, and of outputs.
  public init(
    sizes: [Int], hidden: DenseLayer.Activation, output: DenseLayer.Activation = .identity, objective: Objective
  ) {
    let last = sizes.count - 2
    let layers = zip(sizes, sizes.dropFirst()).enumerated().map { number, size in
      DenseLayer(inputs: size.0, outputs: size.1, activation: number == last ? output : hidden)
    }
    self.init(layers: layers, objective: objective)
  }

  /// All numbers that training changes: for each layer its weights row by row, then its biases.
  public var parameters: [Double] {
    get { layers.flatMap { $0.weights.elements + $0.biases } }
    set {
      precondition(newValue.count == layers.reduce(0) { $0 + $1.parameterCount }, "a network keeps its number of parameters")
      var offset = 0
      for i in layers.indices {
        let weights = layers[i].weights.elements.count
        let end = offset + layers[i].parameterCount
        layers[i].weights.elements = Array(newValue[offset..<offset + weights])
        layers[i].biases = Array(newValue[offset + weights..<end])
        offset = end
      }
    }
  }

  /// Computes the outputs of the last layer: scores, for the softmax objectives.
  public func callAsFunction(_ input: [Double]) -> [Double] {
    layers.reduce(input) { $1($0) }
  }

  /// Computes a prediction: probabilities for the softmax objectives, else the outputs.
  public func predict(_ input: [Double]) -> [Double] {
    objective.prediction(outputs: self(input))
  }

  /// The mean loss over a data set.
  public func loss(on data: Dataset) -> Double {
    precondition(data.count > 0, "the mean loss of no samples is undefined")
    var sum = 0.0
    for (input, target) in zip(data.inputs, data.targets) {
      sum += objective.valueAndGradient(outputs: self(input), targets: target).value
    }
    return sum / Double(data.count)
  }

  /// The mean loss over a data set and its gradient with respect to ``parameters``.
  ///
  /// - Complexity: O(samples · parameters), about three times the cost of ``loss(on:)``.
  public func valueAndGradient(on data: Dataset) -> ValueAndGradient {
    precondition(data.count > 0, "the mean loss of no samples is undefined")
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: layers.reduce(0) { $0 + $1.parameterCount })
    for (input, target) in zip(data.inputs, data.targets) {
      var activations = [input]  // of the input and of every layer
      for (i, layer) in layers.enumerated() { activations.append(layer(activations[i])) }

      let sample = objective.valueAndGradient(outputs: activations[layers.count], targets: target)
      loss += sample.value

      var slope = sample.gradient
      var offset = gradient.count
      for i in layers.indices.reversed() {
        offset -= layers[i].parameterCount
        slope = layers[i].backward(
          input: activations[i], output: activations[i + 1], outputGradient: slope, addingTo: &gradient, at: offset)
      }
    }
    let n = Double(data.count)
    return ValueAndGradient(value: loss / n, gradient: gradient.map { $0 / n })
  }
}
