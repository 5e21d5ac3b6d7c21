package import LessonModel

/// Reads what a program left into the results of its blocks and values.
package struct RecordingReader {
  private let program: Program
  private let output: [UInt8]
  package private(set) var blocks: [Int: BlockRun] = [:]
  package private(set) var values: [Int: ValueRun] = [:]
  /// The values at lines, by the number of the traced block that these are of.
  package private(set) var traced: [Int: [TracedValue]] = [:]
  /// The block that was begun and has not come to its end.
  package private(set) var openBlock: Int?
  /// The statement that the open block said last it had come to.
  package private(set) var lastStatement: Int?
  /// The first block whose output was no longer the tool's file.
  package private(set) var closedIn: Int?
  /// Whether more was printed than is there. What came after the cut counts as not having come.
  package let isCut: Bool
  /// The first place that the program did not come to.
  private var next = 0
  private var start = 0
  private var began = 0.0
  private var exhibits: [(offset: Int, exhibit: Exhibit)] = []
  private var statementStarts: [Int: Int] = [:]

  package init(_ recording: Recording, of program: Program) {
    self.program = program
    output = recording.output
    let uncut = recording.records.prefix { $0.offset <= recording.output.count }
    isCut = uncut.count < recording.records.count
    for record in uncut { read(record) }
    if let openBlock { finish(openBlock, at: output.count, status: .notRun) }
  }

  /// What the program was about to do when it ended; nil where it had done everything.
  package var nextProbe: Probe? { program.probes.indices.contains(next) ? program.probes[next] : nil }

  private mutating func read(_ record: RunRecord) {
    switch record.event {
    case .figure(let exhibit): exhibits.append((record.offset, exhibit))
    case .place(let place): reach(place, record, value: nil)
    case .value(let place, let value): reach(place, record, value: value)
    case .traced(let value): traced[value.block, default: []].append(value)
    case .exit: break
    }
  }

  private mutating func reach(_ place: Int, _ record: RunRecord, value: ComputedValue?) {
    guard program.probes.indices.contains(place) else { return }
    next = place + 1
    switch program.probes[place] {
    case .blockStart(let block):
      openBlock = block
      start = max(record.offset, 0)
      exhibits = []
      statementStarts = [:]
      lastStatement = nil
      blocks[block] = BlockRun()
      began = record.milliseconds
    case .blockEnd(let block):
      if record.offset < 0, closedIn == nil { closedIn = block }
      blocks[block]?.milliseconds = max(record.milliseconds - began, 0)
      finish(block, at: record.offset < 0 ? output.count : record.offset, status: .ok)
      openBlock = nil
    case .beforeStatement(_, let statement):
      statementStarts[statement] = max(record.offset, 0)
      lastStatement = statement
    case .statement(let block, let statement):
      if let value { blocks[block]?.statements[statement] = value }
    case .value(let index):
      if let value { values[index] = ValueRun(status: .ok, value: value) }
    }
  }

  private mutating func finish(_ block: Int, at end: Int, status: ResultStatus) {
    let end = max(end, start)
    var run = blocks[block] ?? BlockRun()
    run.status = status
    run.printed = pieces(start..<end)
    run.printedFrom = statementStarts.mapValues { PrintedText.text(output[min($0, end)..<end]) }
    blocks[block] = run
  }

  /// The printed text with each exhibit in the place of its own text.
  private func pieces(_ range: Range<Int>) -> [OutputPiece] {
    var pieces: [OutputPiece] = []
    var reached = range.lowerBound
    for (offset, exhibit) in exhibits where offset >= reached {
      let text = Array((exhibit.text + "\n").utf8)
      guard offset + text.count <= range.upperBound, output[offset..<(offset + text.count)].elementsEqual(text) else {
        continue
      }
      if offset > reached { pieces.append(.text(PrintedText.text(output[reached..<offset]))) }
      pieces.append(.exhibit(exhibit))
      reached = offset + text.count
    }
    if reached < range.upperBound { pieces.append(.text(PrintedText.text(output[reached..<range.upperBound]))) }
    return pieces
  }
}
