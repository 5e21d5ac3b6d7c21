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
    /// Where in the text a value is computed that is not where its expression stands: one in a caption behind its block, one
    /// by reference where it is used.
    func moment(of value: ProseValue) -> Int? {
      let place = value.textRange.lowerBound
      if value.blocksBefore > 0, blocks[value.blocksBefore - 1].range.contains(place) {
        return blocks[value.blocksBefore - 1].range.upperBound
      }
      return value.range.contains(value.expressionOffset) ? nil : place
    }
    var declared: [String: [String: Int]] = [:]  // session, name, first place
    for block in running {
      for variable in block.outline.variables where declared[block.session]?[variable.name] == nil {
        declared[block.session, default: [:]][variable.name] = block.code.sourceOffset(of: variable.offset)
      }
      for parameter in block.attributes.parameters where declared[block.session]?[parameter.name] == nil {
        declared[block.session, default: [:]][parameter.name] = block.range.lowerBound
      }
    }
    var faults: [Diagnostic] = []
    func check(_ name: String, at offset: Int, session: String, moment: Int) {
      guard let place = declared[session]?[name], place > moment else { return }
      let position = source.position(of: place)
      faults.append(
        Diagnostic(
          .earlyRead, "'\(name)' is read here and declared below; a lesson runs from top to bottom",
          in: source, at: offset, notes: [Diagnostic.Note("it is declared here", at: position)]))
    }
    for block in running {
      for read in block.outline.reads {
        let offset = block.code.sourceOffset(of: read.offset)
        check(read.name, at: offset, session: block.session, moment: offset)
      }
    }
    for entry in values {
      let offsets = entry.value.expressionOffsets
      let moment = moment(of: entry.value)
      for read in entry.reads {
        let offset = offsets[min(read.offset, offsets.count - 1)]
        check(read.name, at: offset, session: "", moment: moment ?? offset)
      }
    }
    return faults
  }
}
