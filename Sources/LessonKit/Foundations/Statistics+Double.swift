// The sums and statistics of computed literals; see ``DoubleNumber``.

/// `relativeDifference` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func relativeDifference<T: DoubleNumber>(_ a: T, _ b: T) -> Double {
  func general<R: BinaryFloatingPoint>(_ a: R, _ b: R) -> R { relativeDifference(a, b) }
  return general(a.asDouble, b.asDouble)
}

/// `mean` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func mean<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { mean(values) }
  return general(values.map { $0.asDouble })
}

/// `variance` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func variance<T: DoubleNumber>(_ values: [T], of divisor: VarianceDivisor) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R], of divisor: VarianceDivisor) -> R { variance(values, of: divisor) }
  return general(values.map { $0.asDouble }, of: divisor)
}

/// `standardDeviation` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func standardDeviation<T: DoubleNumber>(_ values: [T], of divisor: VarianceDivisor) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R], of divisor: VarianceDivisor) -> R {
    standardDeviation(values, of: divisor)
  }
  return general(values.map { $0.asDouble }, of: divisor)
}

/// `median` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func median<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { median(values) }
  return general(values.map { $0.asDouble })
}

/// `naiveSum` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func naiveSum<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { naiveSum(values) }
  return general(values.map { $0.asDouble })
}

/// `pairwiseSum` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func pairwiseSum<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { pairwiseSum(values) }
  return general(values.map { $0.asDouble })
}

/// `kahanSum` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func kahanSum<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { kahanSum(values) }
  return general(values.map { $0.asDouble })
}

/// `neumaierSum` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func neumaierSum<T: DoubleNumber>(_ values: [T]) -> Double {
  func general<R: BinaryFloatingPoint>(_ values: [R]) -> R { neumaierSum(values) }
  return general(values.map { $0.asDouble })
}
