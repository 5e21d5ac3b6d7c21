/// `Lesson, Run → WovenLesson`: a lesson with what it came to, every block, comment and value judged once.
///
/// Pages, ledger, reports, notebooks and the acceptor take what they say from here and from nowhere else.
package struct WovenLesson: Sendable, Equatable {
  package var lesson: Lesson
  package var anchors: Anchors
  /// The Swift blocks with their results, in the order of the file.
  package var cells: [WovenCell]
  /// The values in the prose and in captions, in the order of the file.
  package var values: [WovenValue]
  /// What is wrong with the text, its links, its formulas and its run: what keeps a lesson from being built well.
  package var failures: [Diagnostic]
  /// What does not compare as it should.
  package var mismatches: [Diagnostic]
  /// What was compared.
  package var tally: Tally
  /// What its page needs to run it again; nil where there is nothing to change, and where that cannot be compiled.
  package var exploration: Exploration?

  package init(
    lesson: Lesson, anchors: Anchors, cells: [WovenCell], values: [WovenValue], failures: [Diagnostic],
    mismatches: [Diagnostic], tally: Tally
  ) {
    self.lesson = lesson
    self.anchors = anchors
    self.cells = cells
    self.values = values
    self.failures = failures
    self.mismatches = mismatches
    self.tally = tally
  }

  /// How many numbers stand in the prose as plain text, computed by nobody.
  package var given: Int { lesson.numbers.plain }

  /// All that is wrong, in the order of the text.
  package var diagnostics: [Diagnostic] { (failures + mismatches).sorted { $0.position < $1.position } }

  /// All comments that promise a result, with the blocks that they stand in, in the order of the file.
  package var comments: [(cell: WovenCell, comment: WovenComment)] {
    cells.flatMap { cell in cell.comments.map { (cell, $0) } }
  }

  /// The cell of a Swift block by the block's place in the lesson; nil where the block is left out.
  package func cell(_ index: Int) -> WovenCell? {
    if cells.indices.contains(index), cells[index].block.index == index { return cells[index] }
    return cells.first { $0.block.index == index }
  }

  /// The value that stands in the document as a link.
  ///
  /// - Complexity: logarithmic in the number of values.
  package func value(_ link: ValueLink) -> WovenValue? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].value.range.lowerBound < link.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low].value.range.lowerBound == link.range.lowerBound ? values[low] : nil
  }
}

/// A Swift block with what it came to.
package struct WovenCell: Sendable, Equatable {
  package var block: SwiftBlock
  package var run: BlockRun
  package var status: ResultStatus
  package var comments: [WovenComment]
  /// How many numbers its output holds.
  package var numbers: Int
  /// Its address in the page.
  package var anchor: String

  package init(
    block: SwiftBlock, run: BlockRun, status: ResultStatus, comments: [WovenComment], numbers: Int, anchor: String
  ) {
    self.block = block
    self.run = run
    self.status = status
    self.comments = comments
    self.numbers = numbers
    self.anchor = anchor
  }
}

/// A comment that promises a result, with what was computed or printed instead or indeed.
package struct WovenComment: Sendable, Equatable {
  package var comment: CheckedComment
  package var position: SourcePosition
  package var written: String { comment.text }
  /// Nil where the block has nothing for it.
  package var computed: String?
  package var status: ResultStatus

  package init(comment: CheckedComment, position: SourcePosition, computed: String?, status: ResultStatus) {
    self.comment = comment
    self.position = position
    self.computed = computed
    self.status = status
  }
}

/// A value in the prose with what was computed for it, and how the two compare.
package struct WovenValue: Sendable, Equatable {
  package var value: ProseValue
  /// Nil where it was not computed, or has no value.
  package var computed: ComputedValue?
  package var status: ResultStatus
  /// The value with as many digits as are written: what is written, where that is right.
  package var rounded: String?
  package var allowance: Allowance
  /// How far the two are apart; nil where one of them is no single number.
  package var difference: Gap?
  /// The name of the block that declares what the value reads last; nil where it reads nothing of a block.
  package var block: String?
  /// Its address in the page.
  package var anchor: String

  package init(
    value: ProseValue, computed: ComputedValue?, status: ResultStatus, rounded: String?, allowance: Allowance,
    difference: Gap?, block: String?, anchor: String
  ) {
    self.value = value
    self.computed = computed
    self.status = status
    self.rounded = rounded
    self.allowance = allowance
    self.difference = difference
    self.block = block
    self.anchor = anchor
  }

  /// How near a written value must be to the computed one.
  package enum Allowance: Sendable, Equatable {
    /// As its author wrote it.
    case given(String)
    /// Half a unit of the last digit written.
    case halfUnit(String)
    /// Equal, as whole numbers and words are.
    case exact
  }

  /// The distance of two numbers, to two digits, and the same in percent of the written one.
  package struct Gap: Sendable, Equatable {
    package var absolute: String
    package var relative: String?

    package init(absolute: String, relative: String?) {
      self.absolute = absolute
      self.relative = relative
    }
  }
}

/// What a check looked at: an all-clear that compared nothing must be seen as such.
package struct Tally: Sendable, Equatable {
  package var blocks = 0
  package var outputs = 0
  package var values = 0
  package var published = 0
  package var refuted = 0
  package var implied = 0
  package var comments = 0
  package var volatile = 0

  package init() {}

  /// How many results were compared with what is written.
  package var compared: Int { outputs + values + comments }

  package static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.blocks += right.blocks
    sum.outputs += right.outputs
    sum.values += right.values
    sum.published += right.published
    sum.refuted += right.refuted
    sum.implied += right.implied
    sum.comments += right.comments
    sum.volatile += right.volatile
    return sum
  }
}

extension Tally: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    for count in [blocks, outputs, values, published, refuted, implied, comments, volatile] { writer.write(count) }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    blocks = try reader.read()
    outputs = try reader.read()
    values = try reader.read()
    published = try reader.read()
    refuted = try reader.read()
    implied = try reader.read()
    comments = try reader.read()
    volatile = try reader.read()
  }
}
