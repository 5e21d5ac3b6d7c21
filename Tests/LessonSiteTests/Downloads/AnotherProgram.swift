import Foundation

/// Python's own libraries, by which a file is read that ours have written.
enum AnotherProgram {
  /// What a script prints of a file, whose path it is given.
  static func said(_ script: String, of file: URL) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return said
  }
}
