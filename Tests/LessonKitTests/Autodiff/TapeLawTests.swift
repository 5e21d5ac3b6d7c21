import LessonKit
import Testing

@Suite struct TapeLawTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (Variable) -> Variable
    let value: Double
    let derivative: Double
  }

  /// Each function and its derivative at 0.7, from mpmath at 25 digits.
  static let functions: [Function] = [
    Function(testDescription: "exp", apply: { $0.exp() }, value: 2.0137527074704765, derivative: 2.0137527074704765),
    Function(testDescription: "log", apply: { $0.log() }, value: -0.35667494393873238, derivative: 1.4285714285714286),
    Function(testDescription: "sqrt", apply: { $0.sqrt() }, value: 0.83666002653407555, derivative: 0.59761430466719682),
    Function(testDescription: "tanh", apply: { $0.tanh() }, value: 0.6043677771171635, derivative: 0.63473958998245859),
    Function(testDescription: "sigmoid", apply: { $0.sigmoid() }, value: 0.66818777216816611, derivative: 0.22171287329310905),
    Function(testDescription: "pow", apply: { $0.power(2.5) }, value: 0.40996341300169702, derivative: 1.4641550464346322),
    Function(testDescription: "3/x", apply: { 3 / $0 }, value: 4.2857142857142857, derivative: -6.1224489795918367),
    Function(testDescription: "relu", apply: { $0.relu() }, value: 0.7, derivative: 1),
    Function(testDescription: "relu(-x)", apply: { (-$0).relu() }, value: 0, derivative: 0),
    Function(testDescription: "1-x", apply: { 1 - $0 }, value: 0.3, derivative: -1),
    Function(testDescription: "x-1", apply: { $0 - 1 }, value: -0.3, derivative: 1),
    Function(testDescription: "x/4", apply: { $0 / 4 }, value: 0.175, derivative: 0.25),
    Function(testDescription: "1+x", apply: { 1 + $0 }, value: 1.7, derivative: 1),
    Function(testDescription: "x*3", apply: { $0 * 3 }, value: 2.1, derivative: 3),
  ]

  @Test(arguments: functions) func derivative(_ function: Function) {
    let x = Tape().variable(0.7)
    let y = function.apply(x)
    y.backward()
    #expect(y.value.isApproximatelyEqual(to: function.value, relative: 1e-14))
    #expect(x.gradient.isApproximatelyEqual(to: function.derivative, relative: 1e-14))
  }

  @Test func powersAtZero() {
    #expect(gradient(of: { x in x[0].power(2) }, at: [0]) == [0])
    #expect(gradient(of: { x in x[0].power(1) }, at: [0]) == [1])
    #expect(gradient(of: { x in x[0].power(0) }, at: [0]) == [0])
  }

  /// PyTorch tutorial "Automatic differentiation with torch.autograd": out = (I + 1)², backward twice, then after zeroing.
  /// On the diagonal 4, 8, 4; elsewhere 2, 4, 2.
  @Test func gradientsAccumulateUntilZeroed() {
    let tape = Tape()
    let x = tape.variables([1, 0])
    let out = sum(x.map { ($0 + 1).power(2) })
    out.backward()
    #expect(x.map(\.gradient) == [4, 2])
    out.backward()
    #expect(x.map(\.gradient) == [8, 4])
    tape.zeroGradients()
    out.backward()
    #expect(x.map(\.gradient) == [4, 2])
  }

  @Test func everyPassDoublesAndTriples() {
    let tape = Tape()
    let x = tape.variable(0.3)
    let y = (x * x + x.sigmoid()).tanh()
    y.backward()
    let once = x.gradient
    for times in 2...5 {
      y.backward()
      #expect(x.gradient.isApproximatelyEqual(to: Double(times) * once, relative: 1e-15))
    }
  }

  @Test func compoundAssignmentsAreTheirOperations() {
    let tape = Tape()
    let x = tape.variable(3)
    let y = tape.variable(5)
    var z = x
    z += y
    z *= x
    z -= y
    z /= y
    z += 2
    z -= 1
    z *= 4
    z /= 2
    z.backward()
    // z = 2((x + y)x/y − 1 + 1) = 2(x²/y + x): dz/dx = 2(2x/y + 1), dz/dy = −2x²/y².
    #expect(z.value.isApproximatelyEqual(to: 2 * (9.0 / 5 + 3), relative: 1e-15))
    #expect(x.gradient.isApproximatelyEqual(to: 2 * (6.0 / 5 + 1), relative: 1e-15))
    #expect(y.gradient.isApproximatelyEqual(to: -18.0 / 25, relative: 1e-15))
  }

  @Test func aTapeRewindsToItsInputs() {
    let tape = Tape()
    let w = tape.variable(10)
    let mark = tape.entries.count
    for _ in 0..<10 {
      tape.zeroGradients()
      (w * w).backward()
      w.value -= 0.2 * w.gradient
      tape.rewind(to: mark)
    }
    // "Dive into Deep Learning", section 12.3.1: epoch 10, x: 0.060466.
    #expect(Published("x", w.value, "0.060466").agrees)
    #expect(tape.entries.count == 1)
  }

  @Test func aTapeShowsItsEntries() {
    let tape = Tape()
    let x = tape.variable(3)
    let y = x * tape.variable(2)
    y.backward()
    #expect(
      tape.description == """
        0 input = 3.0, gradient 2.0
        1 input = 2.0, gradient 3.0
        2 *(#0 by 2.0, #1 by 3.0) = 6.0, gradient 1.0
        """)
    #expect(x.description == "3.0 (gradient 2.0)")
    #expect(tape.entries[2].operation == "*")
    #expect(tape.entries[2].second?.index == 1)
    #expect(tape.entries[2].second?.derivative == 3)
  }

  @Test func onlyWhatLeadsToTheOutputHasAGradient() {
    let tape = Tape()
    let x = tape.variable(1)
    let unused = x.exp()
    let y = 2 * x
    y.backward()
    #expect(unused.gradient == 0)
    #expect(x.gradient == 2)
  }

  @Test func meanSharesItsGradient() {
    #expect(gradient(of: { x in mean(x) }, at: [1, 2, 3, 4]) == [0.25, 0.25, 0.25, 0.25])
  }
}
