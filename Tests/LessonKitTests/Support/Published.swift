import LessonKit
import Testing

/// A number from outside, to the digits in which it was printed, and what the kit computes for it.
struct Published: Sendable, CustomStringConvertible {
  let source: String
  let computed: Double
  let printed: Double
  let tolerance: Double

  /// A value that must be met to the tolerance, half a unit of the last printed digit if nothing else is said.
  init(_ source: String, _ computed: Double, is printed: Double, within tolerance: Double) {
    self.source = source
    self.computed = computed
    self.printed = printed
    self.tolerance = tolerance
  }

  /// A value printed, or computed by the named system, in full: met to a relative 1e−14.
  init(_ source: String, _ computed: Double, is printed: Double) {
    self.init(source, computed, is: printed, within: max(printed.magnitude, 1e-300) * 1e-14)
  }

  var description: String { source }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let agrees = computed == printed || (computed - printed).magnitude <= tolerance
    #expect(agrees, "\(source): computed \(computed), printed \(printed)", sourceLocation: sourceLocation)
  }
}

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
