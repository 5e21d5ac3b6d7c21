/// A loss of one number against one number, with its derivative.
///
/// A loss of your own is a type with two functions; batches, reductions and the check of the derivative come with it:
///
/// ```swift
/// struct CubicError: Loss {
///   func value(_ prediction: Double, target: Double) -> Double {
///     let e = abs(prediction - target)
///     return e * e * e
///   }
///   func derivative(_ prediction: Double, target: Double) -> Double {
///     let e = prediction - target
///     return 3 * e * abs(e)
///   }
/// }
/// CubicError().value([1, 2, 4], targets: [1, 1, 2], reduction: .mean)  // => 3.0
/// CubicError().gradient([1, 2, 4], targets: [1, 1, 2], reduction: .sum)  // => [0.0, 3.0, 12.0]
/// CubicError().gradientCheck([1.5, 2, 4], targets: [1, 1, 2]).passes()  // => true
/// ```
///
/// The prediction comes first everywhere and the target has a label, for most losses change when the two are exchanged.
public protocol Loss: Sendable {
  /// The loss of one prediction.
  func value(_ prediction: Double, target: Double) -> Double

  /// The derivative of the loss with respect to the prediction; a subgradient where there is a kink.
  func derivative(_ prediction: Double, target: Double) -> Double
}

extension Loss {
  /// The loss of each prediction, not reduced.
  ///
  /// - Precondition: As many targets as predictions; so for all functions on batches.
  /// - Complexity: O(*n*).
  public func values(_ predictions: [Double], targets: [Double]) -> [Double] {
    precondition(predictions.count == targets.count, "one target is needed for each prediction")
    return predictions.indices.map { value(predictions[$0], target: targets[$0]) }
  }

  /// The loss of a batch: the sum or the mean over its examples.
  ///
  /// - Complexity: O(*n*).
  public func value(_ predictions: [Double], targets: [Double], reduction: Reduction) -> Double {
    reduction(values(predictions, targets: targets))
  }

  /// The gradient of the loss of a batch with respect to the predictions, one entry for each.
  ///
  /// - Complexity: O(*n*).
  public func gradient(_ predictions: [Double], targets: [Double], reduction: Reduction) -> [Double] {
    precondition(predictions.count == targets.count, "one target is needed for each prediction")
    let weight = reduction.weight(count: predictions.count)
    return predictions.indices.map { weight * derivative(predictions[$0], target: targets[$0]) }
  }

  /// Compares the derivative with central differences, prediction by prediction.
  ///
  /// At a kink the two may rightly differ; test beside it.
  ///
  /// - Complexity: O(*n*).
  public func gradientCheck(_ predictions: [Double], targets: [Double]) -> GradientCheck {
    precondition(predictions.count == targets.count, "one target is needed for each prediction")
    return GradientCheck(
      entries: predictions.indices.map { i in
        let numeric = numericalGradient(of: { value($0[0], target: targets[i]) }, at: [predictions[i]])
        return .init(index: i, analytic: derivative(predictions[i], target: targets[i]), numeric: numeric[0])
      })
  }
}
