/// The mean losses during a training, after 0, 1, 2, ... passes over the training data.
public struct TrainingHistory: Sendable, Equatable {
  /// On the data that was trained on.
  public internal(set) var training: [Double] = []
  /// On the data that was only watched; empty if there was none.
  public internal(set) var validation: [Double] = []
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
    train(with: &optimizer, epochs: epochs, schedule: schedule, on: data, watching: validation) { [data] }
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
    return train(with: &optimizer, epochs: epochs, schedule: schedule, on: data, watching: validation) {
      let order = generator.shuffled(Array(0..<data.count))
      return stride(from: 0, to: data.count, by: batchSize).map { start in
        data.samples(order[start..<min(start + batchSize, data.count)])
      }
    }
  }

  private mutating func train(
    with optimizer: inout some Optimizer, epochs: Int, schedule: LearningRateSchedule?, on data: Dataset,
    watching validation: Dataset?, batches: () -> [Dataset]
  ) -> TrainingHistory {
    var history = TrainingHistory()
    var weights = parameters
    var step = 0
    history.record(self, data, validation)
    for _ in 0..<epochs {
      for batch in batches() {
        if let schedule { optimizer.learningRate = schedule.rate(at: step) }
        optimizer.step(&weights, gradient: valueAndGradient(on: batch).gradient)
        parameters = weights
        step += 1
      }
      history.record(self, data, validation)
    }
    return history
  }
}

extension TrainingHistory {
  fileprivate mutating func record(_ network: Network, _ data: Dataset, _ validation: Dataset?) {
    training.append(network.loss(on: data))
    if let validation { self.validation.append(network.loss(on: validation)) }
  }
}
