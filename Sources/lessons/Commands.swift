import ArgumentParser
import LessonsCore

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run what changed and write the site.")
  @Argument(help: "A course folder or one lesson.") var path = "lessons"
  @Option(name: .shortAndLong, help: "Where the site goes.") var output = "output"
  @Flag(help: "Leave the solutions of exercises out of the site, for students.") var withoutSolutions = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in
      try BuildCommand.run(path, output: output, withoutSolutions: withoutSolutions, tool)
    }
  }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Recompute everything and compare; write nothing.")
  @Argument(help: "A course folder or one lesson.") var path = "lessons"
  @Option(help: "How to report: text or json.") var format = CheckCommand.Format.text
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in try CheckCommand.run(path, format: format, tool) }
  }
}

struct Accept: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Record new results in the lessons.")
  @Argument(help: "A course folder or one lesson.") var path = "lessons"
  @Flag(help: "Say what would change, and change nothing.") var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in try AcceptCommand.run(path, isDryRun: dryRun, tool) }
  }
}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run one lesson in the terminal.")
  @Argument(help: "The lesson.") var file: String
  @Option(help: "How to report: text or json.") var format = CheckCommand.Format.text
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in try RunCommand.run(file, format: format, tool) }
  }
}

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a course or a lesson.", subcommands: [NewCourse.self, NewLesson.self])
}

struct NewCourse: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "course", abstract: "Make a folder with a first lesson.")
  @Argument(help: "The folder.") var name: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in try NewCommand.course(name, tool.console) }
  }
}

struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lesson", abstract: "Add a lesson to a course.")
  @Argument(help: "Its name; a number is put before it.") var name: String
  @Option(help: "The course folder.") var course = "lessons"
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in try NewCommand.lesson(name, in: course, tool.console) }
  }
}

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Empty the cache.")
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in CleanCommand.run(tool) }
  }
}

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Say what is installed and what is missing.")
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { tool throws(MachineFault) in DoctorCommand.run(tool) }
  }
}

extension CheckCommand.Format: ExpressibleByArgument {}
