package import LessonModel

/// Files as one `.tar` in the POSIX ustar format: no times, no owners, so that the same files give the same bytes.
package enum TapeArchive {
  /// - Parameter files: Their paths have at most 255 bytes, of which the last 100 begin behind a slash.
  package static func bytes(of files: [SiteFile]) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      archive += header(of: file)
      archive += file.bytes
      archive += padding(behind: file.bytes.count)
    }
    return archive + [UInt8](repeating: 0, count: 1_024)
  }

  private static func header(of file: SiteFile) -> [UInt8] {
    let (prefix, name) = split(file.path)
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in text.enumerated() { header[offset + index] = byte }
    }
    put(name.prefix(100), at: 0)
    put("0000644\0".utf8, at: 100)
    put("0000000\0".utf8, at: 108)
    put("0000000\0".utf8, at: 116)
    put((octal(file.bytes.count, digits: 11) + " ").utf8, at: 124)
    put("00000000000 ".utf8, at: 136)
    put("        ".utf8, at: 148)
    put("0".utf8, at: 156)
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
