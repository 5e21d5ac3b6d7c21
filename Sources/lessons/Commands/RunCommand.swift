import ArgumentParser
import LessonModel
import LessonPipeline
import Machine

/// `lessons why`: what would be run again, and which input changed.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say what would be run or made again, and which input changed.")
  @Argument(help: "The lesson.", completion: .file(extensions: ["md"])) var file: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      for reason in try workbench.pipeline().reasons(file) { workbench.console.print(reason) }
      return .good
    }
  }
}

/// `lessons run`: one lesson in the terminal, with its results.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "Run one lesson in the terminal.")
  @Argument(help: "The lesson.", completion: .file(extensions: ["md"])) var file: String
  @Option(help: "How to report: text or json.") var format = ReportFormat.text
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      if FileSystem.isFolder(file) { throw MachineFault("\(file) is a folder; 'lessons run' takes one lesson", cause: .usage) }
      let console = workbench.console
      let course = try workbench.pipeline(telling: { event in
        // A terminal shows standard error; in detail it is told already.
        guard case .wroteErrors(_, let text) = event, console.detail == .normal else { return }
        console.say("standard error:\n\(text)")
      }).traced(file)
      guard let entry = course.lessons.first else { throw MachineFault("\(file) cannot be read", cause: .usage) }
      let diagnostics = course.diagnostics + entry.diagnostics
      switch format {
      case .json: workbench.console.print(JSONReport.run(entry, diagnostics).text)
      case .text:
        if case .woven(let woven) = entry { Self.show(woven, workbench.console) }
        workbench.console.show(diagnostics, on: 2)
      }
      return diagnostics.errorCount > 0 ? .lessons : .good
    }
  }

  private static func show(_ woven: WovenLesson, _ console: Console) {
    let title = woven.lesson.title
    func print(_ text: String) { console.print(DiagnosticText.visible(text)) }
    print(title + "\n" + String(repeating: "=", count: max(title.count, 1)))
    var values = woven.values[...]
    func showValues(before block: Int) {
      while let value = values.first, value.value.blocksBefore <= block {
        let computed = value.computed?.description ?? value.status.rawValue
        print(
          "\nline \(value.value.position.line): \(value.value.expression) = \(computed)  (written \(value.value.written))")
        values = values.dropFirst()
      }
    }
    for cell in woven.cells {
      showValues(before: cell.block.index)
      let verdict = cell.status == .ok ? "" : ": " + cell.status.rawValue
      print("\n\(cell.block.name) (line \(cell.block.position.line))\(verdict)")
      let output = cell.run.output
      if !output.isEmpty { print(output) }
      for line in traceLines(of: cell, woven.lesson.source) { print(line) }
    }
    showValues(before: .max)
  }

  /// The values at the lines of a traced block: of each the first, the second and the last.
  private static func traceLines(of cell: WovenCell, _ source: SourceText) -> [String] {
    guard let trace = cell.run.trace else { return [] }
    return trace.places.map { place in
      let line = source.position(of: cell.block.code.sourceOffset(of: place.range.lowerBound)).line
      let count = place.moments.count > 3 ? "  (\(place.moments.count) values)" : ""
      return "  line \(line): \(place.name.isEmpty ? "" : place.name + " ")= \(trace.summary(of: place))\(count)"
    }
  }
}
