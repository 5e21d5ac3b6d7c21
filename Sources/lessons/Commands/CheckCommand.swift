import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// How results are reported.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// `lessons check`: recomputes everything, compares, writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Recompute everything and compare; write nothing.")
  @Argument(help: "A course folder or one lesson.") var path = "lessons"
  @Option(help: "How to report: text or json.") var format = ReportFormat.text
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      let console = workbench.console
      let form = console.form + [format.rawValue]
      let told =
        switch format {
        case .json:
          try workbench.pipeline().checked(path, form: form, inDetail: { [.result(JSONReport.course($0).text + "\n")] })
        case .text: try workbench.pipeline().checked(path, form: form) { Self.report($0, on: console) }
        }
      console.tell(told.lines)
      return told.isGood ? .good : .lessons
    }
  }

  private static func report(_ course: CourseReport, on console: Console) -> [ToldLine] {
    let diagnostics = course.allDiagnostics
    let lines = console.text(diagnostics).map { ToldLine.result($0) }
    if console.detail == .quiet, diagnostics.errorCount == 0 { return lines }
    return lines + [.result(summary(course, diagnostics) + "\n")]
  }

  private static func summary(_ course: CourseReport, _ diagnostics: [Diagnostic]) -> String {
    let tally = course.tally
    var parts = [
      counted(tally.outputs, "output"), counted(tally.values, "value") + " in prose", counted(tally.comments, "comment"),
    ]
    if tally.published + tally.refuted > 0 { parts.append("\(tally.published) published, \(tally.refuted) refuted") }
    if tally.volatile > 0 { parts.append(counted(tally.volatile, "volatile result") + " not compared") }
    let compared = course.lessons.count { $0.tally.outputs + $0.tally.values + $0.tally.comments > 0 }
    let unchecked = course.lessons.count - compared
    if unchecked > 0 { parts.append(counted(unchecked, "lesson") + " with nothing to compare") }
    let errors = diagnostics.errorCount
    let warnings = diagnostics.count - errors
    var verdict = errors == 0 ? "all match" : counted(errors, "error")
    if warnings > 0 { verdict += ", " + counted(warnings, "warning") }
    return "checked \(counted(course.lessons.count, "lesson")): \(parts.joined(separator: ", ")): \(verdict)"
  }
}
