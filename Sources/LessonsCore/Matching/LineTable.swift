/// The lines of a text, without the blanks at their ends and without empty lines at the end of the text.
struct LineTable {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  /// Lines that have been read for numbers; most never are, because they are the same on both sides.
  private var read: [NumberedText?]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let last = bytes[start..<end].lastIndex { !Self.isBlank($0) }
      ranges.append(start..<(last.map { $0 + 1 } ?? start))
      start = end + 1
    }
    while ranges.last?.isEmpty == true { ranges.removeLast() }
    self.bytes = bytes
    self.ranges = ranges
    read = Array(repeating: nil, count: ranges.count)
  }

  var count: Int { ranges.count }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// The length of all lines together, in bytes.
  var size: Int { bytes.count }

  /// Whether a line is `...`, which stands for any lines.
  func isEllipsis(_ index: Int) -> Bool {
    let line = self[index]
    return line.last == UInt8(ascii: ".") && line.drop(while: Self.isBlank).elementsEqual("...".utf8)
  }

  /// A line read for numbers.
  mutating func numbered(_ index: Int) -> NumberedText {
    if let line = read[index] { return line }
    let line = NumberedText(Array(self[index]), grammar: .recorded)
    read[index] = line
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
