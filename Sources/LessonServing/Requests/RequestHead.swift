/// The head of a request: its first line and its headers, read strictly.
///
/// What is not written as the standard has it is refused, not guessed at: RFC 9112, sections 2 to 6.
package struct RequestHead: Sendable, Equatable {
  package var method: String
  /// The path as it was written, with its percent signs and without its query.
  package var path: String
  package var query: String
  /// By lower-case names.
  package var headers: [String: String]

  /// How much of a request is read, in bytes.
  package static let longest = 16 << 10
  private static let longestLine = 8 << 10
  private static let mostHeaders = 100
  private static let longestMethod = 16

  /// Where a head ends in what was read so far; nil where more must come.
  package static func end(in bytes: [UInt8], from start: Int) -> Int? {
    for index in bytes.indices[max(start, 0)...] where bytes[index] == 10 {
      if index >= 1, bytes[index - 1] == 10 { return index + 1 }
      if index >= 3, bytes[index - 1] == 13, bytes[index - 2] == 10 { return index + 1 }
    }
    return nil
  }

  /// What is wrong with the beginning of a head, before its end is there.
  package static func fault(inBeginning bytes: [UInt8]) -> RequestFault? {
    guard let first = bytes.first else { return nil }
    // A secured connection begins with 22, and a line before the first one is none.
    if !isToken(first) { return .malformed }
    if bytes.count > longestLine, !bytes[..<longestLine].contains(10) { return .longTarget }
    return bytes.count > longest ? .largeHead : nil
  }

  package init(_ bytes: [UInt8]) throws(RequestFault) {
    if let fault = Self.fault(inBeginning: bytes) { throw fault }
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10) {
      guard end > rest.startIndex, rest[end - 1] == 13 else { throw .malformed }
      lines.append(rest[rest.startIndex..<(end - 1)])
      rest = rest[(end + 1)...]
    }
    guard rest.isEmpty, lines.last?.isEmpty == true, lines.count >= 2 else { throw .malformed }
    (method, path, query) = try Self.firstLine(lines[0])
    headers = try Self.headers(lines[1..<(lines.count - 1)])
    if headers["host"] == nil { throw .malformed }
    // A body that comes in pieces is never asked for; with a length beside it, it is an attack.
    if headers["transfer-encoding"] != nil { throw .malformed }
    if let length = headers["content-length"] {
      guard !length.isEmpty, length.utf8.count <= 18, length.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw .malformed
      }
      if Int(length) ?? .max > Self.longest { throw .largeBody }
    }
  }

  private static func firstLine(_ line: ArraySlice<UInt8>) throws(RequestFault) -> (String, String, String) {
    if line.count > longestLine { throw .longTarget }
    let parts = line.split(separator: 32, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].count <= longestMethod, parts[0].allSatisfy(isToken) else {
      throw .malformed
    }
    // The form of a path alone: no other host, no asterisk.
    guard parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .malformed }
    guard parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8) else { throw .malformed }
    let target = parts[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    return (text(parts[0]), text(target[0]), target.count > 1 ? text(target[1]) : "")
  }

  private static func headers(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(RequestFault) -> [String: String] {
    if lines.count > mostHeaders { throw .largeHead }
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
      let name = line[..<colon]
      guard !name.isEmpty, name.allSatisfy(isToken) else { throw .malformed }
      let value = line[(colon + 1)...]
      guard value.allSatisfy({ $0 == 9 || ($0 >= 32 && $0 != 127) }) else { throw .malformed }
      let key = text(name).lowercased()
      let words = text(value.drop(while: isBlank).reversed().drop(while: isBlank).reversed()[...])
      // Two of these disagree about where a request belongs or ends.
      if headers[key] != nil, ["host", "origin", "content-length"].contains(key) { throw .malformed }
      headers[key] = headers[key].map { $0 + ", " + words } ?? words
    }
    return headers
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Why a request cannot be read.
package enum RequestFault: Error, Sendable, Equatable {
  case malformed, longTarget, largeHead, largeBody

  var status: Int {
    switch self {
    case .malformed: 400
    case .longTarget: 414
    case .largeHead: 431
    case .largeBody: 413
    }
  }
}
