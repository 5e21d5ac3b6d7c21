/// An object of the compiler, as far as the tool must know it: 64-bit ELF, least significant byte first.
///
/// See the System V ABI, "Object Files", for the header and the table of sections.
struct ObjectFile: Sendable, Equatable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The libraries that the compiler wants the object to be linked with, such as `Foundation` for `-lFoundation`.
  ///
  /// They are those of all modules that the text has come to import, wherever it says so and through whichever other module.
  var libraries: [String] {
    guard let section = section(named: ".swift1_autolink_entries") else { return [] }
    return bytes[section].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasPrefix("-l") }.map { String($0.dropFirst(2)) }
  }

  private func section(named name: String) -> Range<Int>? {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = number(at: 0x28, bytes: 8),
      let size = number(at: 0x3A, bytes: 2), let count = number(at: 0x3C, bytes: 2), let names = number(at: 0x3E, bytes: 2),
      let texts = contents(ofHeaderAt: table + names * size)
    else { return nil }
    for index in 0..<count {
      let header = table + index * size
      guard let place = number(at: header, bytes: 4), place < texts.count else { return nil }
      if bytes[texts].dropFirst(place).prefix(while: { $0 != 0 }).elementsEqual(name.utf8) {
        return contents(ofHeaderAt: header)
      }
    }
    return nil
  }

  private func contents(ofHeaderAt header: Int) -> Range<Int>? {
    guard let offset = number(at: header + 0x18, bytes: 8), let size = number(at: header + 0x20, bytes: 8),
      offset <= bytes.count, size <= bytes.count - offset
    else { return nil }
    return offset..<(offset + size)
  }

  /// A number of the file; nil where it is not there or larger than the file, as no number that counts here is.
  private func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let number = bytes[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return number <= UInt64(bytes.count) ? Int(number) : nil
  }
}
