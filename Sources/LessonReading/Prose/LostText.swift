import LessonModel

/// Tells of words that Markdown reads and no page shows: notes that nothing refers to, cells beyond the header of their table.
enum LostText {
  /// - Parameter document: The tree of the whole lesson.
  static func faults(in document: [DocumentBlock], of source: SourceText) -> [Diagnostic] {
    var faults = notes(document, source)
    document.walk { block in
      guard case .table(let table) = block.kind else { return }
      let formulas = formulaBytes(in: block)
      for row in table.rows {
        guard let place = firstLost(in: row.range, columns: table.header.cells.count, source.bytes, besides: formulas) else {
          continue
        }
        let columns = table.header.cells.count == 1 ? "one column" : "\(table.header.cells.count) columns"
        faults.append(
          Diagnostic(
            .lostCell,
            "this cell has no column, so no page shows it: the header has \(columns); add one there, or write '\\|' for a bar",
            in: source, at: place, severity: .warning))
      }
    }
    return faults
  }

  // MARK: - Notes

  /// The labels of all notes that are written, whether something refers to them or not.
  static func noteLabels(in source: SourceText) -> [String] {
    (1...source.lineStarts.count).compactMap { note(on: $0, of: source)?.label }
  }

  /// The parser takes a note out that nothing refers to: what looks like one and is nowhere in the tree is such a note.
  private static func notes(_ document: [DocumentBlock], _ source: SourceText) -> [Diagnostic] {
    let shown = shownLines(document, source)
    var labels: Set<String> = []
    var faults: [Diagnostic] = []
    for line in 1...source.lineStarts.count {
      guard let (label, place) = note(on: line, of: source) else { continue }
      let isFirst = labels.insert(label.lowercased()).inserted
      if shown.contains(line) { continue }
      let message =
        isFirst
        ? "nothing refers to this note, so no page shows it and nothing in it is checked; "
          + "write '[^\(label)]' where it belongs, or remove it"
        : "the note '[^\(label)]' is written twice; the first one counts, and no page shows this one"
      faults.append(Diagnostic(.unusedNote, message, in: source, at: place, severity: .warning))
    }
    return faults
  }

  /// The lines that something in the tree stands on.
  private static func shownLines(_ document: [DocumentBlock], _ source: SourceText) -> Set<Int> {
    var lines: Set<Int> = []
    document.walk { block in
      let first = source.position(of: block.range.lowerBound).line
      switch block.kind {
      case .footnote: lines.insert(first)
      case .quotation, .list, .callout, .disclosure: break
      default: lines.formUnion(first...max(first, source.position(of: block.range.upperBound).line))
      }
    }
    return lines
  }

  /// The label of a note that a line begins, and where it stands.
  private static func note(on line: Int, of source: SourceText) -> (label: String, place: Int)? {
    let text = source.bytes[source.lineRange(line)].drop { " \t>".utf8.contains($0) }
    guard text.starts(with: "[^".utf8) else { return nil }
    let label = text.dropFirst(2).prefix { !" \t[]".utf8.contains($0) }
    guard !label.isEmpty, text[label.endIndex...].starts(with: "]:".utf8) else { return nil }
    return (String(decoding: label, as: UTF8.self), text.startIndex)
  }

  // MARK: - Cells

  /// Where the formulas of a table stand: their bars part no cells.
  private static func formulaBytes(in table: DocumentBlock) -> Set<Int> {
    var places: Set<Int> = []
    table.texts.joined().walk { inline in
      if case .formula(let formula) = inline { places.formUnion(formula.offsets) }
    }
    return places
  }

  /// The first word behind the last column; nil where nothing is there.
  private static func firstLost(in range: Range<Int>, columns: Int, _ bytes: [UInt8], besides formulas: Set<Int>) -> Int? {
    let bar = UInt8(ascii: "|")
    var place = range.lowerBound
    while place < range.upperBound, bytes[place].isBlank { place += 1 }
    if place < range.upperBound, bytes[place] == bar { place += 1 }
    var column = 0
    while place < range.upperBound, column < columns {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
      } else if bytes[place] == bar, !formulas.contains(place) {
        column += 1
      }
      place += 1
    }
    return place < range.upperBound ? bytes[place..<range.upperBound].firstIndex { !$0.isBlank && $0 != bar } : nil
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
}
