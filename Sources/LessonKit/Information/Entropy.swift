/// The self-information (surprise) of an event of probability `p`: I = −log p.
///
/// It falls as `p` grows, is 0 for the certain event, and adds up over independent events, which no other continuous
/// decreasing function does. It is *not* inversely proportional to `p`: 1/2, 1/4, 1/8 give 1, 2, 3 bits.
///
/// ```swift
/// selfInformation(0.001, in: .bits)  // => 9.965784284662087
/// selfInformation(0.999, in: .bits)  // => 0.0014434168696687186
/// ```
///
/// - Parameters:
///   - p: A probability in 0 ... 1. At 0 the result is +∞; below 0 it is NaN.
///   - base: The unit of the result.
/// - Source: Shannon (1948), section 6; MacKay, *Information Theory, Inference, and Learning Algorithms*, eq. (2.34).
public func selfInformation(_ p: Double, in base: LogarithmBase) -> Double {
  p == 1 ? 0 : -base.logarithm(of: p)
}

/// The entropy of a distribution: the mean surprise, H(p) = −Σ pᵢ log pᵢ.
///
/// 0 ≤ H ≤ log *n* for *n* outcomes: 0 if and only if one outcome is certain, log *n* if and only if all are equally
/// likely. 0 · log 0 counts as 0, its limit. In bits it bounds from below the mean length of any code for the outcomes
/// that can be read without marks between the words. It belongs to a distribution, not to an event.
///
/// ```swift
/// entropy([0.25, 0.75], in: .bits)  // => 0.8112781244591328
/// entropy([0.5, 0.25, 0.125, 0.125], in: .bits)  // => 1.75
/// ```
///
/// The numbers are taken as they come: the sum is not checked, and a negative entry gives NaN. ``Distribution`` checks.
///
/// - Complexity: O(*n*).
/// - Source: Shannon (1948), section 6; Cover and Thomas, *Elements of Information Theory*, 2nd ed., eq. (2.1).
public func entropy(_ p: [Double], in base: LogarithmBase) -> Double {
  var total = 0.0
  for p in p { total += entropyTerm(p, in: base) }
  return total
}

/// What each outcome adds to the entropy: pᵢ log 1/pᵢ.
///
/// The term is largest at p = 1/e, not for the rarest outcome, whose surprise is great but seldom felt.
///
/// ```swift
/// entropyTerms([0.5, 0.25, 0.25, 0], in: .bits)  // => [0.5, 0.5, 0.5, 0.0]
/// ```
public func entropyTerms(_ p: [Double], in base: LogarithmBase) -> [Double] {
  p.map { entropyTerm($0, in: base) }
}

private func entropyTerm(_ p: Double, in base: LogarithmBase) -> Double {
  p == 0 || p == 1 ? 0 : -p * base.logarithm(of: p)
}

/// The entropy of a coin that shows heads with probability `p`: H₂(p) = −p log p − (1 − p) log(1 − p).
///
/// Symmetric about 1/2, where it has its maximum, log 2; its slope log((1 − p)/p) is infinite at both ends.
///
/// ```swift
/// binaryEntropy(0.11, in: .bits)  // => 0.499915958164528
/// ```
///
/// - Parameters:
///   - p: A probability in 0 ... 1; outside the result is NaN.
///   - base: The unit of the result.
/// - Source: MacKay, eq. (2.36).
public func binaryEntropy(_ p: Double, in base: LogarithmBase) -> Double {
  entropyTerm(p, in: base) + entropyTerm(1 - p, in: base)
}

/// The cross-entropy of `q` relative to `p`: H(p, q) = −Σ pᵢ log qᵢ.
///
/// The mean surprise of one who believes `q` while outcomes come from `p`. H(p, q) = H(p) + D(p‖q) ≥ H(p), with equality
/// if and only if p = q. Not symmetric. +∞ where q is 0 and p is not; terms with p = 0 count as 0.
///
/// ```swift
/// crossEntropy([0.5, 0.5], [0.9, 0.1], in: .bits)  // => 1.736965594166206
/// ```
///
/// It is *not* the conditional entropy, and not the joint entropy: both have one distribution of two variables, this has
/// two distributions of one.
///
/// - Precondition: `p` and `q` have the same count.
/// - Complexity: O(*n*).
/// - Source: Murphy, *Probabilistic Machine Learning: An Introduction*, section 6.1.2.
public func crossEntropy(_ p: [Double], _ q: [Double], in base: LogarithmBase) -> Double {
  precondition(p.count == q.count, "two distributions over the same outcomes have the same count")
  var total = 0.0
  for i in p.indices where p[i] != 0 {
    total -= p[i] * base.logarithm(of: q[i])
  }
  return total
}

/// The perplexity of a distribution: the number of equally likely outcomes that would be as hard to foresee, e^H(p).
///
/// It does not depend on the unit of H. 1 ≤ perplexity ≤ *n*.
///
/// ```swift
/// perplexity([0.25, 0.25, 0.25, 0.25])  // => 4.0
/// perplexity([0.9, 0.1])  // => 1.384145488461686
/// ```
///
/// - Source: Jurafsky and Martin, *Speech and Language Processing*, 3rd ed. draft, section 3.7.
public func perplexity(_ p: [Double]) -> Double {
  pow(2, entropy(p, in: .bits))
}

/// The perplexity of the model `q` on outcomes from `p`: e^H(p, q), at least the perplexity of `p`.
///
/// ```swift
/// perplexity([0.5, 0.5], [0.9, 0.1])  // => 3.333333333333333
/// ```
///
/// - Precondition: `p` and `q` have the same count.
public func perplexity(_ p: [Double], _ q: [Double]) -> Double {
  pow(2, crossEntropy(p, q, in: .bits))
}
