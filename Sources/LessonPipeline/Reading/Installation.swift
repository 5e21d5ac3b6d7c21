package import LessonModel
package import LessonRunning
package import LessonSite
package import Machine
package import MathSetting

/// Where the tool finds what it did not make itself: the compiler, the kit's sources, the theme, KaTeX.
package struct Installation: Sendable {
  /// The path of the tool itself.
  let executable: String
  private let environment: [String: String]
  private let swiftc: String?

  /// - Parameter swiftc: The compiler that the user asked for; nil for the one on the search path.
  package init(executable: String, environment: [String: String], swiftc: String?) {
    self.executable = executable
    self.environment = environment
    self.swiftc = swiftc
  }

  /// - Parameter cache: Where the compiler's answer is kept; nil to ask it anew.
  package func toolchain(_ cache: Cache? = nil) throws(MachineFault) -> Toolchain {
    let memory = SealedStore(folder: cache?.keepsResults == true ? cache?.folder : nil, kind: "toolchains")
    return try Toolchain.find(swiftc, environment: environment, memory: memory)
  }

  /// The compiler, found and not asked.
  func place() throws(MachineFault) -> Toolchain.Place { try Toolchain.place(swiftc, environment: environment) }

  package func sources() throws(MachineFault) -> RuntimeSources { try RuntimeSources.find(executable: executable) }

  package func theme() throws(MachineFault) -> Theme { try ThemeReader.read(sources().folder + "/Theme") }

  /// The style sheet of a volume.
  func volumeStyle() throws(MachineFault) -> [UInt8] { try ThemeReader.volumeStyle(sources().folder + "/Theme") }

  /// Small forms of the commonest fonts of formulas.
  package func fontCores() throws(MachineFault) -> FontCores { try ThemeReader.fontCores(sources().folder + "/Theme") }

  /// The sources of LessonKit, for readers who take the course with them, by their paths from its folder.
  package func kit() throws(MachineFault) -> [SiteFile] {
    let folder = try sources().folder + "/LessonKit"
    return try FileSystem.allFiles(below: folder).filter { $0.hasSuffix(".swift") }.map { path throws(MachineFault) in
      SiteFile(path: path, bytes: try FileSystem.readIfThere(folder + "/" + path) ?? [])
    }
  }

  /// KaTeX; nil where it is not installed.
  package var katex: KaTeX? { KaTeX.find(executable: executable, environment: environment) }
}

/// What is remembered between builds, and where.
package struct Cache: Sendable {
  package let folder: String
  /// Whether results are kept; compiled modules always are.
  package let keepsResults: Bool
  /// What other machines have run.
  package let store: RemoteStore?

  package init(folder: String, keepsResults: Bool, store: RemoteStore? = nil) {
    self.store = store
    self.folder = folder
    self.keepsResults = keepsResults
  }

  package func make() throws(MachineFault) {
    try FileSystem.makeFolder(folder)
    try refuseStrangers()
  }

  /// Refuses a cache in which somebody else could put what this tool would believe and start.
  package func refuseStrangers() throws(MachineFault) {
    let reason =
      switch FileSystem.stranger(atFolder: folder) {
      case nil: nil as String?
      case .owner: "belongs to another user"
      case .everybody: "can be written by everybody"
      }
    if let reason {
      throw MachineFault("the cache \(folder) \(reason), so nothing in it can be trusted; give one of your own with --cache")
    }
  }

  /// Whether it is there, or can be made, and can be written.
  package var isWritable: Bool { FileSystem.canWrite(intoFolder: folder) }

  /// The folders of what can be computed again at once, and of what takes the compiler.
  private static let results = [
    "runs", "formulas", "toolchains", "readings", "builds", "records", "inputs", "packages", "pages", "histories",
  ]
  private static let modules = ["support", "course", "modules", "libraries"]

  /// Removes everything in it, which costs the next build time and nothing else.
  package func empty() {
    for name in Self.results + Self.modules { FileSystem.remove(folder + "/" + name) }
  }

  /// Keeps what is in it below a bound: what was not used for longest goes first.
  package func trim(to bytes: Int = 1 << 30) { FileSystem.trim(Self.results.map { folder + "/" + $0 }, to: bytes) }
}
