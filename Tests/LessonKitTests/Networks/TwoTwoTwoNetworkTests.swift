import LessonKit
import Testing

/// Mazur (2015), "A step by step backpropagation example", unless a source is named.
@Suite struct TwoTwoTwoNetworkTests {
  static let forward: [Published] = {
    let a = TwoTwoTwoNetwork.mazur.forward(.mazur)
    let (e1, e2) = a.losses(.mazur)
    return [
      .init("net h1", a.netH1, "0.3775"), .init("out h1", a.h1, "0.593269992"), .init("out h2", a.h2, "0.596884378"),
      .init("net o1", a.netO1, "1.105905967"), .init("out o1", a.o1, "0.75136507"), .init("out o2", a.o2, "0.772928465"),
      .init("E o1", e1, "0.274811083"), .init("E o2", e2, "0.023560026"), .init("E total", a.loss(.mazur), "0.298371109"),
    ]
  }()

  static let backward: [Published] = {
    let network = TwoTwoTwoNetwork.mazur
    let a = network.forward(.mazur)
    let g = network.gradients(.mazur)
    let throughO1 = g.b3 * network.parameters.w5
    let throughO2 = g.b4 * network.parameters.w7
    return [
      .init("dE/d out o1", a.o1 - TwoTwoTwoNetwork.Example.mazur.t1, "0.74136507"),
      .init("d out o1/d net o1", a.o1 * (1 - a.o1), "0.186815602"), .init("delta o1", g.b3, "0.138498562"),
      .init("dE/dw5", g.w5, "0.082167041"), .init("dE o1/d out h1", throughO1, "0.055399425"),
      .init("dE/d out h1", throughO1 + throughO2, "0.036350306"), .init("d out h1/d net h1", a.h1 * (1 - a.h1), "0.241300709"),
      .init("dE/dw1", g.w1, "0.000438568"),
    ]
  }()

  static let updated: [Published] = {
    var network = TwoTwoTwoNetwork.mazur
    network.step(.mazur, learningRate: 0.5)
    let p = network.parameters
    return [
      .init("w1+", p.w1, "0.149780716"), .init("w2+", p.w2, "0.19956143"), .init("w3+", p.w3, "0.24975114"),
      .init("w4+", p.w4, "0.29950229"), .init("w5+", p.w5, "0.35891648"), .init("w6+", p.w6, "0.408666186"),
      .init("w7+", p.w7, "0.511301270"), .init("w8+", p.w8, "0.561370121"),
    ]
  }()

  @Test(arguments: forward + backward + updated) func agreesWithItsSource(_ value: Published) {
    value.check()
  }

  /// The eight gradients and four deltas, from mpmath at 40 digits.
  @Test func allGradients() {
    let expected = [
      0.0004385677344743467, 0.0008771354689486935, 0.0004977127352608601, 0.0009954254705217201, 0.08216704056423078,
      0.08266762784753326, -0.02260254047747506, -0.02274024221597821, 0.008771354689486935, 0.009954254705217201,
      0.138498561628557, -0.03809823651655622,
    ]
    for (own, value) in zip(TwoTwoTwoNetwork.mazur.gradients(.mazur).values, expected) {
      #expect(own.isApproximatelyEqual(to: value, relative: 1e-14))
    }
  }

  /// What the post prints for the losses belongs to another rule: hidden derivatives with output weights already changed.
  @Test func printedLossesBelongToTheOtherOrder() {
    func run(_ order: TwoTwoTwoNetwork.UpdateOrder) -> (losses: [Double], outputs: TwoTwoTwoNetwork.Activations) {
      var network = TwoTwoTwoNetwork.mazur
      let losses = network.train(.mazur, learningRate: 0.5, steps: 10_000, order: order)
      return (losses, network.forward(.mazur))
    }
    let right = run(.simultaneous)
    let other = run(.outputLayerFirst)
    #expect(!Published("E", right.losses[1], "0.291027924").agrees)
    #expect(Published("E", other.losses[1], "0.291027924").agrees)
    #expect(!Published("o1", right.outputs.o1, "0.015912196").agrees)
    #expect(Published("o1", other.outputs.o1, "0.015912196").agrees)
    #expect(!Published("o2", right.outputs.o2, "0.984065734").agrees)
    #expect(Published("o2", other.outputs.o2, "0.984065734").agrees)
    // 0.0000351085 is neither after 10 000 steps; it is gradient descent after 9 999.
    #expect(!Published("E", right.losses[10_000], "0.0000351085").agrees)
    #expect(!Published("E", other.losses[10_000], "0.0000351085").agrees)
    #expect(Published("E", right.losses[9_999], "0.0000351085").agrees)
  }

  struct Run: Sendable {
    let trained: TwoTwoTwoNetwork.Trained
    let order: TwoTwoTwoNetwork.UpdateOrder
    let afterOne: Double
    let afterAll: Double
    let o1: Double
    let o2: Double
  }

  /// Losses after 1 and 10 000 steps and the outputs then, from mpmath at 40 digits.
  static let runs = [
    Run(
      trained: .weights, order: .simultaneous, afterOne: 0.29102777369359935, afterAll: 3.5101877829788459e-5,
      o1: 0.01591362044355063, o2: 0.9840642735146238),
    Run(
      trained: .weights, order: .outputLayerFirst, afterOne: 0.29102792390544187, afterAll: 3.5084786296313534e-5,
      o1: 0.01591219632603445, o2: 0.9840657344856291),
    Run(
      trained: .weightsAndBiases, order: .simultaneous, afterOne: 0.28047144679143016, afterAll: 2.4475622359322854e-6,
      o1: 0.01158752739087009, o2: 0.9884589350256716),
  ]

  @Test(arguments: runs) func tenThousandSteps(_ run: Run) {
    var network = TwoTwoTwoNetwork.mazur
    let losses = network.train(.mazur, learningRate: 0.5, steps: 10_000, training: run.trained, order: run.order)
    let outputs = network.forward(.mazur)
    #expect(losses.count == 10_001)
    #expect(losses[1].isApproximatelyEqual(to: run.afterOne, relative: 1e-14))
    #expect(losses[10_000].isApproximatelyEqual(to: run.afterAll, relative: 1e-10))
    #expect(outputs.o1.isApproximatelyEqual(to: run.o1, relative: 1e-12))
    #expect(outputs.o2.isApproximatelyEqual(to: run.o2, relative: 1e-12))
  }

  static func randomParameters(_ seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<12).map { _ in random.uniform(in: -2..<2) }
  }

  @Test(arguments: 1...20) func gradientEqualsCentralDifferences(seed: Int) {
    let check = gradientCheck(
      of: { TwoTwoTwoNetwork(.init(values: $0)).loss(.mazur) },
      gradient: { TwoTwoTwoNetwork(.init(values: $0)).gradients(.mazur).values }, at: Self.randomParameters(UInt64(seed)))
    #expect(check.passes(tolerance: 1e-9), "\(check)")
  }

  /// Second way: the same network on the scalar tape.
  @Test(arguments: 1...5) func gradientEqualsTheTapes(seed: Int) {
    let point = Self.randomParameters(UInt64(seed))
    let tape = gradient(
      of: { p in
        let h1 = (0.05 * p[0] + 0.1 * p[1] + p[8]).sigmoid()
        let h2 = (0.05 * p[2] + 0.1 * p[3] + p[9]).sigmoid()
        let o1 = (p[4] * h1 + p[5] * h2 + p[10]).sigmoid()
        let o2 = (p[6] * h1 + p[7] * h2 + p[11]).sigmoid()
        return 0.5 * (0.01 - o1).power(2) + 0.5 * (0.99 - o2).power(2)
      }, at: point)
    let own = TwoTwoTwoNetwork(.init(values: point)).gradients(.mazur).values
    for (a, b) in zip(own, tape) { #expect(a.isApproximatelyEqual(to: b, relative: 1e-12, absolute: 1e-15)) }
  }

  /// CLAIMS S3-21: leaving the output bias out gives 0.6238 instead of 0.7514.
  @Test func theOutputBiasMatters() {
    var network = TwoTwoTwoNetwork.mazur
    #expect(Published("with", network.forward(.mazur).o1, "0.7514").agrees)
    network.parameters.b3 = 0
    #expect(Published("without", network.forward(.mazur).o1, "0.6238").agrees)
  }

  @Test func biasesStayUnlessTrained() {
    var network = TwoTwoTwoNetwork.mazur
    network.train(.mazur, learningRate: 0.5, steps: 3)
    #expect(network.parameters.b1 == 0.35)
    #expect(network.parameters.b4 == 0.60)
    network.train(.mazur, learningRate: 0.5, steps: 1, training: .weightsAndBiases)
    #expect(network.parameters.b1 < 0.35)
    #expect(network.parameters.b4 > 0.60)
  }
}
