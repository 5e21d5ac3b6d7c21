/// Huber's loss: ½e² for |e| ≤ δ, and δ(|e| − ½δ) beyond.
///
/// Value and slope are continuous at ±δ; the slope is e, cut off at ±δ. It tends to ½e² as δ → ∞. δ has the units of the
/// error: a change of units asks for another δ. Compare ``SmoothL1``.
///
/// ```swift
/// Huber(delta: 1).value(2, target: 0)  // => 1.5
/// Huber(delta: 2).value(2, target: 0)  // => 2.0
/// Huber(delta: 1).derivative(100, target: 0)  // => 1.0
/// ```
///
/// - Source: Huber, "Robust estimation of a location parameter", Ann. Math. Statist. 35 (1964), 73.
public struct Huber: Loss, Equatable {
  /// The error at which the parabola becomes a line, above 0.
  public let delta: Double

  /// Makes the loss; δ must be positive.
  public init(delta: Double) {
    precondition(delta > 0, "delta is positive")
    self.delta = delta
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let e = (prediction - target).magnitude
    return e <= delta ? e * e / 2 : delta * (e - delta / 2)
  }

  /// e, but at most δ in size.
  public func derivative(_ prediction: Double, target: Double) -> Double {
    let e = prediction - target
    return e.magnitude <= delta ? e : delta * sign(e)
  }
}

/// The Smooth L1 loss: ½e²/β for |e| < β, and |e| − ½β beyond.
///
/// It is Huber's loss with δ = β, divided by β, so the two agree only for β = 1. As β → 0 Smooth L1 tends to |e|, where
/// Huber's loss tends to 0; as β → ∞ it tends to 0, where Huber's tends to ½e². It is *not* e² inside and |e| outside,
/// which would jump in slope: it is half of one and the other less ½β.
///
/// ```swift
/// SmoothL1(beta: 1).value(0.5, target: 0)  // => 0.125
/// SmoothL1(beta: 2).value(4, target: 0)  // => 3.0
/// Huber(delta: 2).value(4, target: 0)  // => 6.0
/// ```
///
/// - Source: Girshick, "Fast R-CNN", ICCV 2015, eq. (3) (β = 1); PyTorch, `SmoothL1Loss`.
public struct SmoothL1: Loss, Equatable {
  /// The error at which the parabola becomes a line, above 0.
  public let beta: Double

  /// Makes the loss; β must be positive.
  public init(beta: Double = 1) {
    precondition(beta > 0, "beta is positive")
    self.beta = beta
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let e = (prediction - target).magnitude
    return e < beta ? e * e / (2 * beta) : e - beta / 2
  }

  /// e/β, but at most 1 in size.
  ///
  /// ```swift
  /// SmoothL1(beta: 2).derivative(1, target: 0)  // => 0.5
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    let e = prediction - target
    return e.magnitude < beta ? e / beta : sign(e)
  }
}

/// The logarithm of the hyperbolic cosine of the error: ln cosh e.
///
/// About ½e² near 0 and |e| − ln 2 far out, with all derivatives continuous; the first is tanh e. Computed as
/// |e| + ln(1 + e^−2|e|) − ln 2, or by ½ ln(1 + sinh² e) for small errors, where that would cancel.
///
/// ```swift
/// LogCosh().value(1, target: 0)  // => 0.4337808304830272
/// LogCosh().value(1000, target: 0)  // => 999.3068528194401
/// ```
///
/// - Source: Keras, `LogCosh`.
public struct LogCosh: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    let e = (prediction - target).magnitude
    guard e > 0.5 else {
      let grown = expm1(e)
      // sinh e = (g + g/(g + 1)) / 2 with g = eᵉ − 1: exact to the last digits for small e.
      let sine = (grown + grown / (grown + 1)) / 2
      return log1p(sine * sine) / 2
    }
    return e + log1p(exp(-2 * e)) - log(2)
  }

  /// tanh e.
  ///
  /// ```swift
  /// LogCosh().derivative(1, target: 0)  // => 0.7616
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    tanh(prediction - target)
  }
}

/// The pseudo-Huber loss: δ²(√(1 + (e/δ)²) − 1).
///
/// About ½e² near 0 and δ|e| − δ² far out, smooth everywhere; always below Huber's loss with the same δ.
///
/// ```swift
/// PseudoHuber(delta: 1).value(2, target: 0)  // => 1.2360679774997896
/// ```
///
/// - Source: Charbonnier et al., "Deterministic edge-preserving regularization in computed imaging", IEEE Trans. Image
///   Process. 6 (1997), 298; SciPy, `special.pseudo_huber`.
public struct PseudoHuber: Loss, Equatable {
  /// The scale at which the loss turns from square to linear, above 0.
  public let delta: Double

  /// Makes the loss; δ must be positive.
  public init(delta: Double) {
    precondition(delta > 0, "delta is positive")
    self.delta = delta
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let ratio = (prediction - target) / delta
    let root = hypot(1, ratio)
    // root − 1 = ratio² / (root + 1), without cancellation; the factors are ordered so that none overflows early.
    return delta * delta * ratio * (ratio / (root + 1))
  }

  /// e / √(1 + (e/δ)²).
  ///
  /// ```swift
  /// PseudoHuber(delta: 1).derivative(2, target: 0)  // => 0.8944
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    let e = prediction - target
    return e / hypot(1, e / delta)
  }
}
