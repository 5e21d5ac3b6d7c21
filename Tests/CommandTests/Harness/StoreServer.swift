import Foundation

/// A server of results on 127.0.0.1, which may go wrong.
final class StoreServer {
  let port: Int
  let folder: String
  private let process: Process
  private let pipe = Pipe()

  /// - Parameters:
  ///   - mode: How it goes wrong, as `Fixtures/store.py` has it.
  ///   - folder: Where it keeps what it is given.
  init(_ mode: String = "right", folder: String? = nil) throws {
    self.folder = try folder ?? Scratch.folder()
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
    process.arguments = ["python3", script + "/Fixtures/store.py", self.folder, mode]
    process.standardOutput = pipe
    try process.run()
    var line: [UInt8] = []
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 { line.append(byte) }
    guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw CocoaError(.executableLoad) }
    self.port = port
  }

  deinit { kill() }

  /// A thread of the tests may hold back all other signals, and its programs with it.
  private func kill() { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }

  var address: String { "http://127.0.0.1:\(port)/lessons/" }

  /// How many entries it has.
  var count: Int { (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0 }

  /// Ends it, and tells what it was asked for: `GET 404`, say.
  func end() throws -> [String] {
    kill()
    process.waitUntilExit()
    let rest = try pipe.fileHandleForReading.readToEnd() ?? Data()
    return String(decoding: rest, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
