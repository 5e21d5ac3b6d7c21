import LessonKit
import Testing

@Suite struct PublishedRunsTests {
  static let valley = QuadraticBowl(coefficients: [0.1, 2])

  static func valleyRun(_ optimizer: some Optimizer, _ name: String, _ x1: String, _ x2: String) -> [Published] {
    let end = minimize(valley, from: [-5, -2], with: optimizer, steps: 20).lastPoint
    return [.init("\(name) x1", end[0], x1), .init("\(name) x2", end[1], x2)]
  }

  /// "Dive into Deep Learning", sections 12.6 to 12.8: 20 steps in the valley 0.1x₁² + 2x₂² from (−5, −2), ε = 10⁻⁶ inside
  /// the root.
  static let diveValley: [Published] =
    valleyRun(GradientDescent(learningRate: 0.4), "descent 0.4", "-0.943467", "-0.000073")
    + valleyRun(GradientDescent(learningRate: 0.6), "descent 0.6", "-0.387814", "-1673.365109")
    + valleyRun(Momentum(learningRate: 0.6, beta: 0.5), "momentum 0.5", "0.007188", "0.002553")
    + valleyRun(Momentum(learningRate: 0.6, beta: 0.25), "momentum 0.25", "-0.126340", "-0.186632")
    + valleyRun(AdaGrad(learningRate: 0.4, epsilon: 1e-6, placement: .insideRoot), "AdaGrad 0.4", "-2.382563", "-0.158591")
    + valleyRun(AdaGrad(learningRate: 2, epsilon: 1e-6, placement: .insideRoot), "AdaGrad 2", "-0.002295", "-0.000000")
    + valleyRun(RMSProp(learningRate: 0.4, epsilon: 1e-6, placement: .insideRoot), "RMSProp 0.4", "-0.010599", "0.000000")

  /// "Dive into Deep Learning", section 12.3: ten steps on x² and x·cos(0.15πx) from 10, 20 steps on x₁² + 2x₂².
  static let diveDescent: [Published] = {
    func square(_ rate: Double) -> Double {
      minimize(QuadraticBowl(coefficients: [1]), from: [10], with: GradientDescent(learningRate: rate), steps: 10).lastPoint[0]
    }
    let c = 0.15 * Double.pi
    let wave = minimize(
      { x in x[0] * cos(c * x[0]) }, gradient: { x in [cos(c * x[0]) - c * x[0] * sin(c * x[0])] }, from: [10],
      with: GradientDescent(learningRate: 2), steps: 10)
    let bowl = minimize(
      QuadraticBowl(coefficients: [1, 2]), from: [-5, -2], with: GradientDescent(learningRate: 0.1), steps: 20)
    return [
      .init("rate 0.2", square(0.2), "0.060466"), .init("rate 0.05", square(0.05), "3.486784"),
      .init("rate 1.1", square(1.1), "61.917364"), .init("local minimum", wave.lastPoint[0], "-1.528166"),
      .init("bowl x1", bowl.lastPoint[0], "-0.057646"), .init("bowl x2", bowl.lastPoint[1], "-0.000073"),
    ]
  }()

  /// TensorFlow API documentation of `SGD`, `RMSprop` and `Adam` (`tf.keras.optimizers`): one or two steps on x²/2.
  static let tensorFlow: [Published] = {
    let half = QuadraticBowl(coefficients: [0.5])
    let plain = minimize(half, from: [1], with: GradientDescent(learningRate: 0.1), steps: 1)
    let momentum = minimize(half, from: [1], with: Momentum(learningRate: 0.1, beta: 0.9), steps: 2).coordinate(0)
    let rms = minimize(half, from: [10], with: RMSProp(learningRate: 0.1, epsilon: 1e-7), steps: 1)
    let adam = minimize(half, from: [10], with: Adam(learningRate: 0.1, epsilon: 1e-7), steps: 1)
    return [
      .init("SGD", plain.lastPoint[0], "0.9"), .init("first momentum step", momentum[0] - momentum[1], "0.1"),
      .init("second momentum step", momentum[1] - momentum[2], "0.18"), .init("RMSprop", rms.lastPoint[0], "9.683772"),
      .init("Adam", adam.lastPoint[0], "9.9"),
    ]
  }()

  /// Course, lessons 8 and 12: ten steps on x² from 1 with the right and with the wrong sign, and ten growing ones down the
  /// saddle; Adam without correction jumps to 0.6838 (from
  /// mpmath: 1 − 0.1·0.2/(√0.004 + 10⁻⁸)).
  static let course: [Published] = {
    let square = QuadraticBowl(coefficients: [1])
    let down = minimize(square, from: [1], with: GradientDescent(learningRate: 0.1), steps: 10)
    let up = minimize(square, from: [1], with: GradientDescent(learningRate: -0.1), steps: 10)
    let saddle = minimize(Saddle(), from: [1, 1e-6], with: GradientDescent(learningRate: 0.1), steps: 10)
    let corrected = minimize(square, from: [1], with: Adam(learningRate: 0.1), steps: 1)
    let raw = minimize(square, from: [1], with: Adam(learningRate: 0.1, correctsBias: false), steps: 1)
    let adaGrad = minimize(square, from: [1], with: AdaGrad(learningRate: 0.1, epsilon: 1e-6), steps: 100)
    return [
      .init("minus", down.lastPoint[0], "0.1073741824"), .init("plus", up.lastPoint[0], "6.1917364224"),
      .init("saddle", saddle.lastPoint[1] / 1e-6, "6.1917364224"), .init("Adam", corrected.lastPoint[0], "0.9000000005"),
      .init("Adam, uncorrected", raw.lastPoint[0], "0.683772283983154"),
      .init("AdaGrad", adaGrad.lastPoint[0], "0.0273869188402593"),
      .init("steps to 0.001", Double(minimizeSteps(square)), "31"),
    ]
  }()

  /// Lesson 8, exercise 2: the number of steps at rate 0.1 after which |x| < 10⁻³.
  static func minimizeSteps(_ f: QuadraticBowl) -> Int {
    minimize(f, from: [1], with: GradientDescent(learningRate: 0.1), steps: 50).steps(toReach: 1e-6) ?? -1
  }

  @Test(arguments: diveValley + diveDescent + tensorFlow + course) func agreesWithItsSource(_ value: Published) {
    value.check()
  }

  struct Oracle: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let end: [Double]
    let expected: [Double]
  }

  static func end(_ f: some DifferentiableFunction, _ start: [Double], _ optimizer: some Optimizer, _ steps: Int) -> [Double] {
    minimize(f, from: start, with: optimizer, steps: steps).lastPoint
  }

  /// The recurrences of the papers with mpmath at 30 digits.
  static let oracles: [Oracle] = {
    let (start, square) = ([-5.0, -2.0], QuadraticBowl(coefficients: [1]))
    let hill = [-1.2, 1.0]
    return [
      Oracle(
        testDescription: "Nesterov", end: end(valley, start, Nesterov(learningRate: 0.4, beta: 0.5), 20),
        expected: [-0.1092963612652777, -44.66392730429245]),
      Oracle(
        testDescription: "AdaGrad, epsilon outside", end: end(valley, start, AdaGrad(learningRate: 0.4), 20),
        expected: [-2.38256239446175, -0.1585905477347183]),
      Oracle(
        testDescription: "RMSProp, epsilon outside", end: end(valley, start, RMSProp(learningRate: 0.4), 20),
        expected: [-0.01059797774157612, 1.036208876211294e-14]),
      Oracle(
        testDescription: "Adam", end: end(valley, start, Adam(learningRate: 0.4), 20),
        expected: [0.9960325469238895, -0.2127506522697805]),
      Oracle(
        testDescription: "Adam, uncorrected", end: end(valley, start, Adam(learningRate: 0.4, correctsBias: false), 20),
        expected: [0.3850190531218295, -0.5579736694476227]),
      Oracle(
        testDescription: "AdamW", end: end(valley, start, AdamW(learningRate: 0.4, weightDecay: 0.1), 20),
        expected: [0.9167515883080175, -0.256355065924698]),
      Oracle(
        testDescription: "Adam on Rosenbrock", end: end(Rosenbrock(), hill, Adam(learningRate: 0.01), 100),
        expected: [-1.043575602399329, 1.093882662960295]),
      Oracle(
        testDescription: "Momentum on Rosenbrock", end: end(Rosenbrock(), hill, Momentum(learningRate: 0.0001), 100),
        expected: [-0.928760687720496, 0.8684203802823979]),
      Oracle(
        testDescription: "Adam on x²",
        end: minimize(square, from: [1], with: Adam(learningRate: 0.1), steps: 5).coordinate(0),
        expected: [1, 0.9000000005, 0.8004122286917921, 0.7015862729460295, 0.6039390605737448, 0.5079636592643407]),
    ]
  }()

  @Test(arguments: oracles) func equalsThirtyDigitArithmetic(_ oracle: Oracle) {
    #expect(oracle.end.count == oracle.expected.count)
    for (own, expected) in zip(oracle.end, oracle.expected) {
      // RMSProp ends at 10⁻¹⁴ by cancellation; an absolute 10⁻¹³ is what the digits of its path allow.
      #expect(own.isApproximatelyEqual(to: expected, relative: 1e-11, absolute: 1e-13))
    }
  }
}
