import Foundation
import Testing

/// The tool while it runs: what ``LessonsProcess`` waits for at once.
final class RunningTool {
  let process: pid_t
  private let errors: Int32
  private var text: [UInt8] = []

  /// - Parameter signal: The name of a signal that the tool is started to ignore.
  init(_ arguments: [String], in folder: String, ignoring signal: String? = nil) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    errors = ends[0]
    _ = fcntl(errors, F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let words = ["PATH": path, "HOME": folder, "LC_ALL": "C.UTF-8"]
    var argv =
      (["env"] + (signal.map { ["--ignore-signal=" + $0] } ?? []) + ["-C", folder, LessonsProcess.executable] + arguments).map {
        strdup($0)
      } + [nil]
    var envp = words.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var process: pid_t = 0
    let fault = posix_spawn(&process, "/usr/bin/env", &actions, nil, &argv, &envp)
    for pointer in argv + envp { free(pointer) }
    posix_spawn_file_actions_destroy(&actions)
    close(ends[1])
    try #require(fault == 0)
    self.process = process
  }

  deinit { close(errors) }

  /// What it has said on standard error and was read so far.
  var said: String { String(decoding: text, as: UTF8.self) }

  private func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(errors, &buffer, buffer.count)
    if count > 0 { text += buffer[..<count] }
    return count > 0
  }

  /// The first line of what it says on standard error, once it is there.
  func firstLine() -> String {
    while !text.contains(10), read() {}
    return String(decoding: text.prefix { $0 != 10 }, as: UTF8.self)
  }

  /// Its status when it has ended; minus the number of the signal that ended it.
  func wait() throws -> Int32 {
    while read() {}
    var status: Int32 = 0
    try #require(waitpid(process, &status, 0) == process)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}
