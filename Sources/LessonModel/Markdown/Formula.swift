/// What decides how a formula looks: its TeX, and whether it stands alone.
package struct FormulaKey: Sendable, Hashable {
  package var tex: String
  package var isDisplay: Bool

  package init(tex: String, isDisplay: Bool) {
    self.tex = tex
    self.isDisplay = isDisplay
  }
}

extension FormulaKey: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(tex)
    writer.write(isDisplay)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    tex = try reader.read()
    isDisplay = try reader.read()
  }
}

/// A formula in a document.
package struct Formula: Sendable, Equatable {
  package var key: FormulaKey
  /// For each byte of the TeX where it stands in the file, and where the text behind it stands.
  package var offsets: [Int]
  /// What it is called; nil where it stands in no fence with a name.
  package var equation: Equation?

  /// The name of a formula and its number among those of its lesson that have one, from 1.
  package struct Equation: Sendable, Equatable {
    package var name: String
    package var number: Int

    package init(name: String, number: Int) {
      self.name = name
      self.number = number
    }
  }

  package init(key: FormulaKey, offsets: [Int]) {
    self.key = key
    self.offsets = offsets
  }
}
