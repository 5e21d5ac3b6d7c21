/// How readings of Swift are kept between builds.

extension SwiftOutline: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(statements)
    writer.write(checkedComments)
    writer.write(hiddenLines)
    writer.write(imports)
    writer.write(sourceLocationDirectives)
    writer.write(readsItsPosition)
    writer.write(variables)
    writer.write(reads)
    writer.write(syntaxErrors)
    writer.write(almostChecked)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    statements = try reader.read()
    checkedComments = try reader.read()
    hiddenLines = try reader.read()
    imports = try reader.read()
    sourceLocationDirectives = try reader.read()
    readsItsPosition = try reader.read()
    variables = try reader.read()
    reads = try reader.read()
    syntaxErrors = try reader.read()
    almostChecked = try reader.read()
  }
}

extension SwiftStatement: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    switch kind {
    case .expression: writer.write(byte: 0)
    case .binding(let names):
      writer.write(byte: 1)
      writer.write(names)
    case .other: writer.write(byte: 2)
    }
    writer.write(range)
    writer.write(semicolon)
    writer.write(uncaughtTry)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    switch try reader.byte() {
    case 0: kind = .expression
    case 1: kind = .binding(try reader.read())
    case 2: kind = .other
    default: throw ByteFault()
    }
    range = try reader.read()
    semicolon = try reader.read()
    uncaughtTry = try reader.read()
  }
}

extension CheckedComment: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(promise == .value)
    writer.write(text)
    writer.write(range)
    writer.write(statement)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    promise = try reader.read() ? .value : .line
    text = try reader.read()
    range = try reader.read()
    statement = try reader.read()
  }
}

extension PlacedName: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(offset)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    name = try reader.read()
    offset = try reader.read()
  }
}

extension SwiftSyntaxError: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(message)
    writer.write(offset)
    writer.write(notes)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    message = try reader.read()
    offset = try reader.read()
    notes = try reader.read()
  }
}

extension SwiftSyntaxError.Note: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(message)
    writer.write(offset)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    message = try reader.read()
    offset = try reader.read()
  }
}

extension SwiftSpan: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(byte: UInt8(Kind.allCases.firstIndex(of: kind) ?? 0))
    writer.write(range)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    let place = Int(try reader.byte())
    guard Kind.allCases.indices.contains(place) else { throw ByteFault() }
    kind = Kind.allCases[place]
    range = try reader.read()
  }
}
