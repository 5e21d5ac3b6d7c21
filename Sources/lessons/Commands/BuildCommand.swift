import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// `lessons build`: runs what changed and writes the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Run what changed and write the site.")
  @Argument(help: "A course folder or one lesson.") var path = "lessons"
  @Option(name: .shortAndLong, help: "Where the site goes.") var output = "output"
  @Flag(help: "Leave the solutions of exercises out of the site, for students.") var withoutSolutions = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      let edition: Edition = withoutSolutions ? .withoutSolutions : .whole
      let course = try workbench.pipeline().built(path, into: output, edition)
      return report(course, on: workbench)
    }
  }

  private func report(_ course: WovenCourse, on workbench: Workbench) -> ExitStatus {
    let console = workbench.console
    console.show(course.failures, on: 2)
    // A mismatch is for `check` to fail on; here the page tells it, and the author hears of it.
    let mismatches = course.woven.flatMap(\.mismatches).errorCount
    if mismatches > 0 {
      console.say(
        "\(counted(mismatches, "result")) unrecorded or not matching; 'lessons check' names them, 'lessons accept' records them"
      )
    }
    let drafts = course.lessons.count(where: \.isDraft)
    let edition = withoutSolutions ? ", without solutions" : ""
    let left = drafts > 0 ? ", left out \(counted(drafts, "draft"))" : ""
    console.say(
      "built \(counted(course.lessons.count - drafts, "lesson")) into \(output)\(left)\(edition) (\(workbench.progress.summary))"
    )
    let errors = course.failures.errorCount
    if errors > 0 { console.say("\(counted(errors, "error"))") }
    return errors > 0 ? .lessons : .good
  }
}
