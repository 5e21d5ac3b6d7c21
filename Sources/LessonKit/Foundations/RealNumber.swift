/// A binary floating-point type with the elementary functions, so that one source serves `Float` and `Double`.
///
/// The course compares the two: where a sigmoid saturates and which digits a library prints are questions of precision.
/// A lesson that stays with one type has no need of this protocol and writes `exp(x)` or `log(x)` of a `Double`, and C's
/// `expf(x)` or `logf(x)` of a `Float`.
///
/// The requirements have long names because a short one would hide the C function of that name inside every extension of
/// `Double` that a lesson writes.
///
/// ```swift
/// func surprise<T: RealNumber>(_ p: T) -> T { -T.logarithm(of: p) }
/// surprise(Float(0.6))  // => 0.5108256
/// surprise(0.6)  // => 0.5108256237659907
/// ```
///
/// The kit's generic functions are marked as disfavored overloads: a function that a lesson declares under the same name,
/// generic or not, is the one that its calls mean. Beside each stands a form for ``DoubleNumber``, which makes `sigmoid(2 + 2)` a
/// `Double`.
///
/// `Float` results are computed in `Double` and rounded once. They are therefore the nearest `Float` in all but about one
/// case in 10⁸, and the same on every platform.
public protocol RealNumber: BinaryFloatingPoint, Sendable {
  /// The nearest `Double`: exact for `Float` and `Double`.
  var asDouble: Double { get }

  /// Rounds a `Double` to this type.
  init(rounding x: Double)

  /// e to the power `x`.
  static func exponential(of x: Self) -> Self

  /// e to the power `x`, less 1, without cancellation near `x` = 0.
  static func exponentialMinusOne(of x: Self) -> Self

  /// The natural logarithm: NaN below 0, −∞ at 0.
  static func logarithm(of x: Self) -> Self

  /// The natural logarithm of 1 + `x`, without cancellation near `x` = 0.
  static func logarithm(onePlus x: Self) -> Self

  /// The hyperbolic tangent.
  static func hyperbolicTangent(of x: Self) -> Self

  /// `x` to the power `y`.
  static func power(_ x: Self, _ y: Self) -> Self
}

extension Double: RealNumber {
  public var asDouble: Double { self }
  public init(rounding x: Double) { self = x }
  public static func exponential(of x: Double) -> Double { exp(x) }
  public static func exponentialMinusOne(of x: Double) -> Double { expm1(x) }
  public static func logarithm(of x: Double) -> Double { log(x) }
  public static func logarithm(onePlus x: Double) -> Double { log1p(x) }
  public static func hyperbolicTangent(of x: Double) -> Double { tanh(x) }
  public static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}

extension Float: RealNumber {
  public var asDouble: Double { Double(self) }
  public init(rounding x: Double) { self = Float(x) }
  public static func exponential(of x: Float) -> Float { Float(exp(Double(x))) }
  public static func exponentialMinusOne(of x: Float) -> Float { Float(expm1(Double(x))) }
  public static func logarithm(of x: Float) -> Float { Float(log(Double(x))) }
  public static func logarithm(onePlus x: Float) -> Float { Float(log1p(Double(x))) }
  public static func hyperbolicTangent(of x: Float) -> Float { Float(tanh(Double(x))) }
  public static func power(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }
}
