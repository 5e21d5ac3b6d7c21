/// The saddle f(x, y) = x² − y²: the gradient at the origin is zero and yet it is no minimum.
///
/// Gradient descent with rate η multiplies x by 1 − 2η and y by 1 + 2η. On the ridge y = 0 it ends in the origin; the smallest
/// deviation grows without end.
///
/// ```swift
/// let down = minimize(Saddle(), from: [1, 1e-6], with: GradientDescent(learningRate: 0.1), steps: 1)
/// down.lastPoint  // => [0.8, 0.0000012]
/// ```
///
/// - Domain: two coordinates; unbounded below.
public struct Saddle: TestFunction, Equatable {
  /// Makes the function.
  public init() {}

  public func callAsFunction(_ x: [Double]) -> Double { x[0] * x[0] - x[1] * x[1] }

  public func gradient(at x: [Double]) -> [Double] { [2 * x[0], -2 * x[1]] }

  public func hessian(at x: [Double]) -> Matrix { Matrix([[2, 0], [0, -2]]) }

  /// None: the function has no least value.
  public var minima: [[Double]] { [] }

  /// A millionth beside the ridge.
  public var start: [Double] { [1, 1e-6] }
}

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

  public func callAsFunction(_ x: [Double]) -> Double { 1 - bell(x) }

  public func gradient(at x: [Double]) -> [Double] {
    let bell = bell(x)
    return x.map { $0 * bell }
  }

  public func hessian(at x: [Double]) -> Matrix {
    let bell = bell(x)
    var hessian = Matrix(rows: x.count, columns: x.count, repeating: 0)
    for i in x.indices {
      for j in x.indices { hessian[i, j] = ((i == j ? 1 : 0) - x[i] * x[j]) * bell }
    }
    return hessian
  }

  public var minima: [[Double]] { [[Double](repeating: 0, count: dimensions)] }

  /// (3, 3, ...), where the gradient is small but not lost.
  public var start: [Double] { [Double](repeating: 3, count: dimensions) }

  private func bell(_ x: [Double]) -> Double { exp(-0.5 * x.reduce(0) { $0 + $1 * $1 }) }
}
