/// A small, fast generator of repeatable random numbers: 64 bits of state, a sequence of period 2⁶⁴.
///
/// ```swift
/// var random = SplitMix64(seed: 1_234_567)
/// random.next()  // => 6457827717110365317
/// ```
///
/// Neighboring seeds give unrelated sequences, so it serves to make seeds too. It is not for secrets: one output reveals
/// the rest. All 64-bit outputs occur exactly once a period, so it never repeats a value as true randomness would.
///
/// - Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants as in Vigna's
///   public-domain `splitmix64.c` (2015).
public struct SplitMix64: SeededGenerator, Equatable {
  private var state: UInt64

  /// Starts the sequence that belongs to the seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
