import LessonKit
import Testing

@Suite struct ActivationLawTests {
  /// Central difference with the step that balances truncation and rounding.
  private func slope(_ f: (Double) -> Double, at x: Double) -> Double {
    let h = 6e-6 * max(1, abs(x))
    return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
  }

  @Test func derivativesAreCentralDifferences() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<300 {
      let x = random.normal(standardDeviation: 3)
      guard abs(x) > 1e-3 else { continue }  // away from the kinks
      let pairs: [(Double, Double)] = [
        (sigmoidDerivative(x), slope(sigmoid, at: x)),
        (tanhDerivative(x), slope(tanh, at: x)),
        (softplusDerivative(x), slope(softplus, at: x)),
        (sigmoid(-x), slope(logSigmoid, at: x)),
        (reluDerivative(x), slope(relu, at: x)),
        (leakyReluDerivative(x, slope: 0.1), slope({ leakyRelu($0, slope: 0.1) }, at: x)),
        (stepDerivative(x), slope({ step($0) }, at: x)),
      ]
      for (analytic, numeric) in pairs {
        #expect(analytic.isApproximatelyEqual(to: numeric, relative: 1e-8, absolute: 1e-9))
      }
    }
  }

  @Test func identities() {
    var random = SplitMix64(seed: 32)
    for _ in 0..<300 {
      let x = random.normal(standardDeviation: 10)
      #expect((sigmoid(x) + sigmoid(-x)).isApproximatelyEqual(to: 1, relative: 1e-15))
      #expect(tanh(x).isApproximatelyEqual(to: 2 * sigmoid(2 * x) - 1, absolute: 1e-15))
      #expect((softplus(x) - softplus(-x)).isApproximatelyEqual(to: x, relative: 1e-14, absolute: 1e-15))
      #expect(softplus(x) >= relu(x) && softplus(x) <= relu(x) + log(2))
      #expect(sigmoidDerivative(x).isApproximatelyEqual(to: sigmoid(x) * sigmoid(-x), relative: 1e-14))
      #expect(leakyRelu(x, slope: 1) == x)
      #expect(leakyRelu(x, slope: 0) == relu(x))
      #expect(relu(x) == x * step(x))
    }
  }

  @Test func softmaxLaws() {
    var random = SplitMix64(seed: 33)
    for count in 1...30 {
      let z = random.normals(count, standardDeviation: 5)
      let p = softmax(z)
      #expect(abs(p.reduce(0, +) - 1) < 1e-14)
      #expect(p.allSatisfy { $0 > 0 })
      // A common shift changes nothing; a power of two far above the scores would cost their digits, 64 does not.
      let shifted = softmax(z.map { $0 + 64 })
      let highest = logSumExp(z)
      #expect(logSumExp(z.map { $0 + 64 }).isApproximatelyEqual(to: highest + 64, relative: 1e-14))
      #expect(highest >= z.max() ?? 0 && highest <= (z.max() ?? 0) + log(Double(count)) + 1e-15)
      for i in z.indices {
        #expect(p[i].isApproximatelyEqual(to: shifted[i], relative: 1e-12))
        #expect(p[i].isApproximatelyEqual(to: exp(z[i]) / z.map { exp($0) }.reduce(0, +), relative: 1e-13))
        #expect(logSoftmax(z)[i].isApproximatelyEqual(to: z[i] - highest, relative: 1e-12, absolute: 1e-14))
      }
    }
    let pair = softmax([0.3, 1.7])
    #expect(pair[0].isApproximatelyEqual(to: sigmoid(0.3 - 1.7), relative: 1e-15))
  }

  @Test func softmaxDerivatives() {
    var random = SplitMix64(seed: 34)
    for count in 1...8 {
      let z = random.normals(count)
      let upstream = random.normals(count)
      let jacobian = softmaxJacobian(z)
      let gradient = softmaxGradient(z, upstream: upstream)
      for j in z.indices {
        #expect(abs(jacobian[j].reduce(0, +)) < 1e-15)
        #expect(jacobian[j][j] <= 0.25)
        let product = (0..<count).map { jacobian[$0][j] * upstream[$0] }.reduce(0, +)
        #expect(gradient[j].isApproximatelyEqual(to: product, relative: 1e-12, absolute: 1e-15))
        for i in z.indices {
          let numeric = slope({ x in softmax(z.indices.map { $0 == j ? x : z[$0] })[i] }, at: z[j])
          #expect(jacobian[i][j].isApproximatelyEqual(to: numeric, relative: 1e-7, absolute: 1e-9))
        }
        let ofLogarithm = slope(
          { x in zip(logSoftmax(z.indices.map { $0 == j ? x : z[$0] }), upstream).map { $0 * $1 }.reduce(0, +) }, at: z[j])
        #expect(
          logSoftmaxGradient(z, upstream: upstream)[j].isApproximatelyEqual(to: ofLogarithm, relative: 1e-7, absolute: 1e-8))
        // The gradient of logSumExp is the softmax.
        let numeric = slope({ x in logSumExp(z.indices.map { $0 == j ? x : z[$0] }) }, at: z[j])
        #expect(softmax(z)[j].isApproximatelyEqual(to: numeric, relative: 1e-8))
      }
    }
  }
}

@Suite struct SaturationTests {
  @Test(arguments: [1000.0, 1e10, Double.infinity])
  func farOut(_ x: Double) {
    #expect(sigmoid(x) == 1)
    #expect(sigmoid(-x) == 0)
    #expect(sigmoidDerivative(x) == 0)
    #expect(sigmoidDerivative(-x) == 0)
    #expect(tanhDerivative(x) == 0)
    #expect(softplus(x) == x)
    #expect(softplus(-x) == 0)
    #expect(logSigmoid(x) == 0)
    #expect(logSigmoid(-x) == -x)
    #expect(relu(-x) == 0)
    #expect(step(x) == 1)
    #expect(step(-x) == 0)
  }

  @Test func softmaxAtAThousand() {
    #expect(softmax([1000.0, 1000]) == [0.5, 0.5])
    #expect(softmax([-1000.0, 1000]) == [0, 1])
    #expect(softmax([-1000.0, -1000, -1000, -1000]) == [0.25, 0.25, 0.25, 0.25])
    #expect(logSoftmax([-1000.0, 1000]) == [-2000, 0])
    #expect(logSumExp([1000.0, 1000]) == 1000 + log(2))
    #expect(logSumExp([-1000.0, -1000]) == -1000 + log(2))
    #expect(softmax([Float(1000), 1000]) == [0.5, 0.5])
    // The naive quotient overflows.
    #expect((exp(1000) / (exp(1000) + exp(1000))).isNaN)
  }

  /// The first score at which σ is exactly 1: ln 2⁵³ = 36.7368 in Double, ln 2²⁴ = 16.6355 in Float.
  @Test func whereTheSigmoidIsOne() {
    #expect(sigmoid(36.73) < 1)
    #expect(sigmoid(36.74) == 1)
    #expect(sigmoid(Float(16.63)) < 1)
    #expect(sigmoid(Float(16.64)) == 1)
    #expect(sigmoidDerivative(36.74) > 0)
    #expect(sigmoidDerivative(Float(16.64)) > 0)
  }

  @Test func specialScores() {
    #expect(softmax([Double]()) == [])
    #expect(logSoftmax([Double]()) == [])
    #expect(logSumExp([Double]()) == -.infinity)
    #expect(logSumExp([-Double.infinity, -.infinity]) == -.infinity)
    #expect(logSumExp([0, Double.infinity]) == .infinity)
    #expect(logSumExp([0, Double.nan]).isNaN)
    #expect(logSumExp([Double.nan, .infinity]).isNaN)
    #expect(softmax([0, -Double.infinity, 0]) == [0.5, 0, 0.5])
    #expect(softmax([0, Double.nan]).allSatisfy { $0.isNaN })
    #expect(softmax([-Double.infinity]).allSatisfy { $0.isNaN })
    #expect(sigmoid(Double.nan).isNaN)
    #expect(relu(Double.nan).isNaN)
    #expect(reluDerivative(Double.nan).isNaN)
    #expect(step(Double.nan).isNaN)
    #expect(stepDerivative(0.0).isNaN)
    #expect(step(0.0) == 1)
    #expect(step(0.0, atZero: 0.5) == 0.5)
    #expect(reluDerivative(0.0) == 0)
    #expect(leakyReluDerivative(0.0, slope: 0.2) == 0.2)
  }

  /// The nearest `Float` to the Double values of numpy 2.4: np.float32(-np.log(0.6)), np.float32(1 / (1 + np.exp(-1.5))), …
  @Test func floatDigits() {
    #expect(-Float.logarithm(of: 0.6) == 0.5108256)
    // Composed in Float, so within one unit in the last place.
    #expect(abs(sigmoid(Float(1.5)) - 0.8175745) <= Float(0.8).ulp)
    #expect(abs(softplus(Float(1)) - 1.3132616) <= Float(1.3).ulp)
    #expect(Float.hyperbolicTangent(of: 0.5) == 0.46211717)
    #expect(Float.power(2, 0.5) == 1.4142135)
    #expect(Float.exponentialMinusOne(of: 1e-5) == 1.000005e-5)
    #expect(Float.logarithm(onePlus: 1e-5) == 9.99995e-6)
  }
}
