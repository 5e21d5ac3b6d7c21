/// The mean losses during a training, after 0, 1, 2, ... passes over the training data.
public struct TrainingHistory: Sendable, Equatable {
  /// On the data that was trained on.
  public var training: [Double]
  /// On the data that was only watched; empty if there was none.
  public var validation: [Double]

  /// Makes a history, for a loop of your own or for joining trainings.
  ///
  /// ```swift
  /// TrainingHistory(training: [0.9, 0.4], validation: [1.0, 0.7]).training.count  // => 2
  /// ```
  public init(training: [Double] = [], validation: [Double] = []) {
    self.training = training
    self.validation = validation
  }
}

extension Network {
  /// Trains with one step an epoch, on all samples at once.
  ///
  /// ```swift
  /// var network = Network(sizes: [1, 1], hidden: .identity, objective: .meanSquaredError)
  /// let line = Dataset(inputs: [[0], [1], [2]], targets: [[1], [3], [5]])
  /// var optimizer = GradientDescent(learningRate: 0.1)
  /// network.train(on: line, with: &optimizer, epochs: 300)
  /// network.parameters[0]  // => 2.0000
  /// ```
  ///
  /// - Parameters:
  ///   - data: The samples.
  ///   - optimizer: The rule; it keeps its state, so that a training can go on later.
  ///   - epochs: How many steps.
  ///   - schedule: If given, sets the learning rate before each step, counted from 0 in every call.
  ///   - validation: Samples on which the loss is watched.
  @discardableResult
  public mutating func train(
    on data: Dataset, with optimizer: inout some Optimizer, epochs: Int, schedule: LearningRateSchedule? = nil,
    watching validation: Dataset? = nil
  ) -> TrainingHistory {
    var history = TrainingHistory()
    var weights = parameters
    for epoch in 0..<epochs {
      // The pass back begins with the pass forward whose loss is recorded: no need to make it twice.
      let loss = valueAndGradient(on: data)
      history.record(loss.value, self, validation)
      if let schedule { optimizer.learningRate = schedule.rate(at: epoch) }
      optimizer.step(&weights, gradient: loss.gradient)
      parameters = weights
    }
    history.record(loss(on: data), self, validation)
    return history
  }

  /// Trains on small batches, shuffled anew in each epoch: stochastic gradient descent.
  ///
  /// - Parameters:
  ///   - data: The samples.
  ///   - batchSize: How many samples a step sees; the last batch of an epoch may be smaller.
  ///   - optimizer: The rule; it keeps its state.
  ///   - epochs: How many passes over the data.
  ///   - schedule: If given, sets the learning rate before each step (not each epoch).
  ///   - validation: Samples on which the loss is watched.
  ///   - generator: The source of the shuffling; the same seed gives the same training, digit for digit.
  @discardableResult
  public mutating func train(
    on data: Dataset, batchSize: Int, with optimizer: inout some Optimizer, epochs: Int,
    schedule: LearningRateSchedule? = nil, watching validation: Dataset? = nil,
    using generator: inout some SeededGenerator
  ) -> TrainingHistory {
    precondition(batchSize > 0, "a batch has a sample")
    var history = TrainingHistory()
    var weights = parameters
    var step = 0
    history.record(loss(on: data), self, validation)
    for _ in 0..<epochs {
      let order = generator.shuffled(Array(0..<data.count))
      for start in stride(from: 0, to: data.count, by: batchSize) {
        let batch = data.samples(order[start..<min(start + batchSize, data.count)])
        if let schedule { optimizer.learningRate = schedule.rate(at: step) }
        optimizer.step(&weights, gradient: valueAndGradient(on: batch).gradient)
        parameters = weights
        step += 1
      }
      history.record(loss(on: data), self, validation)
    }
    return history
  }
}

extension TrainingHistory {
  fileprivate mutating func record(_ loss: Double, _ network: Network, _ validation: Dataset?) {
    training.append(loss)
    if let validation { self.validation.append(network.loss(on: validation)) }
  }
}
