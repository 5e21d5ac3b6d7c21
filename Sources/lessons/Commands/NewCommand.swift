import ArgumentParser
import Foundation
import LessonModel
import LessonPipeline
import Machine

/// `lessons new`: the first files of a course, or one more lesson.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a course or a lesson.", subcommands: [Course.self, Lesson.self])

  struct Course: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "course", abstract: "Make a folder with a first lesson.")
    @Argument(help: "The folder.") var name: String
    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.finish { workbench throws(MachineFault) in try Scaffold.course(name, workbench.console) }
    }
  }

  struct Lesson: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lesson", abstract: "Add a lesson to a course.")
    @Argument(help: "Its name; a number is put before it.") var name: String
    @Option(help: "The course folder.") var course = "lessons"
    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.finish { workbench throws(MachineFault) in try Scaffold.lesson(name, in: course, workbench.console) }
    }
  }
}

/// The first files of a course and of a lesson.
private enum Scaffold {
  static func course(_ name: String, _ console: Console) throws(MachineFault) -> ExitStatus {
    if FileSystem.exists(name) { throw MachineFault("\(name) exists already; give another name", cause: .usage) }
    let title = words(FileSystem.name(of: name))
    try FileSystem.write(Array(Template.course(title: title).utf8), to: name + "/lessons/course.yml")
    try FileSystem.write(Array(Template.lesson(title: "Welcome").utf8), to: name + "/lessons/01-welcome.md")
    try FileSystem.write(Array("*\n!.gitignore\n".utf8), to: name + "/output/.gitignore")
    console.print("made \(name)/lessons/course.yml and \(name)/lessons/01-welcome.md")
    console.say("next: cd \(name) && lessons build")
    return .good
  }

  /// - Parameter folder: The course that the lesson joins.
  static func lesson(_ name: String, in folder: String, _ console: Console) throws(MachineFault) -> ExitStatus {
    guard FileSystem.isFolder(folder) else {
      throw MachineFault("there is no course in \(folder); 'lessons new course NAME' makes one", cause: .usage)
    }
    let lessons = FileSystem.names(in: folder).filter { $0.hasSuffix(".md") }
    let slug = Anchors.words(name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
    guard !slug.isEmpty else { throw MachineFault("'\(name)' has no letters to make a file name of", cause: .usage) }
    let isNumbered = slug.prefix(while: { $0.isNumber }).count >= 2
    let last = lessons.compactMap { Int($0.prefix(while: { $0.isASCII && $0.isNumber })) }.max() ?? 0
    let number = last + 1 < 10 ? "0\(last + 1)" : "\(last + 1)"
    let path = folder + "/" + (isNumbered ? slug : "\(number)-\(slug)") + ".md"
    if FileSystem.exists(path) { throw MachineFault("\(path) exists already; give another name", cause: .usage) }
    try FileSystem.write(Array(Template.lesson(title: words(slug)).utf8), to: path)
    console.print("made \(path)")
    return .good
  }

  /// `03-information-and-entropy` as a title: `Information and entropy`.
  private static func words(_ name: String) -> String {
    let text = name.drop { $0.isNumber || $0 == "-" || $0 == "_" }.replacing("-", with: " ").replacing("_", with: " ")
    return (text.first.map { $0.uppercased() } ?? "A course") + text.dropFirst()
  }

  private enum Template {
    static func course(title: String) -> String {
      """
      title: "\(title.replacing("\"", with: "'"))"
      description: What this course teaches, in a sentence.
      language: en

      """
    }

    static func lesson(title: String) -> String {
      """
      ---
      title: "\(title.replacing("\"", with: "'"))"
      summary: What this lesson shows, in a sentence.
      ---

      A fair coin is worth exactly one bit. A block of Swift runs when the course is built:

      ```swift
      func entropy(of p: [Double]) -> Double {
        -p.reduce(0) { $1 > 0 ? $0 + $1 * log2($1) : $0 }
      }
      entropy(of: [0.25, 0.75])
      ```

      ```output
      0.8112781244591328
      ```

      The text can say that this is about [0.811](swift:entropy(of:[0.25,0.75])) bits, and `lessons check` fails when it no
      longer is.

      """
    }
  }
}
