/// The multiclass hinge loss of scores s against the right class y: Σ max(0, sⱼ − s_y + Δ) over the other classes j.
///
/// 0 once the right score leads every other by Δ. At a kink the term counts as 0 for the gradient.
///
/// ```swift
/// MulticlassHinge(margin: 10).value([13, -7, 11], target: 0)  // => 8.0
/// ```
///
/// With two classes and s₂ = −s₁ it is the binary hinge with margin 2s₁. PyTorch's `MultiMarginLoss` divides by the number
/// of classes.
///
/// - Source: Weston and Watkins, "Support vector machines for multi-class pattern recognition", ESANN 1999; CS231n,
///   "Linear classification".
public struct MulticlassHinge: VectorLoss, Equatable {
  /// The lead Δ that the right class must have, above 0.
  public let margin: Double

  /// Makes the loss; the margin must be positive.
  public init(margin: Double = 1) {
    precondition(margin > 0, "the margin is positive")
    self.margin = margin
  }

  public func value(_ prediction: [Double], target: Int) -> Double {
    var total = 0.0
    for j in prediction.indices where j != target {
      total += max(0, prediction[j] - prediction[target] + margin)
    }
    return total
  }

  /// 1 for each rival within the margin, and minus their number for the right class.
  ///
  /// ```swift
  /// MulticlassHinge(margin: 10).gradient([13, -7, 11], target: 0)  // => [-1.0, 0.0, 1.0]
  /// ```
  public func gradient(_ prediction: [Double], target: Int) -> [Double] {
    var result = [Double](repeating: 0, count: prediction.count)
    for j in prediction.indices where j != target && prediction[j] - prediction[target] + margin > 0 {
      result[j] = 1
      result[target] -= 1
    }
    return result
  }
}

/// The hinge loss against the strongest rival only: max(0, max sⱼ − s_y + Δ) over the other classes j.
///
/// At most ``MulticlassHinge``, and equal to it when one rival at most is within Δ. Of equal rivals the first gets the
/// gradient.
///
/// ```swift
/// CategoricalHinge().value([0.6, 0.4], target: 1)  // => 1.2
/// ```
///
/// - Source: Crammer and Singer, "On the algorithmic implementation of multiclass kernel-based vector machines", JMLR 2
///   (2001), 265; Keras, `CategoricalHinge`.
public struct CategoricalHinge: VectorLoss, Equatable {
  /// The lead Δ that the right class must have, above 0.
  public let margin: Double

  /// Makes the loss; the margin must be positive.
  public init(margin: Double = 1) {
    precondition(margin > 0, "the margin is positive")
    self.margin = margin
  }

  public func value(_ prediction: [Double], target: Int) -> Double {
    guard let rival = rival(prediction, target: target) else { return 0 }
    return max(0, prediction[rival] - prediction[target] + margin)
  }

  /// 1 for the strongest rival if it is within the margin, −1 for the right class.
  ///
  /// ```swift
  /// CategoricalHinge().gradient([0.6, 0.4], target: 1)  // => [1.0, -1.0]
  /// ```
  public func gradient(_ prediction: [Double], target: Int) -> [Double] {
    var result = [Double](repeating: 0, count: prediction.count)
    if let rival = rival(prediction, target: target), value(prediction, target: target) > 0 {
      result[rival] = 1
      result[target] = -1
    }
    return result
  }

  private func rival(_ prediction: [Double], target: Int) -> Int? {
    var best: Int?
    for j in prediction.indices where j != target {
      if let current = best, prediction[j] <= prediction[current] { continue }
      best = j
    }
    return best
  }
}
