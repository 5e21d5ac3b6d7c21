import LessonModel
import LessonSite
import Testing

@Suite("What a terminal would show")
struct TerminalTextTests {
  @Test(arguments: [
    ("plain <b> & \t\n", "plain &lt;b&gt; &amp; \t\n"), ("\u{1B}[31mred\u{1B}[0m x", "<span class=\"ansi-1\">red</span> x"),
    // The pictures that a recording has in the place of control characters.
    ("\u{241B}[1;32mgood\u{241B}[m", "<span class=\"ansi-2 ansi-bold\">good</span>"),
    ("\u{1B}[91;44mx\u{1B}[39my\u{1B}[49mz", "<span class=\"ansi-9 ansi-on-4\">x</span><span class=\"ansi-on-4\">y</span>z"),
    (
      "\u{1B}[2;3;4;7;9mx\u{1B}[22;23;24;27;29my",
      "<span class=\"ansi-dim ansi-italic ansi-underline ansi-inverse ansi-strike\">x</span>y"
    ),
    ("\u{1B}[38;5;9mx\u{1B}[38;5;196my\u{1B}[38;5;232mz", "<span class=\"ansi-9\">xy</span><span class=\"ansi-0\">z</span>"),
    (
      "\u{1B}[38;2;0;0;250mx\u{1B}[48:2:255:255:255my",
      "<span class=\"ansi-4\">x</span><span class=\"ansi-4 ansi-on-15\">y</span>"
    ),
    ("\u{1B}[38;5;999mx\u{1B}[38mx\u{1B}[38;2;1mx\u{1B}[99mx", "xxxx"),
    ("\u{1B}[31ma\nb\u{1B}[0m\nc", "<span class=\"ansi-1\">a</span>\n<span class=\"ansi-1\">b</span>\nc"),
    // A line that is drawn over.
    ("10%\r50%\r100%\n", "100%\n"), ("abcdef\rxy", "xycdef"), ("abcdef\r\u{1B}[Kxy", "xy"), ("abc\u{1B}[2Kd", "   d"),
    ("ab\u{8}c", "ac"), ("\u{8}\u{8}a", "a"), ("a\r\nb", "a\nb"), ("10%\u{240D}20%", "20%"), ("e\u{301}x\u{8}\u{8}a", "ax"),
    // Passed over.
    ("\u{1B}[2J\u{1B}[H\u{1B}[?25lx\u{1B}[10;20H\u{1B}[3A", "x"), ("\u{1B}]0;title\u{7}x", "x"),
    ("\u{1B}]8;;https://a.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"), ("\u{1B}(Bx\u{1B}7\u{1B}8", "x"),
    ("\u{1B}P1$q\u{1B}\\x", "x"),
    // Shown.
    ("a\u{7}b", "a\u{2407}b"), ("a\u{0}b\u{7F}", "a\u{2400}b\u{2421}"), ("\u{1B}", "\u{241B}"), ("\u{1B}[", "\u{241B}["),
    ("\u{1B}[31", "\u{241B}[31"), ("\u{1B}]0;never\nx", "\u{241B}]0;never\nx"), ("\u{1B}損", "\u{241B}損"),
    ("\u{9B}31mx\u{1B}[m", "U+9B31mx"), ("\u{202E}x\u{1B}[m", "U+202Ex"),
    ("\u{1B}[31m<script>", "<span class=\"ansi-1\">&lt;script&gt;</span>"),
  ])
  func isSaidInClasses(text: String, html: String) {
    #expect(TerminalText(text).html.text == html)
  }

  @Test func nothingIsEverObeyed() {
    let pieces = [
      "\u{1B}", "\u{241B}", "[", "]", "31", ";", "m", "K", "\r", "\u{8}", "\n", "\t", "a", "<", "\u{7}", "\\", "\u{0}",
      "\u{9B}", "é", "\u{301}", "P",
    ]
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<20 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        text += pieces[Int(state % UInt64(pieces.count))]
      }
      let html = TerminalText(text).html.text
      let isSafe = html.unicodeScalars.allSatisfy {
        $0.value >= 32 && !(0x7F..<0xA0).contains($0.value) || $0 == "\n" || $0 == "\t"
      }
      #expect(isSafe, "\(text.debugDescription)")
      let opened = html.split(separator: "<span ").count - (html.hasPrefix("<span ") ? 0 : 1)
      #expect(html.isEmpty || opened == html.split(separator: "</span>", omittingEmptySubsequences: false).count - 1)
      #expect(html.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
    }
  }
}
