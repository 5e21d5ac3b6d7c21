// The one place where the kit meets the C library. Everything else in LessonKit is plain Swift, so that the kit also
// compiles as Embedded Swift for WebAssembly, where the host lends the few functions below.
//
// The import is exported on purpose: a lesson that imports LessonKit may write `log(p)` or `exp(-z)` at once.
#if canImport(Glibc)
@_exported import Glibc
#elseif canImport(Musl)
@_exported import Musl
#elseif canImport(Darwin)
@_exported import Darwin
#else
@_extern(c) public func exp(_ x: Double) -> Double
@_extern(c) public func log(_ x: Double) -> Double
#endif
