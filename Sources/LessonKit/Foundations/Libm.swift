// The one place where the kit meets the C library. Everything else in LessonKit is plain Swift, so that the kit also
// compiles as Embedded Swift for WebAssembly, where the host lends the functions below.
//
// The import is exported on purpose: a lesson that imports LessonKit may write `log(p)` or `exp(-z)` at once. It is the C
// module itself and not Swift's `Glibc` over it, which adds `Float` and `Float80` forms of everything: with those in sight
// `log(2)` does not compile, because no form is better than another. Here it is the logarithm of a `Double`. In a lesson
// that also imports Foundation or Glibc it must be `log(2.0)`, as in any Swift program. For the same reason the kit has no
// other forms of these names, neither for `Float` (C has `logf`) nor on a tape: with one form alone the compiler need not
// choose, and checks the types of a formula in a third of the time.
#if canImport(SwiftGlibc)
@_exported import SwiftGlibc
#elseif canImport(SwiftMusl)
@_exported import SwiftMusl
#elseif canImport(Darwin)
@_exported import Darwin
#else
// Most names here are properties of JavaScript's `Math`, so a page that lends them does so in one line each; explorable blocks
// link the C library's own. A function that nothing calls is not linked and need not be lent. Their C names are not C's, for
// the optimizer rewrites calls of functions that it knows, pow(2, x) to exp2(x) for one, and would ask the page for functions
// that are not in this list.
@_extern(c, "lessonkit_exp") @_extern(wasm, module: "env", name: "exp") public func exp(_ x: Double) -> Double
@_extern(c, "lessonkit_expm1") @_extern(wasm, module: "env", name: "expm1") public func expm1(_ x: Double) -> Double
@_extern(c, "lessonkit_log") @_extern(wasm, module: "env", name: "log") public func log(_ x: Double) -> Double
@_extern(c, "lessonkit_log1p") @_extern(wasm, module: "env", name: "log1p") public func log1p(_ x: Double) -> Double
@_extern(c, "lessonkit_log2") @_extern(wasm, module: "env", name: "log2") public func log2(_ x: Double) -> Double
@_extern(c, "lessonkit_log10") @_extern(wasm, module: "env", name: "log10") public func log10(_ x: Double) -> Double
@_extern(c, "lessonkit_pow") @_extern(wasm, module: "env", name: "pow") public func pow(_ x: Double, _ y: Double) -> Double
@_extern(c, "lessonkit_cbrt") @_extern(wasm, module: "env", name: "cbrt") public func cbrt(_ x: Double) -> Double
@_extern(c, "lessonkit_hypot") @_extern(wasm, module: "env", name: "hypot") public func hypot(
  _ x: Double, _ y: Double
) -> Double
@_extern(c, "lessonkit_sin") @_extern(wasm, module: "env", name: "sin") public func sin(_ x: Double) -> Double
@_extern(c, "lessonkit_cos") @_extern(wasm, module: "env", name: "cos") public func cos(_ x: Double) -> Double
@_extern(c, "lessonkit_tan") @_extern(wasm, module: "env", name: "tan") public func tan(_ x: Double) -> Double
@_extern(c, "lessonkit_asin") @_extern(wasm, module: "env", name: "asin") public func asin(_ x: Double) -> Double
@_extern(c, "lessonkit_acos") @_extern(wasm, module: "env", name: "acos") public func acos(_ x: Double) -> Double
@_extern(c, "lessonkit_atan") @_extern(wasm, module: "env", name: "atan") public func atan(_ x: Double) -> Double
@_extern(c, "lessonkit_atan2") @_extern(wasm, module: "env", name: "atan2") public func atan2(
  _ y: Double, _ x: Double
) -> Double
@_extern(c, "lessonkit_sinh") @_extern(wasm, module: "env", name: "sinh") public func sinh(_ x: Double) -> Double
@_extern(c, "lessonkit_cosh") @_extern(wasm, module: "env", name: "cosh") public func cosh(_ x: Double) -> Double
@_extern(c, "lessonkit_tanh") @_extern(wasm, module: "env", name: "tanh") public func tanh(_ x: Double) -> Double
@_extern(c, "lessonkit_exp2") @_extern(wasm, module: "env", name: "exp2") public func exp2(_ x: Double) -> Double
@_extern(c, "lessonkit_asinh") @_extern(wasm, module: "env", name: "asinh") public func asinh(_ x: Double) -> Double
@_extern(c, "lessonkit_acosh") @_extern(wasm, module: "env", name: "acosh") public func acosh(_ x: Double) -> Double
@_extern(c, "lessonkit_atanh") @_extern(wasm, module: "env", name: "atanh") public func atanh(_ x: Double) -> Double
@_extern(c, "lessonkit_erf") @_extern(wasm, module: "env", name: "erf") public func erf(_ x: Double) -> Double
@_extern(c, "lessonkit_erfc") @_extern(wasm, module: "env", name: "erfc") public func erfc(_ x: Double) -> Double
@_extern(c, "lessonkit_lgamma") @_extern(wasm, module: "env", name: "lgamma") public func lgamma(_ x: Double) -> Double
@_extern(c, "lessonkit_tgamma") @_extern(wasm, module: "env", name: "tgamma") public func tgamma(_ x: Double) -> Double
@_extern(c, "lessonkit_fmod") @_extern(wasm, module: "env", name: "fmod") public func fmod(
  _ x: Double, _ y: Double
) -> Double
@_extern(c, "lessonkit_expf") @_extern(wasm, module: "env", name: "expf") public func expf(_ x: Float) -> Float
@_extern(c, "lessonkit_logf") @_extern(wasm, module: "env", name: "logf") public func logf(_ x: Float) -> Float
@_extern(c, "lessonkit_tanhf") @_extern(wasm, module: "env", name: "tanhf") public func tanhf(_ x: Float) -> Float
@_extern(c, "lessonkit_sinf") @_extern(wasm, module: "env", name: "sinf") public func sinf(_ x: Float) -> Float
@_extern(c, "lessonkit_cosf") @_extern(wasm, module: "env", name: "cosf") public func cosf(_ x: Float) -> Float

// These need no help: WebAssembly has an instruction for each.
public func sqrtf(_ x: Float) -> Float { x.squareRoot() }
public func fabsf(_ x: Float) -> Float { x.magnitude }
public func sqrt(_ x: Double) -> Double { x.squareRoot() }
public func fabs(_ x: Double) -> Double { x.magnitude }
public func floor(_ x: Double) -> Double { x.rounded(.down) }
public func ceil(_ x: Double) -> Double { x.rounded(.up) }
public func round(_ x: Double) -> Double { x.rounded() }
public func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }
#endif
