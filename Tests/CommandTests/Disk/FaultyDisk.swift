import Foundation
import Testing

/// A disk on which one call fails: a library between the tool and the system, compiled once.
enum FaultyDisk {
  /// What happens to the call.
  enum Harm: Sendable, CustomStringConvertible {
    case error(Int32)
    /// A write takes half of what it is given.
    case short
    /// The tool is killed there, in the middle of it where it is a write.
    case kill
    /// What a pattern of the shell names is removed before it.
    case remove(String)

    var text: String {
      switch self {
      case .error(let number): "\(number)"
      case .short: "short"
      case .kill: "kill"
      case .remove(let folder): "remove \(folder)"
      }
    }

    var description: String { if case .error(let number) = self { String(cString: strerror(number)) } else { text } }
  }

  /// A call that counted.
  struct Call: Sendable, Equatable {
    var name: String
    var path: String
    var isHarmed: Bool
  }

  private static let library = Result<String, any Error> {
    let source = (#filePath as NSString).deletingLastPathComponent + "/../Fixtures/Disk/faults.c"
    let library = try Scratch.folder() + "/faults.so"
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["clang", "-shared", "-fPIC", "-O1", "-Werror", "-Wall", "-o", library, source, "-ldl"]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "the library of faults does not compile")
    return library
  }

  /// What makes the tool work on the faulty disk.
  ///
  /// - Parameters:
  ///   - folders: Only calls on what is below them count.
  ///   - calls: The names of the calls that count; all where there are none.
  ///   - place: Which of them is harmed, from 1; 0 for none, -1 for each.
  static func environment(
    below folders: [String], calls: [String] = [], at place: Int, _ harm: Harm, log: String
  ) throws -> [String: String] {
    var environment = [
      "LD_PRELOAD": try library.get(), "FAULTS_BELOW": folders.map(resolved).joined(separator: ":"), "FAULTS_AT": "\(place)",
      "FAULTS_DO": harm.text, "FAULTS_LOG": log,
    ]
    if !calls.isEmpty { environment["FAULTS_OPS"] = calls.joined(separator: ",") }
    return environment
  }

  static func calls(in log: String) throws -> [Call] {
    guard let text = FileManager.default.contents(atPath: log) else { return [] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.drop { $0 == "!" }.split(separator: " ", maxSplits: 1)
      return Call(name: String(parts[0]), path: parts.count > 1 ? String(parts[1]) : "", isHarmed: line.hasPrefix("!"))
    }
  }

  private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
