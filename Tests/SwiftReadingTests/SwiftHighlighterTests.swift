import LessonModel
import SwiftReading
import Testing

@Suite("Swift in color")
struct SwiftHighlighterTests {
  private func marked(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var text = ""
    var reached = 0
    for span in SwiftHighlighter.spans(of: source) {
      text += String(decoding: bytes[reached..<span.range.lowerBound], as: UTF8.self)
      text += "‹\(span.kind) \(String(decoding: bytes[span.range], as: UTF8.self))›"
      reached = span.range.upperBound
    }
    return text + String(decoding: bytes[reached...], as: UTF8.self)
  }

  @Test(arguments: [
    ("let a = 1.5", "‹keyword let› a = ‹number 1.5›"), ("let x: Double", "‹keyword let› x: ‹type Double›"),
    ("Double(x)", "‹type Double›(x)"), ("\"a\\(b + 1)c\"", "‹string \"a›\\(b + ‹number 1›)‹string c\"›"),
    ("#\"a\\(b)\"#", "#‹string \"a\\(b)\"›#"), ("0xFF + 1_000e-3", "‹number 0xFF› + ‹number 1_000e-3›"),
    ("@inlinable func f() async {}", "‹attribute @inlinable› ‹keyword func› f() ‹keyword async› {}"),
    ("#if DEBUG\n#endif", "‹attribute #if› ‹attribute DEBUG›\n‹attribute #endif›"), ("/a+b/", "‹regex /a+b/›"),
    ("x // why", "x ‹comment // why›"), ("x  // => 1.75", "x  ‹promise // => 1.75›"),
    ("print(x)  // Prints \"1\"", "print(x)  ‹promise // Prints \"1\"›"), ("/* a /* b */ c */", "‹comment /* a /* b */ c */›"),
    ("`class`", "`class`"), ("x.map { $0 * 2 }", "x.map { $0 * ‹number 2› }"), ("损失 + π", "损失 + π"), ("", ""),
    ("\"😀\" + 1", "‹string \"😀\"› + ‹number 1›"),
  ])
  func kindsAreTold(source: String, wanted: String) {
    #expect(marked(source) == wanted)
  }

  /// Broken code too: spans are in order, overlap nothing and stay inside.
  @Test func spansAreInOrder() {
    let pieces = [
      "let ", "\"", "\\(", ")", "}", "{", "\n", "\r\n", "\t", "//", "/*", "*/", "#if ", "#\"", "\"\"\"\n", "0x", "1.", "é", "😀",
      "Int", "@a ", "/", "x",
      "\u{0}", "\u{FEFF}", "`", "'", "\\", "#", "$0", "<#a#>",
    ]
    var state: UInt64 = 2_463_534_242
    for _ in 0..<2_000 {
      var source = ""
      for _ in 0..<24 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        source += pieces[Int(state % UInt64(pieces.count))]
      }
      var reached = 0
      for span in SwiftHighlighter.spans(of: source) {
        #expect(span.range.lowerBound >= reached && !span.range.isEmpty, "\(source.debugDescription)")
        reached = span.range.upperBound
      }
      #expect(reached <= source.utf8.count, "\(source.debugDescription)")
    }
  }
}
