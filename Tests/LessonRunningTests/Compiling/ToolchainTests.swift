import Glibc
import LessonModel
import Machine
import TestSupport
import Testing

import LessonRunning

@Suite("The toolchain and the kit's sources")
struct ToolchainTests {
  private func toolchain(_ version: String) -> Toolchain {
    Toolchain(binaries: "/no/bin", version: version, target: "x86_64-unknown-linux-gnu")
  }

  @Test(arguments: [
    ("Swift version 6.3.1 (swift-6.3.1-RELEASE)", "Swift 6.3.1"), ("Apple Swift version 6.4-dev (LLVM 1a)", "Swift 6.4"),
    ("Swift version", nil), ("clang 17", nil),
  ])
  func hasAShortVersion(version: String, short: String?) {
    #expect(toolchain(version).shortVersion == short)
  }

  @Test func compilesAsTheSettingsSay() {
    func arguments(_ settings: SwiftSettings) -> [String] {
      toolchain("Swift version 6.3").frontendArguments(
        module: "main", settings: settings, moduleCache: "/cache", searching: ["/a", "/b"])
    }
    let plain = arguments(.undecided)
    #expect(plain.contains("-Onone") && !plain.contains("-O") && !plain.contains("MainActor"))
    #expect(
      plain.joined(separator: " ").contains("-module-name main -module-cache-path /cache -Onone -I /a -I /b -swift-version 5"))
    #expect(!plain.contains("-g") && plain.contains("-disable-llvm-verify") && plain.contains("-sil-verify-none"))
    let other = arguments(SwiftSettings(mode: .six, optimize: true))
    #expect(other.contains("-O") && !other.contains("-Onone"))
    #expect(other.joined(separator: " ").contains("-swift-version 6 -default-isolation MainActor"))
  }

  @Test func isFoundOnThePathAlone() throws {
    let folder = try TemporaryFolder()
    #expect(
      throws: MachineFault("no Swift compiler found; install Swift 6.3 and put swiftc on the PATH, or give --swiftc PATH")
    ) { try Toolchain.find(nil, environment: ["PATH": folder.path]) }
    #expect(throws: MachineFault("no Swift compiler at other; give the path of swiftc")) {
      try Toolchain.find("other", environment: ["PATH": folder.path])
    }
    #expect(throws: MachineFault("/bin/sh is not part of a Swift toolchain: no swift-frontend and clang beside it")) {
      try Toolchain.find("/bin/sh", environment: [:])
    }
  }

  /// A toolchain that cannot compile lessons is told by its version, not by what fails later.
  @Test(arguments: [("5.10.1", true), ("6.1", true), ("6.2", false), ("6.3.1", false), ("7.0-dev", false)])
  func isOfAVersionThatLessonsNeed(version: String, isTooOld: Bool) throws {
    let folder = try TemporaryFolder()
    for name in ["swiftc", "swift-frontend", "clang"] {
      try folder.write(
        "#!/bin/sh\necho 'Swift version \(version) (swift)'\necho 'Target: x86_64-unknown-linux-gnu'\n", to: "bin/" + name)
      chmod(folder.path + "/bin/" + name, 0o755)
    }
    let found = Result { () throws(MachineFault) in try Toolchain.find(folder.path + "/bin/swiftc", environment: [:]) }
    switch found {
    case .success(let toolchain): #expect(!isTooOld && toolchain.version == "Swift version \(version) (swift)")
    case .failure(let fault):
      #expect(isTooOld && fault.message.contains("is Swift \(version), which is too old: lessons need Swift 6.2 or later"))
    }
  }

  @Test func sourcesStandBesideTheToolOrAboveIt() throws {
    let folder = try TemporaryFolder()
    let root = FileSystem.resolved(folder.path)
    try folder.write("", to: "build/debug/lessons")
    #expect(throws: MachineFault.self) { try RuntimeSources.find(executable: root + "/build/debug/lessons") }
    try folder.write("", to: "Sources/LessonKit/Text/b.swift")
    try folder.write("", to: "Sources/LessonKit/a.swift")
    try folder.write("", to: "Sources/LessonKit/a.md")
    let built = try RuntimeSources.find(executable: root + "/build/debug/lessons")
    #expect(built.folder == root + "/Sources" && built.compiled == nil)
    #expect(built.swiftFiles(of: "LessonKit") == ["/LessonKit/Text/b.swift", "/LessonKit/a.swift"].map { built.folder + $0 })
    try folder.write("", to: "build/share/lessons/LessonKit/a.swift")
    let installed = try RuntimeSources.find(executable: root + "/build/debug/lessons")
    #expect(installed.folder == root + "/build/share/lessons" && installed.compiled == root + "/build/lib/lessons/kit")
  }
}
