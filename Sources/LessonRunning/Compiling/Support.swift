import LessonModel
package import Machine

/// The Swift and C sources that every lesson's program is linked with: LessonKit and the small runtime.
///
/// They travel as source because a compiled module fits one compiler only, and `--swiftc` may name any.
package struct RuntimeSources: Sendable, Equatable {
  /// The folder that holds `LessonKit`, `LessonRuntime` and `CLessonRuntime`.
  package var folder: String
  /// The folder of kits that were compiled when the tool was installed; nil where it runs from where it was built.
  package var compiled: String?

  package init(folder: String, compiled: String? = nil) {
    self.folder = folder
    self.compiled = compiled
  }

  /// Looks beside the tool: `../share/lessons` where it is installed, `Sources` above it where it was built.
  package static func find(executable: String) throws(MachineFault) -> RuntimeSources {
    var place = FileSystem.parent(of: FileSystem.resolved(executable))
    let installed = FileSystem.absolute(place + "/../share/lessons")
    if FileSystem.isFolder(installed + "/LessonKit") {
      return RuntimeSources(folder: installed, compiled: FileSystem.absolute(place + "/../lib/lessons/kit"))
    }
    while place != "/", !place.isEmpty {
      if FileSystem.isFolder(place + "/Sources/LessonKit") { return RuntimeSources(folder: place + "/Sources") }
      place = FileSystem.parent(of: place)
    }
    throw MachineFault(
      "the tool stands in \(FileSystem.parent(of: FileSystem.resolved(executable))) without what belongs to it: there is no "
        + "\(installed); do not copy the program alone: 'make install' and the package put both in their places")
  }

  package func swiftFiles(of module: String) -> [String] {
    FileSystem.files(below: folder + "/" + module).filter { $0.hasSuffix(".swift") }.map { folder + "/" + module + "/" + $0 }
  }
}

/// LessonKit and the lesson runtime, compiled for one toolchain: what every lesson's program is linked with.
package struct Support: Sendable, Equatable {
  /// The folder with the modules and the library.
  package var folder: String
  /// Names everything that the library was made from.
  var key: String
  package var link: LinkTemplate
  var modules: ModuleCache
  /// Whether it holds the mathematics that give the same digits everywhere, or lessons compute with the system's.
  var hasMathematics: Bool

  package var library: String { folder + "/libLessonSupport.so" }
}

/// Where a compiled LessonKit is taken from.
package enum SupportPlace: Sendable, Equatable {
  /// It was compiled when the tool was installed.
  case installed
  /// It was compiled for this user.
  case cached
}

/// `Support/*.swift` beside the lessons, compiled as a module that every lesson imports.
package struct CourseSupport: Sendable, Equatable {
  var folder: String
  var key: String

  var object: String { folder + "/Support.o" }

  /// What came of compiling it.
  enum Compilation: Sendable, Equatable {
    /// The course has no such files.
    case none
    case built(CourseSupport)
    case refused([Diagnostic])
  }
}
