import Testing

/// Requests that no browser sends by itself, and what they may be answered with; zero is a connection closed without a word.
struct HostileRequest: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var statuses: Set<Int>

  var testDescription: String { name }

  /// - Parameter port: The one that is listened on.
  static func all(port: Int) -> [HostileRequest] {
    let host = "127.0.0.1:\(port)"
    return paths.map { HostileRequest(name: "path \($0.prefix(40))", bytes: get($0, host), statuses: [400, 404, 414]) }
      + hosts(port).map { HostileRequest(name: "host \($0.prefix(40))", bytes: get("/", $0), statuses: [400, 403, 421, 431]) }
      + origins.map { origin in
        HostileRequest(
          name: "origin \(origin)", bytes: get("/lessons-live", host, ["Origin: \(origin)"]), statuses: [403])
      }
      + methods.map { method in
        HostileRequest(
          name: "method \(method.prefix(20))", bytes: Array("\(method) / HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8),
          statuses: [400, 405, 501])
      }
      + framing(host) + large(host) + harmless(host)
  }

  private static func get(_ path: String, _ host: String, _ more: [String] = []) -> [UInt8] {
    Array((["GET \(path) HTTP/1.1", "Host: \(host)"] + more).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8)
  }

  /// Up and out, in every spelling.
  private static let paths = [
    "/../secret.txt", "/../../../../../../etc/passwd", "/lessons/../../secret.txt", "/..", "/.", "/./secret.txt",
    "//etc/passwd",
    "///etc/passwd", "/%2e%2e/secret.txt", "/%2E%2E/%2E%2E/%2E%2E/%2E%2E/etc/passwd", "/..%2fsecret.txt",
    "/..%2f..%2f..%2f..%2fetc%2fpasswd", "/%2fetc%2fpasswd", "/.%2e/secret.txt", "/%2e./secret.txt", "/%252e%252e/secret.txt",
    "/%25252e%25252e/secret.txt", "/..%252fsecret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt",
    "/%c0%ae%c0%ae/secret.txt", "/%c0%af..%c0%afsecret.txt", "/%e0%80%ae%e0%80%ae/secret.txt", "/%uff0e%uff0e/secret.txt",
    "/index.html%00", "/%00", "/..%00/secret.txt", "/index.html%00.css", "/lessons/01-a.html/../../../secret.txt",
    "/....//secret.txt", "/..;/secret.txt", "/lessons/..%2f..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/.hidden",
    "/lessons/.hidden", "/.git/config", "/secret.txt", "/lessons/course.yml", "/course.yml", "/cache", "/serve.err",
    "/proc/self/environ", "/C:%5cWindows%5cwin.ini", "/~root/.ssh/id_rsa", "/link.txt", "/lessons/link.txt", "/%", "/%2",
    "/%zz", "/%ff%fe",
    "/" + String(repeating: "../", count: 2_000) + "etc/passwd", "/" + String(repeating: "a", count: 70_000),
    "http://127.0.0.1/../secret.txt", "http://evil.test/", "https://evil.test/", "file:///etc/passwd", "*", "secret.txt",
    "\\secret.txt",
    "/?file=../secret.txt /etc/passwd",
  ]

  private static func hosts(_ port: Int) -> [String] {
    [
      "", "evil.test", "evil.test:\(port)", "127.0.0.1", "localhost", "localhost:\(port == 1 ? 2 : 1)", "0.0.0.0:\(port)",
      "127.0.0.1.evil.test:\(port)", "localhost.evil.test:\(port)", "169.254.169.254", "[::]:\(port)", "127.1:\(port)",
      "127.0.0.1:\(port)@evil.test", "127.0.0.1:\(port), evil.test", "127.0.0.1:\(port)/", "localhost.:\(port)",
      "127.0.0.1:\(port)\u{0}",
      "127.0.0.1:\(port)\r\nHost: evil.test", String(repeating: "a", count: 9_000),
    ]
  }

  private static let origins = [
    "http://evil.test", "https://127.0.0.1", "null", "http://localhost", "http://127.0.0.1.evil.test", "file://",
    "chrome-extension://x",
  ]

  private static let methods = [
    "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "G ET", "", "G\u{0}T",
    String(repeating: "A", count: 5_000), "É",
  ]

  /// Heads and bodies that are cut, folded or counted wrongly.
  private static func framing(_ host: String) -> [HostileRequest] {
    let rows: [(String, String)] = [
      ("bare line feeds", "GET / HTTP/1.1\nHost: \(host)\n\n"), ("no version", "GET /\r\nHost: \(host)\r\n\r\n"),
      ("version 0.9", "GET /\r\n\r\n"), ("version 2", "GET / HTTP/2.0\r\nHost: \(host)\r\n\r\n"),
      ("preface of version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
      ("version of letters", "GET / HTTP/x\r\nHost: \(host)\r\n\r\n"),
      ("no host", "GET / HTTP/1.1\r\n\r\n"), ("no host in 1.0", "GET / HTTP/1.0\r\n\r\n"),
      ("zero in a header", "GET / HTTP/1.1\r\nHost: \(host)\r\nA: b\u{0}c\r\n\r\n"),
      ("folded header", "GET / HTTP/1.1\r\nHost: \(host)\r\nA: b\r\n c\r\n\r\n"),
      ("blank before the colon", "GET / HTTP/1.1\r\nHost : \(host)\r\n\r\n"),
      ("no colon", "GET / HTTP/1.1\r\nHost: \(host)\r\nabc\r\n\r\n"),
      ("no name", "GET / HTTP/1.1\r\nHost: \(host)\r\n: b\r\n\r\n"),
      (
        "length and pieces",
        "GET / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
      ),
      ("pieces", "GET / HTTP/1.1\r\nHost: \(host)\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n"),
      ("length below zero", "GET / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: -5\r\n\r\n"),
      ("two lengths", "GET / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
      ("length of letters", "GET / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: ten\r\n\r\n"),
      ("only line ends", "\r\n\r\n\r\n\r\n"), ("only blanks", "     \r\n\r\n"),
      ("carriage returns", "GET / HTTP/1.1\r\r\n\r\r\n"),
    ]
    return rows.map { HostileRequest(name: $0.0, bytes: Array($0.1.utf8), statuses: [0, 400, 413, 505]) } + [
      HostileRequest(name: "a secured connection", bytes: [22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3], statuses: [400]),
      HostileRequest(
        name: "not UTF-8", bytes: Array("GET /".utf8) + [0xFF, 0xFE] + get("", host).dropFirst(5), statuses: [400]),
      HostileRequest(
        name: "random bytes", bytes: (0..<4_096).map { UInt8(truncatingIfNeeded: $0 * 197 + 131) }, statuses: [400]),
      HostileRequest(name: "zeros", bytes: Array(repeating: 0, count: 100_000), statuses: [400]),
    ]
  }

  private static func large(_ host: String) -> [HostileRequest] {
    [
      HostileRequest(
        name: "10,000 headers", bytes: get("/", host, (0..<10_000).map { "A\($0): b" }), statuses: [431]),
      HostileRequest(
        name: "a header of 2 MB", bytes: get("/", host, ["A: " + String(repeating: "b", count: 2 << 20)]), statuses: [431]),
      HostileRequest(
        name: "a line without end", bytes: Array(repeating: UInt8(ascii: "A"), count: 3 << 20), statuses: [400, 414, 431]),
      HostileRequest(name: "a length beyond all", bytes: get("/", host, ["Content-Length: 99999999999999"]), statuses: [413]),
      HostileRequest(
        name: "a length beyond integers", bytes: get("/", host, ["Content-Length: 99999999999999999999999"]), statuses: [400]),
    ]
  }

  /// What is odd and good: it gets the page, whole and once.
  private static func harmless(_ host: String) -> [HostileRequest] {
    let rows: [(String, [UInt8])] = [
      ("a range beyond the end", get("/", host, ["Range: bytes=99999999-"])),
      ("a range that is none", get("/", host, ["Range: lines=a-b"])),
      ("2,000 ranges", get("/", host, ["Range: bytes=" + (0..<2_000).map { "\($0)-\($0)" }.joined(separator: ",")])),
      ("pipelined", get("/", host) + get("/../secret.txt", host) + get("/", host)),
      ("rubbish behind a request", get("/", host) + Array(repeating: 0, count: 5_000)),
      ("expects to go on", get("/", host, ["Expect: 100-continue"])),
      ("wants an upgrade", get("/", host, ["Upgrade: h2c", "Connection: Upgrade"])),
      ("names another address", get("/", host, ["X-Forwarded-Host: evil.test", "X-Original-URL: /../secret.txt"])),
    ]
    return rows.map { HostileRequest(name: $0.0, bytes: $0.1, statuses: [200, 431]) }
  }
}
