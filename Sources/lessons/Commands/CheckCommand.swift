import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// How `run` reports.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// `lessons check`: recomputes everything, compares, writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Recompute everything and compare; write nothing.")
  @Argument(help: "A course folder or one lesson.", completion: .file()) var path = "lessons"
  @Option(help: "How to report: text, or github, json, junit or sarif for programs that read it.") var format = CheckFormat.text
  @Flag(help: "Warnings fail too, and so does a check that compared nothing.") var strict = false
  @Flag(help: "List the numbers in the text that nobody computes, also those that the course allows.") var unbound = false
  @OptionGroup var share: ShareOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish(share.shard) { workbench throws(MachineFault) in
      let told = try format.told(
        path, by: workbench.pipeline(),
        Judge(strictness: strict ? .strict : .usual, listsUnbound: unbound, share: share.shard), on: workbench.console)
      workbench.console.tell(told.lines)
      return told.isGood ? .good : .lessons
    }
  }
}
