/// `lessons build`: runs what changed and writes the site.
package enum BuildCommand {
  /// - Parameter withoutSolutions: Whether the site is for students: no byte of a solution is in it.
  package static func run(
    _ path: String, output: String, withoutSolutions: Bool = false, _ tool: Tool
  ) throws(MachineFault) -> ExitStatus {
    let writer = SiteWriter(folder: output)
    let (course, only) = try CourseReader.read(path)
    if withoutSolutions, only != nil {
      throw MachineFault(
        "a site without solutions is built whole, for pages that stay from an earlier build may hold them; give the course folder",
        cause: .usage)
    }
    try writer.refuseUnsafeFolder(course: course.path)
    let report = try tool.reports(of: course, only: only)
    let drafts = report.reports.count { $0.read.isDraft }
    let shown = withoutSolutions ? StudentEdition.report(report) : report
    let site = Site.site(of: shown.withoutDrafts, try tool.theme(), kit: try tool.kit(), jobs: tool.jobCount)
    try writer.write(site, keepsOthers: only != nil)

    // A mismatch is for `check` to fail on; here the page tells it, and the author hears of it.
    let failures = report.diagnostics + report.reports.flatMap(\.failures)
    tool.console.show(failures, on: 2)
    let mismatches = report.reports.flatMap(\.check.diagnostics).errorCount
    if mismatches > 0 {
      tool.console.say(
        "\(counted(mismatches, "result")) unrecorded or not matching; 'lessons check' names them, 'lessons accept' records them"
      )
    }
    let edition = withoutSolutions ? ", without solutions" : ""
    let left = drafts > 0 ? ", left out \(counted(drafts, "draft"))" : ""
    tool.console.say("built \(counted(report.reports.count - drafts, "lesson")) into \(output)\(left)\(edition)")
    let errors = failures.errorCount
    if errors > 0 { tool.console.say("\(counted(errors, "error"))") }
    return errors > 0 ? .lessons : .good
  }
}

func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
