/// The bowl f(x) = Σ cᵢ·xᵢ², round if the coefficients are equal and a valley if they are not.
///
/// ```swift
/// let valley = QuadraticBowl(coefficients: [0.1, 2])
/// valley([-5, -2])              // => 10.5
/// valley.gradient(at: [-5, -2]) // => [-1.0, -8.0]
/// valley.conditionNumber        // => 20
/// valley.largestStableRate      // => 0.5
/// ```
///
/// Along axis i gradient descent multiplies xᵢ by 1 − ηλᵢ a step, where λᵢ = 2cᵢ is the curvature.
///
/// - Source: Zhang et al., "Dive into Deep Learning", section 12.6, whose valley 0.1·x₁² + 2·x₂² this is.
public struct QuadraticBowl: TestFunction, Equatable {
  /// cᵢ for each axis.
  public let coefficients: [Double]

  /// Makes a bowl.
  ///
  /// - Precondition: there is a coefficient and all are positive.
  public init(coefficients: [Double]) {
    precondition(!coefficients.isEmpty && coefficients.allSatisfy { $0 > 0 }, "a bowl has positive coefficients")
    self.coefficients = coefficients
  }

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double {
    var sum = 0.0
    for (c, x) in zip(coefficients, x) { sum += c * x * x }
    return sum
  }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] {
    zip(coefficients, x).map { 2 * $0 * $1 }
  }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix {
    var result = Matrix(rows: x.count, columns: x.count, repeating: 0)
    for (i, curvature) in curvatures.enumerated() { result[i, i] = curvature }
    return result
  }

  /// The second derivative along each axis, λᵢ = 2cᵢ.
  public var curvatures: [Double] { coefficients.map { 2 * $0 } }

  /// The largest curvature divided by the smallest.
  public var conditionNumber: Double { largest / smallest }

  /// The learning rate 2/λ₁ (λ₁ the largest curvature) above which gradient descent diverges; at it, it oscillates for ever.
  public var largestStableRate: Double { 2 / largest }

  /// The learning rate 2/(λ₁ + λₙ) that makes the slowest axis as fast as possible.
  ///
  /// - Source: Goh (2017), "Why momentum really works".
  public var bestRate: Double { 2 / (largest + smallest) }

  /// The points at which the function is least.
  public var minima: [[Double]] { [coefficients.map { _ in 0 }] }

  /// (−5, −2, −2, ...), as in Dive into Deep Learning.
  public var start: [Double] { coefficients.indices.map { $0 == 0 ? -5 : -2 } }

  private var largest: Double { curvatures.reduce(0, max) }
  private var smallest: Double { curvatures.reduce(.infinity, min) }
}
