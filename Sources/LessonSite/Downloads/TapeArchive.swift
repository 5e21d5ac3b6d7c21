package import LessonModel

/// Files as one `.tar` in the POSIX formats: no times, no owners, so that the same files give the same bytes. A path that ustar
/// has no room for stands in a pax header before its file (POSIX.1-2024, "pax Extended Header").
package enum TapeArchive {
  package static func bytes(of files: [SiteFile]) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      let (prefix, name) = split(file.path)
      if name.count > 100 || prefix.count > 155 {
        let record = record("path", file.path)
        archive += header([], "pax".utf8, "x", size: record.count) + record + padding(behind: record.count)
      }
      archive += header(prefix, name, "0", size: file.bytes.count)
      archive += file.bytes
      archive += padding(behind: file.bytes.count)
    }
    return archive + [UInt8](repeating: 0, count: 1_024)
  }

  /// A keyword and its value behind the length of all three, which counts its own digits.
  private static func record(_ keyword: String, _ value: String) -> [UInt8] {
    let rest = Array(" \(keyword)=\(value)\n".utf8)
    var length = rest.count
    while length != rest.count + String(length).utf8.count { length = rest.count + String(length).utf8.count }
    return Array(String(length).utf8) + rest
  }

  private static func header(_ prefix: ArraySlice<UInt8>, _ name: some Sequence<UInt8>, _ kind: String, size: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in text.enumerated() { header[offset + index] = byte }
    }
    put(name.prefix(100), at: 0)
    put("0000644\0".utf8, at: 100)
    put("0000000\0".utf8, at: 108)
    put("0000000\0".utf8, at: 116)
    put((octal(size, digits: 11) + " ").utf8, at: 124)
    put("00000000000 ".utf8, at: 136)
    put("        ".utf8, at: 148)
    put(kind.utf8, at: 156)
    put("ustar\u{0}00".utf8, at: 257)
    put(prefix.prefix(155), at: 345)
    let sum = header.reduce(0) { $0 + Int($1) }
    put((octal(sum, digits: 6) + "\0 ").utf8, at: 148)
    return header
  }

  /// A long path is cut at a slash into what stands before it and the last 100 bytes at most.
  private static func split(_ path: String) -> (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>) {
    let bytes = Array(path.utf8)
    guard bytes.count > 100,
      let slash = bytes.indices.first(where: { bytes[$0] == UInt8(ascii: "/") && bytes.count - $0 - 1 <= 100 })
    else { return ([], bytes[...]) }
    return (bytes[..<slash], bytes[(slash + 1)...])
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }

  private static func padding(behind count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (512 - count % 512) % 512)
  }
}
