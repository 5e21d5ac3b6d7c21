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
/// CubicError().gradientCheck([1.5, 2, 4], targets: [1, 1, 2]).error < 1e-8  // => true
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

  /// Compares the derivative with central differences at each prediction and reports the worst.
  ///
  /// At a kink the two may rightly differ; test beside it.
  ///
  /// - Complexity: O(*n*).
  public func gradientCheck(_ predictions: [Double], targets: [Double]) -> LossGradientCheck {
    LossGradientCheck(
      at: predictions, gradient: gradient(predictions, targets: targets, reduction: .sum),
      partial: { i, x in value(x, target: targets[i]) })
  }
}

/// How far a gradient is from the central differences of its function, at the entry where it is farthest.
public struct LossGradientCheck: Sendable, Equatable {
  /// The entry with the largest error; 0 if there is none.
  public private(set) var worstIndex = 0
  /// The partial derivative as the loss computes it.
  public private(set) var analytic = 0.0
  /// The same by central difference: (f(x + h) − f(x − h)) / 2h.
  public private(set) var numeric = 0.0
  /// |analytic − numeric| / max(1, |analytic|, |numeric|); NaN if one of them is.
  ///
  /// A right derivative of a smooth loss gives about 10⁻¹⁰, a wrong one seldom less than 10⁻³.
  public private(set) var error = 0.0

  /// Compares `gradient` with the differences of `partial(i, x)`, the function of entry i alone.
  init(at point: [Double], gradient: [Double], partial: (Int, Double) -> Double) {
    for i in point.indices {
      // The cube root of the roundoff balances truncation, of order h², against rounding, of order 1/h.
      let step = 6e-6 * max(1, point[i].magnitude)
      let (above, below) = (point[i] + step, point[i] - step)
      let difference = (partial(i, above) - partial(i, below)) / (above - below)
      let scale = max(1, max(gradient[i].magnitude, difference.magnitude))
      let entryError = (gradient[i] - difference).magnitude / scale
      if i == 0 || entryError > error || entryError.isNaN {
        (worstIndex, analytic, numeric, error) = (i, gradient[i], difference, entryError)
        if entryError.isNaN { return }
      }
    }
  }
}
