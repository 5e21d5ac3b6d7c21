/// The focal loss of a probability p against a target 0 or 1, in nats: −α (1 − pₜ)^γ ln pₜ, where pₜ is the probability
/// given to the truth.
///
/// A cross-entropy in which answers that are already good count less: at pₜ = 0.9 and γ = 2, a hundredth. γ = 0 is the
/// plain binary cross-entropy. A target between 0 and 1 gives the weighted mean of both cases.
///
/// ```swift
/// Focal(gamma: 2).value(0.9, target: 1)  // => 0.0010536051565782623
/// Focal(gamma: 0).value(0.9, target: 1)  // => 0.10536051565782628
/// ```
///
/// It is *not* a proper scoring rule for γ > 0: its expectation is not least at the true probability, so its minimizers are
/// underconfident.
///
/// - Source: Lin et al., "Focal loss for dense object detection", ICCV 2017, eq. (4) and (5).
public struct Focal: Loss, Equatable {
  /// How strongly good answers are discounted: γ ≥ 0, 2 in the paper.
  public let gamma: Double

  /// The factor for target 1 is α, for target 0 it is 1 − α; nothing for a factor of 1 on both.
  public let alpha: Double?

  /// Makes the loss; γ must not be negative.
  public init(gamma: Double, alpha: Double? = nil) {
    precondition(gamma >= 0, "gamma is not negative")
    self.gamma = gamma
    self.alpha = alpha
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    weighted(target: target, positive: { loss(prediction, 1 - prediction) }, negative: { loss(1 - prediction, prediction) })
  }

  /// Along pₜ: γ (1 − pₜ)^(γ−1) ln pₜ − (1 − pₜ)^γ / pₜ, times α; the sign turns for target 0.
  ///
  /// ```swift
  /// Focal(gamma: 2).derivative(0.9, target: 1)  // => -0.032183
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    weighted(target: target, positive: { slope(prediction, 1 - prediction) }, negative: { -slope(1 - prediction, prediction) })
  }

  /// Mixes the cases y = 1 and y = 0; the case of weight 0, which may be infinite, is not computed.
  private func weighted(target: Double, positive: () -> Double, negative: () -> Double) -> Double {
    var total = 0.0
    if target != 0 { total += target * (alpha ?? 1) * positive() }
    if target != 1 { total += (1 - target) * (1 - (alpha ?? 0)) * negative() }
    return total
  }

  private func loss(_ p: Double, _ rest: Double) -> Double {
    rest == 0 && gamma > 0 ? 0 : -pow(rest, gamma) * log(p)
  }

  /// The derivative of the loss with respect to the probability given to the truth.
  private func slope(_ p: Double, _ rest: Double) -> Double {
    let focus = gamma == 0 || p == 1 ? 0 : gamma * pow(rest, gamma - 1) * log(p)
    return focus - pow(rest, gamma) / p
  }
}

/// The focal loss of a logit z against a target 0 or 1, finite for all finite z; see ``Focal``.
///
/// With s = z for target 1, s = −z for target 0, and u = σ(−s): loss u^γ · softplus(−s), slope −u^γ (γ(1 − u) softplus(−s)
/// + u) along s.
///
/// ```swift
/// FocalFromLogits(gamma: 2).value(-1000, target: 1)  // => 1000.0
/// ```
public struct FocalFromLogits: Loss, Equatable {
  /// How strongly good answers are discounted: γ ≥ 0.
  public let gamma: Double

  /// The factor for target 1 is α, for target 0 it is 1 − α; nothing for a factor of 1 on both.
  public let alpha: Double?

  /// Makes the loss; γ must not be negative.
  public init(gamma: Double, alpha: Double? = nil) {
    precondition(gamma >= 0, "gamma is not negative")
    self.gamma = gamma
    self.alpha = alpha
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    target * (alpha ?? 1) * loss(prediction) + (1 - target) * (1 - (alpha ?? 0)) * loss(-prediction)
  }

  /// The slope along s, with the sign of s and its factor α.
  ///
  /// ```swift
  /// FocalFromLogits(gamma: 2).derivative(0, target: 1)  // => -0.298287
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    target * (alpha ?? 1) * slope(prediction) - (1 - target) * (1 - (alpha ?? 0)) * slope(-prediction)
  }

  private func loss(_ s: Double) -> Double { pow(sigmoid(-s), gamma) * softplus(-s) }

  private func slope(_ s: Double) -> Double {
    -pow(sigmoid(-s), gamma) * (gamma * sigmoid(s) * softplus(-s) + sigmoid(-s))
  }
}
