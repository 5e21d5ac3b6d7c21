/// One message of the compiler, as its text form has it: `file:line:column: error: message`.
package struct CompilerMessage: Sendable, Equatable {
  package enum Severity: String, Sendable, Equatable { case error, warning, note, remark }

  package var file: String
  package var line: Int
  package var column: Int
  package var severity: Severity
  package var message: String

  /// The messages in the compiler's output; excerpts and carets are passed over.
  package static func messages(in text: String) -> [CompilerMessage] {
    text.split(separator: "\n").compactMap { CompilerMessage(String($0)) }
  }

  /// Whether it stands in the author's text, and not in ours.
  func isOwn(of program: Program) -> Bool { file.hasSuffix(program.fileName) && line > 0 }

  private init?(_ line: String) {
    for severity in [Severity.error, .note, .warning, .remark] {
      guard let range = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      let place = line[..<range.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      guard place.count >= 3, let row = Int(place[place.count - 2]), let column = Int(place[place.count - 1]) else {
        guard line.hasPrefix("<unknown>:0") else { continue }
        self.init(file: "", line: 0, column: 0, severity: severity, message: String(line[range.upperBound...]))
        return
      }
      self.init(
        file: place.dropLast(2).joined(separator: ":"), line: row, column: column, severity: severity,
        message: String(line[range.upperBound...]))
      return
    }
    return nil
  }

  package init(file: String, line: Int, column: Int, severity: Severity, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }
}
