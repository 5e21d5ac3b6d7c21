import LessonModel
package import LessonRunning
package import Machine

/// How the work goes on.
package enum PipelineEvent: Sendable {
  /// A part of the work that may take a while.
  package enum Step: Sendable, Equatable {
    case reading
    /// The compiler makes its modules, once for each toolchain.
    case preparing
    case running(lessons: Int)
    case setting(formulas: Int)
    case rendering(lessons: Int)
    case writing(files: Int)
  }

  case begins(Step)
  /// All is done, or something went wrong.
  case ended
  case uses(String, jobs: Int, cache: String)
  /// LessonKit is compiled for a toolchain, which takes a while and happens once.
  case compilesKit(for: String)
  /// LessonKit is compiled for pages that can be explored, which takes a while and happens once.
  case compilesPageKit(for: String)
  /// The package of a course is built, which takes a while and happens once for each state of its files.
  case buildsPackage(String)
  case ran(RunProgress)
  /// Lessons have run, and something more is made for their pages.
  case makes(PageProgress)
  /// Programs ran, and how they were contained.
  case contained(Sandbox)
  /// What a lesson's programs wrote to standard error, where that is no part of its output.
  case wroteErrors(lesson: String, String)
  /// Formulas are neither checked nor set: why.
  case noFormulas(String)
  /// Another build writes into the same folder, and is waited for.
  case waits(for: String)
  /// What had to be done, at the end.
  case did(PipelineWork)
}

/// How much of a course had to be made anew.
package struct PipelineWork: Sendable, Equatable {
  /// The lessons that were read and woven.
  package var woven: [String] = []
  /// How many texts of Swift were parsed.
  package var parsed = 0
  /// The lessons whose pages were made.
  package var rendered: [String] = []
}
