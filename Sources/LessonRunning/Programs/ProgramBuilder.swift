package import LessonModel
import SwiftReading

/// Makes the programs of a lesson: one for each session, and one for each block that must fail.
package enum ProgramBuilder {
  /// The programs of a lesson, session by session.
  ///
  /// - Parameter modules: The modules that every program imports besides the kit: the course's `Support`, and what the
  ///   front matter asks for.
  package static func programs(for lesson: Lesson, settings: SwiftSettings, modules: [String]) -> [Program] {
    let build = Build(lesson: lesson, settings: settings, modules: modules + settings.imports)
    let running = lesson.blocks.filter(\.attributes.runs)
    var sessions: [String] = []
    for session in lesson.values.isEmpty ? running.map(\.session) : [""] + running.map(\.session)
    where !sessions.contains(session) {
      sessions.append(session)
    }
    var programs: [Program] = []
    for session in sessions {
      let blocks = running.filter { $0.session == session }
      let good = blocks.filter { $0.attributes.expectation == nil }
      let values = session.isEmpty ? lesson.values : []
      if !good.isEmpty || !values.isEmpty {
        programs.append(build.program(.session, session: session, blocks: good, values: values))
      }
      for block in blocks {
        guard let expectation = block.attributes.expectation else { continue }
        let before = good.filter { $0.index < block.index }
        let purpose: Program.Purpose = expectation == .trap ? .trap(block: block.index) : .compileError(block: block.index)
        programs.append(build.program(purpose, session: session, blocks: before + [block], values: []))
      }
    }
    return programs
  }

  /// The programs that record the values at the lines of traced blocks: one for each session that has such blocks, up to the
  /// last of them.
  package static func traces(of lesson: Lesson, settings: SwiftSettings, modules: [String]) -> [Program] {
    let build = Build(lesson: lesson, settings: settings, modules: modules + settings.imports)
    let running = lesson.blocks.filter(\.runsWithOthers)
    return Set(running.filter(\.attributes.isTraced).map(\.session)).sorted().compactMap { session in
      let blocks = running.filter { $0.session == session }
      guard let last = blocks.last(where: \.attributes.isTraced)?.index else { return nil }
      let values = session.isEmpty ? lesson.values.filter { $0.blocksBefore <= last } : []
      return build.program(.trace, session: session, blocks: blocks.filter { $0.index <= last }, values: values)
    }
  }

  /// A part of a lesson's own session: these of its blocks and values.
  static func program(
    of lesson: Lesson, blocks: Set<Int>, values: Set<Int>, settings: SwiftSettings, modules: [String]
  ) -> Program {
    Build(lesson: lesson, settings: settings, modules: modules + settings.imports).program(
      .session, session: "", blocks: lesson.blocks.filter { blocks.contains($0.index) },
      values: lesson.values.filter { values.contains($0.index) })
  }

  /// What is left of a program without what is lost of it.
  static func program(
    _ program: Program, of lesson: Lesson, settings: SwiftSettings, modules: [String], without lost: LostBlocks
  ) -> Program {
    let values = program.probes.compactMap { probe in
      if case .value(let index) = probe, !lost.contains(value: index) { lesson.values[index] } else { nil }
    }
    return Build(lesson: lesson, settings: settings, modules: modules + settings.imports).program(
      program.purpose, session: program.session,
      blocks: program.blocks.filter { !lost.contains(block: $0) }.map { lesson.blocks[$0] }, values: values,
      imports: lost.imports.map { (lesson.blocks[$0.block].code, $0.import) })
  }
}

/// What all programs of a lesson share while they are built.
private struct Build {
  var lesson: Lesson
  var settings: SwiftSettings
  var modules: [String]

  /// - Parameter imports: Imports of blocks that are no part of the program.
  func program(
    _ purpose: Program.Purpose, session: String, blocks: [SwiftBlock], values: [ProseValue],
    imports: [(code: PlacedText, import: BlockNames.Import)] = []
  ) -> Program {
    var writer = ProgramWriter(of: lesson)
    var probes: [Probe] = []
    let tracing = purpose == .trace ? [TraceToolchain.module] : []
    for module in ["LessonKit", "LessonRuntime"] + tracing + modules { writer.write(line: "import \(module)") }
    writer.write(line: "__lessonBegin();")
    for (code, piece) in imports { writer.write(piece.range, of: code) }

    let parameters = lesson.parameters
    var rest = values[...]
    var ordinals: [Int: Int] = [:]
    func writeValues(before block: Int) {
      while let value = rest.first, value.blocksBefore <= block {
        let line = lesson.source.position(of: value.expressionOffset).line
        ordinals[line, default: 0] += 1
        writer.write(
          expression: value.expression, at: value.expressionOffset, in: "__lessonValue(\(probes.count),",
          ordinal: ordinals[line] ?? 1)
        probes.append(.value(value.index))
        rest = rest.dropFirst()
      }
    }
    let isWatched = purpose == .session
    for block in blocks {
      writeValues(before: block.index)
      for parameter in block.attributes.parameters {
        let number = parameters.firstIndex { $0.position == parameter.position } ?? 0
        writer.write(line: parameter.reading(number: number))
      }
      writer.write(line: "__lessonMark(\(probes.count));")
      probes.append(.blockStart(block.index))
      if block.attributes.showsStandardError { writer.write(line: "__lessonJoinErrors();") }
      if purpose == .trace, block.attributes.isTraced {
        write(TracedBlock(block, in: lesson.source), to: &writer)
      } else {
        writer.write(block.code, insertions: isWatched ? insertions(for: block, &probes) : [])
      }
      if block.attributes.showsStandardError { writer.write(line: "__lessonPartErrors();") }
      writer.write(line: "__lessonMark(\(probes.count));")
      probes.append(.blockEnd(block.index))
    }
    writeValues(before: .max)
    let readsItsPosition = blocks.contains(where: \.outline.readsItsPosition) || values.contains { $0.expression.contains("#") }
    let limit = settings.timeout ?? .block
    return Program(
      session: session, purpose: purpose, text: writer.text, keyText: readsItsPosition ? writer.text : writer.keyText,
      blocks: blocks.map(\.index), probes: probes,
      imports: modules + imports.map(\.import.module) + blocks.flatMap(\.outline.imports),
      settings: settings,
      data: lesson.data,
      anchors: writer.anchors, limits: blocks.flatMap { [limit, $0.attributes.timeout ?? limit] } + [limit],
      fileName: writer.fileName)
  }

  /// Values at the lines of a block are wanted while it runs, and while a later one runs of which they are wanted too.
  private func write(_ traced: TracedBlock, to writer: inout ProgramWriter) {
    // One more than may be shows that there are more; what is told twice counts twice.
    let most = Trace.limit * 2 + 1
    writer.write(
      line: "__lessonTrace(\(traced.lines.lowerBound), \(traced.lines.upperBound), \(most));",
      key: "__lessonTrace(\(traced.margins), \(most));")
    writer.write(traced.block.code, insertions: traced.insertions)
    writer.write(line: "__lessonTraceEnd();")
  }

  /// The probes inside a block: the value of its last statement, and whatever its checked comments speak of.
  private func insertions(for block: SwiftBlock, _ probes: inout [Probe]) -> [(offset: Int, insertion: ProgramWriter.Insertion)]
  {
    let outline = block.outline
    var insertions: [(offset: Int, insertion: ProgramWriter.Insertion)] = []
    for (index, statement) in outline.statements.enumerated() {
      let promises = outline.checkedComments.filter { $0.statement == index }
      let isLast = index == outline.statements.count - 1
      if promises.contains(where: { $0.promise == .line }) || statement.uncaughtTry != nil {
        insertions.append((statement.range.lowerBound, .statement("__lessonStatement(\(probes.count))")))
        probes.append(.beforeStatement(block: block.index, statement: index))
      }
      let isPromised = promises.contains { $0.promise == .value }
      switch statement.kind {
      case .expression where isLast || isPromised:
        insertions.append((statement.range.lowerBound, .open("__lessonValue(\(probes.count),")))
        insertions.append((statement.range.upperBound, .close()))
        if let semicolon = statement.semicolon { insertions.append((semicolon.lowerBound, .skip(semicolon.count))) }
        probes.append(.statement(block: block.index, statement: index))
      case .binding(let names) where isPromised:
        let end = statement.semicolon?.upperBound ?? statement.range.upperBound
        insertions.append((end, .statement("__lessonValue(\(probes.count), (\(names)))")))
        probes.append(.statement(block: block.index, statement: index))
      default: break
      }
    }
    return insertions
  }
}
