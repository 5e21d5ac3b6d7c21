import Foundation
import Testing

/// `lessons serve`, talked to over plain sockets: it tells pages what changed, and survives whatever it is sent.
@Suite(.serialized) struct ServeTests {
  private static let lesson = """
    # First

    ```swift {#sum}
    let sum = 40 + 2
    print("sum", sum)
    ```

    Prose with a mark: MARK-ONE.

    """

  private func served(_ arguments: [String] = []) throws -> ServedCourse {
    let served = try ServedCourse(lessons: ["01-a": Self.lesson, "02-b": "# Second\n\ntext\n"], arguments: arguments)
    try served.course.write("CANARY", to: "secret.txt")
    try served.course.write("CANARY", to: "lessons/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: served.course.path("lessons/link.txt"), withDestinationPath: served.course.path("secret.txt"))
    return served
  }

  @Test(.cases("I1", "I2", "I3", "I4", "I5", "I7", "I9", "I10", "I11", "I12", "I13", "I14", "I15", "I16", "I17", "I18"))
  func hostileRequestsAreAnsweredOrClosed() throws {
    let served = try served()
    let requests = HostileRequest.all(port: served.port)
    #expect(requests.count >= 84)
    for request in requests {
      let client = try LoopbackClient(port: served.port)
      client.send(request.bytes)
      client.finish()
      let answer = client.answer()
      #expect(request.statuses.contains(answer.status), "\(request.name): \(answer.status)")
      #expect(!answer.text.contains("CANARY") && !answer.text.contains("root:x:"), "\(request.name)")
      #expect(answer.text.components(separatedBy: "HTTP/1.1 ").count <= 2, "\(request.name): more than one answer")
      #expect(!answer.text.lowercased().contains("access-control-allow"), "\(request.name)")
      #expect(served.isRunning, "\(request.name)")
    }
    #expect(try served.get("/").status == 200)
  }

  @Test(.cases("I19", "I20", "I22", "I23")) func slowAndGoneClientsKeepNobodyWaiting() throws {
    let served = try served()
    var idle: [LoopbackClient] = []
    for number in 0..<300 {
      let client = try LoopbackClient(port: served.port)
      client.send(Array("GET / HTTP/1.1\r\nHost: 127".utf8.prefix(number % 24)))
      idle.append(client)
    }
    #expect(try served.get("/").status == 200)
    for _ in 0..<200 {
      let client = try LoopbackClient(port: served.port)
      client.send(Array("GET /assets/site.css HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\n\r\n".utf8))
      client.reset()
    }
    #expect(try served.get("/").status == 200)
    // One that is never ended is ended.
    #expect(idle[0].receive(seconds: 30))
    idle = []
    var channels: [LoopbackClient] = []
    for _ in 0..<300 {
      channels.append(try served.listen())
      if channels.count > 50 { channels.removeFirst() }
    }
    channels = []
    let isAnswered = try eventually {
      let page = try served.listen()
      return page.receive(seconds: 1) { $0.contains("event: state") } && page.received.starts(with: "HTTP/1.1 200".utf8)
    }
    #expect(isAnswered)
    #expect(served.isRunning)
  }

  @Test func anEditIsToldAndServed() throws {
    let served = try served()
    let page = try served.listen()
    #expect(page.receive { $0.contains("event: state") })
    #expect(try served.get("/lessons/01-a.html").text.contains("sum 42"))

    try served.course.replace("40 + 2", with: "40 + 3", in: "lessons/01-a.md")
    #expect(page.receive { $0.contains("\"lessons/01-a.html\"") })
    let code = try served.get("/lessons/01-a.html")
    #expect(code.text.contains("sum 43"))
    #expect(code.text.contains("/lessons-live.js"))

    // Saved as editors do it: beside its place, then renamed.
    let text = try served.course.text("lessons/01-a.md").replacing("MARK-ONE", with: "MARK-TWO")
    try served.course.write(text, to: "lessons/.01-a.md.swp")
    #expect(rename(served.course.path("lessons/.01-a.md.swp"), served.course.path("lessons/01-a.md")) == 0)
    #expect(try eventually { try served.get("/lessons/01-a.html").text.contains("MARK-TWO") })
    #expect(try eventually { try served.said.contains("01-a.md: no program run, ") })
    #expect(!FileManager.default.fileExists(atPath: served.course.path("output")))
  }

  @Test(
    .cases("I26"),
    arguments: [
      ("let sum = 40 + 2", "let sum = 40 +"), ("let sum = 40 + 2", "let sum: Int = \"a\""),
      ("# First", "---\ntitle: [\n---\n\n# First"),
    ]) func anErrorIsToldOverTheLastGoodPage(good: String, bad: String) throws
  {
    let served = try served()
    let page = try served.listen()
    #expect(page.receive { $0.contains("\"problems\": []") })
    try served.course.replace(good, with: bad, in: "lessons/01-a.md")
    #expect(page.receive { $0.contains("\"file\": \"01-a.md\"") })
    #expect(try served.get("/lessons/01-a.html").text.contains("sum 42"))
    #expect(try served.get("/lessons/02-b.html").status == 200)
    #expect(try eventually { try served.said.contains("lessons/01-a.md:") })

    let before = page.received.count
    try served.course.write(Self.lesson.replacing("MARK-ONE", with: "MENDED"), to: "lessons/01-a.md")
    #expect(
      page.receive {
        $0.utf8.dropFirst(before).count > 0 && String($0.utf8.dropFirst(before))?.contains("\"problems\": []") == true
      })
    #expect(try served.get("/lessons/01-a.html").text.contains("MENDED"))
  }

  @Test func aCourseFileThatCannotBeReadKeepsThePages() throws {
    let served = try served()
    try served.course.write("title: [", to: "lessons/course.yml")
    let page = try served.listen()
    #expect(page.receive { $0.contains("\"file\": \"course.yml\"") })
    #expect(try served.get("/lessons/01-a.html").text.contains("sum 42"))
    try served.course.write("title: Mended\n", to: "lessons/course.yml")
    #expect(try eventually { try served.get("/lessons/01-a.html").text.contains("Mended") })
  }

  @Test(.cases("I28")) func theFolderMayGoAndComeBack() throws {
    let served = try served()
    let page = try served.listen()
    try FileManager.default.moveItem(atPath: served.course.path("lessons"), toPath: served.course.path("away"))
    #expect(page.receive { $0.contains("there is no folder 'lessons' here") })
    #expect(try served.get("/lessons/01-a.html").text.contains("sum 42"))
    try FileManager.default.moveItem(atPath: served.course.path("away"), toPath: served.course.path("lessons"))
    try served.course.replace("MARK-ONE", with: "MARK-BACK", in: "lessons/01-a.md")
    #expect(try eventually { try served.get("/lessons/01-a.html").text.contains("MARK-BACK") })
    // A new lesson, and one that goes.
    try served.course.write("# Third\n\ntext\n", to: "lessons/03-c.md")
    #expect(try eventually { try served.get("/lessons/03-c.html").status == 200 })
    try FileManager.default.removeItem(atPath: served.course.path("lessons/03-c.md"))
    #expect(try eventually { try served.get("/lessons/03-c.html").status == 404 })
  }

  @Test(.cases("I27")) func ofAThousandSavesTheLastWins() throws {
    let served = try served()
    for number in 0..<1_000 {
      let text = number % 2 == 0 ? "# First\n\n```swift\nprint(" : Self.lesson.replacing("40 + 2", with: "40 + \(number)")
      try served.course.write(text, to: "lessons/01-a.md")
    }
    #expect(try eventually { try served.get("/lessons/01-a.html").text.contains("sum 1039") })
    #expect(served.isRunning)
  }

  @Test func aStaleProgramIsEnded() throws {
    let served = try served()
    try served.course.replace("let sum = 40 + 2", with: "let sum = 1\nsleep(9)\nwhile sum == 1 {}", in: "lessons/01-a.md")
    let pages = try served.listen()
    #expect(pages.receive { $0.contains("event: building") })
    let start = ContinuousClock.now
    try served.course.write(Self.lesson.replacing("MARK-ONE", with: "MARK-LAST"), to: "lessons/01-a.md")
    #expect(try eventually { try served.get("/lessons/01-a.html").text.contains("MARK-LAST") })
    #expect(ContinuousClock.now - start < .seconds(8), "it waited for a program that nobody wanted")
  }

  @Test(.cases("I29")) func anInterruptEndsIt() throws {
    let served = try served()
    let page = try served.listen()
    #expect(page.receive { $0.contains("event: state") })
    try served.course.replace("let sum = 40 + 2", with: "let sum = 1\nwhile sum == 1 {}", in: "lessons/01-a.md")
    #expect(page.receive { $0.contains("event: building") })
    #expect(try served.interrupt() == 130)
  }

  @Test func anEditorOpensOnlyForItsOwnPages() throws {
    let served = try served(["--editor", "touch opened-{line}"])
    let page = try served.get("/lessons/01-a.html").text
    let token = try #require(page.firstRange(of: "data-token=\"").map { page[$0.upperBound...].prefix { $0 != "\"" } })
    func open(_ line: Int, origin: String, token: Substring) throws -> Int {
      let client = try LoopbackClient(port: served.port)
      let head = [
        "POST /lessons-open?file=01-a.md&line=\(line) HTTP/1.1", "Host: 127.0.0.1:\(served.port)", "Origin: \(origin)",
        "Lessons-Token: \(token)", "Content-Length: 0",
      ]
      client.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8))
      return client.answer().status
    }
    let own = "http://127.0.0.1:\(served.port)"
    #expect(try open(1, origin: "http://evil.test", token: token) == 403)
    #expect(try open(2, origin: own, token: "0") == 403)
    #expect(try open(3, origin: own, token: token) == 204)
    #expect(try eventually { served.course.exists("opened-3") })
    #expect(!served.course.exists("opened-1") && !served.course.exists("opened-2"))
  }

  /// I8, I30: what stands before every page, and alone where only that is asked for.
  @Test(.cases("I8", "I30")) func everyAnswerHasItsHeaders() throws {
    let served = try served()
    let types = [
      "/": "text/html; charset=utf-8", "/assets/site.css": "text/css; charset=utf-8",
      "/lessons-live.js": "text/javascript; charset=utf-8", "/nowhere": "text/",
    ]
    for (path, type) in types {
      let whole = try served.get(path).text.components(separatedBy: "\r\n\r\n")
      #expect(whole.count >= 2 && !whole[1].isEmpty, "\(path)")
      for header in ["X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Content-Type: \(type)"] {
        #expect(whole[0].contains(header), "\(path): \(whole[0])")
      }
      let policy = try #require(whole[0].components(separatedBy: "\r\n").first { $0.hasPrefix("Content-Security-Policy: ") })
      #expect(!policy.contains("script-src 'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "\(policy)")
      let client = try LoopbackClient(port: served.port)
      client.send(Array("HEAD \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\n\r\n".utf8))
      client.finish()
      let head = client.answer().text.components(separatedBy: "\r\n\r\n")
      #expect(head.count == 2 && head[1].isEmpty && head[0].contains("Content-Type: \(type)"), "\(path): \(head)")
    }
  }

  /// I6: at another address of the same machine nobody listens.
  @Test(.cases("I6")) func onlyTheOneAddressIsListenedOn() throws {
    let served = try served()
    let listening = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n").filter { line in
      let fields = line.split(separator: " ")
      return fields.count > 3 && fields[3] == "0A" && fields[1].hasSuffix(":" + String(format: "%04X", served.port))
    }
    #expect(listening.map { $0.split(separator: " ")[1].prefix(8) } == ["0100007F"])
    let six = (try? String(contentsOfFile: "/proc/net/tcp6", encoding: .utf8)) ?? ""
    #expect(!six.contains(":" + String(format: "%04X", served.port) + " 00000000000000000000000000000000:0000 0A"))
  }

  /// I21: two hundred at once, and each gets its page.
  @Test(.cases("I21")) func manyAtOnceAreAllAnswered() throws {
    let served = try served()
    let clients = try (0..<200).map { _ in try LoopbackClient(port: served.port) }
    for client in clients { client.send(Array("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\n\r\n".utf8)) }
    let answers = clients.map { $0.answer() }
    #expect(answers.allSatisfy { $0.status == 200 && $0.text.hasSuffix("</html>\n") }, "\(answers.map(\.status))")
  }

  /// I25: names, errors and output of a lesson are text in its page, in what pages are told, and on the console.
  @Test(.cases("I25")) func anErrorIsTextEverywhere() throws {
    let served = try served()
    let page = try served.listen()
    #expect(page.receive { $0.contains("\"problems\": []") })
    try served.course.write(
      "# <script>alert(1)</script>\n\n```swift\nprint(\"\u{1B}[31m<script>alert(2)</script>\")\nlet \u{1B}[2J: Int = \"<script>alert(3)</script>\"\n```\n",
      to: "lessons/03-bad.md")
    #expect(page.receive { $0.contains("03-bad.md") && $0.contains("alert(3)") })
    #expect(try eventually { try served.said.contains("lessons/03-bad.md:") })
    let texts = [
      try served.said, String(decoding: page.received, as: UTF8.self), try served.get("/lessons/03-bad.html").text,
      try served.get("/").text,
    ]
    for text in texts { #expect(!text.unicodeScalars.contains { $0.value == 0x1B || (0x80..<0xA0).contains($0.value) }) }
    for text in texts[2...] { #expect(!text.contains("<script>alert")) }
    #expect(served.isRunning)
  }

  @Test(.cases("I24")) func aPortInUseIsSaid() throws {
    let served = try served()
    let outcome = try served.course.lessons("serve", "lessons", "--port", "\(served.port)")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("port \(served.port) is in use; end what listens there, or give another with --port"))
  }

  @Test(.cases("I24"), arguments: [["--port", "70000"], ["--port", "-1"], ["--port", "x"], ["nowhere"], ["--editor", "'"]])
  func wrongUsageIsSaid(arguments: [String]) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n"])
    let outcome = try LessonsProcess.run(["serve", "--cache", course.cache] + arguments, in: course.folder)
    #expect(outcome.status == 64)
    #expect(!outcome.error.isEmpty)
  }
}
