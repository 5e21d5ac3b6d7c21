/// How diagnostics are kept between builds.

extension SourcePosition: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(line)
    writer.write(column)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    line = try reader.read()
    column = try reader.read()
  }
}

extension Diagnostic: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(severity.rawValue)
    writer.write(path)
    writer.write(position)
    writer.write(message)
    writer.write(notes)
    writer.write(sourceLine)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    guard let kind = DiagnosticKind(rawValue: try reader.read()) else { throw ByteFault() }
    self.kind = kind
    guard let level = Severity(rawValue: try reader.read()) else { throw ByteFault() }
    severity = level
    path = try reader.read()
    position = try reader.read()
    message = try reader.read()
    notes = try reader.read()
    sourceLine = try reader.read()
  }
}

extension Diagnostic.Note: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(position)
    writer.write(message)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    position = try reader.read()
    message = try reader.read()
  }
}
