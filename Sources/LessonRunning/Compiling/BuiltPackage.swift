import LessonModel
import Machine

/// The library products of a Swift package, compiled for lessons: their modules, those of what they depend on, and one library.
package struct BuiltPackage: Sendable, Equatable {
  var folder: String
  /// Names everything that it was made from.
  var key: String
  /// The modules that a lesson may import, in the order of their names.
  var modules: [String]
  /// The compiler's modules for lessons that import it; those of all lessons where no module of it is C's.
  var cache: ModuleCache
  /// The maps of its modules of C, by their paths from the folder.
  var maps: [String]
  /// The modules of its macros, which the compiler starts as programs.
  var macros: [String]
  /// The bundles of resources that its targets look for beside the program.
  var resources: [String]

  var library: String { folder + "/" + Self.libraryName }

  static let libraryName = "libLessonPackage.so"
  static let moduleFolder = "Modules"
  static let list = "modules.txt"
  static let mapFolder = "C"
  static let pluginFolder = "Macros"
  static let resourceFolder = "Resources"

  /// Whether a program imports one of its modules: only then is it searched and linked, and part of what the result depends on.
  func isImported(by program: Program) -> Bool { program.imports.contains(where: modules.contains) }

  /// What the frontend is told of it.
  var frontendArguments: [String] {
    var arguments = ["-I", folder + "/" + Self.moduleFolder]
    for map in maps { arguments += ["-Xcc", "-fmodule-map-file=\(folder)/\(map)"] }
    for macro in macros { arguments += ["-load-plugin-executable", "\(folder)/\(Self.pluginFolder)/\(macro)#\(macro)"] }
    return arguments
  }

  /// The one that stands in a folder, whole.
  init?(folder: String, key: String, cache: ModuleCache) {
    guard SealedFolder.isWhole(folder), let bytes = FileSystem.read(folder + "/" + Self.list) else { return nil }
    self.folder = folder
    self.key = key
    modules = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    maps = FileSystem.files(below: folder + "/" + Self.mapFolder).filter { $0.hasSuffix(".modulemap") }.map {
      Self.mapFolder + "/" + $0
    }
    macros = FileSystem.names(in: folder + "/" + Self.pluginFolder)
    resources = FileSystem.names(in: folder + "/" + Self.resourceFolder).map { "\(folder)/\(Self.resourceFolder)/\($0)" }
    self.cache = maps.isEmpty ? cache : ModuleCache(folder: cache.folder + "-" + key.prefix(16))
  }

  /// What came of building it.
  enum Compilation: Sendable, Equatable {
    /// No lesson needs one.
    case none
    case built(BuiltPackage)
    case refused([Diagnostic])
  }
}
