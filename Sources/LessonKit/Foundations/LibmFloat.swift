// The elementary functions in single precision, by way of double precision: the nearest `Float` in all but about one case
// in 10⁸, with no second set of imports.
//
// They are disfavored so that a bare literal, as in `exp(1)`, remains a `Double`.

@_disfavoredOverload public func exp(_ x: Float) -> Float { Float(exp(Double(x))) }
@_disfavoredOverload public func expm1(_ x: Float) -> Float { Float(expm1(Double(x))) }
@_disfavoredOverload public func log(_ x: Float) -> Float { Float(log(Double(x))) }
@_disfavoredOverload public func log1p(_ x: Float) -> Float { Float(log1p(Double(x))) }
@_disfavoredOverload public func log2(_ x: Float) -> Float { Float(log2(Double(x))) }
@_disfavoredOverload public func log10(_ x: Float) -> Float { Float(log10(Double(x))) }
@_disfavoredOverload public func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }
@_disfavoredOverload public func sin(_ x: Float) -> Float { Float(sin(Double(x))) }
@_disfavoredOverload public func cos(_ x: Float) -> Float { Float(cos(Double(x))) }
@_disfavoredOverload public func tanh(_ x: Float) -> Float { Float(tanh(Double(x))) }
@_disfavoredOverload public func sqrt(_ x: Float) -> Float { x.squareRoot() }
@_disfavoredOverload public func fabs(_ x: Float) -> Float { x.magnitude }
@_disfavoredOverload public func floor(_ x: Float) -> Float { x.rounded(.down) }
@_disfavoredOverload public func ceil(_ x: Float) -> Float { x.rounded(.up) }
@_disfavoredOverload public func round(_ x: Float) -> Float { x.rounded() }
