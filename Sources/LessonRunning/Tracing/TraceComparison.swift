package import LessonModel
import Machine

/// Judges what was recorded of the traced blocks of a session: a pure function of the recording and the lesson's own run.
package struct TraceComparison {
  var lesson: Lesson
  /// The traced blocks of the session, in their order.
  var blocks: [SwiftBlock]
  /// What the lesson came to.
  var run: Run

  package init(lesson: Lesson, blocks: [SwiftBlock], run: Run) {
    self.lesson = lesson
    self.blocks = blocks
    self.run = run
  }

  /// The traces that can be shown, and why the others cannot.
  package func result(_ reader: RecordingReader) -> Tracer.Result {
    var result = Tracer.Result()
    for (number, block) in blocks.enumerated() {
      let traced = TracedBlock(block, in: lesson.source)
      let trace = Trace((reader.traced[number] ?? []).compactMap(traced.event))
      if let message = fault(of: trace, block, reader) {
        result.faults.append(fault(message, at: block))
      } else {
        result.traces[block.index] = trace
      }
    }
    return result
  }

  /// What is wrong with a trace; nil where it can be shown.
  private func fault(of trace: Trace, _ block: SwiftBlock, _ reader: RecordingReader) -> String? {
    if trace.events.count > Trace.limit { return Self.tooMany(block) }
    if trace.events.isEmpty {
      return "nothing at the lines of block '\(block.name)' has a value while it runs; "
        + "put 'trace' at the block that calls what it declares, too, or at that alone"
    }
    guard let own = run.blocks[block.index] else { return nil }
    if own.printed != reader.blocks[block.index]?.printed {
      return "block '\(block.name)' prints something else while its values are recorded"
    }
    return own.statements.sorted { $0.key < $1.key }.lazy.compactMap { statement, value in
      difference(of: trace, at: block.outline.statements[statement], from: value)
    }.first
  }

  /// How the last value of a statement in the trace differs from that of the run; nil where it does not, and where the two cannot
  /// be compared.
  private func difference(of trace: Trace, at statement: SwiftStatement, from value: ComputedValue) -> String? {
    let last: TraceEvent?
    switch statement.kind {
    case .expression: last = trace.events.last { $0.range == statement.range }
    case .binding(let name): last = trace.events.last { statement.range.contains($0.range.lowerBound) && $0.name == name }
    case .other: last = nil
    }
    guard let last, last.isExact else { return nil }
    switch value {
    case .integer, .float64, .float32, .bool:
      guard let text = value.description, text != last.text else { return nil }
      return "the value in the trace is \(last.text), and that of the run is \(text)"
    case .text, .nothing, .exhibit: return nil
    }
  }

  /// Takes out what a second run does not agree on.
  func compare(_ first: inout Tracer.Result, with second: Tracer.Result) {
    for block in blocks {
      guard let one = first.traces[block.index], let other = second.traces[block.index], one != other else { continue }
      let place = zip(one.events, other.events).prefix { $0 == $1 }.count
      let events = [one, other].map { place < $0.events.count ? $0.events[place] : nil }
      let offset = (events[0] ?? events[1])?.range.lowerBound ?? 0
      let texts = events.map { $0.map { "'\($0.text)'" } ?? "nothing" }
      first.traces[block.index] = nil
      first.faults.append(
        Diagnostic(
          .unrepeatable,
          "the trace of block '\(block.name)' is not the same twice: first \(texts[0]), then \(texts[1])", in: lesson.source,
          at: block.code.sourceOffset(of: offset)))
    }
  }

  /// Why a program that records values did not come to its end.
  func failure(_ reader: RecordingReader, _ end: ProcessOutcome.End) -> Diagnostic {
    let open = blocks.first { $0.index == reader.openBlock } ?? blocks.first
    for (number, block) in blocks.enumerated() where (reader.traced[number] ?? []).count > Trace.limit {
      return fault(Self.tooMany(block), at: block)
    }
    switch end {
    case .stopped(.time(let limit)):
      return fault(
        "with its values recorded block '\(open?.name ?? "")' takes longer than \(TimeLimit(limit).text); "
          + "trace fewer rounds, or move what runs often to an earlier block: only the lines of traced ones are recorded",
        at: open)
    case .stopped, .exited, .signaled:
      return fault("block '\(open?.name ?? "")' does not come to its end while its values are recorded", at: open)
    }
  }

  /// Why the compiler does not record a block.
  func refusal(_ messages: [CompilerMessage], of program: Program) -> Diagnostic {
    let error = messages.first { $0.severity == .error }
    let place = error.flatMap { error in
      error.isOwn(of: program) ? blocks.last { $0.position.line <= error.line } : nil
    }
    return fault(
      "the compiler cannot record the values of this block: \(error?.message ?? "it does not say why")",
      at: place ?? blocks.first)
  }

  func fault(_ message: String, at block: SwiftBlock?) -> Diagnostic {
    Diagnostic(.trace, message, in: lesson.source, at: block?.range.lowerBound ?? 0)
  }

  private static func tooMany(_ block: SwiftBlock) -> String {
    "block '\(block.name)' has more than \(Trace.limit) values at its lines; trace fewer rounds, or move what runs often to an "
      + "earlier block: only the lines of traced ones are recorded"
  }
}
