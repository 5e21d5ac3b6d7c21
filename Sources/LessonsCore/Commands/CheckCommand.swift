/// `lessons check`: recomputes everything, compares, writes nothing.
package enum CheckCommand {
  package enum Format: String, Sendable, CaseIterable { case text, json }

  package static func run(_ path: String, format: Format, _ tool: Tool) throws(MachineFault) -> ExitStatus {
    let report = try tool.reports(of: path)
    let diagnostics = report.diagnostics + report.reports.flatMap(\.diagnostics)
    switch format {
    case .json: tool.console.print(JSONReport.course(report).text)
    case .text:
      tool.console.show(diagnostics, on: 1)
      if tool.console.detail != .quiet || diagnostics.errorCount > 0 { tool.console.print(summary(report, diagnostics)) }
    }
    return diagnostics.errorCount > 0 ? .lessons : .good
  }

  private static func summary(_ report: CourseReport, _ diagnostics: [Diagnostic]) -> String {
    let tally = report.tally
    var parts = [
      counted(tally.outputs, "output"), counted(tally.values, "value") + " in prose", counted(tally.comments, "comment"),
    ]
    if tally.published + tally.refuted > 0 { parts.append("\(tally.published) published, \(tally.refuted) refuted") }
    if tally.volatile > 0 { parts.append(counted(tally.volatile, "volatile result") + " not compared") }
    let unchecked = report.reports.filter { $0.check.tally.outputs + $0.check.tally.values + $0.check.tally.comments == 0 }
      .count
    if unchecked > 0 { parts.append(counted(unchecked, "lesson") + " with nothing to compare") }
    let errors = diagnostics.errorCount
    let warnings = diagnostics.count - errors
    var verdict = errors == 0 ? "all match" : counted(errors, "error")
    if warnings > 0 { verdict += ", " + counted(warnings, "warning") }
    return "checked \(counted(report.reports.count, "lesson")): \(parts.joined(separator: ", ")): \(verdict)"
  }
}
