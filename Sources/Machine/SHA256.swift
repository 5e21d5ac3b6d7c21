import CSystem

/// The SHA-256 digest (FIPS 180-4, section 6.2): names cache entries after everything they depend on.
///
/// Ours because the package that offers it costs more than a minute of every fresh build; the rounds are C, which may use the
/// processor's own instructions for them.
package struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  /// Takes more bytes in.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ take($0) }) == nil { Array(bytes).withUnsafeBufferPointer { take($0) } }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    count += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending += missing
      rest = rest.dropFirst(missing.count)
      if pending.count < 64 { return }
      csystem_sha256(&state, pending, 1)
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = rest.count / 64
    if blocks > 0, let base = bytes.baseAddress { csystem_sha256(&state, base + rest.startIndex, blocks) }
    pending += rest.dropFirst(blocks * 64)
  }

  /// A text and its length, so that two texts in a row never read like two others.
  package mutating func update(field text: String) { update(field: Array(text.utf8)) }

  /// The same for bytes.
  package mutating func update(field bytes: [UInt8]) {
    update(Array("\(bytes.count):".utf8))
    update(bytes)
  }

  /// The digest of everything that was taken in, in hexadecimal digits.
  package mutating func finish() -> String { Self.digits(finishBytes()) }

  /// The digest of everything that was taken in.
  package mutating func finishBytes() -> [UInt8] {
    let bits = count * 8
    var tail: [UInt8] = [0x80]
    while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    update(tail)
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes.
  package static func digestBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finishBytes()
  }

  /// The digest of some bytes, in hexadecimal digits.
  package static func digest(_ bytes: some Collection<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }
}
