import LessonModel

/// Finds blocks whose values cannot be recorded, or could not be shown, although their author asks for it.
enum TraceAttribute {
  static func faults(in blocks: [SwiftBlock], of source: SourceText) -> [Diagnostic] {
    blocks.filter(\.attributes.isTraced).compactMap { block in
      hindrance(block.attributes).map { Diagnostic(.trace, $0, in: source, at: block.range.lowerBound) }
    }
  }

  /// Why the block can have no trace; nil where it can.
  private static func hindrance(_ attributes: BlockAttributes) -> String? {
    if !attributes.runs { return "'run=false' and 'trace' exclude each other: what never runs has no values" }
    if attributes.expectation != nil {
      return "'expect' and 'trace' exclude each other: the values are those of a block that works"
    }
    if attributes.isVolatile {
      return "'volatile' and 'trace' exclude each other: what differs each time cannot be shown as the block's values"
    }
    if attributes.code == .hide {
      return "'code=hide' and 'trace' exclude each other: the values stand beside the lines; fold the code with 'code=fold'"
    }
    return nil
  }
}
