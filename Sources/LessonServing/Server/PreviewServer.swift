import FlyingSocks
import Foundation
package import Machine
import Synchronization

/// What a request is answered with.
package enum Reply: Sendable {
  case whole(Answer)
  /// Events, for as long as the page is open; the first of them at once.
  case events(first: [UInt8])
}

/// Listens on this machine alone, reads one request of each connection within limits of size and time, and answers it.
///
/// The server of FlyingFox is not used, only its sockets: it keeps the last of two `Host` headers, takes heads of any size, waits
/// for the rest of a request for ever, and ends when descriptors run short.
package final class PreviewServer: Sendable {
  package let port: Int
  private let socket: Socket
  private let channels = Channels()
  private let open = Mutex(0)

  /// How many connections there may be at once, below the thousand descriptors that a process commonly has.
  private static let mostConnections = 800
  /// How long the head of a request, a reader of an answer and a reader's goodbye may take, in seconds.
  private static let patience = (request: 10.0, answer: 30.0, goodbye: 1.0)

  /// - Parameter port: Zero for any that is free.
  package init(port wanted: Int) throws(MachineFault) {
    do {
      socket = try Socket(domain: AF_INET)
    } catch {
      throw MachineFault("cannot make a socket: \(error.localizedDescription)")
    }
    do {
      Self.keepFromPrograms(socket)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: UInt16(wanted)))
      try socket.listen()
      guard case .ip4(_, let chosen) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      port = Int(chosen)
    } catch {
      let reason = errno
      try? socket.close()
      throw Self.fault(reason, port: wanted)
    }
  }

  /// Programs that are started meanwhile, an editor for one, must not hold the socket open.
  private static func keepFromPrograms(_ socket: Socket) { _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC) }

  private static func fault(_ reason: Int32, port: Int) -> MachineFault {
    switch reason {
    case EADDRINUSE:
      MachineFault("port \(port) is in use; end what listens there, or give another with --port, such as --port \(port + 1)")
    case EACCES: MachineFault("port \(port) is not for users; give one above 1023 with --port")
    default: MachineFault("cannot listen on 127.0.0.1:\(port): \(String(cString: strerror(reason)))")
    }
  }

  /// Answers requests from now on.
  package func start(_ respond: @escaping @Sendable (RequestHead) -> Reply) {
    Task {
      let pool = SocketPool.make()
      do {
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        Task { try await pool.run() }
        Task {
          while true {
            try await Task.sleep(for: .seconds(15))
            channels.send(ServerEvent.ping)
          }
        }
        while true { await accept(on: listener, respond) }
      } catch {}
    }
  }

  /// Tells all open pages.
  package func tell(_ event: ServerEvent) { channels.send(event.bytes) }

  private func accept(on listener: AsyncSocket, _ respond: @escaping @Sendable (RequestHead) -> Reply) async {
    // More of them wait in the system's own queue.
    while open.withLock({ $0 >= Self.mostConnections }) { try? await Task.sleep(for: .milliseconds(5)) }
    guard let connection = try? await listener.accept() else {
      // Descriptors run short, or a client went away in the queue: others are answered a moment later.
      try? await Task.sleep(for: .milliseconds(20))
      return
    }
    Self.keepFromPrograms(connection.socket)
    open.withLock { $0 += 1 }
    Task {
      await serve(connection, respond)
      try? connection.close()
      open.withLock { $0 -= 1 }
    }
  }

  private func serve(_ connection: AsyncSocket, _ respond: @Sendable (RequestHead) -> Reply) async {
    do {
      let head = try await within(Self.patience.request) { try await Self.read(connection) }
      switch respond(head) {
      case .whole(let answer):
        try await send(answer.bytes(isHead: head.method == "HEAD"), to: connection)
      case .events(let first): try await sendEvents(first, to: connection)
      }
    } catch let fault as RequestFault {
      let answer = Answer.sentence(fault.status, "This request cannot be read.")
      try? await send(answer.bytes(), to: connection)
    } catch {}
  }

  private static func read(_ connection: AsyncSocket) async throws -> RequestHead {
    var bytes: [UInt8] = []
    while true {
      let before = bytes.count
      bytes += try await connection.read(atMost: 4_096)
      if let end = RequestHead.end(in: bytes, from: before - 3) { return try RequestHead(Array(bytes[..<end])) }
      if let fault = RequestHead.fault(inBeginning: bytes) { throw fault }
    }
  }

  /// Sends an answer, and lets the reader take it before the connection is closed: what was not read would cut it off.
  private func send(_ bytes: [UInt8], to connection: AsyncSocket) async throws {
    try await within(Self.patience.answer) { try await connection.write(Data(bytes)) }
    _ = shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
    try await within(Self.patience.goodbye) {
      for _ in 0..<64 { _ = try await connection.read(atMost: 4_096) }
    }
  }

  private func sendEvents(_ first: [UInt8], to connection: AsyncSocket) async throws {
    guard let channel = channels.open(first) else {
      try await send(Answer.sentence(503, "Too many pages are open.").bytes(), to: connection)
      return
    }
    defer { channels.close(channel.number) }
    let head = Answer(status: 200, type: .events, body: []).openHead()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        // A page that is closed is noticed by the end of what it sends.
        while true { _ = try await connection.read(atMost: 4_096) }
      }
      group.addTask { [self] in
        try await within(Self.patience.answer) { try await connection.write(Data(head)) }
        for await event in channel.events {
          try await within(Self.patience.answer) { try await connection.write(Data(event)) }
        }
        throw SocketError.disconnected
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Does work within a time, in seconds.
  private func within<Value: Sendable>(
    _ seconds: Double, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let value = first else { throw SocketError.disconnected }
      return value
    }
  }
}

/// The open pages that are told of changes.
private final class Channels: Sendable {
  private let state = Mutex<(next: Int, open: [Int: AsyncStream<[UInt8]>.Continuation])>((0, [:]))
  private static let most = 128
  /// A page that was told less often than something happened asks for what it missed.
  private static let mostWaiting = 16

  /// A channel with its first event; nil where there are too many.
  func open(_ first: [UInt8]) -> (number: Int, events: AsyncStream<[UInt8]>)? {
    let (events, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    continuation.yield(first)
    return state.withLock { state in
      guard state.open.count < Self.most else { return nil }
      state.next += 1
      state.open[state.next] = continuation
      return (state.next, events)
    }
  }

  func close(_ number: Int) { state.withLock { $0.open.removeValue(forKey: number) }?.finish() }

  func send(_ bytes: [UInt8]) {
    for channel in state.withLock({ Array($0.open.values) }) { channel.yield(bytes) }
  }
}
