import Foundation
import Glibc

/// A preview of a made course, and how long a save takes until an open page is told of it.
final class PreviewBenchmark {
  private let process = Process()
  private let course: MadeCourse
  private var events: Int32 = -1
  private var received = ""

  init(tool: String, course: MadeCourse, cache: String) throws {
    self.course = course
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["serve", course.path, "--port", "0", "--cache", cache]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("http://127.0.0.1:") || !said.hasSuffix("\n") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { fatalError("the preview does not start: \(said)") }
      said += String(decoding: more, as: UTF8.self)
    }
    // What it says later is read and forgotten, or its pipe would fill.
    output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
    guard let port = said.split(separator: "http://127.0.0.1:").last.flatMap({ UInt16($0.prefix { $0.isNumber }) }) else {
      fatalError("the preview tells no port: \(said)")
    }
    listen(port)
    waitForState(after: 0)
  }

  func end() {
    close(events)
    process.terminate()
    process.waitUntilExit()
  }

  /// Milliseconds from the save of a lesson to the word of its new page.
  func milliseconds(_ save: () throws -> Void) rethrows -> Double {
    // What the tool does behind the last save is done, and told.
    usleep(300_000)
    receive(flags: Int32(MSG_DONTWAIT))
    let last = version
    let start = ContinuousClock.now
    try save()
    waitForState(after: last)
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  /// The number of the last state that was told.
  private var version: Int {
    received.split(separator: "\"version\": ").dropFirst().last.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
  }

  private func listen(_ port: UInt16) {
    events = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(events, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if connected != 0 { fatalError("the preview cannot be reached") }
    let request = "GET /lessons-live HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
    _ = request.withCString { write(events, $0, strlen($0)) }
  }

  private func waitForState(after last: Int) {
    while version <= last { if !receive(flags: 0) { fatalError("the preview has ended") } }
  }

  /// Takes in what was told since; false where nothing was.
  @discardableResult
  private func receive(flags: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = recv(events, &bytes, bytes.count, flags)
    if count > 0 { received = String((received + String(decoding: bytes[..<count], as: UTF8.self)).suffix(100_000)) }
    return count > 0
  }
}
