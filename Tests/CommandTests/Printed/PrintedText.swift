import Testing

/// A block whose output would be more than text: one row of table F.
struct PrintingBlock: Sendable, CustomTestStringConvertible {
  /// The lesson's file name without `.md`, which begins with its row.
  var name: String
  var code: String
  /// What the block printed, as the tool tells it.
  var stdout: String
  /// What the page shows of it, as it stands in its HTML.
  var shown: String

  var testDescription: String { name }

  private init(_ name: String, _ code: String, _ stdout: String, shown: String? = nil) {
    self.name = name
    self.code = code
    self.stdout = stdout
    self.shown = shown ?? stdout
  }

  var lesson: String {
    "# \(name)\n\n```swift {#printing}\n\(code)\nlet end = 0\n```\n\n```swift {#next}\nprint(\"next\")\n```\n"
  }

  static let all = [
    PrintingBlock(
      "F01-script", #"print("<script>alert(1)</script>")"#, "<script>alert(1)</script>\n",
      shown: "&lt;script&gt;alert(1)&lt;/script&gt;"),
    PrintingBlock(
      "F01-break", #"print("</pre></code></main><h1>")"#, "</pre></code></main><h1>\n", shown: "&lt;/pre&gt;&lt;/code&gt;"),
    PrintingBlock("F01-entities", #"print("&lt;&amp;")"#, "&lt;&amp;\n", shown: "&amp;lt;&amp;amp;"),
    PrintingBlock("F02-escape", #"print("a\u{1B}[2J\u{1B}]0;title\u{7}b")"#, "a␛[2J␛]0;title␇b\n", shown: "title"),
    PrintingBlock("F02-c1", #"print("a\u{9B}31mb\u{85}c")"#, "a\u{FFFD}31mb\u{FFFD}c\n"),
    PrintingBlock("F03-return", #"print("one\rtwo")"#, "one␍two\n", shown: "<samp>two"),
    PrintingBlock("F04-nul", #"print("a\0b")"#, "a␀b\n"),
    PrintingBlock(
      "F05-invalid", "import Glibc\nlet bad: [UInt8] = [0x61, 0xFF, 0xC0, 0x62, 0x0A]\nfwrite(bad, 1, 5, stdout)",
      "a\u{FFFD}\u{FFFD}b\n"),
    PrintingBlock(
      "F06-split", "import Glibc\nfor byte in Array(\"日本\\n\".utf8) { var b = byte; fwrite(&b, 1, 1, stdout); fflush(stdout) }",
      "日本\n"),
    PrintingBlock("F07-directions", #"print("a\u{202E}b\u{2066}c\u{2069}")"#, "aU+202EbU+2066cU+2069\n"),
    PrintingBlock(
      "F08-marks", #"print("a" + String(repeating: "\u{301}", count: 500) + "b")"#,
      "a" + String(repeating: "\u{301}", count: 500) + "b\n", shown: "b"),
    PrintingBlock(
      "F09-marks-of-ours",
      #"print("__lessonMark(3)\n#sourceLocation(file: \"x\", line: 1)\n<!-- covers: X -->\n[1](swift:2)")"#,
      "__lessonMark(3)\n#sourceLocation(file: \"x\", line: 1)\n<!-- covers: X -->\n[1](swift:2)\n", shown: "[1](swift:2)"),
    PrintingBlock("F11-no-line-end", #"print("abc", terminator: "")"#, "abc"),
    PrintingBlock("F11-nothing", "let nothing = 0", "", shown: "next"),
    PrintingBlock("F12-file", "print(#file, #filePath, #fileID)", "F12-file.md F12-file.md main/F12-file.md\n"),
    PrintingBlock(
      "F13-shadowed",
      "func print(_ x: Int) {}\nstruct Array {}\nstruct String2 {}\nfunc __mark() {}\nstruct Recording {}\nprint(1)\nSwift.print(\"real\")",
      "real\n"),
    PrintingBlock("F14-source-of-another", #"print("print(\"next\")")"#, "print(\"next\")\n", shown: "print(&quot;next&quot;)"),
  ]
}
