package import LessonModel

/// Files as one `.zip`, stored as they are: no times, no owners, so that the same files give the same bytes.
///
/// Nothing is compressed: the text of a course is a few megabytes, and what compresses would be another program to rely on.
package enum ZipArchive {
  /// - Parameter files: In the order in which they stand in the archive; together less than 4 GB.
  package static func bytes(of files: [SiteFile]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let facts = Self.facts(of: file)
      directory += [0x50, 0x4B, 0x01, 0x02] + short(20) + facts
      // No comment, on the first disk, without attributes, and where the file itself begins.
      directory += short(0) + short(0) + short(0) + long(0) + long(archive.count) + Array(file.path.utf8)
      archive += [0x50, 0x4B, 0x03, 0x04] + facts + Array(file.path.utf8) + file.bytes
    }
    let end = [0x50, 0x4B, 0x05, 0x06] + short(0) + short(0) + short(files.count) + short(files.count)
    return archive + directory + end + long(directory.count) + long(archive.count) + short(0)
  }

  /// What stands before the name both in front of a file and in the directory.
  private static func facts(of file: SiteFile) -> [UInt8] {
    // Names are UTF-8 (bit 11); the time is the first that the format knows, midnight on 1 January 1980.
    let head = short(10) + short(0x0800) + short(0) + short(0) + short(0x21)
    let size = long(file.bytes.count)
    return head + long(Int(checksum(file.bytes))) + size + size + short(file.path.utf8.count) + short(0)
  }

  private static func short(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }

  private static func long(_ number: Int) -> [UInt8] { short(number & 0xFFFF) + short(number >> 16 & 0xFFFF) }

  /// The cyclic redundancy check of ISO 3309, which zip and PNG share.
  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
