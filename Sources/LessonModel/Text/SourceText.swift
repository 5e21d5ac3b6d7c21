/// A text file as its author wrote it: the bytes, the path shown in messages, and where its lines begin.
package struct SourceText: Sendable, Equatable {
  /// The path as messages show it: never absolute unless the author wrote it so.
  package let path: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line. Lines end where CommonMark ends them: LF, CR LF, or CR alone. A byte order
  /// mark belongs to no line: editors show none, so it takes no column.
  package let lineStarts: [Int]

  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0]
    var index = 0
    while index < bytes.count {
      if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
      if bytes[index] == 10 || bytes[index] == 13 { starts.append(index + 1) }
      index += 1
    }
    self.lineStarts = starts
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The place of a byte offset.
  ///
  /// - Complexity: logarithmic in the number of lines.
  package func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: max(offset - lineStarts[low], 0) + 1)
  }

  /// The byte offset of a place; places outside the text are moved to its nearest byte.
  package func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    return min(lineStarts[position.line - 1] + max(position.column - 1, 0), bytes.count)
  }

  /// The bytes of a line (from 1) without its line end.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// How the file ends its lines: what a tool that inserts lines must use.
  package var lineEnd: String {
    guard let feed = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return "\n" }
    if bytes[feed] == 10 { return "\n" }
    return feed + 1 < bytes.count && bytes[feed + 1] == 10 ? "\r\n" : "\r"
  }
}

/// A place in a text: lines from 1, columns from 1 in UTF-8 bytes, as the Swift compiler counts them.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
