/// How many of a lesson's or a course's numbers are whose.
package struct Counts: Sendable, Equatable {
  package var computed = 0
  package var published = 0
  package var refuted = 0
  package var implied = 0
  /// Values that are not what was computed, or were not computed.
  package var failed = 0
  /// Numbers in the results of blocks.
  package var results = 0
  package var comments = 0
  /// Numbers that stand in the prose as plain text.
  package var given = 0

  package init() {}

  package static func + (left: Counts, right: Counts) -> Counts {
    var sum = left
    sum.computed += right.computed
    sum.published += right.published
    sum.refuted += right.refuted
    sum.implied += right.implied
    sum.failed += right.failed
    sum.results += right.results
    sum.comments += right.comments
    sum.given += right.given
    return sum
  }
}

extension WovenLesson {
  package var counts: Counts {
    var counts = Counts()
    // What differs each time is compared with nothing.
    counts.results = cells.filter { !$0.block.attributes.isVolatile }.reduce(0) { $0 + $1.numbers }
    counts.comments = comments.count { $0.comment.status != .notRun }
    counts.given = given
    for value in values {
      switch (value.status, value.value.publication) {
      case (.ok, .own): counts.computed += 1
      case (.ok, .published): counts.published += 1
      case (.ok, .refuted): counts.refuted += 1
      case (.ok, .implied): counts.implied += 1
      default: counts.failed += 1
      }
    }
    return counts
  }
}

extension Counts: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    for count in [computed, published, refuted, implied, failed, results, comments, given] { writer.write(count) }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    computed = try reader.read()
    published = try reader.read()
    refuted = try reader.read()
    implied = try reader.read()
    failed = try reader.read()
    results = try reader.read()
    comments = try reader.read()
    given = try reader.read()
  }
}
