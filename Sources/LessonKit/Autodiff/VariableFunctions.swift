/// Raises a variable to a constant power; d(aⁿ)/da = n·aⁿ⁻¹.
///
/// - Domain: as the C library's `pow`; a negative base with a fractional exponent is NaN.
public func pow(_ a: Variable, _ exponent: Double) -> Variable {
  // n·a⁰ is 0 for n = 0, also at a = 0 where a⁻¹ is infinite.
  let derivative = exponent == 0 ? 0 : exponent * pow(a.value, exponent - 1)
  return a.applying("pow", value: pow(a.value, exponent), derivative: derivative)
}

/// Raises e to a variable; d(eᵃ)/da = eᵃ.
public func exp(_ a: Variable) -> Variable {
  let power = exp(a.value)
  return a.applying("exp", value: power, derivative: power)
}

/// Takes the natural logarithm; d(ln a)/da = 1/a.
///
/// - Domain: a > 0; at 0 the value is −∞ and the derivative ∞.
public func log(_ a: Variable) -> Variable {
  a.applying("log", value: log(a.value), derivative: 1 / a.value)
}

/// Takes the square root; d(√a)/da = 1/(2√a).
///
/// - Domain: a ≥ 0; the derivative at 0 is ∞.
public func sqrt(_ a: Variable) -> Variable {
  let root = a.value.squareRoot()
  return a.applying("sqrt", value: root, derivative: 1 / (2 * root))
}

/// Takes the hyperbolic tangent; d(tanh a)/da = 1 − tanh²a.
///
/// ```swift
/// let x = Tape().variable(0.8813735870195432)
/// let output = tanh(x)
/// output.backward()
/// output.value  // => 0.7071
/// x.gradient    // => 0.5
/// ```
///
/// - Source: Karpathy, "The spelled-out intro to neural networks and backpropagation" (2022), the neuron example.
public func tanh(_ a: Variable) -> Variable {
  let output = tanh(a.value)
  return a.applying("tanh", value: output, derivative: 1 - output * output)
}

/// Takes the logistic function σ(a) = 1/(1+e⁻ᵃ); dσ/da = σ(1−σ).
public func sigmoid(_ a: Variable) -> Variable {
  let output = sigmoid(a.value)
  return a.applying("sigmoid", value: output, derivative: output * (1 - output))
}

/// Takes the positive part max(0, a); its derivative is 0 for a < 0, 1 for a > 0, and by convention 0 at 0.
public func relu(_ a: Variable) -> Variable {
  a.applying("relu", value: max(0, a.value), derivative: a.value > 0 ? 1 : 0)
}
