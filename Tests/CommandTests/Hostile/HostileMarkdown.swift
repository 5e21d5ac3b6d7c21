import Testing

/// A lesson whose Markdown would do something to its page, with the expected diagnostics marked: rows of table B.
struct HostileMarkdown: Sendable, CustomTestStringConvertible {
  /// The lesson's file name without `.md`, which begins with its row.
  var name: String
  var text: MarkedText
  /// What the page must show, as it stands in its HTML.
  var shown: [String]

  var testDescription: String { name }

  private init(_ name: String, _ text: String, shown: [String] = []) {
    self.name = name
    self.text = MarkedText("# T\n\n" + text + "\n\nafter\n")
    self.shown = shown
  }

  static let all = markup + schemes + paths + addresses + texts

  /// B1 to B21: markup, which is text.
  private static let markup = [
    raw("B01-script", "<script>alert(1)</script>"),
    HostileMarkdown("B02-image", "⟦warning:raw-html|'onerror'⟧<img src=⟦dead-link|⟧x onerror=alert(1)>"),
    raw("B03-svg", "<svg onload=alert(1)>"), raw("B04-frame", "<iframe srcdoc=\"<script>alert(1)</script>\">"),
    raw("B05-style", "<style>@import url(https://evil.example/x.css)</style>"),
    raw("B06-base", "<base href=\"https://evil.example/\">"),
    raw("B07-refresh", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">"),
    raw("B08-form", "<form action=\"https://evil.example\"><input name=a></form>"),
    inline("B09-link", [#"<a href="javascript:alert(1)">"#, "</a>"], between: "x"),
    inline("B10-object", ["<object data=\"x.swf\">", "</object>"], between: ""),
    raw("B11-stylesheet", "<link rel=stylesheet href=//evil.example>"),
    inline("B12-math", ["<math>", "<mi xlink:href=\"javascript:alert(1)\">", "</mi>", "</math>"], between: ""),
    inline(
      "B13-noscript", ["<noscript>", "<p title=\"</noscript><img src=x onerror=alert(1)>\">", "</noscript>"], between: ""),
    raw("B14-textarea", "<textarea>"), raw("B15-title", "<title>"), raw("B16-plaintext", "<plaintext>"),
    raw("B17-xmp", "<xmp>"),
    raw("B18-comment", "<!--><img src=x onerror=alert(1)>-->", id: "raw-html", column: 6, isError: true),
    raw("B20-case", "<ScRiPt>alert(1)</sCrIpT>"), raw("B21-toggle", "<details open ontoggle=alert(1)>"),
    HostileMarkdown(
      "B21-toggle-closed", "⟦warning:raw-html|'ontoggle'⟧<details open ontoggle=alert(1)>\nx\n</details>",
      shown: ["<details class=fold open>\n<summary>"]),
    HostileMarkdown("B21-title", "<abbr title='\"onclick=\"b'>x</abbr>", shown: ["title=\"&quot;onclick=&quot;b\""]),
    HostileMarkdown("B21-source", "<img src=⟦warning:unsafe-link|⟧javascript:alert(1) alt=x>"),
    HostileMarkdown("B21-outside", "<img src=\"⟦unsafe-link|leaves the course⟧../secret.png\" alt=x>"),
  ]

  private static func raw(
    _ name: String, _ html: String, id: String = "raw-html", column: Int = 1, isError: Bool = false
  ) -> HostileMarkdown {
    let mark = "⟦\(isError ? "" : "warning:")\(id)|⟧"
    let place = html.index(html.startIndex, offsetBy: column - 1)
    return HostileMarkdown(name, String(html[..<place]) + mark + String(html[place...]))
  }

  private static func inline(_ name: String, _ tags: [String], between text: String) -> HostileMarkdown {
    HostileMarkdown(name, "a " + tags.map { "⟦warning:raw-html|⟧\($0)" }.joined(separator: text))
  }

  /// B22 to B24: schemes that a page must not have.
  private static let schemes =
    [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x0A;script:alert(1)", "&#106;avascript:alert(1)",
      "java%0Ascript:alert(1)",
      "vbscript:x", "javascript&colon;alert(1)",
    ].enumerated().map {
      HostileMarkdown("B22-script-\($0)", "[x](⟦\($1.contains("%0A") ? "dead-link" : "warning:unsafe-link")|⟧\($1))")
    }
    + ["ftp://e.org/", "blob:x", "intent:x", "ws://e.org"].enumerated().map {
      HostileMarkdown("B23-scheme-\($0)", "[x](⟦warning:unsafe-link|is not let through⟧\($1))")
    }
    + ["data:text/html;base64,PGI+", "data:image/svg+xml;base64,AAAA"].enumerated().map {
      HostileMarkdown("B24-data-\($0)", "[x](⟦warning:unsafe-link|is not let through⟧\($1))")
    }

  /// B25: what leads out of the course.
  private static let paths =
    [
      "../../secret.md", "../secret.png", "/etc/passwd", "%2e%2e/secret", "..%2Fsecret", "a/../../b", "..\\\\secret",
      "\\\\\\\\host\\\\x",
    ].enumerated().map { HostileMarkdown("B25-path-\($0)", "[x](⟦unsafe-link|leaves the course⟧\($1))") }
    + [
      HostileMarkdown("B25-file", "[x](⟦warning:unsafe-link|⟧file:///etc/passwd)"),
      HostileMarkdown("B26-without-a-scheme", "[x](⟦unsafe-link|leaves the course⟧//evil.example/x)"),
    ]

  /// B27, B28: addresses that break their attribute, or that are none.
  private static let addresses = [
    HostileMarkdown(
      "B27-quotes", "[x](<https://e.org/\"onload=alert(1)>)", shown: ["href=\"https://e.org/%22onload=alert(1)\""]),
    HostileMarkdown("B27-title", "[x](https://e.org 'a\" onclick=\"b')", shown: ["title=\"a&quot; onclick=&quot;b\""]),
    HostileMarkdown(
      "B28-blank", "[x](<https://e.org/a b{c}|d^e#f#g>)", shown: ["=https://e.org/a%20b%7Bc%7D%7Cd%5Ee#f%23g>"]),
    HostileMarkdown("B28-percent", "[x](https://e.org/100%/%41)", shown: ["=https://e.org/100%25/%41>"]),
    HostileMarkdown("B28-bad-host", "[x](⟦unsafe-link|is never closed⟧http://[::1)"),
    HostileMarkdown("B28-bad-number", "[x](⟦unsafe-link|no number of a host⟧http://[zz]/)"),
    HostileMarkdown("B28-no-host", "[x](⟦unsafe-link|names no host⟧https:///x)"),
    HostileMarkdown("B28-bad-port", "[x](⟦unsafe-link|port⟧https://e.org:99999/)"),
    HostileMarkdown("B28-good-host", "[x](http://[::1]:80/a)", shown: ["=http://[::1]:80/a>"]),
    HostileMarkdown(
      "B28-long", "[x](⟦warning:unsafe-link|longer than 4096⟧https://e.org/\(String(repeating: "a", count: 60_000)))"),
    HostileMarkdown("B28-two-on-a-line", "[x](⟦unsafe-link|⟧../a.md) and [y](⟦unsafe-link|⟧../b.md)"),
    HostileMarkdown(
      "B28-picture-from-elsewhere", "![a *b*](⟦warning:unsafe-link|loads nothing from elsewhere⟧https://e.org/a.png)",
      shown: ["<a href=https://e.org/a.png>a b</a>"]),
  ]

  /// B29 to B31, B36, and what GitHub's Markdown has beyond CommonMark.
  private static let texts = [
    HostileMarkdown(
      "B29-same-headings", "## same\n\n## same\n\n## same-1", shown: ["id=same>", "id=same-1>", "id=same-1-1>"]),
    HostileMarkdown("B30-language", "```py\"onload=\"x\na\n```", shown: ["class=\"language-py&quot;onload=&quot;x\""]),
    HostileMarkdown("B31-templates", "{{ x }} {% y %} ${z} <%= a %>", shown: ["{{ x }} {% y %} ${z} &lt;%= a %&gt;"]),
    HostileMarkdown("B36-missing-lesson", "[x](⟦dead-link|there is no lesson⟧none.md)"),
    HostileMarkdown("B36-missing-anchor", "[x](⟦dead-link|there is no '#none'⟧#none)"),
    HostileMarkdown(
      "tasks", "- [ ] open\n- [x] done",
      shown: [
        "<li><input type=checkbox class=task disabled aria-label=\"Incomplete task\"> open<li>",
        "<li><input type=checkbox class=task disabled checked aria-label=\"Completed task\"> done</ul>",
      ]),
    HostileMarkdown(
      "bare-addresses", "see www.e.org/a?b=\"c\" or me@e.org.",
      shown: [
        "<a href=\"http://www.e.org/a?b=%22c\">www.e.org/a?b=&quot;c</a>", "<a href=mailto:me@e.org>me@e.org</a>.",
      ]),
  ]
}
