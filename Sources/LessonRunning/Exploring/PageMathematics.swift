import Machine

/// The C library of WASI, of which a page takes the mathematics and nothing else: musl's, as natively.
package enum PageMathematics {
  /// Nil where it is not installed.
  static var path: String? {
    ["/usr/lib/wasm32-wasi/libc.a", "/usr/share/wasi-sysroot/lib/wasm32-wasi/libc.a"].first(where: FileSystem.exists)
  }

  /// Names its state without reading it.
  package static var stamp: String { path.flatMap { FileSystem.stamp(of: FileSystem.resolved($0)) }.map { "\($0)" } ?? "none" }
}
