/// What a comparison of a gradient with central differences has found.
public struct GradientCheck: Sendable, Equatable {
  /// One coordinate: the derivative that is claimed and the one that is measured.
  public struct Entry: Sendable, Equatable {
    /// The coordinate.
    public let index: Int
    /// The derivative under test.
    public let analytic: Double
    /// The central difference.
    public let numeric: Double

    /// |a − n| / max(|a|, |n|), and 0 if both are 0.
    ///
    /// Two derivatives near zero can differ relatively by much and yet agree; ``GradientCheck/passes(tolerance:)`` allows for it.
    public var relativeError: Double {
      let scale = max(abs(analytic), abs(numeric))
      return scale == 0 ? 0 : abs(analytic - numeric) / scale
    }

    /// |a − n| / max(|a|, |n|, 1): relative for large derivatives, absolute for small ones; infinite if either is not a number.
    public var error: Double {
      let error = abs(analytic - numeric) / max(abs(analytic), abs(numeric), 1)
      return error.isNaN ? .infinity : error
    }
  }

  /// Every coordinate, in order.
  public let entries: [Entry]

  /// The coordinate with the largest ``Entry/error``; nil if there are no coordinates.
  public var worst: Entry? { entries.max { $0.error < $1.error } }

  /// Whether the error of every coordinate is at most `tolerance`.
  ///
  /// With Double and smooth functions a right gradient passes 1e-7 with room; a wrong one fails by orders of magnitude.
  public func passes(tolerance: Double = 1e-7) -> Bool {
    entries.allSatisfy { $0.error <= tolerance }
  }
}

extension GradientCheck: CustomStringConvertible {
  /// The worst coordinate in words.
  public var description: String {
    guard let worst else { return "no entries" }
    return "worst of \(entries.count): [\(worst.index)] analytic \(worst.analytic), numeric \(worst.numeric), "
      + "relative error \(worst.relativeError)"
  }
}

/// Compares a claimed gradient with central differences, coordinate by coordinate.
///
/// ```swift
/// // The derivative of x³ is 3x², not 2x².
/// let check = gradientCheck(of: { x in x[0] * x[0] * x[0] }, gradient: { x in [2 * x[0] * x[0]] }, at: [3])
/// check.passes()         // => false
/// check.entries[0].analytic  // => 18
/// check.entries[0].numeric   // => 27.0000000
/// ```
///
/// - Precondition: the gradient has one entry for each coordinate of the point.
/// - Not true: that a passed check proves the gradient. It tests one point, and at a kink (ReLU at 0) the two may differ
///   although both are right by their own definition.
/// - Complexity: two evaluations of `f` for each coordinate.
/// - Source: CS231n, "Neural networks, part 3", section Gradient checks.
public func gradientCheck(
  of f: ([Double]) -> Double, gradient: ([Double]) -> [Double], at point: [Double], step: Double = 6.0554544523933395e-6
) -> GradientCheck {
  let analytic = gradient(point)
  precondition(analytic.count == point.count, "a gradient has one entry for each coordinate")
  let numeric = numericalGradient(of: f, at: point, step: step)
  return GradientCheck(
    entries: point.indices.map { .init(index: $0, analytic: analytic[$0], numeric: numeric[$0]) })
}

/// Compares the tape's gradient of a function with central differences of the same function.
///
/// ```swift
/// gradientCheck(of: { x in (x[0] * x[1]).sigmoid() }, at: [0.5, -2]).passes()  // => true
/// ```
public func gradientCheck(
  of f: ([Variable]) -> Variable, at point: [Double], step: Double = 6.0554544523933395e-6
) -> GradientCheck {
  gradientCheck(
    of: { x in f(Tape().variables(x)).value }, gradient: { x in LessonKit.gradient(of: f, at: x) }, at: point, step: step)
}
