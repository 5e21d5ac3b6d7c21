import ArgumentParser
import LessonsCore

/// The command line: it parses arguments and calls the library, nothing else.
@main
struct LessonsTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Turns Markdown with live Swift into a course whose every number is true.",
    version: ToolVersion.current,
    subcommands: [Build.self, Check.self, Accept.self, Run.self, New.self, Clean.self, Doctor.self])
}
