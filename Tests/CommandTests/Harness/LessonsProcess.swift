import Foundation

/// The built tool, run as its users run it: a process with arguments, a folder and an environment.
enum LessonsProcess {
  struct Outcome: Sendable, Equatable {
    var status: Int32
    var output: String
    var error: String
  }

  /// Where the build puts the tool: beside the tests.
  static let executable: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return ((tests as NSString).deletingLastPathComponent as NSString).appendingPathComponent("lessons")
  }()

  /// Runs the tool to its end; a status other than zero is a result, not an error.
  ///
  /// - Parameters:
  ///   - environment: What the tool sees besides the search path.
  ///   - starting: The command that starts the tool, where it is not started as it is.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], starting: [String] = [executable]
  ) throws -> Outcome {
    try started(starting + arguments, in: folder, environment: environment)
  }

  /// - Parameter command: A program, by its path or by its name, with its arguments.
  private static func started(_ command: [String], in folder: String, environment: [String: String]) throws -> Outcome {
    let logs = try Scratch.folder()
    defer { try? FileManager.default.removeItem(atPath: logs) }
    let process = Process()
    let isPath = command[0].hasPrefix("/")
    process.executableURL = URL(fileURLWithPath: isPath ? command[0] : "/usr/bin/env")
    process.arguments = isPath ? Array(command.dropFirst()) : command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = ["PATH": path, "HOME": folder, "LC_ALL": "C.UTF-8"].merging(environment) { _, given in given }
    // Files, not pipes: nobody has to read while the tool writes.
    process.standardOutput = try log("output", in: logs)
    process.standardError = try log("error", in: logs)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try text("output", in: logs), error: try text("error", in: logs))
  }

  /// Runs a script of the shell, as a forge and git do.
  static func shell(_ script: String, in folder: String, environment: [String: String]) throws -> Outcome {
    try started(["bash", "-e", "-c", script], in: folder, environment: environment)
  }

  private static func log(_ name: String, in folder: String) throws -> FileHandle {
    let path = folder + "/" + name
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  private static func text(_ name: String, in folder: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }
}
