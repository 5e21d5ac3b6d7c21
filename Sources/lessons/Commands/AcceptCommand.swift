import ArgumentParser
import LessonModel
import LessonPipeline
import LessonWeaving
import Machine

/// `lessons accept`: records new results in the lessons, and changes no other byte.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "accept", abstract: "Record new results in the lessons.")
  @Argument(help: "A course folder or one lesson.", completion: .file()) var path = "lessons"
  @Flag(help: "Say what would change, and change nothing.") var dryRun = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      let console = workbench.console
      let course = try workbench.pipeline().woven(path)
      var changes = 0
      var places: [MovedPlaces] = []
      for woven in course.woven {
        let splices = Acceptor.splices(for: woven)
        if splices.isEmpty { continue }
        let moved = MovedPlaces(of: woven.lesson.source, by: splices)
        if !dryRun {
          try LessonWriter.write(splices, to: woven.lesson, of: course.course)
          places.append(moved)
        }
        for splice in splices {
          let position = dryRun ? splice.position : moved.moved(splice.position)
          console.print("\(woven.lesson.source.path):\(position.line): \(splice.change.words(isDone: !dryRun))")
        }
        changes += splices.count
      }
      console.say((dryRun ? "would change " : "changed ") + counted(changes, "result"))

      // What accepting cannot mend: failures, published numbers, comments in code.
      let rest = course.diagnostics.told(with: course.lessons.map(Self.leftover)).map { diagnostic in
        places.reduce(diagnostic) { $1.moved($0) }
      }
      console.show(rest, on: 2)
      return rest.errorCount > 0 ? .lessons : .good
    }
  }

  private static func leftover(_ entry: WovenEntry) -> [Diagnostic] {
    switch entry {
    case .refused(let lesson): lesson.diagnostics
    case .woven(let woven): Acceptor.leftover(woven)
    }
  }
}
