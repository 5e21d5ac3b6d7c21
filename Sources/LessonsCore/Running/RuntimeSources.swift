internal import Foundation

/// The Swift and C sources that every lesson's program is linked with: LessonKit and the small runtime.
///
/// They travel as source because a compiled module fits one compiler only, and `--swiftc` may name any.
package struct RuntimeSources: Sendable, Equatable {
  /// The folder that holds `LessonKit`, `LessonRuntime` and `CLessonRuntime`.
  package var folder: String

  /// Looks beside the tool: `../share/lessons` where it is installed, `Sources` above it where it was built.
  package static func find(executable: String) throws(MachineFault) -> RuntimeSources {
    var place = (FileSystem.resolved(executable) as NSString).deletingLastPathComponent
    let installed = FileSystem.absolute(place + "/../share/lessons")
    if FileSystem.isFolder(installed + "/LessonKit") { return RuntimeSources(folder: installed) }
    while place != "/", !place.isEmpty {
      if FileSystem.isFolder(place + "/Sources/LessonKit") { return RuntimeSources(folder: place + "/Sources") }
      place = (place as NSString).deletingLastPathComponent
    }
    throw MachineFault("cannot find the sources of LessonKit near the tool; install it with its share/lessons folder")
  }

  package func swiftFiles(of module: String) -> [String] {
    FileSystem.files(below: folder + "/" + module).filter { $0.hasSuffix(".swift") }.map { folder + "/" + module + "/" + $0 }
  }
}
