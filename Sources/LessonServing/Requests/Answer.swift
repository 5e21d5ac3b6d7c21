import LessonSite

/// What is sent back: a status, headers and bytes, always whole and always the last of its connection.
package struct Answer: Sendable, Equatable {
  package var status: Int
  package var type: ContentType
  package var body: [UInt8]
  /// Headers of this answer alone.
  var more: [String] = []

  /// One sentence for a reader.
  static func sentence(_ status: Int, _ text: String, more: [String] = []) -> Answer {
    Answer(status: status, type: .text, body: Array((text + "\n").utf8), more: more)
  }

  /// - Parameter isHead: Whether only the head was asked for.
  package func bytes(isHead: Bool = false) -> [UInt8] {
    let length = "Content-Length: \(body.count)"
    return head(more: [length] + more) + (isHead ? [] : body)
  }

  /// The head alone, of an answer that goes on until its connection ends.
  func openHead() -> [UInt8] { head(more: more) }

  private func head(more: [String]) -> [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status) \(Self.phrases[status] ?? "Other")", "Content-Type: \(type.name)", "Cache-Control: no-store",
        "Content-Security-Policy: \(type.policy)", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin", "Connection: close",
      ] + more
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private static let phrases = [
    200: "OK", 204: "No Content", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 413: "Content Too Large", 414: "URI Too Long", 421: "Misdirected Request",
    431: "Request Header Fields Too Large", 503: "Service Unavailable",
  ]
}

/// What the bytes of a file are, by the ending of its name.
package struct ContentType: Sendable, Equatable {
  package var name: String
  /// What a browser may let them do.
  package var policy: String

  static let text = ContentType(ending: "txt")
  static let html = ContentType(ending: "html")
  static let events = ContentType(name: "text/event-stream; charset=utf-8", policy: "default-src 'none'")

  package init(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    self.init(ending: parts.count > 1 ? parts[parts.count - 1].lowercased() : "")
  }

  private init(name: String, policy: String) {
    self.name = name
    self.policy = policy
  }

  private init(ending: String) {
    name = Self.names[ending] ?? "application/octet-stream"
    // Only pages load anything; a drawing that is opened by itself may not even run what would be in it.
    policy =
      ending == "html" ? Self.pages : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
  }

  /// What the most that a page says itself lets it do (most say less), and that no page may frame them: that cannot be said in
  /// a page.
  private static let pages = PageShell.livePolicy + "; frame-ancestors 'none'"

  private static let names: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "ipynb": "application/json; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8", "swift": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "pdf": "application/pdf", "woff2": "font/woff2", "wasm": "application/wasm", "tar": "application/x-tar",
    "zip": "application/zip", "gz": "application/gzip",
  ]
}
