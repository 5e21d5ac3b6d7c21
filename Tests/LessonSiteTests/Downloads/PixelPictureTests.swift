import Foundation
import LessonSite
import Testing

@Suite struct PixelPictureTests {
  /// Read by another program than the one that wrote it: with its own table of codes, and its own checksums.
  @Test(arguments: [1, 3, 5, 64, 259, 1200]) func anotherProgramSeesTheSamePixels(width: Int) throws {
    let height = 40
    var picture = PixelPicture(width: width, height: height, colors: ["#010203", "#aabbcc", "#ff0000", "#00ff00"])
    var expected = [UInt8](repeating: 0, count: width * height)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ color: UInt8) {
      picture.fill(columns, rows, with: color)
      for row in rows.clamped(to: 0..<height) {
        for column in columns.clamped(to: 0..<width) { expected[row * width + column] = color }
      }
    }
    fill(0..<width / 2, 5..<30, 2)
    fill(width / 3..<width + 10, 10..<12, 1)
    // Noise, which nothing before repeats.
    var state = 12345
    for column in 0..<width {
      state = (state &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
      fill(column..<column + 1, 20..<21, UInt8(state >> 16 & 3))
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("picture-\(UUID().uuidString).png")
    try Data(picture.png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = """
      import struct, sys, zlib
      data = open(sys.argv[1], 'rb').read()
      assert data[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
      place, chunks = 8, {}
      while place < len(data):
          size, = struct.unpack('>I', data[place:place + 4])
          name, body = data[place + 4:place + 8], data[place + 8:place + 8 + size]
          assert struct.unpack('>I', data[place + 8 + size:place + 12 + size])[0] == zlib.crc32(name + body)
          chunks[name] = body
          place += 12 + size
      width, height, depth, kind = struct.unpack('>IIBB', chunks[b'IHDR'][:10])
      assert (depth, kind) == (2, 3)
      rows, stride = zlib.decompress(chunks[b'IDAT']), (width + 3) // 4 + 1
      assert len(rows) == stride * height
      assert all(rows[row * stride] == 0 for row in range(height))
      print(chunks[b'PLTE'].hex())
      print(''.join(str(rows[y * stride + 1 + x // 4] >> (6 - x % 4 * 2) & 3) for y in range(height) for x in range(width)))
      """
    let told = try AnotherProgram.said(script, of: file).split(separator: "\n")
    #expect(told.first == "010203aabbccff000000ff00")
    #expect(told.last.map(String.init) == expected.map(String.init).joined())
  }

  @Test func whatRepeatsTakesNoRoom() {
    #expect(PixelPicture(width: 1200, height: 630, colors: ["#000000"]).png.count < 3_000)
  }
}
