/// What a page needs to let a reader change parameters of its lesson: the program of the page, and what changes with what.
package struct Exploration: Sendable, Equatable {
  /// All parameters of the lesson; the place in this array is the number of a parameter.
  package var parameters: [LessonParameter]
  package var parts: [ExploredPart]
  /// The blocks that its program holds: those of the parts, and those on which they depend.
  package var blocks: [Int]
  package var module: ExploredModule
  /// What the lesson comes to at other settings: both ends of every parameter are among them.
  package var samples: [ExploredSample]

  package init(
    parameters: [LessonParameter], parts: [ExploredPart], blocks: [Int], module: ExploredModule,
    samples: [ExploredSample]
  ) {
    self.parameters = parameters
    self.parts = parts
    self.blocks = blocks
    self.module = module
    self.samples = samples
  }
}

/// A program in WebAssembly.
package struct ExploredModule: Sendable, Equatable {
  /// Its bytes, compressed by gzip.
  package var packed: [UInt8]
  /// How many bytes it has.
  package var size: Int
  /// Names its contents, in hexadecimal digits.
  package var hash: String

  package init(packed: [UInt8], size: Int, hash: String) {
    self.packed = packed
    self.size = size
    self.hash = hash
  }
}

/// A stretch of a lesson that is computed again as a whole: a section with parameters, to the end of the last section in which
/// something depends on them.
package struct ExploredPart: Sendable, Equatable {
  /// The numbers of the parameters that stand in it.
  package var parameters: [Int]
  /// Its bytes in the lesson.
  package var extent: Range<Int>
  package var cells: [ExploredCell]
  package var values: [ExploredValue]
  package var comments: [ExploredComment]

  package init(
    parameters: [Int], extent: Range<Int>, cells: [ExploredCell] = [], values: [ExploredValue] = [],
    comments: [ExploredComment] = []
  ) {
    self.parameters = parameters
    self.extent = extent
    self.cells = cells
    self.values = values
    self.comments = comments
  }
}

/// A block whose result may change, with its places in the records of the program.
package struct ExploredCell: Sendable, Equatable {
  package var block: Int
  package var start: Int
  package var end: Int
  /// That of the value of its last statement; nil where it has none that is shown.
  package var value: Int?

  package init(block: Int, start: Int, end: Int, value: Int?) {
    self.block = block
    self.start = start
    self.end = end
    self.value = value
  }
}

/// A value in the prose that may change.
package struct ExploredValue: Sendable, Equatable {
  /// Its place among the values of the lesson.
  package var value: Int
  package var place: Int

  package init(value: Int, place: Int) {
    self.value = value
    self.place = place
  }
}

/// A comment `// => text` whose value may change.
package struct ExploredComment: Sendable, Equatable {
  package var block: Int
  /// Its place among the comments of that kind in the block.
  package var comment: Int
  package var place: Int

  package init(block: Int, comment: Int, place: Int) {
    self.block = block
    self.comment = comment
    self.place = place
  }
}

/// What the lesson comes to with one parameter at another setting.
package struct ExploredSample: Sendable, Equatable {
  /// The number of the parameter; all others stand at their defaults.
  package var parameter: Int
  package var setting: Double
  /// The blocks of the parameter's part by their places in the lesson.
  package var blocks: [Int: BlockRun]
  /// The values of the part by their places in the lesson.
  package var values: [Int: ValueRun]

  package init(parameter: Int, setting: Double, blocks: [Int: BlockRun], values: [Int: ValueRun]) {
    self.parameter = parameter
    self.setting = setting
    self.blocks = blocks
    self.values = values
  }
}
