import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// `lessons build`: runs what changed and writes the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Run what changed and write the site.")
  @Argument(help: "A course folder or one lesson.", completion: .file()) var path = "lessons"
  @Option(name: .shortAndLong, help: "Where the site goes.", completion: .directory) var output = "output"
  @Flag(help: "Leave the solutions of exercises out of the site, for students.") var withoutSolutions = false
  @OptionGroup var share: ShareOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish(share.shard) { workbench throws(MachineFault) in
      let console = workbench.console
      let told =
        if let shard = share.shard {
          try workbench.pipeline().checked(path, form: console.form + ["to build"]) {
            Told(report($0, of: shard, on: console), isGood: $0.failures.errorCount == 0)
          }
        } else {
          try workbench.pipeline().built(
            path, into: output, withoutSolutions ? .withoutSolutions : .whole, form: console.form
          ) { Told.made("built", $0, into: output, withoutSolutions: withoutSolutions, on: console) }
        }
      console.tell(told.lines)
      console.say(workbench.progress.summary)
      return told.isGood ? .good : .lessons
    }
  }

  /// A share of the lessons makes no site: its results are kept for the build that does.
  private func report(_ course: CourseReport, of shard: Shard, on console: Console) -> [ToldLine] {
    let errors = course.failures.errorCount
    let verdict = errors > 0 ? ", \(counted(errors, "error"))" : ""
    return console.text(course.failures).map { ToldLine.remark($0) }
      + console.remark(
        "have the results of \(counted(course.lessons.count, "lesson")), share \(shard); a build without --shard makes the site\(verdict)"
      )
  }
}
