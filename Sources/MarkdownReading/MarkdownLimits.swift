/// What the parser may be given: the installed cmark-gfm carries none of the fixes of 2023, so input that would make it
/// quadratic is refused before it is parsed, with the line that is to blame.
package struct MarkdownLimits: Sendable, Equatable {
  package var bytes: Int
  package var lineBytes: Int
  package var tableColumns: Int
  package var tableCells: Int
  package var depth: Int
  package var nodes: Int
  package var payload: Int
  /// Openings of links (`[`) and of declarations (`<!`, `<?`) in one run of lines without a blank one.
  package var openings: Int
  package var referenceBytes: Int

  package static let standard = MarkdownLimits(
    bytes: 1 << 20, lineBytes: 1 << 16, tableColumns: 100, tableCells: 100_000, depth: 64, nodes: 100_000, payload: 16 << 20,
    openings: 4_000, referenceBytes: 2_048)

  /// Refuses a text that the parser should not see.
  func admit(_ text: [UInt8]) throws(MarkdownRefusal) {
    if text.count > bytes {
      throw MarkdownRefusal(line: 1, message: "this lesson has \(text.count) bytes; the limit is \(bytes)")
    }
    var scan = LimitScan(limits: self)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 10, text[end] != 13 { end += 1 }
      try scan.admit(text[start..<end])
      if end + 1 < text.count, text[end] == 13, text[end + 1] == 10 { end += 1 }
      start = end + 1
    }
  }

  /// Refuses a tree that grows too large while it is walked.
  func admit(nodes count: Int, depth level: Int, payload size: Int, line: Int) throws(MarkdownRefusal) {
    if count > nodes * 2 {
      throw MarkdownRefusal(line: line, message: "this lesson is too complex: over \(nodes) Markdown elements")
    }
    // Inline nesting counts too; it is harmless for an iterator, so it gets the wider limit.
    if level > depth * 4 {
      throw MarkdownRefusal(line: line, message: "this lesson is nested too deeply: over \(depth) levels")
    }
    if size > payload { throw MarkdownRefusal(line: line, message: "this lesson expands to over \(payload) bytes") }
  }
}

/// Why a text is not parsed, and where.
package struct MarkdownRefusal: Error, Sendable, Equatable {
  package var line: Int
  package var message: String
}

/// One pass over the lines, counting what makes the parser slow.
private struct LimitScan {
  var limits: MarkdownLimits
  var line = 0
  var openings = 0
  var tableColumns = 0
  var tableRows = 0

  mutating func admit(_ text: ArraySlice<UInt8>) throws(MarkdownRefusal) {
    line += 1
    if text.count > limits.lineBytes { try refuse("this line has \(text.count) bytes; the limit is \(limits.lineBytes)") }
    try admitContainers(text)
    try admitTable(text)
    try admitOpenings(text)
  }

  /// Counts the quotations and lists that a line opens; a bullet counts only with a blank behind it, or the axis of a chart
  /// would be one.
  private mutating func admitContainers(_ text: ArraySlice<UInt8>) throws(MarkdownRefusal) {
    var markers = 0
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case 32, 9: break
      case UInt8(ascii: ">"): markers += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard index + 1 == text.endIndex || text[index + 1] == 32 || text[index + 1] == 9 else { return }
        markers += 1
      default: return
      }
      index += 1
      if markers > limits.depth { try refuse("this line opens over \(limits.depth) levels of nesting") }
    }
  }

  private mutating func admitTable(_ text: ArraySlice<UInt8>) throws(MarkdownRefusal) {
    var pipes = 0
    var isDelimiter = !text.isEmpty
    var isBlank = true
    for byte in text {
      if byte == UInt8(ascii: "|") { pipes += 1 }
      if byte != 32 && byte != 9 { isBlank = false }
      if byte != UInt8(ascii: "|") && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ":") && byte != 32 && byte != 9 {
        isDelimiter = false
      }
    }
    if pipes > limits.tableColumns + 1 {
      try refuse("this line has \(pipes) table columns; the limit is \(limits.tableColumns)")
    }
    if isBlank {
      tableColumns = 0
    } else if isDelimiter, pipes > 0 {
      tableColumns = pipes + 1
      tableRows = 0
    } else if tableColumns > 0 {
      tableRows += 1
      if tableRows * tableColumns > limits.tableCells { try refuse("this table has over \(limits.tableCells) cells") }
    }
  }

  private mutating func admitOpenings(_ text: ArraySlice<UInt8>) throws(MarkdownRefusal) {
    var previous: UInt8 = 0
    var isBlank = true
    for byte in text {
      if byte != 32 && byte != 9 { isBlank = false }
      let opensDeclaration = previous == UInt8(ascii: "<") && (byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"))
      if byte == UInt8(ascii: "[") || opensDeclaration { openings += 1 }
      previous = byte
    }
    if isBlank { openings = 0 }
    if openings > limits.openings { try refuse("this paragraph opens over \(limits.openings) links or declarations") }
    if text.count > limits.referenceBytes, text.first == UInt8(ascii: "["), isReference(text) {
      try refuse("this link reference has \(text.count) bytes; the limit is \(limits.referenceBytes)")
    }
  }

  private func isReference(_ text: ArraySlice<UInt8>) -> Bool {
    guard let close = text.firstIndex(of: UInt8(ascii: "]")), close + 1 < text.endIndex else { return false }
    return text[close + 1] == UInt8(ascii: ":")
  }

  private func refuse(_ message: String) throws(MarkdownRefusal) -> Never {
    throw MarkdownRefusal(line: line, message: message)
  }
}
