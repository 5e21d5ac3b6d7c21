/// Limits each entry of a gradient to −limit...limit.
///
/// ```swift
/// clipped([3, -4, 0.5], toValue: 1)  // => [1.0, -1.0, 0.5]
/// ```
///
/// - Not true: that the direction stays. Clipping by value turns the gradient; clipping by norm does not.
/// - Precondition: `limit` is not negative.
public func clipped(_ gradient: [Double], toValue limit: Double) -> [Double] {
  precondition(limit >= 0, "a limit is not negative")
  return gradient.map { min(max($0, -limit), limit) }
}

/// Shortens a gradient to a Euclidean length of at most `limit`, keeping its direction.
///
/// ```swift
/// clipped([3, -4], toNorm: 1)  // => [0.6, -0.8]
/// ```
///
/// - Precondition: `limit` is not negative.
/// - Source: Pascanu, Mikolov & Bengio (2013), "On the difficulty of training recurrent neural networks", algorithm 1.
///   PyTorch's `clip_grad_norm_` divides by the norm + 10⁻⁶ and so falls short of the limit by a trifle.
public func clipped(_ gradient: [Double], toNorm limit: Double) -> [Double] {
  precondition(limit >= 0, "a limit is not negative")
  let norm = norm(gradient)
  guard norm > limit else { return gradient }
  return gradient.map { $0 * (limit / norm) }
}

/// The Euclidean length √(Σgᵢ²), without overflow for large entries.
///
/// ```swift
/// norm([3, -4])        // => 5
/// norm([3e200, 4e200]) // => 5e+200
/// ```
public func norm(_ vector: [Double]) -> Double {
  let largest = vector.reduce(0) { max($0, abs($1)) }
  guard largest > 0 && largest < .infinity else { return largest }
  return largest * vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
}
