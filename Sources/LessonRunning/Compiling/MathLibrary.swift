package import Machine

/// The mathematics that lessons compute with: that of musl, which gives the same digits on every machine, where the system's
/// library chooses its way by the processor and gives others in another version.
///
/// Only what rounds in ways of its own is taken: what is exact by definition (roots, remainders, roundings) is the same in every
/// library, and the system's is faster.
package struct MathLibrary: Sendable, Equatable {
  /// The archive of musl's whole C library.
  package var archive: String

  package init(archive: String) { self.archive = archive }

  /// Where the archive lies in Debian and Ubuntu, Fedora, Arch and Alpine.
  package static var places: [String] {
    #if arch(x86_64)
    let architecture = "x86_64"
    #elseif arch(arm64)
    let architecture = "aarch64"
    #else
    let architecture = "none"
    #endif
    return [
      "/usr/lib/\(architecture)-linux-musl/libc.a", "/usr/\(architecture)-linux-musl/lib64/libc.a", "/usr/lib/musl/lib/libc.a",
      "/usr/\(architecture)-linux-musl/lib/libc.a",
    ]
  }

  /// What a user does to have it.
  package static let advice =
    "on Debian or Ubuntu: apt-get install musl-dev; without it lessons use the system's, whose last digits differ from machine to machine"

  /// The library of this machine; nil where it is not installed, or the toolchain has no tool to take a part of it.
  ///
  /// - Parameters:
  ///   - binaries: The folder of the toolchain's programs.
  ///   - places: Where it may lie; the first counts.
  package static func find(binaries: String, places: [String] = Self.places) -> MathLibrary? {
    guard FileSystem.exists(binaries + "/ld.lld"), FileSystem.exists(binaries + "/llvm-objcopy") else { return nil }
    return places.first(where: FileSystem.exists).map { MathLibrary(archive: $0) }
  }

  /// Names its state without reading it: as long as it is the same, so is every result.
  package var stamp: String { FileSystem.stamp(of: FileSystem.resolved(archive)).map { "\($0)" } ?? "none" }

  /// The digest of its contents, which are read once for each state of the file.
  package func digest(memory: SealedStore) -> String {
    var named = SHA256()
    for field in ["mathematics 1", stamp] { named.update(field: field) }
    let key = named.finish()
    if let kept = memory.fields(for: key), kept.count == 1 { return String(decoding: kept[0], as: UTF8.self) }
    var contents = SHA256()
    contents.update(field: FileSystem.read(archive) ?? [])
    let digest = contents.finish()
    memory.keep([Array(digest.utf8)], for: key)
    return digest
  }

  /// What of it lessons use, by C's names. Powers of two and ten are not among it: the runtime makes them of `pow`, for which the
  /// optimizer takes them to be another name (`lesson_math.c`).
  package static let functions =
    [
      "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "expm1", "hypot",
      "lgamma", "log", "log10", "log1p", "log2", "pow", "sin", "sincos", "sinh", "tan", "tanh", "tgamma",
    ].flatMap { [$0, $0 + "f"] } + ["lgamma_r", "lgammaf_r", "signgam", "j0", "j1", "jn", "y0", "y1", "yn"]

  /// The commands that take those functions out of the archive into one object. What they call stays hidden in it: the
  /// archive's `memcpy` must not take the place of the system's.
  func commands(binaries: String, object: String) -> [Command] {
    let whole = object + ".whole"
    return [
      Command(binaries + "/ld.lld", ["-r", "-o", whole] + Self.functions.flatMap { ["-u", $0] } + [archive]),
      Command(binaries + "/llvm-objcopy", Self.functions.map { "--keep-global-symbol=" + $0 } + [whole, object]),
    ]
  }
}
