import Foundation

/// A line of the shell, where a case is said best in it.
enum Shell {
  /// - Returns: Whether its status is zero.
  static func run(_ script: String, in folder: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
