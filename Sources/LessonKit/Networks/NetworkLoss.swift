/// A network's mean loss as a function of its parameters, so that ``minimize(_:from:with:steps:schedule:)``, a gradient check
/// or a range test can work on it.
///
/// ```swift
/// let network = Network(sizes: [1, 1], hidden: .identity, objective: .meanSquaredError)
/// let loss = NetworkLoss(network, on: Dataset(inputs: [[1], [2]], targets: [[3], [5]]))
/// loss([2, 1])           // => 0
/// loss.gradient(at: [0, 0])  // => [-13.0, -8.0]
/// ```
public struct NetworkLoss: DifferentiableFunction, Equatable {
  /// The network; its own parameters do not matter.
  public let network: Network
  /// The samples.
  public let data: Dataset

  /// Makes the loss of a network on a data set.
  public init(_ network: Network, on data: Dataset) {
    self.network = network
    self.data = data
  }

  /// The mean loss of the network with the given parameters.
  public func callAsFunction(_ parameters: [Double]) -> Double {
    with(parameters).loss(on: data)
  }

  /// The gradient of the mean loss with respect to the parameters.
  public func gradient(at parameters: [Double]) -> [Double] {
    with(parameters).valueAndGradient(on: data).gradient
  }

  private func with(_ parameters: [Double]) -> Network {
    var copy = network
    copy.parameters = parameters
    return copy
  }
}
