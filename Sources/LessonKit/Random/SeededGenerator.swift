/// A random number generator that is a plain value: the same seed gives the same numbers, on every machine.
///
/// The methods below are our own because the standard library does not promise to keep how `Double.random` or `shuffle`
/// use the bits; a lesson's numbers would change with the compiler.
///
/// ```swift
/// var random = SplitMix64(seed: 1)
/// let data = (0..<3).map { _ in fixed(random.uniform(), 4) }  // => ["0.5666", "0.7458", "0.9710"]
/// ```
public protocol SeededGenerator: RandomNumberGenerator, Sendable {
  /// Starts the sequence that belongs to the seed.
  init(seed: UInt64)
}

extension SeededGenerator {
  /// A number from the uniform distribution on 0 ..< 1: one of the 2⁵³ multiples of 2⁻⁵³, all equally likely.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// random.uniform()  // => 0.5666
  /// ```
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from the uniform distribution on `range`, which must not be empty; the upper bound may come up by rounding
  /// and is then replaced by the number below it.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// random.uniform(in: -1..<1)  // => 0.1331
  /// ```
  public mutating func uniform(in range: Range<Double>) -> Double {
    precondition(!range.isEmpty && (range.upperBound - range.lowerBound).isFinite, "a finite range that is not empty is needed")
    let x = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    return x < range.upperBound ? x : range.upperBound.nextDown
  }

  /// A whole number from 0 ..< `bound`, all equally likely; `bound` must be positive.
  ///
  /// Bits that would favor small results are thrown away and drawn again, at most half of the time.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// let rolls = (0..<5).map { _ in random.integer(below: 6) + 1 }  // => [6, 2, 1, 6, 4]
  /// ```
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "a bound above 0 is needed")
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let bits = next()
      if bits < limit { return Int(bits % bound) }
    }
  }

  /// True with the given probability, in 0 ... 1.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// let heads = (0..<4).map { _ in random.bernoulli(0.5) }  // => [false, false, false, true]
  /// ```
  public mutating func bernoulli(_ probability: Double) -> Bool {
    precondition((0...1).contains(probability), "a probability lies in 0...1")
    return uniform() < probability
  }

  /// A number from the normal distribution with the given mean and standard deviation.
  ///
  /// Box and Muller's z = √(−2 ln u)·cos 2πv, with u in (0, 1]. Two uniform numbers make one normal number; the second
  /// that the method offers is not kept, so that the generator stays a plain counter. |z| never exceeds
  /// √(−2 ln 2⁻⁵³) ≈ 8.57.
  ///
  /// - Source: Box, Muller, "A note on the generation of random normal deviates", Ann. Math. Statist. 29 (1958), 610.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// let draws = (0..<2).map { _ in fixed(random.normal(), 4) }  // => ["-0.0343", "-2.5001"]
  /// ```
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    let u = 1 - uniform()
    let v = uniform()
    return mean + standardDeviation * ((-2 * log(u)).squareRoot() * cos(2 * Double.pi * v))
  }

  /// One of the elements, all equally likely; there must be at least one.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// random.choice(of: ["red", "green", "blue"])  // => "blue"
  /// ```
  public mutating func choice<Element>(of elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "nothing to choose from")
    return elements[integer(below: elements.count)]
  }

  /// An index, drawn in proportion to the weights: not negative, finite, and not all 0.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// random.choice(weights: [0, 0, 5])  // => 2
  /// ```
  ///
  /// - Complexity: O(*n*).
  public mutating func choice(weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(total > 0 && total.isFinite && weights.allSatisfy { $0 >= 0 }, "weights are not negative, and not all 0")
    let target = uniform() * total
    var passed = 0.0
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      passed += weight
      last = index
      if target < passed { break }
    }
    return last
  }

  /// Puts the elements into a random order, all orders equally likely as far as the state of the generator reaches.
  ///
  /// - Complexity: O(*n*).
  /// - Source: Durstenfeld, "Algorithm 235: Random permutation", CACM 7 (1964), 420.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var i = elements.count - 1
    while i > 0 {
      elements.swapAt(i, integer(below: i + 1))
      i -= 1
    }
  }

  /// The elements in a random order; see ``shuffle(_:)``.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// random.shuffled([1, 2, 3, 4, 5])  // => [3, 2, 5, 4, 1]
  /// ```
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    shuffle(&result)
    return result
  }
}
