import LessonModel
import LessonServing
import Machine
import Testing

/// Who is answered, and with what: the whole of the preview but its sockets.
@Suite struct PreviewTests {
  private func preview(editor: String? = nil) throws -> Preview {
    try Preview(
      port: 8000, assets: FileTable([SiteFile(path: "lessons-live.js", text: "script")]),
      editor: editor.map { text throws(MachineFault) in try EditorCommand(text) }, secret: (run: "r", token: "secret"))
  }

  private func head(
    _ method: String = "GET", _ path: String = "/", host: String = "127.0.0.1:8000", query: String = "",
    _ more: [String: String] = [:]
  ) throws -> RequestHead {
    let lines = ["\(method) \(path)?\(query) HTTP/1.1", "Host: \(host)"] + more.map { "\($0.key): \($0.value)" }
    return try RequestHead(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
  }

  private func status(_ reply: Reply) -> Int {
    switch reply {
    case .whole(let answer): answer.status
    case .events: 200
    }
  }

  @Test(arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"]) func knownHosts(host: String) throws {
    #expect(status(try preview().reply(to: head("GET", "/lessons-live.js", host: host))) == 200)
  }

  @Test(arguments: [
    "", "localhost", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:80000", "evil.test", "evil.test:8000", "0.0.0.0:8000",
    "127.0.0.2:8000",
    "127.1:8000", "2130706433:8000", "localhost.:8000", "localhost:8000.evil.test", "localhost:8000@evil.test", "::1:8000",
    "[::]:8000",
    "127.0.0.1:8000, evil", "169.254.169.254", "[::ffff:127.0.0.1]:8000", "localhost:08000",
  ]) func unknownHosts(host: String) throws {
    #expect(status(try preview().reply(to: head("GET", "/lessons-live.js", host: host))) == 421)
  }

  @Test(arguments: [
    ("http://127.0.0.1:8000", 200), ("http://localhost:8000", 200), ("https://localhost:8000", 403), ("http://localhost", 403),
    ("http://evil.test", 403), ("null", 403), ("", 403), ("http://localhost:8000.evil.test", 403),
    ("http://localhost:8001", 403),
    ("http://localhost:8000/", 403), ("file://", 403),
  ]) func origins(origin: String, expected: Int) throws {
    for path in ["/lessons-live.js", "/lessons-live"] {
      #expect(status(try preview().reply(to: head("GET", path, ["Origin": origin]))) == expected)
    }
  }

  @Test(arguments: [
    ("same-origin", "cors", 200), ("none", "navigate", 200), ("cross-site", "navigate", 200), ("cross-site", "no-cors", 403),
    ("same-site", "cors", 403), ("cross-site", "websocket", 403),
  ]) func pagesFromElsewhere(site: String, mode: String, expected: Int) throws {
    let more = ["Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode]
    #expect(status(try preview().reply(to: head("GET", "/lessons-live.js", more))) == expected)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "HEAd", "PROPFIND", "X"])
  func methods(method: String) throws {
    let preview = try preview()
    guard case .whole(let answer) = preview.reply(to: try head(method)) else {
      Issue.record("events for \(method)")
      return
    }
    #expect(answer.status == 405)
    #expect(String(decoding: answer.bytes(), as: UTF8.self).contains("\r\nAllow: GET, HEAD\r\n"))
  }

  @Test func aHeadHasNoBody() throws {
    guard case .whole(let answer) = try preview().reply(to: head("HEAD", "/lessons-live.js")) else {
      Issue.record("events")
      return
    }
    let text = String(decoding: answer.bytes(isHead: true), as: UTF8.self)
    #expect(text.contains("\r\nContent-Length: 6\r\n"))
    #expect(text.hasSuffix("\r\n\r\n"))
    #expect(String(decoding: answer.bytes(), as: UTF8.self).hasSuffix("\r\n\r\nscript"))
  }

  @Test func headersAreThoseOfTheContract() throws {
    guard case .whole(let answer) = try preview().reply(to: head("GET", "/lessons-live.js")) else {
      Issue.record("events")
      return
    }
    let text = String(decoding: answer.bytes(), as: UTF8.self)
    for line in [
      "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Content-Type: text/javascript; charset=utf-8",
      "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer",
    ] { #expect(text.contains("\r\n" + line + "\r\n")) }
    #expect(!text.contains("Access-Control"))
  }

  /// Without a page's token, its origin and a file of the course, nothing is started: the command would leave a trace.
  @Test(
    arguments: [
      ("GET", "http://127.0.0.1:8000", "secret", 405), ("POST", nil, "secret", 403),
      ("POST", "http://evil.test", "secret", 403),
      ("POST", "http://127.0.0.1:8000", nil, 403), ("POST", "http://127.0.0.1:8000", "wrong!", 403),
      ("POST", "http://127.0.0.1:8000", "secre", 403), ("POST", "http://127.0.0.1:8000", "secret", 404),
    ] as [(String, String?, String?, Int)]) func opensOnlyForItsOwnPages(
      method: String, origin: String?, token: String?, expected: Int
    ) throws
  {
    var more: [String: String] = [:]
    if let origin { more["Origin"] = origin }
    if let token { more["Lessons-Token"] = token }
    for file in ["/etc/passwd", "../../etc/passwd", "%2e%2e/x", "course.yml"] {
      let head = try head(method, "/lessons-open", query: "file=\(file)&line=1", more)
      #expect(status(try preview(editor: "false").reply(to: head)) == expected)
    }
  }

  @Test func withoutAnEditorNothingOpens() throws {
    let more = ["Origin": "http://127.0.0.1:8000", "Lessons-Token": "secret"]
    #expect(status(try preview().reply(to: head("POST", "/lessons-open", more))) == 404)
  }

  @Test(arguments: [
    ("code -g {file}:{line}", ["code", "-g", "/a b/{line}.md:7"]), ("vim", ["vim", "/a b/{line}.md"]),
    ("'my editor' --at={line}  \"{file}\"", ["my editor", "--at=7", "/a b/{line}.md"]), ("e ''", ["e", "", "/a b/{line}.md"]),
  ]) func editorCommands(text: String, words: [String]) throws {
    #expect(try EditorCommand(text).words(file: "/a b/{line}.md", line: 7) == words)
  }

  @Test(arguments: ["", "  ", "'open", "''"]) func editorCommandsThatAreNone(text: String) {
    #expect(throws: MachineFault.self) { try EditorCommand(text) }
  }
}
