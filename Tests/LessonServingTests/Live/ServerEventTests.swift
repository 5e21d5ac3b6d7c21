import LessonServing
import Testing

/// The framing of server-sent events: what a page reads is what was said.
@Suite struct ServerEventTests {
  @Test(arguments: [
    ("", "event: e\ndata: \n\n"), ("a", "event: e\ndata: a\n\n"), ("a\nb", "event: e\ndata: a\ndata: b\n\n"),
    ("a\r\nb\rc", "event: e\ndata: a\ndata: b\ndata: c\n\n"), ("a\n\nb", "event: e\ndata: a\ndata: \ndata: b\n\n"),
    (": a", "event: e\ndata: : a\n\n"), ("data: x", "event: e\ndata: data: x\n\n"),
  ]) func framing(data: String, framed: String) {
    #expect(String(decoding: ServerEvent(name: "e", data: data).bytes, as: UTF8.self) == framed)
  }

  @Test func aNameCannotEndItsLine() {
    let event = ServerEvent(name: "a\ndata: b", data: "c")
    #expect(String(decoding: event.bytes, as: UTF8.self) == "event: adata: b\ndata: c\n\n")
  }

  @Test func aPingIsAComment() { #expect(ServerEvent.ping.first == UInt8(ascii: ":")) }
}

@Suite struct LivePageTests {
  private let page = LivePage(run: "r", token: "t", hasEditor: true)

  @Test func theScriptStandsLast() {
    let served = String(
      decoding: page.served(Array("<main>1</main>\n</body>\n</html>\n".utf8), version: 7), as: UTF8.self)
    #expect(
      served == """
        <main>1</main>
        <link rel="stylesheet" href="/lessons-live.css">
        <script src="/lessons-live.js" data-run="r" data-version="7" data-token="t" data-editor="true"></script>
        </body>
        </html>

        """)
  }

  @Test func thereIsAPageBeforeTheFirstBuild() {
    #expect(String(decoding: page.waiting(version: 0), as: UTF8.self).contains("data-waiting"))
  }
}
