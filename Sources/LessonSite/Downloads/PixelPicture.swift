/// A picture of four colors at most, as a PNG file.
package struct PixelPicture: Sendable, Equatable {
  private let width: Int
  private let height: Int
  /// As `#123456`.
  private let colors: [String]
  /// The place of each pixel's color, row by row.
  private var pixels: [UInt8]

  /// - Parameter colors: The first is that of the ground.
  package init(width: Int, height: Int, colors: [String]) {
    self.width = width
    self.height = height
    self.colors = colors
    pixels = [UInt8](repeating: 0, count: width * height)
  }

  /// Fills a rectangle with a color by its place.
  package mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, with color: UInt8) {
    for row in rows.clamped(to: 0..<height) {
      for column in columns.clamped(to: 0..<width) { pixels[row * width + column] = color }
    }
  }

  /// The file: colors from a table, two bits for each pixel.
  package var png: [UInt8] {
    let table = colors.flatMap { color -> [UInt8] in
      let number = UInt32(color.dropFirst(), radix: 16) ?? 0
      return [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }
    let stride = (width + 3) / 4 + 1
    var rows = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      for column in 0..<width {
        rows[row * stride + 1 + column / 4] |= pixels[row * width + column] << UInt8(6 - column % 4 * 2)
      }
    }
    let head = Self.long(width) + Self.long(height) + [2, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", head) + Self.chunk("PLTE", table)
      + Self.chunk("IDAT", Self.compressed(rows, stride: stride)) + Self.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return long(data.count) + body + long(Int(ZipArchive.checksum(body)))
  }

  private static func long(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The rows as a zlib stream (RFC 1950): what repeats the row above or the byte before is said to.
  private static func compressed(_ bytes: [UInt8], stride: Int) -> [UInt8] {
    var writer = BitWriter()
    // The last block, with the codes that the standard fixes (RFC 1951).
    writer.write(1, 1)
    writer.write(1, 2)
    var place = 0
    while place < bytes.count {
      let found = [stride, 1].map { ($0, length(of: bytes, at: place, from: $0)) }.max { $0.1 < $1.1 } ?? (1, 0)
      if found.1 >= 3 {
        writer.write(length: found.1)
        writer.write(distance: found.0)
        place += found.1
      } else {
        writer.write(symbol: Int(bytes[place]))
        place += 1
      }
    }
    writer.write(symbol: 256)
    return [0x78, 0x01] + writer.finished + long(checksum(bytes))
  }

  /// How many bytes from a place on are those a distance before.
  private static func length(of bytes: [UInt8], at place: Int, from distance: Int) -> Int {
    guard place >= distance else { return 0 }
    var length = 0
    while length < 258, place + length < bytes.count, bytes[place + length] == bytes[place + length - distance] { length += 1 }
    return length
  }

  /// Adler's checksum, with which such a stream ends.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}

/// Writes bits from the lowest of each byte up.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var used = 0

  var finished: [UInt8] { bytes }

  /// A number, its lowest bit first.
  mutating func write(_ number: Int, _ bits: Int) {
    for bit in 0..<bits {
      if used % 8 == 0 { bytes.append(0) }
      bytes[bytes.count - 1] |= UInt8(number >> bit & 1) << UInt8(used % 8)
      used += 1
    }
  }

  /// A code, its highest bit first.
  private mutating func write(code: Int, _ bits: Int) {
    for bit in (0..<bits).reversed() { write(code >> bit & 1, 1) }
  }

  /// A byte, the end (256), or the beginning of a length.
  mutating func write(symbol: Int) {
    switch symbol {
    case ..<144: write(code: 0x30 + symbol, 8)
    case ..<256: write(code: 0x190 + symbol - 144, 9)
    case ..<280: write(code: symbol - 256, 7)
    default: write(code: 0xC0 + symbol - 280, 8)
    }
  }

  /// - Parameter length: From 3 to 258.
  mutating func write(length: Int) {
    if length == 258 { return write(symbol: 285) }
    // Eight lengths have a symbol each, then four symbols share each further bit.
    let (offset, extra) = Self.split(length - 3, firstBits: 2)
    write(symbol: 257 + offset)
    write((length - 3) & (1 << extra - 1), extra)
  }

  mutating func write(distance: Int) {
    let (code, extra) = Self.split(distance - 1, firstBits: 1)
    write(code: code, 5)
    write((distance - 1) & (1 << extra - 1), extra)
  }

  /// The symbol of a number, counted from the first, and how many of its lowest bits stand behind it.
  private static func split(_ number: Int, firstBits: Int) -> (symbol: Int, extra: Int) {
    let size = Int.bitWidth - number.leadingZeroBitCount
    let extra = max(size - firstBits - 1, 0)
    return (extra << firstBits + number >> extra, extra)
  }
}
