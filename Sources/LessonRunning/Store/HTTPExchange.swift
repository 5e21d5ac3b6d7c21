import Foundation

/// Why a store could not be used.
struct StoreFault: Error, Sendable, Equatable {
  var reason: String
}

/// One request and its answer, over a connection of its own.
struct HTTPExchange {
  let address: StoreAddress
  /// Whatever the server does, the exchange has ended by then.
  private let deadline = ContinuousClock.now + .seconds(30)
  private let patience = Duration.seconds(5)
  private let most = 128 << 20

  init(with address: StoreAddress) { self.address = address }

  func get(_ name: String) throws(StoreFault) -> HTTPResponse { try response(to: head("GET", name, "")) }

  func put(_ bytes: [UInt8], at name: String) throws(StoreFault) -> HTTPResponse {
    try response(
      to: head("PUT", name, "Content-Type: application/octet-stream\r\nContent-Length: \(bytes.count)\r\n") + bytes)
  }

  private func head(_ method: String, _ name: String, _ fields: String) -> [UInt8] {
    Array(
      "\(method) \(address.path)/\(name) HTTP/1.1\r\nHost: \(address.authority)\r\nConnection: close\r\n\(fields)\r\n"
        .utf8)
  }

  private func response(to request: [UInt8]) throws(StoreFault) -> HTTPResponse {
    let socket = try connected()
    defer { close(socket) }
    // A server that refuses a request may answer before it has read all of it.
    let isSent = try send(request, to: socket)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try wait(for: Int16(POLLIN), on: socket)
      let count = recv(socket, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count < 0 { throw StoreFault(reason: isSent ? Self.reason(errno) : "it ended the connection") }
      bytes += buffer[..<count]
      switch HTTPResponse.arrival(bytes, isClosed: count == 0, most: most) {
      case .partial: continue
      case .whole(let response): return response
      case .wrong(let reason): throw StoreFault(reason: reason)
      }
    }
  }

  /// - Returns: Whether all was sent; not where the server has closed its end meanwhile.
  private func send(_ bytes: [UInt8], to socket: Int32) throws(StoreFault) -> Bool {
    var sent = 0
    while sent < bytes.count {
      try wait(for: Int16(POLLOUT), on: socket)
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count < 0, errno == EPIPE || errno == ECONNRESET { return false }
      if count < 0 { throw StoreFault(reason: Self.reason(errno)) }
      sent += count
    }
    return true
  }

  /// A connected socket that no program inherits.
  private func connected() throws(StoreFault) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(address.host, "\(address.port)", &hints, &list)
    guard status == 0 else { throw StoreFault(reason: String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var fault = StoreFault(reason: "it has no address")
    var next = list
    while let info = next?.pointee {
      next = info.ai_next
      let socket = socket(
        info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), info.ai_protocol)
      guard socket >= 0 else { continue }
      do throws(StoreFault) {
        if connect(socket, info.ai_addr, info.ai_addrlen) != 0 {
          guard errno == EINPROGRESS || errno == EINTR else { throw StoreFault(reason: Self.reason(errno)) }
          try wait(for: Int16(POLLOUT), on: socket)
          var code: Int32 = 0
          var size = socklen_t(MemoryLayout<Int32>.size)
          getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
          guard code == 0 else { throw StoreFault(reason: Self.reason(code)) }
        }
        return socket
      } catch {
        close(socket)
        fault = error
      }
    }
    throw fault
  }

  private func wait(for event: Int16, on socket: Int32) throws(StoreFault) {
    let end = min(deadline, ContinuousClock.now + patience)
    while true {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { throw StoreFault(reason: "it does not answer in time") }
      var entry = pollfd(fd: socket, events: event, revents: 0)
      if poll(&entry, 1, Int32(left) + 1) > 0 { return }
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
