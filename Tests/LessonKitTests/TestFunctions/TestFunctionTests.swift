import LessonKit
import Testing

@Suite struct TestFunctionTests {
  static let published: [Published] = {
    let (rosenbrock, beale, himmelblau) = (Rosenbrock(), Beale(), Himmelblau())
    let slope = rosenbrock.gradient(at: [-1.2, 1])
    let bend = rosenbrock.hessian(at: [-1.2, 1])
    return [
      // Moré, Garbow & Hillstrom (1981), problems 1 and 5: starting points and minima; course, lesson 8.
      .init("Rosenbrock at its start", rosenbrock(rosenbrock.start), "24.2"), .init("dx", slope[0], "-215.6"),
      .init("dy", slope[1], "-88"), .init("Rosenbrock at (1, 1)", rosenbrock([1, 1]), "0"),
      .init("Beale at (3, 0.5)", beale([3, 0.5]), "0"), .init("Beale dx at (1, 1)", beale.gradient(at: [1, 1])[0], "0"),
      .init("Beale dy at (1, 1)", beale.gradient(at: [1, 1])[1], "27.75"),
      .init("Beale at (1, 1)", beale([1, 1]), "14.203125"),
      // scipy.optimize.rosen: example of the documentation; the second from the SciPy tutorial's starting point.
      .init("rosen(0.1·arange(10))", Rosenbrock(dimensions: 10)((0..<10).map { 0.1 * Double($0) }), "76.56"),
      .init("rosen(tutorial start)", Rosenbrock(dimensions: 5)([1.3, 0.7, 0.8, 1.9, 1.2]), "848.22"),
      .init("rosen_hess xx", bend[0, 0], "1330"), .init("rosen_hess xy", bend[0, 1], "480"),
      .init("rosen_hess yy", bend[1, 1], "200"),
      // Himmelblau (1972); the local maximum as in Wikipedia, "Himmelblau's function".
      .init("Himmelblau at (3, 2)", himmelblau([3, 2]), "0"),
      .init("Himmelblau's maximum", himmelblau([-0.270845, -0.923039]), "181.617"),
      .init("Himmelblau at 0", himmelblau([0, 0]), "170"),
    ]
  }()

  @Test(arguments: published) func agreesWithItsSource(_ value: Published) {
    value.check()
  }

  /// SciPy documentation of `rosen_der` at 0.1·arange(9) and of `rosen_hess` at 0.1·arange(4).
  @Test func rosenbrockInManyDimensions() {
    let slope = Rosenbrock(dimensions: 9).gradient(at: (0..<9).map { 0.1 * Double($0) })
    for (own, value) in zip(slope, [-2, 10.6, 15.6, 13.4, 6.4, -3, -12.4, -19.4, 62]) { #expect(abs(own - value) < 1e-12) }
    let bend = Rosenbrock(dimensions: 4).hessian(at: (0..<4).map { 0.1 * Double($0) })
    let expected = Matrix([[-38, 0, 0, 0], [0, 134, -40, 0], [0, -40, 130, -80], [0, 0, -80, 200]])
    for (own, value) in zip(bend.elements, expected.elements) { #expect(abs(own - value) < 1e-12) }
  }

  struct Derivatives: Sendable {
    let value: Double
    let gradient: [Double]
    let hessian: [Double]
    let expected: [Double]

    init(_ f: some TestFunction, at point: [Double], expected: [Double]) {
      value = f(point)
      gradient = f.gradient(at: point)
      hessian = f.hessian(at: point).elements
      self.expected = expected
    }
  }

  /// f, fx, fy, fxx, fxy, fyy from mpmath's numerical differentiation at 25 digits.
  static let oracles = [
    Derivatives(Beale(), at: [1, 1], expected: [14.203125, 0, 27.75, 0, 27.75, 68.5]),
    Derivatives(Beale(), at: [2, -1], expected: [13.203125, 15.5, -44.5, 16, -54.25, 163]),
    Derivatives(
      Beale(), at: [0.5, 0.25],
      expected: [8.98736572265625, -9.226318359375, 2.41552734375, 4.82080078125, 3.427734375, 7.404296875]),
    Derivatives(Himmelblau(), at: [0, 0], expected: [170, -14, -22, -42, 0, -26]),
    Derivatives(Himmelblau(), at: [1, 2], expected: [68, -36, -32, -22, 12, 26]),
    Derivatives(Himmelblau(), at: [-2, 0.5], expected: [118.8125, 34.5, -30.5, 8, -6, -31]),
    Derivatives(
      Plateau(dimensions: 2), at: [1, 2],
      expected: [
        0.9179150013761012, 0.082084998623898795, 0.16416999724779759, 0, -0.16416999724779759, -0.24625499587169639,
      ]),
    Derivatives(
      Plateau(dimensions: 2), at: [3, 3],
      expected: [
        0.99987659019591332, 0.00037022941226003865, 0.00037022941226003865, -0.0009872784326934364, -0.0011106882367801159,
        -0.0009872784326934364,
      ]),
  ]

  @Test(arguments: oracles) func derivatives(_ d: Derivatives) {
    let own = [d.value] + d.gradient + [d.hessian[0], d.hessian[1], d.hessian[3]]
    for (a, b) in zip(own, d.expected) { #expect(a.isApproximatelyEqual(to: b, relative: 1e-13, absolute: 1e-15)) }
    #expect(d.hessian[1] == d.hessian[2])
  }

  /// Laws for every function: gradient = central difference, Hessian = central difference of the gradient, the gradient is
  /// zero and the value least at each known minimum.
  static func checkLaws(_ f: some TestFunction, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let point = f.start.map { _ in random.uniform(in: -2..<2) }
    let check = gradientCheck(of: { f($0) }, gradient: { f.gradient(at: $0) }, at: point)
    #expect(check.passes(tolerance: 1e-8), "\(check)")
    for i in point.indices {
      let row = gradientCheck(
        of: { f.gradient(at: $0)[i] }, gradient: { x in point.indices.map { f.hessian(at: x)[i, $0] } }, at: point)
      #expect(row.passes(tolerance: 1e-8), "\(row)")
    }
    for minimum in f.minima {
      #expect(norm(f.gradient(at: minimum)) < 1e-12)
      #expect(f(minimum) < 1e-24)
      let nearby = minimum.map { $0 + random.uniform(in: -0.1..<0.1) }
      #expect(f(nearby) >= f(minimum))
    }
  }

  @Test(arguments: 1...10) func laws(seed: Int) {
    let seed = UInt64(seed)
    Self.checkLaws(QuadraticBowl(coefficients: [0.1, 2, 5]), seed: seed)
    Self.checkLaws(Rosenbrock(), seed: seed)
    Self.checkLaws(Rosenbrock(dimensions: 4), seed: seed)
    Self.checkLaws(Beale(), seed: seed)
    Self.checkLaws(Himmelblau(), seed: seed)
    Self.checkLaws(Saddle(), seed: seed)
    Self.checkLaws(Plateau(dimensions: 3), seed: seed)
  }

  /// Wikipedia, "Himmelblau's function": the minima to six digits; refined with mpmath.
  @Test func himmelblausMinima() {
    let printed = [[3.0, 2.0], [-2.805118, 3.131312], [-3.779310, -3.283186], [3.584428, -1.848126]]
    for (own, wikipedia) in zip(Himmelblau().minima, printed) {
      #expect(abs(own[0] - wikipedia[0]) < 1e-6)
      #expect(abs(own[1] - wikipedia[1]) < 1e-6)
    }
  }

  /// Course, lesson 8, exercise 4: one Newton step leads from any point of a quadratic to its minimum.
  @Test func newtonOnABowl() {
    let f = QuadraticBowl(coefficients: [0.1, 2])
    let (x, bend) = ([-5.0, -2.0], f.hessian(at: [-5, -2]))
    let step = f.gradient(at: x)
    #expect(x[0] - step[0] / bend[0, 0] == 0)
    #expect(x[1] - step[1] / bend[1, 1] == 0)
  }

  /// Course, lesson 12: exactly on the ridge descent ends in the saddle, a millionth beside it it leaves by 1.2 a step.
  @Test func aSaddleHoldsOnlyItsRidge() {
    let onRidge = minimize(Saddle(), from: [1, 0], with: GradientDescent(learningRate: 0.1), steps: 200)
    #expect(onRidge.lastPoint[1] == 0)
    #expect(abs(onRidge.lastPoint[0]) < 1e-15)
    let beside = minimize(Saddle(), from: Saddle().start, with: GradientDescent(learningRate: 0.1), steps: 200)
    #expect(beside.lastPoint[1].isApproximatelyEqual(to: 1e-6 * pow(1.2, 200), relative: 1e-12))
  }
}
