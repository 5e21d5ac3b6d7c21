package import LessonModel

/// A warning of the compiler, by its distance to where the author's text begins.
package struct CompilerWarning: Sendable, Equatable {
  package var message: String
  /// Which of the program's anchors it stands behind.
  package var anchor: Int
  package var lines: Int
  package var columns: Int

  /// The warnings about the author's text among the compiler's messages, each once.
  static func warnings(in messages: [CompilerMessage], of program: Program) -> [CompilerWarning] {
    var warnings: [CompilerWarning] = []
    for message in messages where message.severity == .warning && message.isOwn(of: program) {
      guard let warning = CompilerWarning(message, of: program), !warnings.contains(warning) else { continue }
      warnings.append(warning)
    }
    return warnings
  }

  private init?(_ message: CompilerMessage, of program: Program) {
    let place = SourcePosition(line: message.line, column: message.column)
    let called = program.anchors.firstIndex { anchor in
      anchor.call.map { $0.line == place.line && $0.column <= place.column && place.column < $0.column + ProgramWriter.step }
        ?? false
    }
    guard let anchor = called ?? program.anchors.lastIndex(where: { $0.place <= place }) else { return nil }
    let start = called == nil ? program.anchors[anchor].place : place
    self.init(
      message: message.message, anchor: anchor, lines: place.line - start.line, columns: place.column - start.column)
  }

  package init(message: String, anchor: Int, lines: Int, columns: Int) {
    self.message = message
    self.anchor = anchor
    self.lines = lines
    self.columns = columns
  }

  /// Where it stands in the lesson; nil where the program is another.
  func place(in program: Program) -> SourcePosition? {
    guard program.anchors.indices.contains(anchor) else { return nil }
    let start = program.anchors[anchor].place
    return SourcePosition(line: start.line + lines, column: max(start.column + columns, 1))
  }
}

extension CompilerWarning: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(message)
    writer.write(anchor)
    writer.write(lines)
    writer.write(columns)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    message = try reader.read()
    anchor = try reader.read()
    lines = try reader.read()
    columns = try reader.read()
  }
}
