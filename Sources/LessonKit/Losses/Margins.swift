/// The 0-1 loss of a score s against a label y of −1 or +1: 1 if the sign is wrong, else 0; a score of 0 counts as wrong.
///
/// Its mean is the error rate, 1 − accuracy. Its derivative is 0 wherever it exists, which is why nobody descends on it.
///
/// ```swift
/// ZeroOne().value([0.3, -2, 1], targets: [1, 1, 1], reduction: .mean)  // => 0.3333333333333333
/// ```
public struct ZeroOne: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    prediction * target > 0 ? 0 : 1
  }

  /// 0, and NaN for a score of 0, where there is no derivative.
  public func derivative(_ prediction: Double, target: Double) -> Double {
    prediction == 0 ? .nan : 0
  }
}

/// The share or number of labels that differ from their targets.
///
/// ```swift
/// zeroOneLoss([1, 2, 3, 4], targets: [2, 2, 3, 4], reduction: .mean)  // => 0.25
/// ```
///
/// - Precondition: As many targets as predictions.
@_disfavoredOverload public func zeroOneLoss<Label: Equatable>(
  _ predictions: [Label], targets: [Label], reduction: Reduction
) -> Double {
  precondition(predictions.count == targets.count, "one target is needed for each prediction")
  return reduction(zip(predictions, targets).map { $0 == $1 ? 0.0 : 1.0 })
}

/// The hinge loss of a score s against a label y of −1 or +1: max(0, 1 − ys).
///
/// 0 once the margin ys reaches 1, not merely the right side of 0: a right answer with margin ½ still costs ½. It bounds
/// the 0-1 loss from above. At the kink, margin 1, the subgradient 0 is given.
///
/// ```swift
/// Hinge().value(0.3, target: -1)  // => 1.3
/// Hinge().value(0.5, target: 1)  // => 0.5
/// ```
///
/// Labels 0 and 1 are *not* allowed: with y = 0 the loss is 1 whatever the score. Use ``signedLabel(_:)``.
///
/// - Source: Cortes and Vapnik, "Support-vector networks", Machine Learning 20 (1995), 273.
public struct Hinge: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    max(0, 1 - target * prediction)
  }

  /// −y where the margin ys is under 1, else 0.
  ///
  /// ```swift
  /// Hinge().derivative(0.5, target: 1)  // => -1.0
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    target * prediction < 1 ? -target : 0
  }
}

/// The squared hinge loss: max(0, 1 − ys)², smooth at the margin and harder on outliers.
///
/// ```swift
/// SquaredHinge().value(0.4, target: -1)  // => 1.9599999999999997
/// ```
///
/// - Source: Lee and Mangasarian, "SSVM: a smooth support vector machine", Comput. Optim. Appl. 20 (2001), 5.
public struct SquaredHinge: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    let shortfall = max(0, 1 - target * prediction)
    return shortfall * shortfall
  }

  /// −2y·max(0, 1 − ys).
  ///
  /// ```swift
  /// SquaredHinge().derivative(0.4, target: -1)  // => 2.8
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    target * prediction < 1 ? -2 * target * (1 - target * prediction) : 0
  }
}

/// The logistic loss of a score s against a label y of −1 or +1: ln(1 + e^−ys).
///
/// It is the binary cross-entropy of the logit s, in the other notation for labels. Divided by ln 2 it bounds the 0-1 loss
/// from above.
///
/// ```swift
/// Logistic().value(0, target: 1)  // => 0.6931471805599453
/// ```
public struct Logistic: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    softplus(-target * prediction)
  }

  /// −y·σ(−ys).
  ///
  /// ```swift
  /// Logistic().derivative(0, target: 1)  // => -0.5
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    -target * sigmoid(-target * prediction)
  }
}

/// The label −1 or +1 for a label 0 or 1: 2y − 1.
///
/// ```swift
/// [0, 1].map(signedLabel)  // => [-1.0, 1.0]
/// ```
public func signedLabel(_ label: Double) -> Double { 2 * label - 1 }
