import ArgumentParser
import LessonModel
import Machine

/// `lessons new`: the first files of a course, or one more lesson.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a course or a lesson.", subcommands: [Course.self, Lesson.self])

  struct Course: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "course", abstract: "Make a course with a first lesson, in a new folder or in this one.")
    @Argument(
      help: "The folder, whose name becomes the title; '.' for this one, in which nothing is overwritten.",
      completion: .directory)
    var name: String
    @OptionGroup(visibility: .hidden) var common: CommonOptions

    func run() throws {
      try common.finish { workbench throws(MachineFault) in
        let made = try CourseScaffold(folder: name)
        try made.write()
        for line in made.report { workbench.console.print(line) }
        workbench.console.say(made.nextStep)
        return .good
      }
    }
  }

  struct Lesson: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lesson", abstract: "Add a lesson to a course.")
    @Argument(
      help:
        "Its title, by whose words its file is named with the next number before them; or a path in the course that ends in .md."
    ) var name: String
    @Option(help: "The course folder.", completion: .directory) var course = "lessons"
    @OptionGroup(visibility: .hidden) var common: CommonOptions

    func run() throws {
      try common.finish { workbench throws(MachineFault) in
        let made = try LessonScaffold(name, course: course)
        try FileSystem.write(Array(made.text.utf8), to: made.path)
        workbench.console.print("made \(made.path): \(DiagnosticText.visible(made.title))")
        return .good
      }
    }
  }
}
