import LessonModel
import SwiftReading

/// Explains an error that misses a name which the course's own module has and does not make public.
struct HiddenHelpers {
  private let support: [SourceText]

  /// - Parameter support: The files of the course's module.
  init(_ support: [SourceText]) { self.support = support }

  /// The same run with a note behind each such error.
  func explained(_ run: Run) -> Run {
    guard !support.isEmpty, run.diagnostics.contains(where: { missing($0) != nil }) else { return run }
    var notes: [String: String] = [:]
    for file in support {
      for name in DeclarationReader.internalNames(in: String(decoding: file.bytes, as: UTF8.self)) where notes[name.name] == nil
      {
        let line = file.position(of: name.offset).line
        notes[name.name] = "'\(name.name)' in \(file.path):\(line) is not public; write 'public' before it"
      }
    }
    var run = run
    for index in run.diagnostics.indices {
      if let name = missing(run.diagnostics[index]), let note = notes[name] {
        run.diagnostics[index].notes.append(Diagnostic.Note(note))
      }
    }
    return run
  }

  /// The name that an error misses.
  private func missing(_ diagnostic: Diagnostic) -> String? {
    guard diagnostic.kind == .compileError, diagnostic.message.hasPrefix("cannot find "),
      diagnostic.message.hasSuffix("in scope")
    else { return nil }
    let parts = diagnostic.message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
