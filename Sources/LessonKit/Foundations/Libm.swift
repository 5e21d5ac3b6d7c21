// The one place where the kit meets the C library. Everything else in LessonKit is plain Swift, so that the kit also
// compiles as Embedded Swift for WebAssembly, where the host lends the functions below.
//
// The import is exported on purpose: a lesson that imports LessonKit may write `log(p)` or `exp(-z)` at once.
#if canImport(Glibc)
@_exported import Glibc
#elseif canImport(Musl)
@_exported import Musl
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

// Single precision goes through double precision: one more rounding, and no second set of imports.
public func exp(_ x: Float) -> Float { Float(exp(Double(x))) }
public func expm1(_ x: Float) -> Float { Float(expm1(Double(x))) }
public func log(_ x: Float) -> Float { Float(log(Double(x))) }
public func log1p(_ x: Float) -> Float { Float(log1p(Double(x))) }
public func log2(_ x: Float) -> Float { Float(log2(Double(x))) }
public func log10(_ x: Float) -> Float { Float(log10(Double(x))) }
public func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }
public func sin(_ x: Float) -> Float { Float(sin(Double(x))) }
public func cos(_ x: Float) -> Float { Float(cos(Double(x))) }
public func tanh(_ x: Float) -> Float { Float(tanh(Double(x))) }

// These need no help: WebAssembly has an instruction for each.
public func exp2(_ x: Double) -> Double { pow(2, x) }
public func sqrt<T: FloatingPoint>(_ x: T) -> T { x.squareRoot() }
public func fabs<T: FloatingPoint>(_ x: T) -> T { x.magnitude }
public func floor<T: FloatingPoint>(_ x: T) -> T { x.rounded(.down) }
public func ceil<T: FloatingPoint>(_ x: T) -> T { x.rounded(.up) }
public func round<T: FloatingPoint>(_ x: T) -> T { x.rounded() }
public func trunc<T: FloatingPoint>(_ x: T) -> T { x.rounded(.towardZero) }
#endif
