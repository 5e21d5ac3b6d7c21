import LessonKit
import Testing

// A lesson may declare names that the kit has too, with or without the kit's signature; the lesson's own must be meant.
// Each of these returns −1, which the kit's would not.
private func entropy(_ p: [Double]) -> Double { -1 }
private func softmax(_ z: [Double]) -> [Double] { [-1] }
private func sigmoid(_ x: Double) -> Double { -1 }
private func relu<T: BinaryFloatingPoint>(_ x: T) -> T { -1 }
private func softplus<T: FloatingPoint>(_ x: T) -> T { -1 }
private func logSumExp<S: Sequence>(_ z: S) -> Double where S.Element == Double { -1 }
private func crossEntropy(_ p: [Double], _ q: [Double]) -> Double { -1 }
private func klDivergence(_ p: [Double], _ q: [Double]) -> Double { -1 }
private func perplexity(_ p: [Double]) -> Double { -1 }
private func mean(_ values: [Double]) -> Double { -1 }
private func median(_ values: [Double]) -> Double { -1 }
private func binaryCrossEntropy(_ p: Double, target: Double) -> Double { -1 }
private func meanSquaredError(_ p: [Double], targets: [Double]) -> Double { -1 }
private func fixed(_ x: Double, _ digits: Int) -> String { "-1" }
private func oneHot(_ index: Int, count: Int) -> [Double] { [-1] }
private let step = 0.1
private let variance = 2.0
private struct Hinge { let own = -1 }
private struct Distribution { let own = -1 }

@Suite struct ShadowingTests {
  @Test func aLessonsOwnDeclarationsAreMeant() {
    #expect(entropy([0.5, 0.5]) == -1)
    #expect(softmax([1, 2]) == [-1])
    #expect(sigmoid(0) == -1)
    #expect(sigmoid(0.5) == -1)
    #expect(relu(3.0) == -1)
    #expect(softplus(3.0) == -1)
    #expect(logSumExp([1, 2]) == -1)
    #expect(crossEntropy([1], [1]) == -1)
    #expect(klDivergence([1], [1]) == -1)
    #expect(perplexity([1]) == -1)
    #expect(mean([1, 2]) == -1)
    #expect(median([1, 2]) == -1)
    #expect(binaryCrossEntropy(0.5, target: 1) == -1)
    #expect(meanSquaredError([1], targets: [0]) == -1)
    #expect(fixed(1, 2) == "-1")
    #expect(oneHot(0, count: 1) == [-1])
    #expect(step * 2 == 0.2)
    #expect("\(variance)" == "2.0")
    #expect(Hinge().own == -1)
    #expect(Distribution().own == -1)
    #expect([[0.5, 0.5]].map(entropy) == [-1])
    // The kit's form with another label is still there.
    #expect(entropy([0.5, 0.5], in: .bits) == 1)
  }

  /// C's mathematics comes with the kit, and a bare literal is a `Double`.
  @Test func literalsAreDoubles() {
    let values = [exp(1), log(2), log2(8), log10(1000), pow(2, 10), sqrt(2), floor(2.5), tanh(0), fabs(-1), log(1 / 2)]
    #expect(values[2...4] == [3, 3, 1024])
    #expect(values[9] == -0.6931471805599453)
    let single: Float = expf(1)
    #expect(single == 2.7182817)
    #expect(sqrtf(2) == 1.4142135)
    #expect([1, 2, 4].map { log2($0) } == [0, 1, 2])
    #expect(erf(0.0) == 0)
  }

  /// A second form of `exp` or `sqrt`, for `Float` or for a tape, and the compiler gives up on this formula of a lesson: it
  /// would be "unable to type-check this expression in reasonable time". That the test compiles is the test.
  @Test func formulasAreCheckedInReasonableTime() {
    let hermite = (0..<3).map { i in 2 * Double(i) * exp(-0.5 * Double(i) * Double(i)) / sqrt(2 * 3.14159) }
    #expect(hermite[0] == 0)
    #expect(hermite[1].isApproximatelyEqual(to: 0.48394, absolute: 1e-5))  // 2 φ(1), by the table of the normal density
  }
}
