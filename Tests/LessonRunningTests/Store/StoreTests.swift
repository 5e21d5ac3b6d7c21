import LessonRunning
import Machine
import Testing

/// What is understood of addresses and answers.
@Suite struct StoreTests {
  @Test(
    arguments: [
      ("http://host", "host", 80, ""), ("http://host/", "host", 80, ""), ("http://host:8080/a/b/", "host", 8080, "/a/b"),
      ("http://127.0.0.1:9090", "127.0.0.1", 9090, ""), ("http://[::1]:9/x", "::1", 9, "/x"), ("http://[::1]", "::1", 80, ""),
    ] as [(String, String, UInt16, String)]) func addresses(
      _ text: String, _ host: String, _ port: UInt16, _ path: String
    ) throws
  {
    let address = try StoreAddress(text)
    #expect(address.host == host && address.port == port && address.path == path)
    #expect(try StoreAddress(address.description) == address)
  }

  @Test(arguments: ["http://[::1", "http://[::1]x", "http://a:b:c/", "http://host:/", "http://ü/", "HTTP://host", ""])
  func wrongAddresses(_ text: String) { #expect(throws: MachineFault.self) { try StoreAddress(text) } }

  /// An answer, whether the connection has ended behind it, and what it comes to.
  struct Answer: Sendable {
    var bytes: String
    var isClosed = false
    var arrival: HTTPResponse.Arrival
  }

  static let answers = [
    Answer(bytes: "", arrival: .partial),
    Answer(bytes: "", isClosed: true, arrival: .wrong("it ended the connection without an answer")),
    Answer(bytes: "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n", arrival: .partial),
    Answer(bytes: "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", arrival: .whole(HTTPResponse(status: 404, body: []))),
    Answer(bytes: "HTTP/1.0 200 OK\r\n\r\nab", arrival: .partial),
    Answer(bytes: "HTTP/1.0 200 OK\r\n\r\nab", isClosed: true, arrival: .whole(HTTPResponse(status: 200, body: [97, 98]))),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nCONTENT-length:  2\r\n\r\nab", arrival: .whole(HTTPResponse(status: 200, body: [97, 98]))),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc", arrival: .whole(HTTPResponse(status: 200, body: [97, 98]))),
    Answer(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", arrival: .partial),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", isClosed: true, arrival: .wrong("its answer was cut off")),
    Answer(bytes: "HTTP/1.1 204 No Content\r\n\r\n", arrival: .whole(HTTPResponse(status: 204, body: []))),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
      arrival: .wrong("its answer is too long, or does not say how long it is")),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
      arrival: .wrong("its answer is too long, or does not say how long it is")),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      arrival: .wrong("its answer is too long, or does not say how long it is")),
    Answer(
      bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", arrival: .wrong("it sends in pieces of no known length")),
    Answer(bytes: "HTTP/1.0 200 OK\r\n\r\nabcdefghi", arrival: .wrong("its answer is too long")),
    Answer(bytes: "HTTP/2 200\r\n\r\n", arrival: .wrong("its answer is not HTTP")),
    Answer(bytes: "HTTP/1.1 2x0 OK\r\n\r\n", arrival: .wrong("its answer is not HTTP")),
    Answer(bytes: "\r\n\r\n", arrival: .wrong("its answer is not HTTP")),
  ]

  @Test(arguments: answers.indices) func arrivals(_ index: Int) {
    let answer = Self.answers[index]
    #expect(HTTPResponse.arrival(Array(answer.bytes.utf8), isClosed: answer.isClosed, most: 8) == answer.arrival)
  }

  /// However an answer is cut, it is read as it is whole.
  @Test func anAnswerMayComeInAnyPieces() {
    let bytes = Array("HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 3\r\n\r\nabc".utf8)
    for length in 0..<bytes.count {
      #expect(HTTPResponse.arrival(Array(bytes[..<length]), isClosed: false, most: 8) == .partial)
    }
  }
}
