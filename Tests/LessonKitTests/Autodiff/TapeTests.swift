import LessonKit
import Testing

@Suite struct TapeTests {
  /// CS231n, "Backpropagation, intuitions" (optimization-2): f = (x + y)z at (−2, 5, −4), and f = xy at (4, −3).
  static let cs231nProducts: [Published] = {
    let tape = Tape()
    let x = tape.variable(-2)
    let y = tape.variable(5)
    let z = tape.variable(-4)
    let q = x + y
    let f = q * z
    f.backward()
    let product = valueAndGradient(of: { v in v[0] * v[1] }, at: [4, -3])
    return [
      .init("q", q.value, "3"), .init("f", f.value, "-12"), .init("df/dq", q.gradient, "-4"), .init("df/dz", z.gradient, "3"),
      .init("df/dx", x.gradient, "-4"), .init("df/dy", y.gradient, "-4"), .init("xy", product.value, "-12"),
      .init("d(xy)/dx", product.gradient[0], "-3"), .init("d(xy)/dy", product.gradient[1], "4"),
    ]
  }()

  /// CS231n, optimization-2, the circuit of the sigmoid neuron with all values and gradients of the figure.
  static let cs231nNeuron: [Published] = {
    let tape = Tape()
    let w = tape.variables([2, -3, -3])
    let x = tape.variables([-1, -2])
    let first = w[0] * x[0]
    let second = w[1] * x[1]
    let sum = first + second
    let dot = sum + w[2]
    let negative = -dot
    let power = negative.exp()
    let denominator = power + 1
    let f = 1 / denominator
    f.backward()
    return [
      .init("w0x0", first.value, "-2.00"), .init("w1x1", second.value, "6.00"), .init("sum", sum.value, "4.00"),
      .init("dot", dot.value, "1.00"), .init("-dot", negative.value, "-1.00"), .init("exp", power.value, "0.37"),
      .init("+1", denominator.value, "1.37"), .init("f", f.value, "0.73"), .init("df/d(+1)", denominator.gradient, "-0.53"),
      .init("df/d(exp)", power.gradient, "-0.53"), .init("df/d(-dot)", negative.gradient, "-0.20"),
      .init("df/d(dot)", dot.gradient, "0.20"), .init("df/dw0", w[0].gradient, "-0.20"),
      .init("df/dx0", x[0].gradient, "0.39"), .init("df/dw1", w[1].gradient, "-0.39"),
      .init("df/dx1", x[1].gradient, "-0.59"), .init("df/dw2", w[2].gradient, "0.20"),
    ]
  }()

  /// CS231n, optimization-2, "Patterns in backward flow": 2(xy + max(z, w)) at (3, −4, 2, −1).
  static let cs231nPatterns: [Published] = {
    let result = valueAndGradient(
      of: { v in
        let larger = v[3] + (v[2] - v[3]).relu()
        return 2 * (v[0] * v[1] + larger)
      }, at: [3, -4, 2, -1])
    return [
      .init("f", result.value, "-20.00"), .init("df/dx", result.gradient[0], "-8.00"),
      .init("df/dy", result.gradient[1], "6.00"), .init("df/dz", result.gradient[2], "2.00"),
      .init("df/dw", result.gradient[3], "0.00"),
    ]
  }()

  /// micrograd, README.md, "Example usage".
  static let micrograd: [Published] = {
    let tape = Tape()
    let a = tape.variable(-4)
    let b = tape.variable(2)
    var c = a + b
    var d = a * b + b.power(3)
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    let e = c - d
    let f = e.power(2)
    var g = f / 2
    g += 10 / f
    g.backward()
    return [
      .init("g", g.value, "24.7041"), .init("dg/da", a.gradient, "138.8338"), .init("dg/db", b.gradient, "645.5773"),
    ]
  }()

  /// Karpathy, "The spelled-out intro to neural networks and backpropagation" (2022): L = (ab + c)f, then one step uphill,
  /// then the tanh neuron.
  static let karpathy: [Published] = {
    let tape = Tape()
    let a = tape.variable(2)
    let b = tape.variable(-3)
    let c = tape.variable(10)
    let f = tape.variable(-2)
    let d = a * b + c
    let loss = d * f
    loss.backward()
    for leaf in [a, b, c, f] { leaf.value += 0.01 * leaf.gradient }
    let after = (a * b + c) * f

    let x = tape.variables([2, 0])
    let w = tape.variables([-3, 1])
    let bias = tape.variable(6.881373587019543)
    let n = x[0] * w[0] + x[1] * w[1] + bias
    let o = n.tanh()
    o.backward()
    return [
      .init("L", loss.value, "-8"), .init("dL/da", a.gradient, "6"), .init("dL/db", b.gradient, "-4"),
      .init("dL/dc", c.gradient, "-2"), .init("dL/df", f.gradient, "4"), .init("dL/dd", d.gradient, "-2"),
      .init("L after a step", after.value, "-7.286496"), .init("n", n.value, "0.8813735870195432"),
      .init("o", o.value, "0.7071"), .init("do/dn", n.gradient, "0.5"), .init("do/dx1", x[0].gradient, "-1.5"),
      .init("do/dw1", w[0].gradient, "1.0"), .init("do/dx2", x[1].gradient, "0.5"), .init("do/dw2", w[1].gradient, "0.0"),
      .init("do/db", bias.gradient, "0.5"),
    ]
  }()

  @Test(arguments: cs231nProducts + cs231nNeuron + cs231nPatterns + micrograd + karpathy)
  func agreesWithItsSource(_ value: Published) {
    value.check()
  }

  /// "Dive into Deep Learning", section 2.5.1: y = 2xᵀx at x = (0, 1, 2, 3).
  @Test func diveIntoDeepLearning() {
    let result = valueAndGradient(of: { x in 2 * sum(x.map { $0 * $0 }) }, at: [0, 1, 2, 3])
    #expect(result.value == 28)
    #expect(result.gradient == [0, 4, 8, 12])
  }

  /// TensorFlow guide, "Introduction to gradients and automatic differentiation": x² at 3, x⁴ at 1 and 3, and 18 for the
  /// derivative by the intermediate x².
  @Test func tensorFlowGuide() {
    #expect(gradient(of: { x in x[0].power(2) }, at: [3]) == [6])
    let tape = Tape()
    let x = tape.variables([1, 3])
    let y = x.map { $0 * $0 }
    let z = y.map { $0 * $0 }
    for output in z { output.backward() }
    #expect(x.map(\.gradient) == [4, 108])
    #expect(y[1].gradient == 18)
  }

  /// JAX quickstart (single precision): grad(tanh)(2.0), and the gradient of a sum of logistic functions at 0, 1, 2.
  @Test func jaxQuickstart() {
    let slope = gradient(of: { x in x[0].tanh() }, at: [2])[0]
    #expect(abs(slope - 0.070650816) < 1e-7)
    let logistic = gradient(of: { x in sum(x.map { $0.sigmoid() }) }, at: [0, 1, 2])
    for (own, printed) in zip(logistic, [0.25, 0.19661197, 0.10499357]) { #expect(abs(own - printed) < 1e-7) }
  }
}
