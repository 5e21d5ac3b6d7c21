import LessonModel
import Machine

/// The first files of a course, in a folder of its own or in one that is there already.
struct CourseScaffold: Sendable, Equatable {
  private struct File: Sendable, Equatable {
    var path: String
    var text: String
    /// What was there before stays.
    var isThere: Bool
  }

  private let folder: String
  private let isHere: Bool
  private var files: [File] = []

  /// - Throws: ``MachineFault`` where something is in the way, before anything is written.
  init(folder given: String) throws(MachineFault) {
    let folder = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    self.folder = folder
    isHere = FileSystem.absolute(folder) == FileSystem.absolute(".")
    if isHere {
      try Self.refuseSecondCourse()
    } else if FileSystem.isThere(folder), !FileSystem.isFolder(folder) {
      throw MachineFault("\(folder) exists already and is a file; give another name", cause: .usage)
    } else if !FileSystem.names(in: folder).isEmpty {
      throw MachineFault(
        "\(folder) exists already; give another name, or go into it and run 'lessons new course .'", cause: .usage)
    }
    let name = LessonName(FileSystem.name(of: FileSystem.absolute(folder)))
    let title = name.title.isEmpty ? "A course" : name.title
    add("lessons/course.yml", Template.course(title: title))
    add("lessons/01-welcome.md", Template.welcome)
    add(".vscode/tasks.json", Template.tasks)
    // A list of what git ignores that is there already is the author's: the site then ignores itself.
    if FileSystem.isThere(path(".gitignore")) {
      add("output/.gitignore", "*\n")
    } else {
      add(".gitignore", "/output/\n/course.epub\n")
    }
  }

  private static func refuseSecondCourse() throws(MachineFault) {
    if FileSystem.exists("course.yml") { throw MachineFault("this folder is a course already", cause: .usage) }
    if FileSystem.exists("lessons/course.yml") || FileSystem.names(in: "lessons").contains(where: { $0.hasSuffix(".md") }) {
      throw MachineFault("there is a course in lessons already; 'lessons new lesson NAME' adds a lesson to it", cause: .usage)
    }
    if FileSystem.isThere("lessons"), !FileSystem.isFolder("lessons") {
      throw MachineFault("'lessons' is a file here, where the course would be; move it, or give a name", cause: .usage)
    }
  }

  private mutating func add(_ path: String, _ text: String) {
    files.append(File(path: path, text: text, isThere: FileSystem.isThere(self.path(path))))
  }

  private func path(_ name: String) -> String { isHere ? name : folder + "/" + name }

  func write() throws(MachineFault) {
    for file in files where !file.isThere { try FileSystem.write(Array(file.text.utf8), to: path(file.path)) }
  }

  /// What was made and what was left as it was, a line each.
  var report: [String] {
    files.map { $0.isThere ? "left \(path($0.path)) as it was" : "made \(path($0.path))" }
  }

  /// What to type next.
  var nextStep: String {
    let way = isHere ? "" : "cd \(ShellWord.quoted(folder)) && "
    return "next: \(way)lessons serve --open, and change lessons/01-welcome.md; 'lessons build' writes the site to output"
  }
}
