/// The length of each code word of a Huffman code: no prefix-free binary code has a smaller mean length.
///
/// The two lightest nodes are joined until one is left; a word is as long as its leaf is deep. With mean length L = Σ pᵢlᵢ,
/// H ≤ L < H + 1 in bits, and L = H if and only if all probabilities are powers of 1/2.
///
/// ```swift
/// huffmanCodeLengths([0.25, 0.25, 0.2, 0.15, 0.15])  // => [2, 2, 2, 3, 3]
/// ```
///
/// Among equal weights, leaves go before joined nodes and the earlier before the later. This makes the result one and the
/// same everywhere and, of all optimal codes, gives the one whose longest word is shortest. Other tie rules give other
/// lengths with the same mean. A single symbol needs no bits: its length is 0.
///
/// - Parameter weights: Probabilities or counts, not negative and finite; they need not sum to 1.
/// - Complexity: O(*n* log *n*).
/// - Source: Huffman (1952); the two queues are van Leeuwen's (1976); tie rule from Schwartz (1964).
public func huffmanCodeLengths(_ weights: [Double]) -> [Int] {
  precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are finite and not negative")
  let count = weights.count
  guard count > 1 else { return [Int](repeating: 0, count: count) }
  let leaves = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
  // Joined nodes come into being in order of weight, so both queues are sorted and each join takes constant time.
  var joined: [Double] = []
  var leafParent = [Int](repeating: 0, count: count)
  var joinedParent = [Int](repeating: 0, count: count)
  var nextLeaf = 0
  var nextJoined = 0
  for parent in 0..<count - 1 {
    var weight = 0.0
    for _ in 0..<2 {
      if nextJoined == joined.count || nextLeaf < count && weights[leaves[nextLeaf]] <= joined[nextJoined] {
        weight += weights[leaves[nextLeaf]]
        leafParent[leaves[nextLeaf]] = parent
        nextLeaf += 1
      } else {
        weight += joined[nextJoined]
        joinedParent[nextJoined] = parent
        nextJoined += 1
      }
    }
    joined.append(weight)
  }
  var depth = [Int](repeating: 0, count: count - 1)
  for node in (0..<count - 2).reversed() { depth[node] = depth[joinedParent[node]] + 1 }
  return leafParent.map { depth[$0] + 1 }
}

/// The mean length of code words: Σ pᵢ lᵢ / Σ pᵢ, in symbols of the code.
///
/// ```swift
/// expectedCodeLength([0.25, 0.25, 0.2, 0.15, 0.15], lengths: [2, 2, 2, 3, 3])  // => 2.3
/// ```
///
/// - Precondition: As many lengths as weights.
public func expectedCodeLength(_ weights: [Double], lengths: [Int]) -> Double {
  precondition(weights.count == lengths.count, "one length is needed for each weight")
  return pairwiseSum(zip(weights, lengths).map { $0 * Double($1) }) / pairwiseSum(weights)
}

/// The Kraft sum of binary code word lengths, Σ 2^−lᵢ: a prefix-free code with these lengths exists if and only if it is at
/// most 1.
///
/// ```swift
/// kraftSum([1, 2, 3, 3])  // => 1.0
/// ```
///
/// - Source: Cover and Thomas, theorem 5.2.1.
public func kraftSum(_ lengths: [Int]) -> Double {
  pairwiseSum(lengths.map { Double(sign: .plus, exponent: -$0, significand: 1) })
}

/// The words of the canonical prefix-free code with the given lengths, written with 0 and 1.
///
/// Shorter words come first, words of one length in order of their symbols, each the number after the last. A length of 0
/// gives the empty word.
///
/// ```swift
/// canonicalCode(lengths: [2, 2, 2, 3, 3])  // => ["00", "01", "10", "110", "111"]
/// ```
///
/// - Precondition: ``kraftSum(_:)`` of the lengths is at most 1, and no length exceeds 63.
/// - Source: RFC 1951, section 3.2.2.
public func canonicalCode(lengths: [Int]) -> [String] {
  precondition(lengths.allSatisfy { (0...63).contains($0) }, "word lengths lie in 0...63")
  precondition(lengths.allSatisfy { $0 == 0 } || kraftSum(lengths.filter { $0 > 0 }) <= 1, "no prefix-free code is so short")
  var words = [String](repeating: "", count: lengths.count)
  var code: UInt64 = 0
  var previous = 0
  for symbol in lengths.indices.sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }) where lengths[symbol] > 0 {
    code <<= UInt64(lengths[symbol] - previous)
    previous = lengths[symbol]
    for bit in (0..<previous).reversed() { words[symbol] += code >> UInt64(bit) & 1 == 1 ? "1" : "0" }
    code += 1
  }
  return words
}
