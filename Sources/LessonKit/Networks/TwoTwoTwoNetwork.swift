/// The smallest network worth differentiating by hand: two inputs, two hidden and two output neurons, all sigmoid.
///
/// ```text
/// i1 ─w1─▶ h1 ─w5─▶ o1      net h1 = w1·i1 + w2·i2 + b1      h1 = σ(net h1)
///    ╲w3╱     ╲w7╱          net h2 = w3·i1 + w4·i2 + b2      h2 = σ(net h2)
///    ╱w2╲     ╱w6╲          net o1 = w5·h1 + w6·h2 + b3      o1 = σ(net o1)
/// i2 ─w4─▶ h2 ─w8─▶ o2      net o2 = w7·h1 + w8·h2 + b4      o2 = σ(net o2)
/// ```
///
/// The loss is the sum of *half* squares, E = ½(t1 − o1)² + ½(t2 − o2)², so that ∂E/∂o = −(t − o) without a factor 2. For two
/// outputs it happens to equal the mean squared error.
///
/// ```swift
/// let network = TwoTwoTwoNetwork.mazur
/// network.forward(.mazur).o1               // => 0.75136507
/// network.loss(.mazur)                     // => 0.298371109
/// network.gradients(.mazur).w5             // => 0.082167041
/// ```
///
/// - Source: Mazur (2015), "A step by step backpropagation example". There each layer's two biases are one number that is never
///   trained; here they are four, so that each has its own derivative.
public struct TwoTwoTwoNetwork: Sendable, Equatable {
  /// Weights and biases.
  public var parameters: Parameters

  /// Makes a network from its twelve numbers.
  public init(_ parameters: Parameters) { self.parameters = parameters }

  /// The network of Mazur's example before training.
  public static let mazur = TwoTwoTwoNetwork(
    Parameters(
      w1: 0.15, w2: 0.20, w3: 0.25, w4: 0.30, w5: 0.40, w6: 0.45, w7: 0.50, w8: 0.55, b1: 0.35, b2: 0.35, b3: 0.60, b4: 0.60))

  /// Twelve numbers in the places of the network: its weights and biases, or the loss's derivatives with respect to them.
  public struct Parameters: Sendable, Equatable {
    /// Input 1 to hidden 1.
    public var w1: Double
    /// Input 2 to hidden 1.
    public var w2: Double
    /// Input 1 to hidden 2.
    public var w3: Double
    /// Input 2 to hidden 2.
    public var w4: Double
    /// Hidden 1 to output 1.
    public var w5: Double
    /// Hidden 2 to output 1.
    public var w6: Double
    /// Hidden 1 to output 2.
    public var w7: Double
    /// Hidden 2 to output 2.
    public var w8: Double
    /// Bias of hidden 1.
    public var b1: Double
    /// Bias of hidden 2.
    public var b2: Double
    /// Bias of output 1.
    public var b3: Double
    /// Bias of output 2.
    public var b4: Double

    /// Makes the twelve numbers.
    public init(
      w1: Double, w2: Double, w3: Double, w4: Double, w5: Double, w6: Double, w7: Double, w8: Double, b1: Double, b2: Double,
      b3: Double, b4: Double
    ) {
      (self.w1, self.w2, self.w3, self.w4) = (w1, w2, w3, w4)
      (self.w5, self.w6, self.w7, self.w8) = (w5, w6, w7, w8)
      (self.b1, self.b2, self.b3, self.b4) = (b1, b2, b3, b4)
    }

    /// The numbers in the order w1 ... w8, b1 ... b4.
    public var values: [Double] { [w1, w2, w3, w4, w5, w6, w7, w8, b1, b2, b3, b4] }

    /// Makes the twelve numbers from an array in the order of ``values``.
    ///
    /// - Precondition: there are twelve.
    public init(values: [Double]) {
      precondition(values.count == 12, "a 2-2-2 network has eight weights and four biases")
      self.init(
        w1: values[0], w2: values[1], w3: values[2], w4: values[3], w5: values[4], w6: values[5], w7: values[6], w8: values[7],
        b1: values[8], b2: values[9], b3: values[10], b4: values[11])
    }
  }

  /// One thing to learn: two inputs and the two outputs wanted for them.
  public struct Example: Sendable, Equatable {
    /// The first input.
    public let i1: Double
    /// The second input.
    public let i2: Double
    /// The target of the first output.
    public let t1: Double
    /// The target of the second output.
    public let t2: Double

    /// Makes an example.
    public init(i1: Double, i2: Double, t1: Double, t2: Double) {
      (self.i1, self.i2, self.t1, self.t2) = (i1, i2, t1, t2)
    }

    /// Mazur's example: 0.05, 0.10 to 0.01, 0.99.
    public static let mazur = Example(i1: 0.05, i2: 0.10, t1: 0.01, t2: 0.99)
  }
}
