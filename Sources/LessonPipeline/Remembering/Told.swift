package import LessonModel

/// What a command has to tell.
package struct Told: Sendable, Equatable {
  package var lines: [ToldLine]
  /// Whether it is all that it should be.
  package var isGood: Bool

  package init(_ lines: [ToldLine], isGood: Bool) {
    self.lines = lines
    self.isGood = isGood
  }
}

/// A line that a command tells, on standard output or standard error.
package struct ToldLine: Sendable, Equatable {
  package var isResult: Bool
  package var text: String

  /// What was asked for.
  package static func result(_ text: String) -> ToldLine { ToldLine(isResult: true, text: text) }
  /// Something about it.
  package static func remark(_ text: String) -> ToldLine { ToldLine(isResult: false, text: text) }

  private init(isResult: Bool, text: String) {
    self.isResult = isResult
    self.text = text
  }
}

extension ToldLine: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(isResult)
    writer.write(text)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    isResult = try reader.read()
    text = try reader.read()
  }
}
