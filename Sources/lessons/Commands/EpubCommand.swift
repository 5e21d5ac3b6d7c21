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
      let edition: Edition = withoutSolutions ? .withoutSolutions : .whole
      let told = try workbench.pipeline().bound(path, into: output, edition) {
        Told.made("wrote", $0, into: output, withoutSolutions: withoutSolutions, on: console)
      }
      console.tell(told.lines)
      console.say(workbench.progress.summary)
      return told.isGood ? .good : .lessons
    }
  }
}
