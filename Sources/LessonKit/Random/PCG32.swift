/// O'Neill's PCG-XSH-RR: a 64-bit congruential sequence whose output is scrambled to 32 good bits.
///
/// ```swift
/// var random = PCG32(seed: 42, stream: 54)
/// random.next32()  // => 2707161783
/// ```
///
/// Each of 2⁶³ streams is a different sequence of period 2⁶⁴. Not for secrets.
///
/// - Source: O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms for random number
///   generation", Harvey Mudd College HMC-CS-2014-0905; checked against the output of her `pcg32-demo`.
public struct PCG32: SeededGenerator, Equatable {
  private var state: UInt64
  private let increment: UInt64

  /// Starts stream 54, the one that the author's demonstration uses.
  public init(seed: UInt64) { self.init(seed: seed, stream: 54) }

  /// Starts a stream at the place given by the seed; the top bit of `stream` is not used.
  public init(seed: UInt64, stream: UInt64) {
    state = 0
    increment = stream << 1 | 1
    _ = next32()
    state &+= seed
    _ = next32()
  }

  /// The next 32 random bits.
  public mutating func next32() -> UInt32 {
    let old = state
    state = old &* 6_364_136_223_846_793_005 &+ increment
    let scrambled = UInt32(truncatingIfNeeded: ((old >> 18) ^ old) >> 27)
    let rotation = UInt32(truncatingIfNeeded: old >> 59)
    return scrambled >> rotation | scrambled << ((0 &- rotation) & 31)
  }

  /// The next 64 random bits: two outputs, the first in the upper half.
  public mutating func next() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }
}
