/// A loss of one list of numbers, the scores or probabilities of all classes, against one target.
///
/// The target is a distribution over the classes for cross-entropies and the index of the right class for hinge losses.
public protocol VectorLoss: Sendable {
  associatedtype Target: Sendable

  /// The loss of one prediction.
  func value(_ prediction: [Double], target: Target) -> Double

  /// The gradient of the loss with respect to the entries of the prediction.
  func gradient(_ prediction: [Double], target: Target) -> [Double]
}

extension VectorLoss {
  /// The loss of each prediction, not reduced.
  ///
  /// - Precondition: As many targets as predictions; so for all functions on batches.
  public func values(_ predictions: [[Double]], targets: [Target]) -> [Double] {
    precondition(predictions.count == targets.count, "one target is needed for each prediction")
    return predictions.indices.map { value(predictions[$0], target: targets[$0]) }
  }

  /// The loss of a batch: the sum or the mean over its examples, not over the classes.
  public func value(_ predictions: [[Double]], targets: [Target], reduction: Reduction) -> Double {
    reduction(values(predictions, targets: targets))
  }

  /// The gradient of the loss of a batch, in the shape of the predictions.
  public func gradient(_ predictions: [[Double]], targets: [Target], reduction: Reduction) -> [[Double]] {
    precondition(predictions.count == targets.count, "one target is needed for each prediction")
    let weight = reduction.weight(count: predictions.count)
    return predictions.indices.map { i in gradient(predictions[i], target: targets[i]).map { weight * $0 } }
  }

  /// Compares the gradient with central differences, entry by entry.
  ///
  /// - Complexity: O(*n*) evaluations of the loss.
  public func gradientCheck(_ prediction: [Double], target: Target) -> GradientCheck {
    LessonKit.gradientCheck(
      of: { value($0, target: target) }, gradient: { gradient($0, target: target) }, at: prediction)
  }
}

/// A list with 1 at one index and 0 elsewhere: the distribution that is certain of one class.
///
/// ```swift
/// oneHot(1, count: 3)  // => [0.0, 1.0, 0.0]
/// ```
public func oneHot(_ index: Int, count: Int) -> [Double] {
  precondition((0..<count).contains(index), "the class lies in 0..<count")
  var result = [Double](repeating: 0, count: count)
  result[index] = 1
  return result
}

/// Takes a share of the weight from the target and spreads it evenly: (1 − ε)·y + ε/*n* for *n* classes.
///
/// The sum stays 1. A model is no longer driven to infinite scores: the best one has finite differences between them.
///
/// ```swift
/// labelSmoothed([0, 0, 0, 1], by: 0.25)  // => [0.0625, 0.0625, 0.0625, 0.8125]
/// ```
///
/// - Source: Szegedy et al., "Rethinking the Inception architecture for computer vision", CVPR 2016, section 7.
public func labelSmoothed(_ target: [Double], by smoothing: Double) -> [Double] {
  target.map { (1 - smoothing) * $0 + smoothing / Double(target.count) }
}
