import LessonKit
import Testing

@Suite struct LearningRateScheduleTests {
  /// PyTorch documentation of `StepLR`: rate 0.05, step_size 30, gamma 0.1.
  static let step = LearningRateSchedule.step(initial: 0.05, factor: 0.1, every: 30)

  /// PyTorch documentation of `LinearLR`: rate 0.05, start_factor 0.5, total_iters 4.
  static let warmUp = LearningRateSchedule.warmUp(from: 0.025, over: 4, then: .constant(0.05))

  static let cosine = LearningRateSchedule.cosine(maximum: 0.1, minimum: 0.001, period: 100)

  static let published: [Published] = [
    .init("StepLR 0", step.rate(at: 0), "0.05"), .init("StepLR 29", step.rate(at: 29), "0.05"),
    .init("StepLR 30", step.rate(at: 30), "0.005"), .init("StepLR 59", step.rate(at: 59), "0.005"),
    .init("StepLR 60", step.rate(at: 60), "0.0005"), .init("StepLR 89", step.rate(at: 89), "0.0005"),
    .init("LinearLR 0", warmUp.rate(at: 0), "0.025"), .init("LinearLR 1", warmUp.rate(at: 1), "0.03125"),
    .init("LinearLR 2", warmUp.rate(at: 2), "0.0375"), .init("LinearLR 3", warmUp.rate(at: 3), "0.04375"),
    .init("LinearLR 4", warmUp.rate(at: 4), "0.05"), .init("LinearLR 99", warmUp.rate(at: 99), "0.05"),
    // Course, lesson 9, exercises 2 and 3.
    .init("cosine half way", cosine.rate(at: 50), "0.0505"),
    .init("halved", LearningRateSchedule.step(initial: 0.1, factor: 0.5, every: 5).rate(at: 25), "0.003125"),
  ]

  @Test(arguments: published) func agreesWithItsSource(_ value: Published) {
    value.check()
  }

  struct Case: Sendable {
    let schedule: LearningRateSchedule
    let step: Int
    let rate: Double
  }

  /// SGDR eq. (5) and the annealing formulas of CS231n, from mpmath.
  static let oracles = [
    Case(schedule: cosine, step: 0, rate: 0.1), Case(schedule: cosine, step: 10, rate: 0.097577297556610102),
    Case(schedule: cosine, step: 25, rate: 0.085501785668734102), Case(schedule: cosine, step: 75, rate: 0.015498214331265898),
    Case(schedule: cosine, step: 90, rate: 0.0034227024433898982), Case(schedule: cosine, step: 100, rate: 0.001),
    Case(schedule: cosine, step: 500, rate: 0.001),
    Case(schedule: .exponential(initial: 0.1, decay: 0.03), step: 0, rate: 0.1),
    Case(schedule: .exponential(initial: 0.1, decay: 0.03), step: 7, rate: 0.08105842459701871),
    Case(schedule: .exponential(initial: 0.1, decay: 0.03), step: 40, rate: 0.03011942119122021),
    Case(schedule: .inverseTime(initial: 0.1, decay: 0.03), step: 7, rate: 0.082644628099173554),
    Case(schedule: .inverseTime(initial: 0.1, decay: 0.03), step: 40, rate: 0.045454545454545455),
    Case(schedule: .constant(0.3), step: 1000, rate: 0.3),
  ]

  @Test(arguments: oracles) func formula(_ example: Case) {
    #expect(example.schedule.rate(at: example.step).isApproximatelyEqual(to: example.rate, relative: 1e-13))
  }

  /// SGDR, section 4: with T₀ = 10 and T_mult = 2 the warm restarts are at epochs 10, 30, 70 and 150.
  @Test func restartsOfGrowingPeriods() {
    let rates = LearningRateSchedule.cosineRestarts(maximum: 0.05, minimum: 0, period: 10, growth: 2).rates(200)
    #expect(rates.indices.filter { rates[$0] == 0.05 } == [0, 10, 30, 70, 150])
    // Between restarts only falls.
    for t in 1..<200 where rates[t] != 0.05 { #expect(rates[t] < rates[t - 1]) }
  }

  @Test func restartsOfEqualPeriodsRepeat() {
    let rates = LearningRateSchedule.cosineRestarts(maximum: 1, minimum: 0.1, period: 7, growth: 1).rates(21)
    #expect(rates[0..<7] == rates[7..<14])
    #expect(rates[7..<14] == rates[14..<21])
    #expect(rates[0..<7].elementsEqual(LearningRateSchedule.cosine(maximum: 1, minimum: 0.1, period: 7).rates(7)))
  }

  @Test func afterTheWarmUpTheOtherScheduleBegins() {
    let schedule = LearningRateSchedule.warmUp(from: 0, over: 5, then: Self.cosine)
    #expect(schedule.rate(at: 0) == 0)
    #expect(schedule.rate(at: 5) == 0.1)
    #expect(schedule.rate(at: 55) == Self.cosine.rate(at: 50))
  }

  @Test func minimizeObeysASchedule() {
    let square = QuadraticBowl(coefficients: [1])
    let schedule = LearningRateSchedule.step(initial: 0.25, factor: 0.5, every: 1)
    let trace = minimize(square, from: [1], with: GradientDescent(learningRate: 99), steps: 3, schedule: schedule)
    // x ← x(1 − 2η) with η = 1/4, 1/8, 1/16.
    #expect(trace.lastPoint == [0.5 * 0.75 * 0.875])
  }
}
