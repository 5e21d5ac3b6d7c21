import ArgumentParser
import LessonRunning
import Machine

/// The command line.
@main
struct LessonsTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Turns Markdown with live Swift into a course whose every number is true.",
    discussion: """
      How lessons are written, checked and shown, and all that they may import, stands in the folders Guide and LessonKit/Guides \
      beside the tool, in the place that 'lessons doctor' calls its layout. 'lessons new course NAME' makes a first course.
      """,
    version: ToolVersion.current,
    subcommands: [
      BuildCommand.self, EpubCommand.self, CheckCommand.self, AcceptCommand.self, WhyCommand.self, ServeCommand.self,
      RunCommand.self, NewCommand.self, CleanCommand.self, DoctorCommand.self, PrepareCommand.self,
    ])

  /// An interrupt ends the programs that run; whatever the command, it is caught before the first of them starts.
  static func main() {
    Interrupts.catchThem()
    if let message = WrongCommand.message(for: Array(CommandLine.arguments.dropFirst()), of: Self.self) {
      Console(detail: .normal, environment: [:]).warn("lessons: error: \(message)")
      exit(withError: ExitCode(ExitStatus.usage.rawValue))
    }
    main(nil)
  }
}
