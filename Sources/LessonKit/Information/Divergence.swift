/// The Kullback-Leibler divergence of `q` from `p`, or relative entropy: D(p‖q) = Σ pᵢ log(pᵢ / qᵢ).
///
/// What it costs on average, in code length, to believe `q` where `p` is true. D ≥ 0, and 0 if and only if p = q. +∞ as
/// soon as one outcome has q = 0 < p; outcomes with p = 0 count as 0.
///
/// ```swift
/// klDivergence([0.5, 0.5], [0.75, 0.25], in: .bits)  // => 0.20751874963942185
/// klDivergence([0.75, 0.25], [0.5, 0.5], in: .bits)  // => 0.18872187554086717
/// ```
///
/// It is *not* a distance: not symmetric, and the triangle inequality fails. By rounding, a result may be as low as about
/// −10⁻¹⁶ for distributions that almost agree; numbers that do not sum to 1 can give any sign.
///
/// - Precondition: `p` and `q` have the same count.
/// - Complexity: O(*n*).
/// - Source: Kullback and Leibler (1951); Cover and Thomas, eq. (2.26).
public func klDivergence(_ p: [Double], _ q: [Double], in base: LogarithmBase) -> Double {
  precondition(p.count == q.count, "two distributions over the same outcomes have the same count")
  var total = 0.0
  for i in p.indices where p[i] != 0 {
    total += p[i] * logarithmOfRatio(p[i], q[i], in: base)
  }
  return total
}

/// log(p/q); the quotient keeps more digits than the difference of logarithms, but it can leave the range of `Double`.
private func logarithmOfRatio(_ p: Double, _ q: Double, in base: LogarithmBase) -> Double {
  let ratio = p / q
  return q > 0 && (ratio < .leastNormalMagnitude || ratio == .infinity)
    ? base.logarithm(of: p) - base.logarithm(of: q)
    : base.logarithm(of: ratio)
}

/// The Jensen-Shannon divergence: JSD(p, q) = ½ D(p‖m) + ½ D(q‖m) with m = ½ (p + q).
///
/// Symmetric and always finite: 0 ≤ JSD ≤ log 2, that is 1 bit, reached when no outcome has weight in both. It is the
/// mutual information between an outcome and the fair coin that decided whether it came from `p` or from `q`.
///
/// ```swift
/// jensenShannonDivergence([1, 0], [0.5, 0.5], in: .bits)  // => 0.31127812445913283
/// ```
///
/// The divergence is *not* a distance either; its square root is, see ``jensenShannonDistance(_:_:in:)``.
///
/// - Precondition: `p` and `q` have the same count.
/// - Complexity: O(*n*).
/// - Source: Lin, "Divergence measures based on the Shannon entropy", IEEE Trans. Inf. Theory 37 (1991), 145.
public func jensenShannonDivergence(_ p: [Double], _ q: [Double], in base: LogarithmBase) -> Double {
  precondition(p.count == q.count, "two distributions over the same outcomes have the same count")
  let middle = zip(p, q).map { ($0 + $1) / 2 }
  let divergence = (klDivergence(p, middle, in: base) + klDivergence(q, middle, in: base)) / 2
  return divergence < 0 ? 0 : divergence
}

/// The square root of the Jensen-Shannon divergence, which is a distance: symmetric, with the triangle inequality.
///
/// This is what SciPy's `jensenshannon` returns, in spite of the name.
///
/// ```swift
/// jensenShannonDistance([1, 0], [0.5, 0.5], in: .nats)  // => 0.46450140402245893
/// ```
///
/// - Precondition: `p` and `q` have the same count.
/// - Source: Endres and Schindelin, "A new metric for probability distributions", IEEE Trans. Inf. Theory 49 (2003), 1858.
public func jensenShannonDistance(_ p: [Double], _ q: [Double], in base: LogarithmBase) -> Double {
  jensenShannonDivergence(p, q, in: base).squareRoot()
}

/// The total variation distance: ½ Σ |pᵢ − qᵢ|, the largest difference that any event's probability can show.
///
/// A distance with values in 0 ... 1; 1 if and only if no outcome has weight in both. No logarithm, hence no unit.
///
/// ```swift
/// totalVariation([0.5, 0.5], [0.75, 0.25])  // => 0.25
/// ```
///
/// Pinsker: TV² ≤ D(p‖q) / 2 with D in nats.
///
/// - Precondition: `p` and `q` have the same count.
/// - Complexity: O(*n*).
/// - Source: Levin and Peres, *Markov Chains and Mixing Times*, 2nd ed., section 4.1.
public func totalVariation(_ p: [Double], _ q: [Double]) -> Double {
  precondition(p.count == q.count, "two distributions over the same outcomes have the same count")
  var total = 0.0
  for i in p.indices { total += (p[i] - q[i]).magnitude }
  return total / 2
}

/// The Hellinger distance: H(p, q) = √(½ Σ (√pᵢ − √qᵢ)²).
///
/// A distance with values in 0 ... 1. H² ≤ TV ≤ √2 · H. For distributions, H² = 1 − Σ √(pᵢqᵢ). Some authors leave out the
/// factor ½ and get values up to √2.
///
/// ```swift
/// hellingerDistance([1, 0], [0, 1])  // => 1.0
/// ```
///
/// - Precondition: `p` and `q` have the same count.
/// - Complexity: O(*n*).
/// - Source: Tsybakov, *Introduction to Nonparametric Estimation*, section 2.4.
public func hellingerDistance(_ p: [Double], _ q: [Double]) -> Double {
  precondition(p.count == q.count, "two distributions over the same outcomes have the same count")
  var total = 0.0
  for i in p.indices {
    let difference = p[i].squareRoot() - q[i].squareRoot()
    total += difference * difference
  }
  return (total / 2).squareRoot()
}
