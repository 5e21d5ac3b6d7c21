// Methods, as `sum.tanh()` in PyTorch, not functions: one more `exp` beside that of numbers would slow the compiler down in
// every formula of every lesson, for it would try both at each call (twice to five times the time was measured).
extension Variable {
  /// This variable to a constant power; d(aⁿ)/da = n·aⁿ⁻¹.
  ///
  /// ```swift
  /// gradient(of: { x in x[0].power(3) }, at: [2])  // => [12.0]
  /// ```
  ///
  /// - Domain: as the C library's `pow`; a negative base with a fractional exponent is NaN.
  public func power(_ exponent: Double) -> Variable {
    // n·a⁰ is 0 for n = 0, also at a = 0 where a⁻¹ is infinite.
    let derivative = exponent == 0 ? 0 : exponent * pow(value, exponent - 1)
    return applying("pow", value: pow(value, exponent), derivative: derivative)
  }

  /// e to the power of this variable; d(eᵃ)/da = eᵃ.
  ///
  /// ```swift
  /// gradient(of: { x in x[0].exp() }, at: [1])  // => [2.718281828459045]
  /// ```
  public func exp() -> Variable {
    let power = Double.exponential(of: value)
    return applying("exp", value: power, derivative: power)
  }

  /// The natural logarithm; d(ln a)/da = 1/a.
  ///
  /// ```swift
  /// gradient(of: { x in x[0].log() }, at: [4])  // => [0.25]
  /// ```
  ///
  /// - Domain: a > 0; at 0 the value is −∞ and the derivative ∞.
  public func log() -> Variable { applying("log", value: Double.logarithm(of: value), derivative: 1 / value) }

  /// The square root; d(√a)/da = 1/(2√a).
  ///
  /// ```swift
  /// gradient(of: { x in x[0].sqrt() }, at: [4])  // => [0.25]
  /// ```
  ///
  /// - Domain: a ≥ 0; the derivative at 0 is ∞.
  public func sqrt() -> Variable {
    let root = value.squareRoot()
    return applying("sqrt", value: root, derivative: 1 / (2 * root))
  }

  /// The hyperbolic tangent; d(tanh a)/da = 1 − tanh²a.
  ///
  /// ```swift
  /// let x = Tape().variable(0.8813735870195432)
  /// let output = x.tanh()
  /// output.backward()
  /// output.value  // => 0.7071
  /// x.gradient    // => 0.5
  /// ```
  ///
  /// - Source: Karpathy, "The spelled-out intro to neural networks and backpropagation" (2022), the neuron example.
  public func tanh() -> Variable {
    let output = Double.hyperbolicTangent(of: value)
    return applying("tanh", value: output, derivative: 1 - output * output)
  }

  /// The logistic function σ(a) = 1/(1+e⁻ᵃ); dσ/da = σ(1−σ).
  ///
  /// ```swift
  /// gradient(of: { x in x[0].sigmoid() }, at: [0])  // => [0.25]
  /// ```
  public func sigmoid() -> Variable {
    let output = LessonKit.sigmoid(value)
    return applying("sigmoid", value: output, derivative: output * (1 - output))
  }

  /// The positive part max(0, a); its derivative is 0 for a < 0, 1 for a > 0, and by convention 0 at 0.
  ///
  /// ```swift
  /// gradient(of: { x in x[0].relu() + x[1].relu() }, at: [3, -3])  // => [1.0, 0.0]
  /// ```
  public func relu() -> Variable { applying("relu", value: max(0, value), derivative: value > 0 ? 1 : 0) }
}
