/// The binary cross-entropy of a probability p against a target y in 0 ... 1, in nats: −y ln p − (1 − y) ln(1 − p).
///
/// Least at p = y, where it equals the entropy of y: 0 for y = 0 or 1. +∞ for a certain and wrong answer. Terms of weight 0
/// count as 0. The minus belongs to it; without it, minimizing drives p to the wrong side.
///
/// ```swift
/// BinaryCrossEntropy().value(0.6, target: 1)  // => 0.5108256237659907
/// BinaryCrossEntropy().derivative(0.6, target: 1)  // => -1.6666666666666667
/// ```
///
/// A probability that comes from a sigmoid has lost digits by then; keep the logit and use
/// ``BinaryCrossEntropyFromLogits``.
///
/// - Source: Murphy, *Probabilistic Machine Learning: An Introduction*, section 10.2.
public struct BinaryCrossEntropy: Loss, Equatable {
  /// Probabilities are first moved into `clipping` ... 1 − `clipping`, as Keras does with 10⁻⁷; 0 changes nothing.
  ///
  /// Clipping makes the loss finite and wrong in the seventh digit, and the derivative 0 where it acts.
  public let clipping: Double

  /// Makes the loss; `clipping` lies in 0 ..< 0.5.
  public init(clipping: Double = 0) {
    precondition(clipping >= 0 && clipping < 0.5, "clipping lies in 0..<0.5")
    self.clipping = clipping
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let clipped = clipping > 0 ? min(max(prediction, clipping), 1 - clipping) : prediction
    return binaryCrossEntropy(clipped, target: target)
  }

  /// (1 − y)/(1 − p) − y/p; terms of weight 0 count as 0.
  public func derivative(_ prediction: Double, target: Double) -> Double {
    if clipping > 0, prediction < clipping || prediction > 1 - clipping { return 0 }
    return (target == 1 ? 0 : (1 - target) / (1 - prediction)) - (target == 0 ? 0 : target / prediction)
  }
}

/// The binary cross-entropy of a logit z against a target y in 0 ... 1, in nats: ln(1 + eᶻ) − yz.
///
/// The same as ``BinaryCrossEntropy`` of p = σ(z), but finite for all finite z, and with the plain derivative σ(z) − y: the
/// slope of the sigmoid has canceled. That holds at the output only, not in the layers below.
///
/// ```swift
/// BinaryCrossEntropyFromLogits().value(0, target: 1)  // => 0.6931471805599453
/// BinaryCrossEntropyFromLogits().value(-1000, target: 1)  // => 1000.0
/// BinaryCrossEntropyFromLogits().derivative(0, target: 1)  // => -0.5
/// ```
///
/// - Source: TensorFlow, `tf.nn.sigmoid_cross_entropy_with_logits`; Nielsen, chapter 3.
public struct BinaryCrossEntropyFromLogits: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    binaryCrossEntropyFromLogits(prediction, target: target)
  }

  /// σ(z) − y.
  public func derivative(_ prediction: Double, target: Double) -> Double {
    // For targets near 1 the difference from −1 is what matters, and 1 − σ(z) = σ(−z) keeps it.
    target > 0.5 ? (1 - target) - sigmoid(-prediction) : sigmoid(prediction) - target
  }
}

/// The binary cross-entropy of one probability, in nats; see ``BinaryCrossEntropy``.
///
/// In `Float` it prints what libraries print:
///
/// ```swift
/// binaryCrossEntropy(Float(0.6), target: 1)  // => 0.5108256
/// ```
@_disfavoredOverload public func binaryCrossEntropy<T: RealNumber>(_ prediction: T, target: T) -> T {
  var total: T = 0
  if target != 0 { total -= target * T.logarithm(of: prediction) }
  if target != 1 { total -= (1 - target) * T.logarithm(onePlus: -prediction) }
  return total
}

/// The binary cross-entropy of a batch of probabilities, in nats.
///
/// ```swift
/// binaryCrossEntropy([0.4, 0.6], targets: [0, 1], reduction: .mean)  // => 0.5108256237659907
/// ```
///
/// - Precondition: As many targets as predictions.
@_disfavoredOverload public func binaryCrossEntropy<T: RealNumber>(_ predictions: [T], targets: [T], reduction: Reduction) -> T
{
  precondition(predictions.count == targets.count, "one target is needed for each prediction")
  return reduction(predictions.indices.map { binaryCrossEntropy(predictions[$0], target: targets[$0]) })
}

/// The binary cross-entropy of one logit, in nats; see ``BinaryCrossEntropyFromLogits``.
///
/// ```swift
/// binaryCrossEntropyFromLogits(Float(1.5), target: 1)  // => 0.20141329
/// ```
@_disfavoredOverload public func binaryCrossEntropyFromLogits<T: RealNumber>(_ logit: T, target: T) -> T {
  // softplus(z) − yz, with |z| taken apart so that large z do not cancel.
  let linear = logit >= 0 ? (1 - target) * logit : -target * logit
  return linear + T.logarithm(onePlus: T.exponential(of: -logit.magnitude))
}

/// The binary cross-entropy of a batch of logits, in nats.
///
/// ```swift
/// binaryCrossEntropyFromLogits([1.5, 1.5], targets: [1, 1], reduction: .mean)  // => 0.2014132779827524
/// ```
///
/// - Precondition: As many targets as logits.
@_disfavoredOverload public func binaryCrossEntropyFromLogits<T: RealNumber>(
  _ logits: [T], targets: [T], reduction: Reduction
) -> T {
  precondition(logits.count == targets.count, "one target is needed for each logit")
  return reduction(logits.indices.map { binaryCrossEntropyFromLogits(logits[$0], target: targets[$0]) })
}
