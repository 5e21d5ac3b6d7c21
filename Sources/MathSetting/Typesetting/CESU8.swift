/// The encoding in which Duktape keeps its texts: UTF-8, but for characters above U+FFFF, which are two surrogates of three
/// bytes each.
package enum CESU8 {
  package static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for unit in text.utf16 {
      switch unit {
      case ..<0x80: bytes.append(UInt8(unit))
      case ..<0x800: bytes += [0xC0 | UInt8(unit >> 6), 0x80 | UInt8(unit & 0x3F)]
      default: bytes += [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F)]
      }
    }
    return bytes
  }

  /// The text; a surrogate without its other half becomes U+FFFD.
  package static func decoded(_ bytes: some Collection<UInt8>) -> String {
    // All plain UTF-8 but surrogates is the same in both encodings.
    guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var rest = Array(bytes)[...]
    while let lead = rest.popFirst() {
      switch lead {
      case ..<0x80: units.append(UInt16(lead))
      case 0xC0..<0xE0: units.append(UInt16(lead & 0x1F) << 6 | tail(&rest))
      case 0xE0..<0xF0:
        let high = UInt16(lead & 0x0F) << 12 | tail(&rest) << 6
        units.append(high | tail(&rest))
      default: units.append(0xFFFD)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func tail(_ rest: inout ArraySlice<UInt8>) -> UInt16 { UInt16(rest.popFirst() ?? 0) & 0x3F }
}
