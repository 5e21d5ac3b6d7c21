// The one place where the kit meets the C library. Everything else in LessonKit is plain Swift, so that the kit also
// compiles as Embedded Swift for WebAssembly, where the host lends the functions below.
//
// The import is exported on purpose: a lesson that imports LessonKit may write `log(p)` or `exp(-z)` at once. It is the C
// module itself and not Swift's `Glibc` over it, which adds `Float` and `Float80` forms of everything: with those in sight
// `log(2)` does not compile, because no form is better than another. Here it is the logarithm of a `Double`. In a lesson
// that also imports Foundation or Glibc it must be `log(2.0)`, as in any Swift program.
#if canImport(SwiftGlibc)
@_exported import SwiftGlibc
#elseif canImport(SwiftMusl)
@_exported import SwiftMusl
#elseif canImport(Darwin)
@_exported import Darwin
#else
// Every name here is a property of JavaScript's `Math`, so a page lends them in one line each. A function that nothing
// calls is not linked and need not be lent.
@_extern(c) public func exp(_ x: Double) -> Double
@_extern(c) public func expm1(_ x: Double) -> Double
@_extern(c) public func log(_ x: Double) -> Double
@_extern(c) public func log1p(_ x: Double) -> Double
@_extern(c) public func log2(_ x: Double) -> Double
@_extern(c) public func log10(_ x: Double) -> Double
@_extern(c) public func pow(_ x: Double, _ y: Double) -> Double
@_extern(c) public func cbrt(_ x: Double) -> Double
@_extern(c) public func hypot(_ x: Double, _ y: Double) -> Double
@_extern(c) public func sin(_ x: Double) -> Double
@_extern(c) public func cos(_ x: Double) -> Double
@_extern(c) public func tan(_ x: Double) -> Double
@_extern(c) public func asin(_ x: Double) -> Double
@_extern(c) public func acos(_ x: Double) -> Double
@_extern(c) public func atan(_ x: Double) -> Double
@_extern(c) public func atan2(_ y: Double, _ x: Double) -> Double
@_extern(c) public func sinh(_ x: Double) -> Double
@_extern(c) public func cosh(_ x: Double) -> Double
@_extern(c) public func tanh(_ x: Double) -> Double

// These need no help: WebAssembly has an instruction for each but the first.
public func exp2(_ x: Double) -> Double { pow(2, x) }
public func sqrt(_ x: Double) -> Double { x.squareRoot() }
public func fabs(_ x: Double) -> Double { x.magnitude }
public func floor(_ x: Double) -> Double { x.rounded(.down) }
public func ceil(_ x: Double) -> Double { x.rounded(.up) }
public func round(_ x: Double) -> Double { x.rounded() }
public func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
#endif
