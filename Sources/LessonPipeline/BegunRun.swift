import LessonModel
import LessonRunning
import Machine

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
  private let trial: Meanwhile<Void>?
  private let work: Meanwhile<Result<Outcome, MachineFault>>

  /// - Parameters:
  ///   - course: All that lessons run with; its own lessons do not matter.
  ///   - willCompile: Whether something will have to be compiled, as far as is known.
  init(of lessons: [Lesson], with course: Course, willCompile: Bool, in pipeline: Pipeline) {
    self.lessons = lessons
    // Which sandbox works is tried out while the toolchain is looked at. That none does is told when it is asked for.
    trial = willCompile ? Meanwhile { _ = try? pipeline.sandbox.sandbox() } : nil
    work = Meanwhile {
      Result { () throws(MachineFault) in try Self.outcome(of: lessons, with: course, in: pipeline) }
    }
  }

  /// What came of the lessons, which is waited for.
  func outcome() throws(MachineFault) -> Outcome { try work.value.get() }

  /// What comes of lessons.
  static func outcome(
    of lessons: [Lesson], with course: Course, in pipeline: Pipeline
  ) throws(MachineFault) -> Outcome {
    let workshop = try pipeline.workshop()
    let run = try pipeline.run(lessons.map { .readable($0) }, of: course, in: workshop, pages: .checked)
    return Outcome(run: run, swiftVersion: workshop.toolchain.shortVersion)
  }

  // No program outlives what wanted it.
  deinit {
    trial?.value
    _ = work.value
  }
}
