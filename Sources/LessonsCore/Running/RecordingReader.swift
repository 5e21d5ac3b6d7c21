/// Reads what a program left into the results of its blocks and values.
struct RecordingReader {
  private let program: Program
  private let output: [UInt8]
  private let arrivals: [ProcessOutcome.Arrival]
  private let records: [RunRecord]
  private(set) var blocks: [Int: BlockRun] = [:]
  private(set) var values: [Int: ValueRun] = [:]
  /// The block that was begun and has not come to its end.
  private(set) var openBlock: Int?
  /// The statement that the open block said last it had come to.
  private(set) var lastStatement: Int?
  /// The first block whose output was no longer the tool's file.
  private(set) var closedIn: Int?
  private var start = 0
  private var exhibits: [(offset: Int, exhibit: Exhibit)] = []
  private var statementStarts: [Int: Int] = [:]
  private var began = 0.0

  init(_ recording: Recording, of program: Program, arrivals: [ProcessOutcome.Arrival]) {
    self.program = program
    self.output = recording.output
    self.arrivals = arrivals
    self.records = RunRecord.records(in: recording.records)
    for record in records { read(record) }
    if let openBlock { finish(openBlock, at: output.count, status: .notRun) }
  }

  /// What the program was about to do when it ended: the first place that it did not come to.
  var nextProbe: Probe? {
    let reached = records.last { $0.kind != .begin && !$0.isFigure }.map { $0.probe + 1 } ?? 0
    return reached < program.probes.count ? program.probes[reached] : nil
  }

  private mutating func read(_ record: RunRecord) {
    if case .begin = record.kind { return }
    if case .figure(let exhibit) = record.kind {
      exhibits.append((record.offset, exhibit))
      return
    }
    guard program.probes.indices.contains(record.probe) else { return }
    switch (program.probes[record.probe], record.kind) {
    case (.blockStart(let block), _):
      openBlock = block
      start = max(record.offset, 0)
      exhibits = []
      statementStarts = [:]
      lastStatement = nil
      blocks[block] = BlockRun()
      began = arrival(of: record)
    case (.blockEnd(let block), _):
      if record.offset < 0, closedIn == nil { closedIn = block }
      let elapsed = max(arrival(of: record) - began, 0)
      blocks[block]?.milliseconds = elapsed
      finish(block, at: record.offset < 0 ? output.count : record.offset, status: .ok)
      openBlock = nil
    case (.beforeStatement(_, let statement), _):
      statementStarts[statement] = max(record.offset, 0)
      lastStatement = statement
    case (.statement(let block, let statement), .value(let value)): blocks[block]?.statements[statement] = value
    case (.value(let index), .value(let value)): values[index] = ValueRun(status: .ok, value: value)
    default: break
    }
  }

  private mutating func finish(_ block: Int, at end: Int, status: RunStatus) {
    let end = min(max(end, start), output.count)
    blocks[block]?.status = status
    let printed = pieces(start..<end)
    blocks[block]?.printed = printed
    for (statement, offset) in statementStarts {
      let text = PrintedText.text(output[min(offset, end)..<end])
      blocks[block]?.printedFrom[statement] = text
    }
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

  private func arrival(of record: RunRecord) -> Double {
    arrivals.first { $0.bytes >= record.end }?.milliseconds ?? 0
  }
}

extension RunRecord {
  fileprivate var isFigure: Bool {
    if case .figure = kind { true } else { false }
  }
}
