package import LessonModel

/// What the page of a lesson runs again: of the lesson's own program, up to the end of the last part that a reader can change, the
/// blocks on which these parts depend.
package struct PageProgram: Sendable, Equatable {
  package var program: Program
  package var parts: [ExploredPart]
  /// The parameters on which nothing in the lesson depends.
  package var idle: [LessonParameter]
}

extension PageProgram {
  /// Nil where the lesson has nothing to explore.
  ///
  /// - Parameter modules: What the program imports besides the kit.
  package init?(_ lesson: Lesson, settings: SwiftSettings, modules: [String]) {
    if lesson.parameters.isEmpty { return nil }
    let names = LessonNames(lesson)
    let ranges = ExploredRange.ranges(of: lesson, names)
    if ranges.isEmpty { return nil }
    var writing = Writing(lesson: lesson, writer: ProgramWriter(of: lesson))
    let imports = modules + settings.imports
    for module in ["LessonKit", "LessonRuntime"] + imports { writing.writer.write(line: "import \(module)") }
    writing.writer.write(line: "__lessonBegin();")
    writing.parts = ranges.map { ExploredPart(parameters: $0.parameters, extent: $0.extent) }
    let items = ExploredItem.items(of: lesson)
    let needs = ExploredNeeds.blocks(of: lesson, names, ranges)
    for item in items.prefix((ranges.map(\.items.upperBound).max() ?? -1) + 1) {
      for (part, range) in ranges.enumerated() where range.items.lowerBound == item.order {
        writing.writer.write(line: "__lessonEnter(\(part));")
      }
      writing.write(item, of: ranges, needs)
      for (part, range) in ranges.enumerated() where range.items.upperBound == item.order {
        writing.writer.write(line: "__lessonLeave(\(part));")
      }
    }
    parts = writing.parts
    idle = lesson.parameters.filter { !names.used.contains($0.name) }
    let limit = settings.timeout ?? .block
    program = Program(
      session: "", purpose: .session, text: writing.writer.text, keyText: writing.writer.keyText, blocks: writing.blocks,
      probes: writing.probes, imports: imports + writing.blocks.flatMap { lesson.blocks[$0].outline.imports },
      settings: settings, data: lesson.data, anchors: writing.writer.anchors, limits: [limit],
      fileName: writing.writer.fileName)
  }
}

/// A program of a page while it is written.
private struct Writing {
  let lesson: Lesson
  var writer: ProgramWriter
  var probes: [Probe] = []
  var parts: [ExploredPart] = []
  var blocks: [Int] = []
  private var ordinals: [Int: Int] = [:]

  init(lesson: Lesson, writer: ProgramWriter) {
    self.lesson = lesson
    self.writer = writer
  }

  mutating func write(_ item: ExploredItem, of ranges: [ExploredRange], _ needs: Set<Int>) {
    switch item.kind {
    case .value(let index):
      let value = lesson.values[index]
      let line = lesson.source.position(of: value.expressionOffset).line
      ordinals[line, default: 0] += 1
      guard ranges.contains(where: { $0.values.contains(index) }) else { return }
      let place = next(.value(index))
      writer.write(
        expression: Self.untried(value.expression), at: value.expressionOffset, in: Self.opening,
        closing: Self.closing(place), ordinal: ordinals[line] ?? 1)
      for (part, range) in ranges.enumerated() where range.values.contains(index) {
        parts[part].values.append(ExploredValue(value: index, place: place))
      }
    case .block(let index): if needs.contains(index) { write(lesson.blocks[index], of: ranges) }
    }
  }

  private mutating func next(_ probe: Probe) -> Int {
    probes.append(probe)
    return probes.count - 1
  }

  private mutating func write(_ block: SwiftBlock, of ranges: [ExploredRange]) {
    for parameter in block.attributes.parameters {
      let number = lesson.parameters.firstIndex { $0.position == parameter.position } ?? 0
      writer.write(line: parameter.reading(number: number))
    }
    blocks.append(block.index)
    let start = next(.blockStart(block.index))
    writer.write(line: "__lessonMark(\(start));")
    let dependent = ranges.reduce(into: Set<Int>()) { $0.formUnion($1.statements[block.index] ?? []) }
    var places: [Int: Int] = [:]
    writer.write(block.code, insertions: insertions(for: block, dependent, &places))
    let end = next(.blockEnd(block.index))
    writer.write(line: "__lessonMark(\(end));")
    let last = block.outline.statements.count - 1
    for (part, range) in ranges.enumerated() {
      guard let own = range.statements[block.index] else { continue }
      let showsValue = own.contains(last) && block.outline.statements[last].kind == .expression && !block.attributes.hidesValue
      parts[part].cells.append(
        ExploredCell(block: block.index, start: start, end: end, value: showsValue ? places[last] : nil))
      for (order, comment) in block.outline.checkedComments.filter({ $0.promise == .value }).enumerated() {
        guard let statement = comment.statement, own.contains(statement), let place = places[statement] else { continue }
        parts[part].comments.append(ExploredComment(block: block.index, comment: order, place: place))
      }
    }
  }

  /// What reports values stands around statements that may change; a `try` whose error nothing catches ends the program, which
  /// Embedded Swift wants to be said.
  private mutating func insertions(
    for block: SwiftBlock, _ dependent: Set<Int>, _ places: inout [Int: Int]
  ) -> [(offset: Int, insertion: ProgramWriter.Insertion)] {
    let outline = block.outline
    let bytes = Array(block.code.text.utf8)
    var insertions: [(offset: Int, insertion: ProgramWriter.Insertion)] = []
    for (index, statement) in outline.statements.enumerated() {
      let isPromised = outline.checkedComments.contains { $0.statement == index && $0.promise == .value }
      let isLast = index == outline.statements.count - 1
      let reports = dependent.contains(index) && (isPromised || isLast && !block.attributes.hidesValue)
      let isExpression = statement.kind == .expression
      if reports, isExpression {
        places[index] = next(.statement(block: block.index, statement: index))
        insertions.append((statement.range.lowerBound, .open(Self.opening)))
      }
      if let attempt = statement.uncaughtTry {
        let isBlank = attempt + 3 < bytes.count && bytes[attempt + 3] == 32
        insertions.append((attempt, .replace(isBlank ? 4 : 3, with: isBlank ? "try!" : "try! ")))
      }
      if let place = places[index] {
        insertions.append((statement.range.upperBound, .close(with: Self.closing(place))))
        if let semicolon = statement.semicolon { insertions.append((semicolon.lowerBound, .skip(semicolon.count))) }
      } else if reports, isPromised, case .binding(let names) = statement.kind {
        let place = next(.statement(block: block.index, statement: index))
        places[index] = place
        let end = statement.semicolon?.upperBound ?? statement.range.upperBound
        insertions.append((end, .statement("__lessonValue(\(place), (\(names)))")))
      }
    }
    return insertions
  }

  /// The value has a constant of its own, so that its type is the one that it has in the lesson, whatever could be reported.
  private static let opening = "do { let __value ="
  private static func closing(_ place: Int) -> String { "; __lessonValue(\(place), __value) }" }

  private static func untried(_ expression: String) -> String {
    expression.hasPrefix("try ") ? "try!" + expression.dropFirst(4) : expression
  }
}
