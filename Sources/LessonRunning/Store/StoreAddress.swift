package import Machine

/// Where a store of results is: `http://host:port/path`.
package struct StoreAddress: Sendable, Equatable, CustomStringConvertible {
  package let host: String
  package let port: UInt16
  /// Without a slash at its end.
  package let path: String

  /// - Throws: ``MachineFault`` that says what is wrong with it.
  package init(_ text: String) throws(MachineFault) {
    func refuse(_ reason: String) -> MachineFault { MachineFault("the store '\(text)' \(reason)", cause: .usage) }
    if text.hasPrefix("https://") {
      throw refuse("cannot be reached: the tool speaks http only; let a proxy or a tunnel on this machine add the TLS")
    }
    guard text.hasPrefix("http://"), text.utf8.allSatisfy({ (33...126).contains($0) }) else {
      throw refuse("is no address such as http://host:8080/lessons")
    }
    let rest = text.dropFirst("http://".count)
    let authority = rest.prefix { $0 != "/" }
    guard !authority.contains("@") else {
      throw refuse("has a name or a password in it; let a proxy on this machine add them")
    }
    guard !rest.contains("?"), !rest.contains("#") else { throw refuse("must end with a path") }
    let (host, port) = Self.split(authority)
    guard !host.isEmpty, let number = UInt16(port), number > 0 else {
      throw refuse("is no address such as http://host:8080/lessons")
    }
    self.host = host
    self.port = number
    var path = String(rest.dropFirst(authority.count))
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Host and port; an address of IPv6 stands in brackets.
  private static func split(_ authority: Substring) -> (host: String, port: String) {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      let rest = authority[authority.index(after: end)...]
      return (String(authority[..<end].dropFirst()), rest.isEmpty ? "80" : rest.hasPrefix(":") ? String(rest.dropFirst()) : "")
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count == 1 ? "80" : parts.count == 2 ? String(parts[1]) : "")
  }

  /// As a request names it.
  var authority: String { (host.contains(":") ? "[\(host)]" : host) + (port == 80 ? "" : ":\(port)") }

  package var description: String { "http://\(authority)\(path)" }
}
