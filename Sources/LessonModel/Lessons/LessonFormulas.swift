/// Which formulas a lesson has, each once, in the order of its text.
package struct LessonFormulas: Sendable, Equatable {
  package var slug: String
  package var keys: [FormulaKey]

  package init(slug: String, keys: [FormulaKey]) {
    self.slug = slug
    self.keys = keys
  }
}

extension Lesson {
  /// Which formulas it has.
  package var lessonFormulas: LessonFormulas { LessonFormulas(slug: slug, keys: formulas.map(\.key).unique) }
}

extension [FormulaKey] {
  /// Each once, where it is first.
  package var unique: [FormulaKey] {
    var seen: Set<FormulaKey> = []
    return filter { seen.insert($0).inserted }
  }
}

extension LessonFormulas: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(keys)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    keys = try reader.read()
  }
}
