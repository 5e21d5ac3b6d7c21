import LessonModel

/// Charts whose axes move with a parameter: a reader who compares two pictures with different axes is misled.
enum MovingAxes {
  /// One warning for each block with such a chart and each parameter that moves it.
  static func diagnostics(of samples: [ExploredSample], in lesson: Lesson) -> [Diagnostic] {
    var told: Set<[Int]> = []
    var diagnostics: [Diagnostic] = []
    let firsts = Dictionary(samples.map { ($0.parameter, $0) }) { first, _ in first }
    for sample in samples {
      guard let first = firsts[sample.parameter] else { continue }
      for (index, run) in sample.blocks.sorted(by: { $0.key < $1.key }) {
        let pair = zip(first.blocks[index]?.exhibits ?? [], run.exhibits).first { axes(of: $0) != axes(of: $1) }
        guard let (chart, _) = pair, told.insert([sample.parameter, index]).inserted else { continue }
        let block = lesson.blocks[index]
        let title = chart.title.isEmpty ? "a chart of block '\(block.name)'" : "'\(chart.title)'"
        diagnostics.append(
          Diagnostic(
            .explore,
            "the axes of \(title) move with \(lesson.parameters[sample.parameter].name); fix them with ranges, such as "
              + "'.x(\"step\", 0...20)' and '.y(\"loss\", 0...4)'",
            in: lesson.source, at: block.position, severity: .warning))
      }
    }
    return diagnostics
  }

  /// The names of the ticks, and where they stand.
  private static func axes(of chart: Exhibit) -> [Substring] {
    guard chart.kind == .chart, let svg = chart.svg else { return [] }
    return ["<text class=\"chart-x-tick\"", "<text class=\"chart-y-tick\""].flatMap { mark in
      svg.split(separator: mark).dropFirst().map { $0.prefix { $0 != "/" } }
    }
  }
}
