/// What a server answers, as far as a store needs it.
package struct HTTPResponse: Sendable, Equatable {
  package var status: Int
  package var body: [UInt8]

  package init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }

  /// How much of what has arrived makes an answer.
  package enum Arrival: Sendable, Equatable {
    case partial
    case whole(HTTPResponse)
    /// It is no answer, and never will be one.
    case wrong(String)
  }

  private static let mostHead = 64 << 10

  /// - Parameters:
  ///   - bytes: What has arrived.
  ///   - isClosed: Whether the server has ended the connection: nothing more comes.
  ///   - most: The length of the longest body that is taken.
  package static func arrival(_ bytes: [UInt8], isClosed: Bool, most: Int) -> Arrival {
    guard let end = headEnd(bytes) else {
      if bytes.count > mostHead { return .wrong("its answer has no end of its head") }
      return isClosed ? .wrong("it ended the connection without an answer") : .partial
    }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]), (100...599).contains(status) else {
      return .wrong("its answer is not HTTP")
    }
    var length: Int?
    for line in lines.dropFirst() {
      let name = line.prefix { $0 != ":" }.lowercased()
      let value = line.dropFirst(name.count + 1).drop { $0 == " " || $0 == "\t" }
      if name == "transfer-encoding" { return .wrong("it sends in pieces of no known length") }
      guard name == "content-length" else { continue }
      guard length == nil, value.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(value), number <= most else {
        return .wrong("its answer is too long, or does not say how long it is")
      }
      length = number
    }
    let body = bytes[(end + 4)...]
    if body.count > most { return .wrong("its answer is too long") }
    guard let length = status == 204 || status == 304 ? 0 : length else {
      return isClosed ? .whole(HTTPResponse(status: status, body: Array(body))) : .partial
    }
    if body.count >= length { return .whole(HTTPResponse(status: status, body: Array(body.prefix(length)))) }
    return isClosed ? .wrong("its answer was cut off") : .partial
  }

  /// Where the empty line is that ends the head.
  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(mostHead)
    return head.indices.dropLast(3).first { bytes[$0] == 13 && bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
  }
}
