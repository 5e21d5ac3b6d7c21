import LessonModel

/// Finds variables that are read above the line that declares them.
///
/// At the top level of a program Swift's compiler lets such a read pass; the variable is then still empty, and the result is
/// a zero that looks like a number, or a crash.
enum EarlyRead {
  static func faults(
    in blocks: [SwiftBlock], _ values: [ValueReader.ReadValue], of source: SourceText
  ) -> [Diagnostic] {
    let running = blocks.filter(\.runsWithOthers)
    var declared: [String: [String: Int]] = [:]  // session, name, first place
    for block in running {
      for variable in block.outline.variables where declared[block.session]?[variable.name] == nil {
        declared[block.session, default: [:]][variable.name] = block.code.sourceOffset(of: variable.offset)
      }
    }
    var faults: [Diagnostic] = []
    func check(_ name: String, at offset: Int, session: String) {
      guard let place = declared[session]?[name], place > offset else { return }
      let position = source.position(of: place)
      faults.append(
        Diagnostic(
          .earlyRead, "'\(name)' is read here and declared below, in line \(position.line); a lesson runs from top to bottom",
          in: source, at: offset, notes: [Diagnostic.Note("it is declared here", at: position)]))
    }
    for block in running {
      for read in block.outline.reads { check(read.name, at: block.code.sourceOffset(of: read.offset), session: block.session) }
    }
    for entry in values {
      let offsets = entry.value.expressionOffsets
      for read in entry.reads { check(read.name, at: offsets[min(read.offset, offsets.count - 1)], session: "") }
    }
    return faults
  }
}
