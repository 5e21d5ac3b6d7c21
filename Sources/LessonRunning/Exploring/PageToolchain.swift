import LessonModel
import Machine

/// The one place that knows how Swift is compiled for a page: as Embedded Swift for WebAssembly, which no release promises to
/// keep. A lesson without parameters never comes here.
struct PageToolchain: Sendable, Equatable {
  var toolchain: Toolchain

  /// How much work goes into the module.
  enum Grade: String, Sendable, Equatable { case quick = "-Onone", small = "-Osize" }

  /// How many parameters a page hands to its program.
  static let mostParameters = 64

  private static let target = "wasm32-unknown-none-wasm"

  /// What the frontend is told for every text that is compiled for a page.
  func frontendArguments(module: String, grade: Grade, searching folders: [String]) -> [String] {
    [
      "-frontend", "-c", "-target", Self.target, "-disable-objc-interop", "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern", "-wmo", "-suppress-warnings",
      // Else a digest of all that it is told, with the folders of this machine, stands in the module.
      "-disable-incremental-llvm-codegen",
      "-disable-llvm-verify", "-sil-verify-none", "-module-name", module, grade.rawValue,
    ] + folders.flatMap { ["-I", $0] }
  }

  /// What tells apart modules of one text.
  func flags(_ grade: Grade) -> String {
    frontendArguments(module: "main", grade: grade, searching: []).joined(separator: " ")
      + linkArguments(objects: [], output: "").joined(separator: " ")
  }

  /// What clang is told for the runtime of a page.
  static let clangArguments = ["--target=wasm32", "-O2", "-ffreestanding", "-nostdlib"]

  /// What the linker is told.
  func linkArguments(objects: [String], output: String) -> [String] {
    [
      "--no-entry", "--gc-sections", "--strip-all", "--stack-first", "-z", "stack-size=1048576",
    ] + objects + [unicodeTables] + (PageMathematics.path.map { [$0] } ?? []) + ["-o", output]
  }

  var clang: String { toolchain.binaries + "/clang" }
  var linker: String { toolchain.binaries + "/wasm-ld" }
  /// What runs a module outside of a page.
  var runner: String { toolchain.binaries + "/wasmkit" }

  private var unicodeTables: String {
    FileSystem.absolute(toolchain.binaries + "/../lib/swift/embedded/\(Self.target)/libswiftUnicodeDataTables.a")
  }

  /// What is not there of all this, and what to do; nil where all is.
  var missing: String? {
    for file in [linker, runner, unicodeTables] where !FileSystem.exists(file) {
      return "the toolchain has no \(FileSystem.name(of: file)); pages that explore need Swift 6.3 or later"
    }
    if !["/usr/bin/gzip", "/bin/gzip"].contains(where: FileSystem.exists) {
      return "gzip is not installed, which packs the programs of pages"
    }
    return PageMathematics.path == nil ? "the mathematics of pages is not installed; install the package wasi-libc" : nil
  }
}

extension Toolchain {
  /// What is missing for lessons to be explored in their pages; nil where nothing is.
  package var missingForPages: String? { PageToolchain(toolchain: self).missing }
}
