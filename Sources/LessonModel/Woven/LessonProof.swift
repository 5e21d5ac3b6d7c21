/// Whether pages may say that the numbers of a lesson are computed: only where every block came to its end, everything was
/// compared, and nothing is wrong.
package struct LessonProof: Sendable, Equatable {
  package var errors: Int
  /// How many of its blocks, comments and values were not computed, or do not compare as they should.
  package var unproven: Int

  package init(errors: Int, unproven: Int) {
    self.errors = errors
    self.unproven = unproven
  }

  package var isWhole: Bool { errors == 0 && unproven == 0 }

  /// What is wrong, in a word or two.
  package func flaw(_ words: PageWords) -> String {
    errors > 0 ? words.counted(errors, one: .errorOnce, many: .errorCount) : words[.notComputed]
  }
}

extension WovenLesson {
  package var proof: LessonProof {
    let blocks = cells.count { $0.block.attributes.runs && $0.status != .ok }
    let comments = comments.count { $0.comment.status != .ok }
    return LessonProof(
      errors: diagnostics.errorCount, unproven: blocks + comments + values.count { $0.status != .ok })
  }
}

extension LessonProof: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(errors)
    writer.write(unproven)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    errors = try reader.read()
    unproven = try reader.read()
  }
}
