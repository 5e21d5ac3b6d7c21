import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// `lessons epub`: the course as one book for devices.
struct EpubCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epub", abstract: "Run what changed and write the course as an EPUB.")
  @Argument(help: "A course folder.", completion: .file()) var path = "lessons"
  @Option(name: .shortAndLong, help: "The file to write.", completion: .file()) var output = "course.epub"
  @Flag(help: "Leave the solutions of exercises out, for students.") var withoutSolutions = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      let console = workbench.console
      let told = try workbench.pipeline().bound(path, into: output, withoutSolutions ? .withoutSolutions : .whole) { course in
        let failures = console.text(course.failures).map { ToldLine.remark($0) }
        let drafts = course.lessons.count(where: \.isDraft)
        let edition = withoutSolutions ? ", without solutions" : ""
        let left = drafts > 0 ? ", left out \(counted(drafts, "draft"))" : ""
        let lines =
          failures + console.remark("wrote \(counted(course.lessons.count - drafts, "lesson")) into \(output)\(left)\(edition)")
        let errors = course.failures.errorCount
        return Told(errors > 0 ? lines + console.remark(counted(errors, "error")) : lines, isGood: errors == 0)
      }
      console.tell(told.lines)
      console.say(workbench.progress.summary)
      return told.isGood ? .good : .lessons
    }
  }
}
