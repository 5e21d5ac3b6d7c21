import LessonServing
import Testing

/// Heads are read as the standard writes them, and no other way.
@Suite struct RequestHeadTests {
  @Test func readsALineAndHeaders() throws {
    let head = try RequestHead(Array("GET /a%20b?c=d?e HTTP/1.1\r\nHost: h\r\nX:  1\t\r\nx: 2\r\n\r\n".utf8))
    #expect(head.method == "GET")
    #expect(head.path == "/a%20b")
    #expect(head.query == "c=d?e")
    #expect(head.headers == ["host": "h", "x": "1, 2"])
  }

  @Test(arguments: [
    "", "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /\r\nHost: h\r\n\r\n", "GET / HTTP/2\r\nHost: h\r\n\r\n", "GET / http/1.1\r\nHost: h\r\n\r\n",
    "GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
    "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n", "GET a HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET / HTTP/1.1\nHost: h\n\n", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\n x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nA: \u{0}\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nA\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nOrigin: a\r\nOrigin: b\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /é HTTP/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0x1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "G\u{0}T / HTTP/1.1\r\nHost: h\r\n\r\n", "GETGETGETGETGETGET / HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: h\r\n", "GET / HTTP/1.1\r\nHost: h\r\nA: \r\r\n\r\n",
  ]) func refuses(text: String) {
    #expect(throws: RequestFault.malformed) { try RequestHead(Array(text.utf8)) }
  }

  @Test func hasLimits() {
    let long = "GET /" + String(repeating: "a", count: 9_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"
    #expect(throws: RequestFault.longTarget) { try RequestHead(Array(long.utf8)) }
    let many = "GET / HTTP/1.1\r\nHost: h\r\n" + String(repeating: "a: b\r\n", count: 101) + "\r\n"
    #expect(throws: RequestFault.largeHead) { try RequestHead(Array(many.utf8)) }
    let large = "GET / HTTP/1.1\r\nHost: h\r\nA: " + String(repeating: "a", count: 17_000) + "\r\n\r\n"
    #expect(throws: RequestFault.largeHead) { try RequestHead(Array(large.utf8)) }
    let body = "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n"
    #expect(throws: RequestFault.largeBody) { try RequestHead(Array(body.utf8)) }
  }

  @Test func theBeginningTellsEarly() {
    #expect(RequestHead.fault(inBeginning: []) == nil)
    #expect(RequestHead.fault(inBeginning: Array("GET /".utf8)) == nil)
    #expect(RequestHead.fault(inBeginning: [22, 3, 1]) == .malformed)
    #expect(RequestHead.fault(inBeginning: Array(repeating: 65, count: 8_193)) == .longTarget)
    #expect(
      RequestHead.fault(inBeginning: Array("GET / HTTP/1.1\r\n".utf8) + Array(repeating: 65, count: 17_000)) == .largeHead)
  }

  /// However the bytes arrive, the end is found where it is.
  @Test(arguments: ["GET / HTTP/1.1\r\nHost: h\r\n\r\nrest", "a\n\nrest", "\r\n\r\nrest"]) func findsTheEnd(text: String) {
    let bytes = Array(text.utf8)
    let end = bytes.count - 4
    for cut in 0..<bytes.count {
      let part = Array(bytes[..<cut])
      #expect(RequestHead.end(in: part, from: 0) == (cut >= end ? end : nil))
      #expect(RequestHead.end(in: bytes, from: min(cut, end) - 3) == end)
    }
  }
}
