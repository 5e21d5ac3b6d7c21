/// `lessons accept`: records new results in the lessons, and changes no other byte.
package enum AcceptCommand {
  package static func run(_ path: String, isDryRun: Bool, _ tool: Tool) throws(MachineFault) -> ExitStatus {
    let report = try tool.reports(of: path)
    var changes = 0
    for lesson in report.reports {
      let splices = Acceptor.splices(for: lesson)
      if splices.isEmpty { continue }
      let source = lesson.read.source
      if !isDryRun {
        let file = FileSystem.resolved(report.course.path + "/" + lesson.read.slug + ".md")
        guard FileSystem.read(file) == source.bytes else {
          throw MachineFault(
            "\(source.path) changed while its results were computed; nothing of it was written, run accept again")
        }
        try FileSystem.overwrite(file, with: Acceptor.apply(splices, to: source.bytes))
      }
      for splice in splices { tool.console.print("\(source.path):\(splice.summary)") }
      changes += splices.count
    }
    tool.console.say(isDryRun ? "would change \(counted(changes, "result"))" : "changed \(counted(changes, "result"))")

    // What accepting cannot mend: failures, published numbers, comments in code.
    let accepted: [DiagnosticKind] = [.unrecorded, .mismatch]
    let rest = report.diagnostics + report.reports.flatMap { remaining($0, accepted) }
    tool.console.show(rest, on: 2)
    return rest.errorCount > 0 ? .lessons : .good
  }

  private static func remaining(_ report: LessonReport, _ accepted: [DiagnosticKind]) -> [Diagnostic] {
    let code = report.read.lesson?.blocks.map(\.range) ?? []
    let values = report.read.lesson?.values.map(\.textRange) ?? []
    return report.diagnostics.filter { diagnostic in
      let offset = report.read.source.offset(of: diagnostic.position)
      // A caption stands in its block's first line, but its values are values.
      let isInCode =
        code.contains { $0.contains(offset) } && !values.contains { $0.contains(offset) } && diagnostic.kind == .mismatch
      return !accepted.contains(diagnostic.kind) || isInCode
    }
  }
}
