internal import Foundation

/// The Swift compiler that lessons are compiled with, found once and asked once.
package struct Toolchain: Sendable, Equatable {
  /// The folder with `swift-frontend`, `clang` and `ld.lld`.
  package var binaries: String
  /// What the compiler calls itself, without machine paths.
  package var version: String
  package var target: String

  /// Name and number alone, such as `Swift 6.3.1`: no date, no commit.
  package var shortVersion: String? {
    let words = version.split(separator: " ")
    guard let place = words.firstIndex(of: "version"), words.indices.contains(place + 1) else { return nil }
    return "Swift " + words[place + 1].prefix { $0.isNumber || $0 == "." }
  }

  package var frontend: String { binaries + "/swift-frontend" }
  package var libraries: String { FileSystem.absolute(binaries + "/../lib/swift/linux") }
  package var host: String { FileSystem.absolute(binaries + "/../lib/swift/host") }

  /// The arguments with which the driver lets macros work.
  package var pluginArguments: [String] {
    let server = host + "/libSwiftInProcPluginServer.so"
    return (FileSystem.exists(server) ? ["-in-process-plugin-server-path", server] : []) + ["-plugin-path", host + "/plugins"]
  }

  /// Finds the compiler: `swiftc` as given, or the first one on the search path.
  package static func find(_ given: String?, environment: [String: String]) throws(MachineFault) -> Toolchain {
    let candidates =
      given.map { [$0.contains("/") ? $0 : nil].compactMap { $0 } + search($0, environment) } ?? search("swiftc", environment)
    guard
      let compiler = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) && !FileSystem.isFolder($0) })
    else {
      throw MachineFault(
        given.map { "no Swift compiler at \($0); give the path of swiftc" }
          ?? "no Swift compiler found; install Swift 6.3 and put swiftc on the PATH, or give --swiftc PATH")
    }
    let binaries = (FileSystem.resolved(FileSystem.absolute(compiler)) as NSString).deletingLastPathComponent
    guard FileSystem.exists(binaries + "/swift-frontend"), FileSystem.exists(binaries + "/clang") else {
      throw MachineFault("\(compiler) is not part of a Swift toolchain: no swift-frontend and clang beside it")
    }
    let asked = try ProcessRunner.run(
      Command(binaries + "/swift-frontend", ["-version"]), limits: ProcessLimits(times: [TimeLimit(milliseconds: 30_000)]))
    let lines = String(decoding: asked.output + asked.error, as: UTF8.self).split(separator: "\n")
    guard asked.end == .exited(0), let version = lines.first(where: { $0.contains("Swift version") }),
      let target = lines.first(where: { $0.hasPrefix("Target: ") })
    else { throw MachineFault("\(compiler) does not tell its version; is it a Swift compiler?") }
    return Toolchain(binaries: binaries, version: String(version), target: String(target.dropFirst(8)))
  }

  private static func search(_ name: String, _ environment: [String: String]) -> [String] {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
  }
}
