/// Who may ask: a page of this preview, or a reader who types its address; never a page from elsewhere.
///
/// A foreign page can make a browser send requests here, and by DNS rebinding under a name of its own. The name is then in
/// `Host`, the page's own origin in `Origin`, and `Sec-Fetch-Site` says that the two differ.
package struct RequestGate: Sendable, Equatable {
  private let hosts: Set<String>

  /// - Parameter port: The one that is listened on.
  package init(port: Int) {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// The refusal of a request; nil for one that may be answered.
  ///
  /// - Parameter changes: Whether the request is to do something, and not to read.
  func refusal(of head: RequestHead, changes: Bool) -> Answer? {
    guard let host = head.headers["host"]?.lowercased(), hosts.contains(host) else {
      return .sentence(421, "This preview answers to 127.0.0.1 and localhost alone.")
    }
    let origin = head.headers["origin"]?.lowercased()
    if let origin, !hosts.contains(where: { origin == "http://" + $0 }) { return .foreign }
    if changes, origin == nil { return .foreign }
    switch head.headers["sec-fetch-site"] {
    case nil, "same-origin", "none": return nil
    default: return head.headers["sec-fetch-mode"] == "navigate" && !changes ? nil : .foreign
    }
  }
}

extension Answer {
  fileprivate static let foreign = Answer.sentence(403, "This preview is not for pages from elsewhere.")
}
