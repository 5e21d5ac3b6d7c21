import Foundation
import Testing

/// A course with `lessons serve` running beside it on a free port, ended with this value.
final class ServedCourse {
  let course: TemporaryCourse
  private let process = Process()
  let port: Int

  init(lessons: [String: String], courseFile: String? = nil, arguments: [String] = []) throws {
    course = try TemporaryCourse(lessons: lessons, courseFile: courseFile)
    let output = course.path("serve.out")
    let error = course.path("serve.err")
    for path in [output, error] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.executableURL = URL(fileURLWithPath: LessonsProcess.executable)
    process.arguments = ["serve", "lessons", "--port", "0", "--cache", course.cache, "-j", "2"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: course.folder)
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": course.folder, "LC_ALL": "C.UTF-8",
    ]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: error))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let running = course
    var found: Int?
    _ = try eventually {
      let said = try running.text("serve.out")
      found = said.range(of: "http://127.0.0.1:").flatMap { Int(said[$0.upperBound...].prefix { $0.isNumber }) }
      return found != nil
    }
    port = try #require(found, "it never said its address")
    let isBuilt = try eventually { try running.text("serve.err").contains(" ms\n") }
    try #require(isBuilt, "the first build never ended")
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var isRunning: Bool { process.isRunning }
  var said: String { get throws { try course.text("serve.err") } }

  /// Interrupts the server; gives the status that it ended with.
  func interrupt() throws -> Int32 {
    process.interrupt()
    return try eventually { !process.isRunning } ? process.terminationStatus : -1
  }

  /// What a good request gets.
  func get(_ path: String) throws -> LoopbackClient.Answer {
    let client = try LoopbackClient(port: port)
    client.send(Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
    return client.answer()
  }

  /// A page that listens.
  func listen() throws -> LoopbackClient {
    let client = try LoopbackClient(port: port)
    client.send(Array("GET /lessons-live HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
    return client
  }
}

/// Asks again and again until the answer is yes, or half a minute is over.
func eventually(_ condition: () throws -> Bool) throws -> Bool {
  let end = ContinuousClock.now + .seconds(30)
  while ContinuousClock.now < end {
    if try condition() { return true }
    usleep(2_000)
  }
  return try condition()
}

/// A plain socket to the preview: it sends any bytes, and waits for what comes as long as it is told.
final class LoopbackClient {
  struct Answer: Sendable, Equatable {
    /// Zero where the connection was closed without one.
    var status: Int
    var text: String
  }

  private let descriptor: Int32
  private(set) var received: [UInt8] = []

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0, "cannot connect")
  }

  deinit { close(descriptor) }

  /// Sends what the other side takes.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, min($0.count, 65_536), Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more is sent.
  func finish() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Ends the connection as a crash would.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
  }

  /// Everything up to the end of the connection, or until what came satisfies.
  ///
  /// - Returns: False where the time was over first.
  @discardableResult
  func receive(seconds: Int = 30, until isEnough: (String) -> Bool = { _ in false }) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while ContinuousClock.now < end {
      if isEnough(String(decoding: received, as: UTF8.self)) { return true }
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, 50) > 0 else { continue }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return true }
      received += buffer[..<count]
    }
    return false
  }

  /// The answer; its status is -1 where the connection was still open at the end of the time.
  func answer(seconds: Int = 30) -> Answer {
    let isClosed = receive(seconds: seconds)
    let text = String(decoding: received, as: UTF8.self)
    let words = text.prefix(while: { !$0.isNewline }).split(separator: " ")
    return Answer(status: words.count > 1 ? Int(words[1]) ?? -2 : isClosed ? 0 : -1, text: text)
  }
}
