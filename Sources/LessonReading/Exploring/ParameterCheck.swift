import LessonModel

/// Finds parameters that cannot do what they are there for where they stand.
enum ParameterCheck {
  static func faults(in blocks: [SwiftBlock], of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var first: [String: SourcePosition] = [:]
    var declared: [String: Int] = [:]
    for block in blocks where block.runsWithOthers && block.session.isEmpty {
      for variable in block.outline.variables where declared[variable.name] == nil {
        declared[variable.name] = block.code.sourceOffset(of: variable.offset)
      }
    }
    for block in blocks {
      for parameter in block.attributes.parameters {
        func report(_ kind: DiagnosticKind, _ message: String, _ notes: [Diagnostic.Note] = []) {
          faults.append(Diagnostic(kind, message, in: source, at: parameter.position, notes: notes))
        }
        if let reason = hindrance(block) { report(.explore, reason) }
        if let earlier = first[parameter.name] {
          report(
            .duplicateName, "the parameter '\(parameter.name)' is used twice",
            [Diagnostic.Note("'\(parameter.name)' is used first here", at: earlier)])
        } else if let place = declared[parameter.name] {
          let position = source.position(of: place)
          report(
            .duplicateName,
            "'\(parameter.name)' is declared in line \(position.line) too; take that out, for 'explore' makes the constant",
            [Diagnostic.Note("it is declared here", at: position)])
        } else {
          first[parameter.name] = parameter.position
        }
      }
    }
    return faults
  }

  /// Why the block can have no parameters; nil where it can.
  private static func hindrance(_ block: SwiftBlock) -> String? {
    let attributes = block.attributes
    if !attributes.runs { return "'run=false' and 'explore' exclude each other: what never runs cannot run again" }
    if attributes.expectation != nil {
      return "'expect' and 'explore' exclude each other: the page runs blocks that work"
    }
    if attributes.isVolatile {
      return "'volatile' and 'explore' exclude each other: what differs each time cannot be compared with the page's"
    }
    if attributes.session != nil {
      return "'session' and 'explore' exclude each other: the page runs the lesson's own session"
    }
    return nil
  }
}
