import ArgumentParser
import LessonModel
import LessonPipeline
import LessonServing
import Machine

/// `lessons serve`: the site of a course on this machine, kept as its lessons are while they are written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the course in a browser, and keep the open pages up to date.")
  @Argument(help: "A course folder or one lesson.", completion: .file()) var path = "lessons"
  @Option(help: "The port on 127.0.0.1; 0 takes any that is free.") var port = 8000
  @Flag(help: "Open the first page in the browser.") var open = false
  @Option(help: "What opens a line of a lesson, such as 'code -g {file}:{line}'.") var editor: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("'--port' takes a number from 0 to 65535, not \(port).") }
  }

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      let console = workbench.console
      let command = try editor.map { text throws(MachineFault) in try EditorCommand(text) }
      let opens = open
      let loop = try PreviewLoop(
        path: path, pipeline: { workbench.anew().pipeline() }, assets: LiveAssets.read(workbench.installation), editor: command,
        port: port
      ) { event in
        switch event {
        case .serves(let address):
          console.print("serving \(path) at \(address) (Ctrl-C ends it)")
          if opens, let fault = Desktop.browse(address) { console.warn("lessons: the browser: \(fault)") }
        case .builds(let files):
          // The matchers of editors begin anew at this line, and end at that with the time.
          console.say("building, for \(Self.named(files)) changed")
        case .built(let course, let change): Self.report(course, change, on: console)
        case .failed(let fault): console.warn("lessons: error: \(fault.message)")
        case .warning(let text): console.warn(text)
        }
      }
      try loop.run()
      return .interrupted
    }
  }

  /// Some files in a few words.
  private static func named(_ files: [String]) -> String {
    let more = files.count > 3 ? " and \(files.count - 3) more" : ""
    return files.isEmpty ? "the course" : DiagnosticText.visible(files.prefix(3).joined(separator: ", ")) + more
  }

  private static func report(_ course: WovenCourse, _ change: PreviewedChange, on console: Console) {
    // Whoever writes sees a number that no longer holds at once, with its place, as an editor does that reads this.
    console.show(course.allDiagnostics, on: 2)
    let what = change.files.isEmpty ? counted(course.lessons.count, "lesson") : named(change.files)
    let ran = change.programs == 0 ? "no program run" : counted(change.programs, "program") + " run"
    let errors = course.failures.errorCount
    let mismatches = course.woven.flatMap(\.mismatches).errorCount
    let verdict =
      (errors == 0 ? "" : ", " + counted(errors, "error"))
      + (mismatches == 0 ? "" : ", " + counted(mismatches, "result") + " unrecorded or not matching")
    console.say(
      "\(what): \(ran), \(counted(change.pages, "page")) changed\(verdict), \(Int(change.milliseconds.rounded())) ms"
    )
  }
}
