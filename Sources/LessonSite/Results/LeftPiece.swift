import LessonModel

/// A piece of what a block left that a page shows, before it is set.
enum LeftPiece: Sendable, Equatable {
  /// What its author wrote down for a block that does not run.
  case recorded(String)
  case printed(String)
  /// The last words of a block that failed as it should.
  case message(String)
  case value(String)
  case exhibit(Exhibit)

  /// What a block leaves with a run, which need not be its own.
  static func pieces(of run: BlockRun, _ cell: WovenCell) -> [LeftPiece] {
    let attributes = cell.block.attributes
    var pieces: [LeftPiece] = []
    if !attributes.runs, let written = cell.block.recorded?.code.text { pieces.append(.recorded(written)) }
    let hasExhibits = run.printed.contains { if case .exhibit = $0 { true } else { false } }
    for piece in run.printed {
      switch piece {
      // An empty line parts two figures in standard output; in the page they stand apart as they are.
      case .text(let text) where hasExhibits && text.allSatisfy(\.isNewline): break
      case .text(let text): pieces.append(.printed(text))
      case .exhibit(let exhibit): pieces.append(.exhibit(exhibit))
      }
    }
    if let message = run.message, attributes.expectation != nil {
      pieces.append(.message(message))
    } else if case .exhibit(let exhibit)? = run.value {
      pieces.append(.exhibit(exhibit))
    } else if let value = run.value?.description {
      pieces.append(.value(value))
    }
    return pieces
  }

  /// How many lines of characters it is high; none where it is a table.
  var height: Int {
    switch self {
    case .recorded(let text), .printed(let text), .message(let text), .value(let text): ResultText.lines(of: text)
    case .exhibit(let exhibit): exhibit.kind == .table ? 0 : exhibit.body.count
    }
  }
}
