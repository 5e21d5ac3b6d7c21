package import LessonModel
import SwiftReading

/// What the cells of a lesson show wherever they stand, in the lesson's page or in the book: made once, for it takes time.
package struct CellContents: Sendable, Equatable {
  fileprivate var contents: [Int: CellContent] = [:]
  private let words: PageWords
  private let typography: Typography?

  /// Colors all code and shows all results of a lesson.
  ///
  /// - Parameter swift: How its Swift is read.
  package init(_ woven: WovenLesson, swift: SwiftReadings = .parser) {
    words = woven.lesson.words
    typography = woven.lesson.typography
    for cell in woven.cells { contents[cell.block.index] = CellContent(cell, swift, words, woven.lesson.typography) }
  }

  subscript(_ cell: WovenCell) -> CellContent { contents[cell.block.index] ?? CellContent(cell, .parser, words, typography) }

  /// Whether text that a program printed in color is among it.
  package var hasColors: Bool {
    contents.values.contains { $0.result.contains { if case .text(let text) = $0 { text.terminal.isStyled } else { false } } }
  }

  /// Whether a chart or a diagram is among it.
  package var hasCharts: Bool {
    contents.values.contains(where: \.hasChart)
  }

  /// Whether values stand beside code.
  package var hasTraces: Bool { contents.values.contains(where: \.hasTrace) }

  /// Whether a figure of it can be seen as a drawing.
  package var hasDrawings: Bool { contents.values.contains { $0.result.contains { !$0.drawings.isEmpty } } }

  /// The drawings as files of the site.
  package func drawings(of slug: String, _ palette: Palette) -> [SiteFile] {
    contents.sorted { $0.key < $1.key }.flatMap { $0.value.result.flatMap(\.drawings) }.map { drawing in
      SiteFile(path: AddressWriter.drawings(of: slug) + drawing.name, text: drawing.text(palette))
    }
  }
}

extension CellContents {
  /// The drawings as files of a volume.
  ///
  /// - Parameter prefix: What stands before their names.
  func boundDrawings(named prefix: String, _ palette: Palette) -> [SiteFile] {
    contents.sorted { $0.key < $1.key }.flatMap(\.value.result).compactMap { piece in
      guard case .figure(let figure) = piece, let drawing = figure.drawing else { return nil }
      return SiteFile(path: prefix + drawing.name, text: drawing.boundText(palette))
    }
  }
}

/// The code of a cell in color, and what it came to.
struct CellContent: Sendable, Equatable {
  /// Nil where the code is hidden.
  var code: HTML?
  /// Empty where there is nothing, or where it is hidden.
  var result: [ResultPiece] = []
  /// Whether values stand beside the code.
  var hasTrace = false

  /// Whether a chart or a diagram is shown.
  var hasChart: Bool {
    result.contains { if case .figure(let figure) = $0 { figure.exhibit.kind != .table } else { false } }
  }

  init(_ cell: WovenCell, _ swift: SwiftReadings, _ words: PageWords, _ typography: Typography?) {
    let attributes = cell.block.attributes
    if attributes.code != .hide {
      code = CodeRenderer.html(cell.block.code.text, hiding: cell.block.outline.hiddenLines, swift: swift)
      hasTrace = cell.run.trace != nil
    }
    if attributes.output != .hide { result = Self.result(of: cell.run, cell, words, typography) }
  }

  private static func result(
    of run: BlockRun, _ cell: WovenCell, _ words: PageWords, _ typography: Typography?
  ) -> [ResultPiece] {
    let name = cell.block.name
    var figures = 0
    return LeftPiece.pieces(of: run, cell).map { piece in
      switch piece {
      case .recorded(let text): return .text(ResultText(text, name: "\(words[.notRunAsWritten]): \(name)"))
      case .printed(let text): return .text(ResultText(text, name: words(.printedBy, name)))
      case .message(let text): return .text(ResultText(text, name: words(.messageOf, name), kind: " expected-failure"))
      case .value(let text): return .text(ResultText(text, name: words(.valueOf, name), kind: " value-output"))
      case .exhibit(let exhibit):
        figures += 1
        return .figure(Figure(exhibit, id: "\(cell.anchor)-figure-\(figures)", typography))
      }
    }
  }
}

/// A piece of what a cell came to.
enum ResultPiece: Sendable, Equatable {
  case text(ResultText)
  case figure(Figure)

  /// How many lines of text it is; none where it is a figure.
  var lines: Int { if case .text(let text) = self { text.lines } else { 0 } }

  var drawings: [Drawing] {
    if case .figure(let figure) = self { [figure.drawing, figure.narrow].compactMap { $0 } } else { [] }
  }
}

/// Text that a program left: printed, as a value, or as its last words.
struct ResultText: Sendable, Equatable {
  var terminal: TerminalText
  /// What a screen reader calls it.
  var name: String
  /// The class that tells a value and a message from what is printed, after a blank.
  var kind: String
  var lines: Int
  /// Whether it holds characters that pictures are made of: they need the face in which each of them is one column wide.
  var isGrid: Bool

  init(_ text: String, name: String, kind: String = "") {
    terminal = TerminalText(text)
    self.name = name
    self.kind = kind
    lines = Self.lines(of: text)
    isGrid = text.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) }
  }

  static func lines(of text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return max(lines.last == "" ? lines.count - 1 : lines.count, 1)
  }
}

/// A chart, table or diagram with its address in the page and its drawing.
struct Figure: Sendable, Equatable {
  var exhibit: Exhibit
  var id: String
  /// Its title, what is said of it, and its numbers, as print has them; the picture in characters stays what it is.
  var title: String
  var summary: String
  var data: Exhibit.Data?
  var drawing: Drawing?
  /// The drawing for a narrow screen, where there is one of its own.
  var narrow: Drawing?

  init(_ exhibit: Exhibit, id: String, _ typography: Typography?) {
    self.exhibit = exhibit
    self.id = id
    title = Typesetter.set(exhibit.title, typography)
    summary = Typesetter.set(exhibit.summary, typography)
    data = exhibit.data.map { data in
      var data = data
      for row in data.rows.indices {
        for column in data.rows[row].indices where data.isNumeric[column] {
          data.rows[row][column] = Typesetter.set(data.rows[row][column], typography)
        }
      }
      return data
    }
    guard exhibit.kind != .table else { return }
    drawing = Drawing(exhibit.svg, id: id)
    narrow = drawing == nil ? nil : Drawing(exhibit.narrowSVG, id: id + "-narrow")
  }
}
