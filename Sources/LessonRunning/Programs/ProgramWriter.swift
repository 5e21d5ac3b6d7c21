import LessonModel

/// Writes a program's text so that the compiler and the debugger see the lesson's own lines and columns.
///
/// The author's bytes are copied verbatim. What is added stands on lines of its own between them; a call that wraps an
/// expression opens on the line before it, and blanks bring the expression back to its column.
struct ProgramWriter {
  private(set) var text = ""
  private(set) var keyText = ""
  /// The places where the author's text begins, in the order of the program.
  private(set) var anchors: [ProgramAnchor] = []
  private let source: SourceText
  /// The name that positions carry: without its folder, for the compiler's messages and the runtime's have no more than that of
  /// a path.
  let fileName: String

  init(of lesson: Lesson) {
    source = lesson.source
    fileName = String(LessonPath.file(of: lesson.slug)).replacing("\\", with: "_").replacing("\"", with: "_") + ".md"
  }

  /// A piece of author's text that is copied, or of ours that is put between.
  enum Insertion: Equatable {
    /// A statement of ours before the byte.
    case statement(String)
    /// The opening of a call around the expression that begins at the byte.
    case open(String)
    /// The end of that call.
    case close(with: String = ")")
    /// Text of ours in the place of so many bytes.
    case replace(Int, with: String)
    /// The author's semicolon, which `close` has made superfluous.
    case skip(Int)
  }

  /// Writes a line of ours that belongs to no line of the lesson.
  mutating func write(line: String) {
    text += line + "\n"
    keyText += line + "\n"
  }

  /// The same of a line of which some words tell a place only.
  ///
  /// - Parameter key: What it says but places.
  mutating func write(line: String, key: String) {
    text += line + "\n"
    keyText += key + "\n"
  }

  /// Writes the code of a block with what is inserted into it, sorted by offset.
  mutating func write(_ code: PlacedText, insertions: [(offset: Int, insertion: Insertion)]) {
    let bytes = Array(code.text.utf8)
    var reached = 0
    if bytes.isEmpty { return }
    startLine(at: code.sourceOffset(of: 0))
    for (offset, insertion) in insertions {
      copy(bytes, reached..<offset, of: code)
      reached = offset
      let place = code.sourceOffset(of: offset)
      switch insertion {
      case .statement(let statement):
        write(ours: "\n\(statement);\n")
        startLine(at: place)
      case .open(let call):
        text += "\n"
        open(call, before: place)
      case .close(let end):
        write(ours: "\n\(end);\n")
        startLine(at: place)
      case .replace(let count, let other):
        text += other
        keyText += other
        reached += count
      case .skip(let count):
        text += String(repeating: " ", count: count)
        reached += count
      }
    }
    copy(bytes, reached..<bytes.count, of: code)
  }

  /// Writes a piece of a block's code on lines of its own.
  mutating func write(_ range: Range<Int>, of code: PlacedText) {
    startLine(at: code.sourceOffset(of: range.lowerBound))
    copy(Array(code.text.utf8), range, of: code)
    write(ours: "\n")
  }

  /// Writes an expression from the prose inside a call.
  ///
  /// - Parameter ordinal: Which of the expressions on its line it is, from 1.
  mutating func write(expression: String, at offset: Int, in call: String, closing: String = ")", ordinal: Int) {
    open(call, before: offset, ordinal: ordinal)
    text += expression
    keyText += expression
    write(ours: "\n\(closing);\n")
  }

  /// How far the calls around the expressions of one line stand apart on the line before it.
  static let step = 32
  private static let mostOrdinals = 64

  /// Which of the calls that open at the end of a line stands at a column: 0 for one around a statement; nil for none.
  static func ordinal(ofCallAt line: Int, _ column: Int, in source: SourceText) -> Int? {
    guard line <= source.lineStarts.count else { return nil }
    let behind = column - source.lineRange(line).count - 3
    return behind >= 0 ? behind / step : nil
  }

  /// Opens a call so that what follows stands at its own line and column. The call stands on the line before, behind the end of
  /// the author's text there: a message about the call cannot be taken for one about that text.
  private mutating func open(_ call: String, before offset: Int, ordinal: Int = 0) {
    let position = source.position(of: offset)
    keyText += "\u{1}\(call)\u{1}"
    if position.line > 1 {
      write(directive: position.line - 1)
      let behind = source.lineRange(position.line - 1).count + 2 + Self.step * min(ordinal, Self.mostOrdinals)
      anchors.append(ProgramAnchor(place: position, call: SourcePosition(line: position.line - 1, column: behind + 1)))
      text += String(repeating: " ", count: behind) + call + "\n" + String(repeating: " ", count: position.column - 1)
    } else {
      write(directive: 1)
      anchors.append(ProgramAnchor(place: position))
      text += call + String(repeating: " ", count: max(position.column - 1 - call.utf8.count, 0))
    }
  }

  private mutating func write(ours: String) {
    text += ours
    keyText += "\u{1}\(ours)\u{1}"
  }

  private mutating func write(directive line: Int) {
    text += "#sourceLocation(file: \"\(fileName)\", line: \(line))\n"
  }

  private mutating func startLine(at offset: Int) {
    let position = source.position(of: offset)
    anchors.append(ProgramAnchor(place: position))
    write(directive: position.line)
    text += String(repeating: " ", count: position.column - 1)
  }

  /// Copies author's text; where a line begins, blanks stand for the marks of the list or quotation around it.
  private mutating func copy(_ bytes: [UInt8], _ range: Range<Int>, of code: PlacedText) {
    guard !range.isEmpty else { return }
    keyText += String(decoding: bytes[range], as: UTF8.self)
    var start = range.lowerBound
    for (line, lineStart) in code.lineStarts.enumerated() where lineStart > range.lowerBound && lineStart < range.upperBound {
      text += String(decoding: bytes[start..<lineStart], as: UTF8.self)
      text += String(repeating: " ", count: source.position(of: code.lineOffsets[line]).column - 1)
      start = lineStart
    }
    text += String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
  }
}
