/// A lesson with the expected diagnostics marked where they belong: `⟦compile-error|cannot find 'x'⟧`.
///
/// A mark names the identifier and a part of the message; `warning:` before the identifier makes it a warning. The marks are
/// removed before the lesson is written, and the place of each becomes the expected line and column: lines end at LF, CR LF
/// or CR, columns count bytes from 1, and a byte order mark counts for nothing.
struct MarkedText: Sendable, Equatable {
  struct Mark: Sendable, Equatable {
    var id: String
    var severity: String
    var fragment: String
    var line: Int
    var column: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes marked: [UInt8]) {
    let opening = Array("⟦".utf8)
    let closing = Array("⟧".utf8)
    var index = 0
    var line = 1
    var lineStart = 0
    while index < marked.count {
      if marked[index...].starts(with: opening) {
        guard let end = marked.indices[index...].first(where: { marked[$0...].starts(with: closing) }) else {
          preconditionFailure("a mark is never closed")
        }
        let text = String(decoding: marked[(index + opening.count)..<end], as: UTF8.self)
        marks.append(Self.mark(text, line: line, column: bytes.count - lineStart + 1))
        index = end + closing.count
        continue
      }
      let byte = marked[index]
      bytes.append(byte)
      index += 1
      if bytes == [0xEF, 0xBB, 0xBF] { lineStart = 3 }
      if byte == 10 || (byte == 13 && !(index < marked.count && marked[index] == 10)) {
        line += 1
        lineStart = bytes.count
      }
    }
  }

  private static func mark(_ text: String, line: Int, column: Int) -> Mark {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let isWarning = parts[0].hasPrefix("warning:")
    return Mark(
      id: String(isWarning ? parts[0].dropFirst(8) : parts[0]), severity: isWarning ? "warning" : "error",
      fragment: parts.count > 1 ? String(parts[1]) : "", line: line, column: column)
  }
}

extension MarkedText.Mark: CustomStringConvertible {
  var description: String { "\(line):\(column): \(severity): ...\(fragment)... [\(id)]" }

  /// Whether a reported diagnostic is the expected one.
  func describes(_ reported: ReportedDiagnostic) -> Bool {
    (reported.id, reported.severity, reported.line, reported.column) == (id, severity, line, column)
      && reported.message.contains(fragment)
  }
}
