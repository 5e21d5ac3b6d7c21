import LessonModel
import LessonWeaving
import Testing

@Suite("Links that lead nowhere")
struct LinkCheckerTests {
  private func told(_ text: String) throws -> [String] { try TestLesson.woven("# A\n\n" + text).failures.map(\.line) }

  private static let dead = "dead-link: there is no file 'none.png' beside the lesson"
  private static let unsafe =
    "unsafe-link: a link with the scheme 'ftp' is not let through; use http, https or mailto; "
    + "the page shows its text only"
  private static func foreign(_ address: String) -> String {
    "unsafe-link: '\(address)' names no language for words that are there; write '[mot juste](lang:fr)'; the page shows its text only"
  }
  private static let behind =
    "raw-html: text behind a comment on its line belongs to the comment for Markdown; begin it on a line of its own"
  private static let html =
    "raw-html: raw HTML is shown as text, never obeyed, but for sub, sup, kbd, mark, abbr, br, img, details, summary"

  @Test(arguments: [
    ("[a](#a) [b](https://e.org) <https://e.org> [c](01-test.md#a)", [String]()),
    ("a [b](none.png)", ["3:7 \(dead)"]), ("![b](none.png)", ["3:6 \(dead)"]), ("[a](ftp://e.org)", ["3:5 \(unsafe)"]),
    // Links of other documentation lead to names of code.
    (
      "<doc:Start> [b](doc:Start)",
      ["3:1", "3:17"].map {
        "\($0) unsafe-link: 'doc:Start' is a link of DocC, which leads nowhere in a page; write `Start` as code, or the address; "
          + "the page shows its text only"
      }
    ),
    // Somebody forgot the scheme.
    (
      "[?](mean)",
      ["3:5 dead-link: there is no file 'mean' beside the lesson; a value of the lesson is written '[…](swift:mean)'"]
    ),
    ("[0.5](p)", ["3:7 dead-link: there is no file 'p' beside the lesson; a value of the lesson is written '[…](swift:p)'"]),
    ("[mean](mean)", ["3:8 dead-link: there is no file 'mean' beside the lesson"]),
    ("# [a](none.png)", ["3:7 \(dead)"]), ("- b\n\n  > a [b](none.png)", ["5:11 \(dead)"]),
    ("| a |\n|---|\n| [b](none.png) |", ["5:7 \(dead)"]), ("**[![b](none.png)](#a)**", ["3:9 \(dead)"]),
    ("> [!NOTE] [b](none.png)\n> text", ["3:15 \(dead)"]),
    ("[mot juste](lang:fr) [a](lang:zh-Hant)", []),
    ("[](lang:fr)", ["3:4 \(foreign("lang:fr"))"]),
    ("[a](lang:) [b](lang:fr_CH)", ["3:5 \(foreign("lang:"))", "3:16 \(foreign("lang:fr_CH"))"]),
    // The place is that of the link itself, not of the first text that looks like it.
    ("none.png [a](none.png)\nand [b](none.png)", ["3:14 \(dead)", "4:9 \(dead)"]),
    ("a <i>b</i>\n\n<div>\n</div>", ["3:3 \(html)", "3:7 \(html)", "5:1 \(html)"]),
    ("a <!-- b --> c\n\n<!-- d -->\n\n<!-- covers: X -->\n\n  <!-- e\nf --> <!-- g -->\n\n<!-->\n\n<!-- h", []),
    ("<!-- a --> Text [1](swift:x).", ["3:12 \(behind)"]), ("- <!-- a --> *text*", ["3:14 \(behind)"]),
    ("Words\n<!-- a --> <!-- b -->  text", ["4:24 \(behind)"]), ("> <!-- a --> text\n> more", ["3:14 \(behind)"]),
    ("<!-- a\n b --> é text", ["4:8 \(behind)"]), ("<!-- covers: X --> text", ["3:20 \(behind)"]),
    ("<!--> text", ["3:7 \(behind)"]),
    ("a <sub>b", ["3:3 raw-html: this '<sub>' is never closed in its text, so it is shown as text; write '</sub>' behind it"]),
    (
      "a <sub>b *c</sub>* <img src='none.png'> <img>",
      [
        "3:3 raw-html: this '<sub>' is never closed in its text, so it is shown as text; write '</sub>' behind it",
        "3:12 raw-html: this '</sub>' closes nothing in its text, so it is shown as text", "3:30 \(dead)",
        "3:41 raw-html: this picture has no 'src', so it is shown as text",
      ]
    ),
    ("<sub>[b](none.png)</sub>", ["3:10 \(dead)"]),
    ("<details>\n<summary>a</summary>\n\n[b](none.png)\n\n</details>", ["6:5 \(dead)"]),
    (
      "![b](01-test.md) ![b](#a)",
      zip([6, 23], ["01-test.md", "#a"]).map {
        "3:\($0) dead-link: '\($1)' is no picture that a page can show (png, jpg, jpeg, gif, svg, webp, avif); "
          + "take out the '!' for a link"
      }
    ),
    ("[#nowhere](#nowhere)", ["3:12 dead-link: there is no '#nowhere' in '01-test.md'"]),
  ])
  func saysWhere(text: String, expected: [String]) throws { #expect(try told(text) == expected) }

  @Test func aDeadLinkIsAnErrorAndTheRestAreWarnings() throws {
    let failures = try TestLesson.woven("# A\n\n[a](none.png) [a](ftp://e.org) <i>\n").failures
    #expect(failures.map(\.severity) == [.error, .warning, .warning])
  }
}
