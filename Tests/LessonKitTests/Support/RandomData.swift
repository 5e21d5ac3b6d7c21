import LessonKit

/// A seeded source of random test data, its own for each test.
extension SeededGenerator {
  /// Probabilities of `count` outcomes; about one in six is 0 when `zeros` is set.
  mutating func probabilities(_ count: Int, zeros: Bool = false) -> [Double] {
    var weights = (0..<count).map { _ in zeros && bernoulli(1.0 / 6) ? 0 : -log(1 - uniform()) }
    if weights.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Normal numbers, as scores or weights.
  mutating func normals(_ count: Int, standardDeviation: Double = 1) -> [Double] {
    (0..<count).map { _ in normal(standardDeviation: standardDeviation) }
  }
}
