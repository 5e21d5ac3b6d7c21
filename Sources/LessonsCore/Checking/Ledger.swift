/// `LessonReport → LessonLedger`: every number that a lesson shows, and how each came about.
package struct LessonLedger: Sendable, Equatable {
  /// The values in the prose, in the order of the text.
  package var values: [Value] = []
  package var comments: [Comment] = []
  package var outputs: [Output] = []
  /// How many numbers stand in the prose as plain text, computed by nobody.
  package var given = 0

  /// A value in the prose.
  package struct Value: Sendable, Equatable {
    /// Its place among the values of the lesson.
    package var index: Int
    package var line: Int
    package var expression: String
    package var written: String
    /// The value in full; nil where it was not computed.
    package var computed: String?
    /// The value with as many digits as are written: what is written, where that is right.
    package var rounded: String?
    package var tolerance: Tolerance
    /// How far the two are apart; nil where one of them is no single number.
    package var difference: Gap?
    package var publication: ProseValue.Publication
    package var source: String?
    /// The block that declares what the value reads last, or else the block before it.
    package var block: Int?
    package var status: ResultStatus
  }

  /// How near a written value must be to the computed one.
  package enum Tolerance: Sendable, Equatable {
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
  }

  /// A checked comment in a block.
  package struct Comment: Sendable, Equatable {
    package var block: Int
    package var line: Int
    package var written: String
    package var computed: String?
    package var status: ResultStatus
  }

  /// What a block printed, with its value.
  package struct Output: Sendable, Equatable {
    package var block: Int
    package var line: Int
    package var numbers: Int
    package var status: ResultStatus
    package var isVolatile: Bool
  }
}

extension LessonLedger {
  /// How many of the lesson's values are whose.
  package struct Counts: Sendable, Equatable {
    package var computed = 0
    package var published = 0
    package var refuted = 0
    /// Values that are not what was computed, or were not computed.
    package var failed = 0
    /// Numbers in the results of blocks.
    package var results = 0
    package var comments = 0
    package var given = 0

    package static func + (left: Counts, right: Counts) -> Counts {
      Counts(
        computed: left.computed + right.computed, published: left.published + right.published,
        refuted: left.refuted + right.refuted, failed: left.failed + right.failed, results: left.results + right.results,
        comments: left.comments + right.comments, given: left.given + right.given)
    }
  }

  package var counts: Counts {
    var counts = Counts(results: outputs.reduce(0) { $0 + $1.numbers }, comments: comments.count, given: given)
    for value in values {
      switch (value.status, value.publication) {
      case (.ok, .own): counts.computed += 1
      case (.ok, .published): counts.published += 1
      case (.ok, .refuted): counts.refuted += 1
      default: counts.failed += 1
      }
    }
    return counts
  }
}
