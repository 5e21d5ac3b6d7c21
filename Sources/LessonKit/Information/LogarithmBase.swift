/// The unit in which information is counted: the base of the logarithm.
///
/// A change of base multiplies every entropy and divergence by one constant and so changes no comparison. Each function
/// that takes a logarithm asks for the unit by the label `in`, for a bare 0.693 does not say whether it is one bit.
///
/// ```swift
/// entropy([0.5, 0.5], in: .bits)  // => 1.0
/// entropy([0.5, 0.5], in: .nats)  // => 0.6931471805599453
/// entropy([0.5, 0.5], in: .base(10))  // => 0.3010299956639812
/// ```
public enum LogarithmBase: Sendable, Equatable {
  /// Base 2: one bit is the answer to a question with two equally likely answers.
  case bits
  /// Base e, the unit of the losses, whose derivatives need no factor: 1 nat = 1/ln 2 ≈ 1.4427 bits.
  case nats
  /// Any base above 1: `.base(10)` counts hartleys, `.base(256)` bytes.
  case base(Double)

  /// The logarithm of `x` in this base: NaN below 0, −∞ at 0.
  public func logarithm(of x: Double) -> Double {
    switch self {
    case .bits, .base(2): log2(x)
    case .nats: log(x)
    case .base(10): log10(x)
    case .base(let base): log(x) / log(base)
    }
  }
}

/// Restates an amount of information in another unit.
///
/// amount · ln(base of `from`) / ln(base of `to`)
///
/// ```swift
/// convertInformation(1, from: .nats, to: .bits)  // => 1.4426950408889634
/// ```
public func convertInformation(_ amount: Double, from: LogarithmBase, to: LogarithmBase) -> Double {
  func size(_ unit: LogarithmBase) -> Double {
    switch unit {
    case .bits: log(2)
    case .nats: 1
    case .base(let base): log(base)
    }
  }
  return from == to ? amount : amount * size(from) / size(to)
}
