/// `lessons run`: one lesson in the terminal, with its results.
package enum RunCommand {
  package static func run(_ path: String, format: CheckCommand.Format, _ tool: Tool) throws(MachineFault) -> ExitStatus {
    if FileSystem.isFolder(path) { throw MachineFault("\(path) is a folder; 'lessons run' takes one lesson", cause: .usage) }
    let report = try tool.reports(of: path)
    guard let lesson = report.reports.first else { throw MachineFault("\(path) cannot be read", cause: .usage) }
    let diagnostics = report.diagnostics + lesson.diagnostics
    switch format {
    case .json: tool.console.print(JSONReport.run(lesson, adding: report.diagnostics).text)
    case .text:
      show(lesson, tool.console)
      tool.console.show(diagnostics, on: 2)
    }
    return diagnostics.errorCount > 0 ? .lessons : .good
  }

  private static func show(_ report: LessonReport, _ console: Console) {
    guard let lesson = report.read.lesson else { return }
    console.print(lesson.title + "\n" + String(repeating: "=", count: max(lesson.title.count, 1)))
    var values = lesson.values[...]
    func showValues(before block: Int) {
      while let value = values.first, value.blocksBefore <= block {
        let computed = report.run.values[value.index].value?.description ?? report.check.values[value.index].rawValue
        console.print("\nline \(value.position.line): \(value.expression) = \(computed)  (written \(value.written))")
        values = values.dropFirst()
      }
    }
    for block in lesson.blocks {
      showValues(before: block.index)
      let status = report.check.blocks[block.index]
      console.print("\n\(block.name) (line \(block.position.line))\(status == .ok ? "" : ": " + status.rawValue)")
      let output = report.run.blocks[block.index].output
      if !output.isEmpty { console.print(output) }
    }
    showValues(before: .max)
  }
}
