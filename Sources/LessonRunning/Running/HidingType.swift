import LessonModel

/// A type that a later block declares and that an error speaks of: it stands for the whole session, and hides one of the same
/// name that a module declares and the author means.
struct HidingType: Equatable {
  let name: String
  let position: SourcePosition

  /// - Parameters:
  ///   - blocks: Those of the session behind the one with the error.
  ///   - line: The line with the error.
  init?(in blocks: [SwiftBlock], of source: SourceText, behind line: Substring) {
    let words = Set(line.split { !($0.isLetter || $0.isNumber || $0 == "_") })
    for block in blocks {
      let code = Array(block.code.text.utf8)
      for statement in block.outline.statements where statement.kind == .other {
        let text = String(decoding: code[statement.range], as: UTF8.self)
        guard let name = Self.declared(by: text), words.contains(name) else { continue }
        self.name = String(name)
        position = source.position(of: block.code.sourceOffset(of: statement.range.lowerBound))
        return
      }
    }
    return nil
  }

  /// The name of the type that a statement declares.
  private static func declared(by statement: String) -> Substring? {
    let head = statement.prefix { $0 != "{" && $0 != "=" && $0 != "\n" }
    let words = head.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
    guard let keyword = words.firstIndex(where: keywords.contains), keyword + 1 < words.count,
      words[..<keyword].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) })
    else { return nil }
    return words[keyword + 1]
  }

  private static let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
  private static let modifiers: Set<Substring> = ["public", "open", "final", "private", "fileprivate", "internal", "indirect"]

  var note: Diagnostic.Note {
    Diagnostic.Note(
      "'\(name)' is the type declared here, for the whole session, and no module's; a session of its own keeps it apart: 'swift {session=NAME}'",
      at: position)
  }
}
