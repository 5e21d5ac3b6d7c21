import LessonKit
import Testing

@Suite struct LearningRateRangeTestTests {
  static let test = learningRateRangeTest(
    QuadraticBowl(coefficients: [1]), from: [1], with: GradientDescent(learningRate: 0), rates: 0.001...10, steps: 41)

  @Test func ratesGrowGeometrically() {
    #expect(Self.test.rates.count == 41)
    #expect(Self.test.rates[0] == 0.001)
    #expect(Self.test.rates[10].isApproximatelyEqual(to: 0.01, relative: 1e-12))
    #expect(Self.test.rates[40].isApproximatelyEqual(to: 10, relative: 1e-12))
    #expect(Self.test.initialLoss == 1)
  }

  /// On x² each step multiplies x by 1 − 2η: the loss is the square of a product of known factors.
  @Test func lossesAreTheClosedForm() {
    var x = 1.0
    for (rate, loss) in zip(Self.test.rates, Self.test.losses) {
      x *= 1 - 2 * rate
      #expect(loss.isApproximatelyEqual(to: x * x, relative: 1e-9))
    }
  }

  /// Smith (2017), section 3.3: falls, then breaks. Here learning must break where |1 − 2η| > 1, at η = 1.
  @Test func theSteepestFallComesBeforeTheLeastLoss() {
    #expect(Self.test.steepestRate < Self.test.rateOfLeastLoss)
    #expect(Self.test.rateOfLeastLoss <= 1)
    #expect(Self.test.losses[40] > Self.test.losses[30])
  }

  @Test func infiniteLossesAreNotChosen() {
    let test = learningRateRangeTest(
      QuadraticBowl(coefficients: [1]), from: [1], with: GradientDescent(learningRate: 0), rates: 0.1...1e200, steps: 5)
    #expect(test.rateOfLeastLoss == 0.1)
    #expect(test.steepestRate == 0.1)
  }

  /// The loss 1 − cos x is bounded, so steps that are far too long throw it up and down at random: the largest fall of all is
  /// the 1.9 of such a throw, at rate 20. The slide into the valley is steepest at 0.4.
  @Test func aFallInTheBounceIsNotTheSteepest() {
    let test = learningRateRangeTest(
      { 1 - cos($0[0]) }, gradient: { [sin($0[0])] }, from: [2.5], with: GradientDescent(learningRate: 0), rates: 0.01...100,
      steps: 41)
    let falls = zip([test.initialLoss] + test.losses, test.losses).map { $0 - $1 }
    let largest = falls.indices.max { falls[$0] < falls[$1] } ?? 0
    #expect(test.rates[largest].isApproximatelyEqual(to: 19.952623149688797, relative: 1e-9))
    #expect(test.rateOfLeastLoss.isApproximatelyEqual(to: 1.9952623149688797, relative: 1e-9))
    #expect(test.steepestRate.isApproximatelyEqual(to: 0.39810717055349726, relative: 1e-9))
  }
}
