import LessonModel
import LessonRunning
import Machine

/// The workshop of a build that knows that something has changed: it is opened while that is read.
final class BegunWorkshop: Sendable {
  private let opening: Meanwhile<Result<Workshop, MachineFault>>

  init(of pipeline: Pipeline) {
    opening = Meanwhile { Result { () throws(MachineFault) in try pipeline.workshop() } }
  }

  /// Is waited for.
  func workshop() throws(MachineFault) -> Workshop { try opening.value.get() }

  // No program outlives what wanted it.
  deinit { _ = opening.value }
}

/// The run of lessons that have changed, while what is known of the others is still read: their compiler is what an edit waits for.
///
/// What they come to does not depend on the others.
final class BegunRun: Sendable {
  /// What came of them, and the version of Swift that they ran with.
  struct Outcome: Sendable {
    var run: CourseRun
    var swiftVersion: String?
  }

  let lessons: [Lesson]
  private let workshop: BegunWorkshop
  private let trial: Meanwhile<Void>?
  private let work: Meanwhile<Result<Outcome, MachineFault>>

  /// - Parameters:
  ///   - course: All that lessons run with; its own lessons do not matter.
  ///   - willCompile: Whether something will have to be compiled, as far as is known.
  init(of lessons: [Lesson], with course: Course, willCompile: Bool, in workshop: BegunWorkshop, _ pipeline: Pipeline) {
    self.lessons = lessons
    self.workshop = workshop
    // Which sandbox works is tried out while the toolchain is looked at. That none does is told when it is asked for.
    trial = willCompile ? Meanwhile { _ = try? pipeline.sandbox.sandbox() } : nil
    work = Meanwhile {
      Result { () throws(MachineFault) in try Self.outcome(of: lessons, with: course, in: workshop.workshop(), pipeline) }
    }
    // The compiler is waited for longest: what else there is to do comes behind what it waits for.
    if willCompile { _ = try? workshop.workshop() }
  }

  /// What came of the lessons, which is waited for.
  func outcome() throws(MachineFault) -> Outcome { try work.value.get() }

  /// What comes of other lessons, in the same workshop.
  func outcome(of others: [Lesson], with course: Course, _ pipeline: Pipeline) throws(MachineFault) -> Outcome {
    try Self.outcome(of: others, with: course, in: workshop.workshop(), pipeline)
  }

  private static func outcome(
    of lessons: [Lesson], with course: Course, in workshop: Workshop, _ pipeline: Pipeline
  ) throws(MachineFault) -> Outcome {
    let run = try pipeline.run(lessons.map { .readable($0) }, of: course, in: workshop, pages: .checked)
    return Outcome(run: run, swiftVersion: workshop.toolchain.shortVersion)
  }

  // No program outlives what wanted it.
  deinit {
    trial?.value
    _ = work.value
  }
}
