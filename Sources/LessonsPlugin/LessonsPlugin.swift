import Foundation
import PackagePlugin

/// `swift package lessons check README.md`: runs the installed tool in the folder of the package.
///
/// It builds no tool: that takes minutes, and the tool must fit the toolchain, which the installed one does. So a package that
/// takes this plugin compiles this one file.
@main struct LessonsPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try tool(beside: context.package.directoryURL)
    process.arguments = arguments.isEmpty ? ["check", "README.md"] : arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }

  /// `LESSONS` where it is set, else the one on the search path, else the one that the package has built itself.
  private func tool(beside package: URL) throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    let given = environment["LESSONS"].map { [$0] } ?? []
    let found = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/lessons" }
    let built = package.appendingPathComponent(".build/release/lessons").path
    guard let path = (given + found + [built]).first(where: FileManager.default.isExecutableFile) else {
      throw Missing()
    }
    return URL(fileURLWithPath: path)
  }

  private struct Missing: Error, CustomStringConvertible {
    var description: String { "there is no 'lessons' on the PATH; install it, or set LESSONS to its path" }
  }
}
