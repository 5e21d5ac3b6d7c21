/// The plateau f(x) = 1 − exp(−½Σxᵢ²): a single pit in a plain that is the flatter the farther away.
///
/// ```swift
/// Plateau()([0, 0])            // => 0
/// Plateau().gradient(at: [6])  // => [9.138e-08]
/// ```
///
/// - Domain: any number of coordinates; values in [0, 1). The minimum is 0 at the origin.
public struct Plateau: TestFunction, Equatable {
  /// The number of coordinates.
  public let dimensions: Int

  /// Makes the function of a number of coordinates.
  public init(dimensions: Int = 1) {
    precondition(dimensions >= 1, "a plateau has at least one coordinate")
    self.dimensions = dimensions
  }

  /// The value at a point.
  public func callAsFunction(_ x: [Double]) -> Double { 1 - bell(x) }

  /// The gradient at a point.
  public func gradient(at x: [Double]) -> [Double] {
    let bell = bell(x)
    return x.map { $0 * bell }
  }

  /// The matrix of second derivatives at a point.
  public func hessian(at x: [Double]) -> Matrix {
    let bell = bell(x)
    var hessian = Matrix(rows: x.count, columns: x.count, repeating: 0)
    for i in x.indices {
      for j in x.indices { hessian[i, j] = ((i == j ? 1 : 0) - x[i] * x[j]) * bell }
    }
    return hessian
  }

  /// The points at which the function is least.
  public var minima: [[Double]] { [[Double](repeating: 0, count: dimensions)] }

  /// (3, 3, ...), where the gradient is small but not lost.
  public var start: [Double] { [Double](repeating: 3, count: dimensions) }

  private func bell(_ x: [Double]) -> Double { exp(-0.5 * x.reduce(0) { $0 + $1 * $1 }) }
}
