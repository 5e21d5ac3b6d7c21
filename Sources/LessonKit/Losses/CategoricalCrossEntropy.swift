/// The categorical cross-entropy of probabilities p against a target distribution y, in nats: −Σ yᵢ ln pᵢ.
///
/// For a one-hot target it is −ln of the probability of the right class. Least at p = y, where it is the entropy of y. +∞
/// where p is 0 and y is not; terms with y = 0 count as 0.
///
/// ```swift
/// CategoricalCrossEntropy().value([0.05, 0.95, 0], target: [0, 1, 0])  // => 0.05129329438755058
/// ```
///
/// The probabilities are taken as they come: nothing divides them by their sum, as Keras does.
///
/// - Source: Goodfellow et al., *Deep Learning*, section 3.13.
public struct CategoricalCrossEntropy: VectorLoss, Equatable {
  /// The share of the target that is spread evenly over the classes first; see ``labelSmoothed(_:by:)``.
  public let labelSmoothing: Double

  /// Makes the loss; without smoothing unless it is asked for.
  public init(labelSmoothing: Double = 0) { self.labelSmoothing = labelSmoothing }

  public func value(_ prediction: [Double], target: [Double]) -> Double {
    categoricalCrossEntropy(prediction, target: smoothed(target, by: labelSmoothing))
  }

  /// −yᵢ/pᵢ, and 0 where yᵢ is 0.
  ///
  /// ```swift
  /// CategoricalCrossEntropy().gradient([0.25, 0.75], target: [0, 1])  // => [0.0, -1.3333333333333333]
  /// ```
  public func gradient(_ prediction: [Double], target: [Double]) -> [Double] {
    precondition(prediction.count == target.count, "one target is needed for each class")
    return zip(prediction, smoothed(target, by: labelSmoothing)).map { $1 == 0 ? 0 : -$1 / $0 }
  }
}

/// The categorical cross-entropy of softmax scores z against a target distribution y, in nats: Σ yᵢ (ln Σ e^zⱼ − zᵢ).
///
/// The same as ``CategoricalCrossEntropy`` of softmax(z), but finite for all finite z, with gradient softmax(z) − y when y
/// sums to 1. It is often called "softmax loss", though the softmax is only half of it.
///
/// ```swift
/// let scores = [-2.85, 0.86, 0.28]
/// CategoricalCrossEntropyFromLogits().value(scores, target: oneHot(2, count: 3))  // => 1.0401905694301083
/// ```
///
/// - Source: CS231n, "Linear classification", softmax classifier.
public struct CategoricalCrossEntropyFromLogits: VectorLoss, Equatable {
  /// The share of the target that is spread evenly over the classes first; see ``labelSmoothed(_:by:)``.
  public let labelSmoothing: Double

  /// Makes the loss; without smoothing unless it is asked for.
  public init(labelSmoothing: Double = 0) { self.labelSmoothing = labelSmoothing }

  public func value(_ prediction: [Double], target: [Double]) -> Double {
    categoricalCrossEntropyFromLogits(prediction, target: smoothed(target, by: labelSmoothing))
  }

  /// softmax(z)ᵢ·Σyⱼ − yᵢ, for a distribution y just softmax(z) − y.
  ///
  /// ```swift
  /// CategoricalCrossEntropyFromLogits().gradient([0, 0], target: [1, 0])  // => [-0.5, 0.5]
  /// ```
  public func gradient(_ prediction: [Double], target: [Double]) -> [Double] {
    precondition(prediction.count == target.count, "one target is needed for each class")
    let target = smoothed(target, by: labelSmoothing)
    let total = target.reduce(0, +)
    return zip(softmax(prediction), target).map { total * $0 - $1 }
  }
}

private func smoothed(_ target: [Double], by smoothing: Double) -> [Double] {
  smoothing == 0 ? target : labelSmoothed(target, by: smoothing)
}

/// The categorical cross-entropy of one list of probabilities, in nats; see ``CategoricalCrossEntropy``.
///
/// - Precondition: As many entries in the target as classes.
///
/// ```swift
/// categoricalCrossEntropy([0.05, 0.95, Float(0)], target: [0, 1, 0])  // => 0.051293306
/// ```
@_disfavoredOverload public func categoricalCrossEntropy<T: RealNumber>(_ prediction: [T], target: [T]) -> T {
  precondition(prediction.count == target.count, "one target is needed for each class")
  var total: T = 0
  for i in prediction.indices where target[i] != 0 {
    total -= target[i] * T.logarithm(of: prediction[i])
  }
  return total
}

/// The categorical cross-entropy of a batch, in nats: reduced over the examples, summed over the classes.
///
/// ```swift
/// let predictions = [[0.05, 0.95, 0], [0.1, 0.8, 0.1]]
/// let targets: [[Double]] = [[0, 1, 0], [0, 0, 1]]
/// categoricalCrossEntropy(predictions, targets: targets, reduction: .mean)  // => 1.176939193690798
/// ```
///
/// - Precondition: As many targets as predictions.
@_disfavoredOverload public func categoricalCrossEntropy<T: RealNumber>(
  _ predictions: [[T]], targets: [[T]], reduction: Reduction
) -> T {
  precondition(predictions.count == targets.count, "one target is needed for each prediction")
  return reduction(predictions.indices.map { categoricalCrossEntropy(predictions[$0], target: targets[$0]) })
}

/// The categorical cross-entropy of one list of scores, in nats; see ``CategoricalCrossEntropyFromLogits``.
///
/// - Precondition: As many entries in the target as scores.
///
/// ```swift
/// categoricalCrossEntropyFromLogits([1.0, 2, 3], target: [0, 0, 1])  // => 0.4076
/// ```
@_disfavoredOverload public func categoricalCrossEntropyFromLogits<T: RealNumber>(_ scores: [T], target: [T]) -> T {
  precondition(scores.count == target.count, "one target is needed for each class")
  let logarithms = logSoftmax(scores)
  var total: T = 0
  for i in scores.indices where target[i] != 0 { total -= target[i] * logarithms[i] }
  return total
}

/// The categorical cross-entropy of a batch of scores, in nats.
///
/// - Precondition: As many targets as lists of scores.
@_disfavoredOverload public func categoricalCrossEntropyFromLogits<T: RealNumber>(
  _ scores: [[T]], targets: [[T]], reduction: Reduction
) -> T {
  precondition(scores.count == targets.count, "one target is needed for each list of scores")
  return reduction(scores.indices.map { categoricalCrossEntropyFromLogits(scores[$0], target: targets[$0]) })
}
