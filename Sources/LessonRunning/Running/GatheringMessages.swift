import LessonModel

// What the compiler's messages mean in the lesson: the place is already right, for the program was written so.
extension Gathering {
  /// Takes errors into the run: the blocks and values they stand in do not compile, all others of the program do not run.
  ///
  /// - Parameter only: Passes over errors in other blocks, which another program reports.
  mutating func refuse(_ messages: [CompilerMessage], only wanted: Int? = nil) {
    let types = hidingTypes
    var index = 0
    while index < messages.count {
      let message = authored(messages[index])
      index += 1
      guard message.severity == .error else { continue }
      var notes: [Diagnostic.Note] = []
      while index < messages.count, messages[index].severity == .note {
        let note = authored(messages[index])
        index += 1
        // Our own call around an expression is nothing of the author's.
        if note.message.hasSuffix("in call to function '__lessonValue'") { continue }
        if AuthorHint.isMisleading(note.message) { continue }
        notes.append(Diagnostic.Note(clean(note.message), at: note.isOwn(of: program) ? place(note) : nil))
      }
      take(message, notes, types, only: wanted)
    }
  }

  private mutating func take(
    _ message: CompilerMessage, _ notes: [Diagnostic.Note], _ types: [HidingType], only wanted: Int?
  ) {
    var position = place(message)
    var text = clean(message.message)
    var notes = notes
    if let missing = MissingModule(text) {
      notes += missing.suggestion.map { [Diagnostic.Note($0)] } ?? []
      // What a setting imports stands in no text of the lesson's blocks.
      if !message.isOwn(of: program), program.settings.imports.contains(missing.name) {
        if let place = lesson.frontMatter.importPlaces[missing.name] { position = place } else { text += missing.origin }
      }
    }
    if let value = value(at: position) {
      if wanted != nil { return }
      run.values[value, default: ValueRun()].status = .compileError
      if isWithoutBackslash(lesson.values[value]) {
        notes.append(Diagnostic.Note("Markdown takes the backslash of '\\.'; in a value it is written '\\\\.'"))
      }
    } else {
      let block = block(of: message)
      if let wanted, block != wanted { return }
      if !message.isOwn(of: program) { isPlaced = false }
      if let block {
        run.blocks[block, default: BlockRun()].refuse(text)
        notes += hints(for: text, in: lesson.blocks[block])
        let line = lesson.source.text(lesson.source.lineRange(position.line))
        notes += types.first { $0.isNamed(in: line, of: block) }.map { [$0.note] } ?? []
      }
    }
    report(.compileError, text, at: position, notes: notes)
  }

  /// The types that the program declares, where it imports modules whose types they may hide.
  private var hidingTypes: [HidingType] {
    let blocks = program.blocks.map { lesson.blocks[$0] }
    guard blocks.contains(where: { !$0.outline.imports.isEmpty }) || !program.settings.imports.isEmpty else { return [] }
    return HidingType.all(in: blocks, of: lesson.source)
  }

  /// Whether Markdown took the backslash of what was meant as a key path.
  private func isWithoutBackslash(_ value: ProseValue) -> Bool {
    let bytes = Array(value.expression.utf8)
    return value.lostBackslashes(in: lesson.source).contains { bytes[$0] == UInt8(ascii: ".") }
  }

  /// A message about our own call around an expression, as one about the expression: the call stands behind the end of the
  /// line before it, where no text of the author stands.
  private func authored(_ message: CompilerMessage) -> CompilerMessage {
    guard message.isOwn(of: program), let place = authored(message.line, message.column) else { return message }
    var moved = message
    moved.line = place.line
    moved.column = place.column
    return moved
  }

  /// The place of the expression that a call of ours stands around; nil where none does.
  func authored(_ line: Int, _ column: Int) -> SourcePosition? {
    guard let ordinal = ProgramWriter.ordinal(ofCallAt: line, column, in: lesson.source) else { return nil }
    let values = lesson.values.filter { lesson.source.position(of: $0.expressionOffset).line == line + 1 }
    if program.purpose.hasValues, values.indices.contains(ordinal - 1) {
      return lesson.source.position(of: values[ordinal - 1].expressionOffset)
    }
    for block in program.blocks.map({ lesson.blocks[$0] }) {
      for statement in block.outline.statements.reversed() {
        let place = lesson.source.position(of: block.code.sourceOffset(of: statement.range.lowerBound))
        if place.line == line + 1 { return place }
      }
    }
    return nil
  }

  /// The compiler may quote our own call around an expression, and names a group behind what it says.
  func clean(_ message: String) -> String {
    let message = message.replacing("global function '__lessonValue'", with: "the value of an expression")
      .replacing("generic parameter 'Value' could not be inferred", with: "the type of this expression could not be inferred")
    guard message.hasSuffix("]"), let group = message.ranges(of: " [#").last else { return message }
    return String(message[..<group.lowerBound])
  }

  /// The place of a message in the lesson. One behind a block, as for a brace never closed, is moved to the block's end.
  private func place(_ message: CompilerMessage) -> SourcePosition {
    guard message.isOwn(of: program) else { return firstPosition }
    let position = SourcePosition(line: message.line, column: message.column)
    if value(at: position) != nil { return Self.unescaped(position, in: lesson) }
    guard let index = block(of: message) else { return position }
    let block = lesson.blocks[index]
    let lastLine = block.position.line + max(block.code.lineStarts.count, 1)
    if message.line < block.position.line { return block.position }
    let range = lesson.source.lineRange(min(message.line, lastLine))
    if message.line > lastLine { return SourcePosition(line: lastLine, column: max(range.count, 1)) }
    return SourcePosition(line: message.line, column: min(message.column, range.count + 1))
  }

  /// The block that a message speaks of: the last one of the program that begins at or before its line.
  func block(of message: CompilerMessage) -> Int? {
    guard message.isOwn(of: program) else { return program.blocks.first }
    return block(at: SourcePosition(line: message.line, column: message.column))
  }

  func block(at position: SourcePosition) -> Int? {
    program.blocks.last { lesson.blocks[$0].position.line <= position.line } ?? program.blocks.first
  }

  func value(at position: SourcePosition) -> Int? {
    guard program.purpose.hasValues else { return nil }
    return lesson.values.first { value in
      let start = lesson.source.position(of: value.expressionOffset)
      let last = lesson.source.position(of: value.expressionOffsets.last ?? value.expressionOffset)
      return start.line == position.line && (start.column...max(last.column + 1, start.column)).contains(position.column)
    }?.index
  }

  /// Moves a column behind an escaped character in a value's expression to where the author sees it.
  static func unescaped(_ position: SourcePosition, in lesson: Lesson) -> SourcePosition {
    for value in lesson.values {
      let start = lesson.source.position(of: value.expressionOffset)
      let index = position.column - start.column
      if start.line == position.line, value.expressionOffsets.indices.contains(index) {
        return lesson.source.position(of: value.expressionOffsets[index])
      }
    }
    return position
  }
}
