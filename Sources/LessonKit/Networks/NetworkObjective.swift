extension Network {
  /// The loss of one sample that a network is trained on, of its outputs z and the targets t, each of length K.
  public enum Objective: Sendable, Equatable, CaseIterable {
    /// −Σ tₖ·ln softmax(z)ₖ, for one-hot or soft labels; gradient p·Σt − t.
    case softmaxCrossEntropy
    /// (1/K)·Σ(softmax(z)ₖ − tₖ)², for comparison; its gradient carries the factor p(1−p) that dies where p saturates.
    case softmaxSquaredError
    /// (1/K)·Σ(zₖ − tₖ)², for regression.
    case meanSquaredError
    /// ½·Σ(zₖ − tₖ)², the loss of the backpropagation lesson.
    case halfSquaredError
  }
}

extension Network.Objective {
  /// The loss of a sample and its gradient with respect to the outputs.
  public func valueAndGradient(outputs z: [Double], targets t: [Double]) -> ValueAndGradient {
    precondition(z.count == t.count, "every output has a target")
    let k = Double(z.count)
    switch self {
    case .softmaxCrossEntropy:
      let logs = logSoftmax(z)
      let mass = t.reduce(0, +)
      var loss = 0.0
      for (target, log) in zip(t, logs) where target != 0 { loss -= target * log }  // 0·log 0 counts as 0
      return ValueAndGradient(value: loss, gradient: zip(t, logs).map { target, log in exp(log) * mass - target })
    case .softmaxSquaredError:
      let p = logSoftmax(z).map { exp($0) }
      let slopes = zip(p, t).map { 2 / k * ($0 - $1) }
      // The softmax Jacobian ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ) turns slopes by p into slopes by z.
      var average = 0.0
      for (p, slope) in zip(p, slopes) { average += p * slope }
      return ValueAndGradient(
        value: squares(p, t) / k, gradient: zip(p, slopes).map { p, slope in p * (slope - average) })
    case .meanSquaredError:
      return ValueAndGradient(value: squares(z, t) / k, gradient: zip(z, t).map { 2 / k * ($0 - $1) })
    case .halfSquaredError:
      return ValueAndGradient(value: 0.5 * squares(z, t), gradient: zip(z, t).map { $0 - $1 })
    }
  }

  /// What the outputs say as a prediction: probabilities for the softmax objectives, else the outputs themselves.
  public func prediction(outputs: [Double]) -> [Double] {
    switch self {
    case .softmaxCrossEntropy, .softmaxSquaredError: logSoftmax(outputs).map { exp($0) }
    case .meanSquaredError, .halfSquaredError: outputs
    }
  }

  private func squares(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (a, b) in zip(a, b) { sum += (a - b) * (a - b) }
    return sum
  }
}
