import LessonModel
import SwiftReading

/// A type that a block declares: it stands for the whole session, and hides one of the same name that a module declares and an
/// earlier block means.
struct HidingType: Sendable, Equatable {
  let name: String
  let block: Int
  let position: SourcePosition

  /// The types that blocks of one session declare, in their order.
  static func all(in blocks: [SwiftBlock], of source: SourceText) -> [HidingType] {
    blocks.flatMap { block in
      DeclarationReader.types(in: block.code.text).map { type in
        HidingType(
          name: type.name, block: block.index, position: source.position(of: block.code.sourceOffset(of: type.offset)))
      }
    }
  }

  /// Whether an error may come of it.
  ///
  /// - Parameters:
  ///   - line: The line with the error.
  ///   - other: The block that it stands in.
  func isNamed(in line: String, of other: Int) -> Bool {
    block > other && line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
  }

  var note: Diagnostic.Note {
    Diagnostic.Note(
      "'\(name)' is the type declared here, for the whole session, and no module's; a session of its own keeps it apart: 'swift {session=NAME}'",
      at: position)
  }
}
