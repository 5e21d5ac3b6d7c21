import Foundation
import LessonModel
import LessonSite
import Testing

@Suite("Code in the page")
struct CodeRendererTests {
  /// The text of HTML: without tags, its references resolved.
  private func text(_ html: HTML) -> String {
    html.text.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\""
    ).replacing(
      "&#39;", with: "'"
    ).replacing("&amp;", with: "&")
  }

  @Test func hiddenLinesAreLeftOutOfWhatWasReadTogether() {
    let code = "/* a\nb */ // hide\nlet c = \"\"\"\n  d\n  \"\"\"\n"
    #expect(
      CodeRenderer.html(code, hiding: [1]).text
        == "<i class=c>/* a</i>\n<b>let</b> c = <i class=s>&quot;&quot;&quot;</i>\n  <i class=s>d</i>\n  <i class=s>&quot;&quot;&quot;</i>\n"
    )
    #expect(CodeRenderer.html("// hide", hiding: [0]).text == "")
    #expect(CodeRenderer.html("a\n// hide\n", hiding: [1]).text == "a\n")
  }

  /// Every cell of the course and of the guides.
  @Test func theTextIsTheCodeInEveryCell() throws {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardizedFileURL.path
    var cells = 0
    for folder in ["lessons", "Sources/LessonKit/Guides", "Sources/lessons/Guide"] {
      let folder = root + "/" + folder
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where Course.isLessonName(name) {
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        for block in try #require(readLesson(text, references: nil).lesson, "\(name)").blocks {
          cells += 1
          #expect(self.text(CodeRenderer.html(block.code.text)) == block.code.text)
        }
      }
    }
    #expect(cells > 100)
  }

  @Test(arguments: [
    "let a = \"<b>&'\"\r\nlet b = 1\r\n", "\tlet\ta = 1 // é 😀\n", "\"\"\"\n a\\(b)\n \"\"\"", "func f( {\n\"unclosed\n",
    "#if\n}}}", "/* never",
    "let 损失 = 0.5 // 损失", "\n\n\n", "", "a\u{2028}b",
  ])
  func theTextIsTheCodeInBrokenAndStrangeCode(code: String) {
    // A carriage return is shown by its code, as in all of the page.
    let wanted = code.unicodeScalars.map { $0 == "\r" ? "U+D" : String($0) }.joined()
    #expect(text(CodeRenderer.html(code)) == wanted)
  }
}
