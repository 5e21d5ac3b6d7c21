import Foundation
import LessonModel
import LessonPipeline

/// Where the tool speaks: results on standard output, everything about them on standard error.
struct Console: Sendable {
  enum Detail: Sendable, Equatable { case quiet, normal, verbose }

  var detail: Detail
  var isTerminal: Bool
  var isColored: Bool

  init(detail: Detail, environment: [String: String]) {
    self.detail = detail
    self.isTerminal = isatty(2) != 0 && environment["TERM"] != "dumb"
    self.isColored = isTerminal && isatty(1) != 0 && environment["NO_COLOR"] == nil
  }

  /// Writes a result. A reader that went away, as `head` does, is no fault of the lessons.
  func print(_ text: String) { write(text + "\n", to: 1) }

  /// Says something about the work.
  func say(_ text: String) { if detail != .quiet { write(text + "\n", to: 2) } }

  func sayInDetail(_ text: String) { if detail == .verbose { write(text + "\n", to: 2) } }

  /// Says what must be heard.
  func warn(_ text: String) { write(text + "\n", to: 2) }

  /// Tells what a command has to tell.
  func tell(_ lines: [ToldLine]) {
    for line in lines { write(line.text, to: line.isResult ? 1 : 2) }
  }

  /// What decides how something is told.
  var form: [String] { ["\(detail)", isColored ? "colored" : "plain"] }

  /// Something about the work, as a line to tell.
  func remark(_ text: String) -> [ToldLine] { detail == .quiet ? [] : [.remark(text + "\n")] }

  func text(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map { DiagnosticText.text($0, colored: isColored) } }

  func show(_ diagnostics: [Diagnostic], on descriptor: Int32) {
    for diagnostic in diagnostics { write(DiagnosticText.text(diagnostic, colored: isColored), to: descriptor) }
  }

  /// Draws over the line of progress; nothing where nobody watches.
  func progress(_ text: String) { if isTerminal, detail != .quiet { write("\r\u{1B}[K" + text, to: 2) } }

  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
