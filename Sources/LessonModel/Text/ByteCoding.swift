/// A value that can be kept as bytes between builds: written and read back by hand, in a form that only this version knows.
///
/// Law: what was written reads back equal, and every cut of it is a ``ByteFault``. Whoever keeps the bytes sees to it that
/// no other change goes unnoticed: they carry a digest.
package protocol ByteCodable {
  func write(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(ByteFault)
}

/// The bytes are not those of a value.
package struct ByteFault: Error, Sendable, Equatable {
  package init() {}
}

extension ByteCodable {
  package var keptBytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The value that was kept; nil where the bytes are not exactly those of one.
  package init?(kept bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    guard let value = try? Self(from: &reader), reader.isAtEnd else { return nil }
    self = value
  }

  package init?(kept bytes: [UInt8]) { self.init(kept: bytes[...]) }
}

package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: some ByteCodable) { value.write(to: &self) }

  /// A byte as it is.
  package mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Bytes behind their number.
  package mutating func write(bytes part: some Collection<UInt8>) {
    write(part.count)
    bytes += part
  }
}

package struct ByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  package var isAtEnd: Bool { place == bytes.endIndex }

  package mutating func read<Value: ByteCodable>(_: Value.Type = Value.self) throws(ByteFault) -> Value {
    try Value(from: &self)
  }

  package mutating func byte() throws(ByteFault) -> UInt8 {
    guard place < bytes.endIndex else { throw ByteFault() }
    defer { place += 1 }
    return bytes[place]
  }

  /// A number of things that take a byte each at least.
  package mutating func count() throws(ByteFault) -> Int {
    let count = try read(Int.self)
    guard count >= 0, count <= bytes.endIndex - place else { throw ByteFault() }
    return count
  }

  package mutating func part() throws(ByteFault) -> ArraySlice<UInt8> {
    let count = try count()
    defer { place += count }
    return bytes[place..<(place + count)]
  }
}

extension Int: ByteCodable {
  /// Seven bits a byte, the lowest first, the sign in the lowest of all.
  package func write(to writer: inout ByteWriter) {
    var rest = UInt(bitPattern: (self << 1) ^ (self >> (Self.bitWidth - 1)))
    while rest >= 128 {
      writer.write(byte: UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    writer.write(byte: UInt8(rest))
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = try reader.byte()
      guard shift < 64, shift < 63 || byte <= 1 else { throw ByteFault() }
      value |= UInt(byte & 127) << shift
      if byte < 128 { break }
      shift += 7
    }
    self = Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
  }
}

extension Bool: ByteCodable {
  package func write(to writer: inout ByteWriter) { writer.write(byte: self ? 1 : 0) }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    switch try reader.byte() {
    case 0: self = false
    case 1: self = true
    default: throw ByteFault()
    }
  }
}

extension String: ByteCodable {
  package func write(to writer: inout ByteWriter) { writer.write(bytes: utf8) }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    self = String(decoding: try reader.part(), as: UTF8.self)
  }
}

extension Optional: ByteCodable where Wrapped: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(self != nil)
    if let self { writer.write(self) }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    self = try reader.read(Bool.self) ? .some(try reader.read(Wrapped.self)) : nil
  }
}

extension Array: ByteCodable where Element: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(count)
    for element in self { writer.write(element) }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try reader.read()) }
  }
}

extension Range: ByteCodable where Bound == Int {
  package func write(to writer: inout ByteWriter) {
    writer.write(lowerBound)
    writer.write(upperBound)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    let (lower, upper) = (try reader.read(Int.self), try reader.read(Int.self))
    guard lower <= upper else { throw ByteFault() }
    self = lower..<upper
  }
}
