/// How names become parts of an address.
package enum WebAddress {
  /// Percent-encodes what may not stand in one part of an address.
  package static func encoded(_ text: some StringProtocol) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let code = String(byte, radix: 16, uppercase: true)
        result += "%" + (code.count == 1 ? "0" : "") + code
      }
    }
    return result
  }

  /// The same for a path, whose slashes stay.
  package static func encodedPath(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { encoded($0) }.joined(separator: "/")
  }

  /// The way from the folder of one path to another path, both from the same folder.
  package static func way(from page: String, to path: String) -> String {
    var here = page.split(separator: "/").dropLast()[...]
    var there = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    while let folder = here.first, there.count > 1, there.first == folder {
      here.removeFirst()
      there.removeFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }

  /// A whole address as an attribute may have it: what may not stand in an address is percent-encoded, and what is already so
  /// stays as it is.
  package static func completed(_ address: String) -> String {
    let bytes = Array(address.utf8)
    let authority = Self.authority(of: bytes)
    var result: [UInt8] = []
    var hasFragment = false
    for (place, byte) in bytes.enumerated() {
      let stays: Bool
      switch byte {
      case 48...57, 65...90, 97...122, 0x80...: stays = true
      case UInt8(ascii: "#"):
        stays = !hasFragment
        hasFragment = true
      case UInt8(ascii: "%"): stays = bytes[(place + 1)...].prefix(2).count { isHexadecimal($0) } == 2
      case UInt8(ascii: "["), UInt8(ascii: "]"): stays = authority.contains(place)
      default: stays = "-._~:/?@!$&'()*+,;=".utf8.contains(byte)
      }
      if stays { result.append(byte) } else { result += encoded(String(decoding: [byte], as: UTF8.self)).utf8 }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What is wrong with an address of the web, which a browser could not open; nil where nothing is.
  package static func fault(of address: String) -> String? {
    let bytes = Array(address.utf8)
    let place = authority(of: bytes)
    guard !place.isEmpty else { return "this address names no host" }
    var host = bytes[place]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    var port = host[host.endIndex...]
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return "the '[' in this address is never closed" }
      let inner = host[(host.startIndex + 1)..<end]
      guard inner.count(where: { $0 == UInt8(ascii: ":") }) >= 2,
        inner.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
      else { return "what stands between brackets in this address is no number of a host" }
      port = host[(end + 1)...]
      host = inner
    } else if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
      port = host[colon...]
      host = host[..<colon]
    }
    if host.isEmpty { return "this address names no host" }
    if host.contains(where: { $0 <= 32 || $0 == 0x7F || "\"<>\\^`{|}[]%".utf8.contains($0) }) {
      return "the host in this address has characters that no host has"
    }
    let digits = port.dropFirst()
    let isPort = port.isEmpty || port.first == UInt8(ascii: ":") && digits.allSatisfy { (48...57).contains($0) }
    guard isPort, digits.isEmpty || Int(String(decoding: digits, as: UTF8.self)).map({ $0 < 65_536 }) == true else {
      return "the port in this address is no number below 65536"
    }
    return nil
  }

  /// Where user, host and port stand: behind the two slashes.
  private static func authority(of bytes: [UInt8]) -> Range<Int> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8) else {
      return 0..<0
    }
    let end = bytes[(colon + 3)...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    return (colon + 3)..<end
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte | 32) }

  /// Reads percent codes; what is none stays as it is.
  package static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
