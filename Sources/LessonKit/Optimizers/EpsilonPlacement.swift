/// Where the small ε stands that keeps a division by a root of squared gradients from a division by zero.
public enum EpsilonPlacement: Sendable, Equatable, CaseIterable {
  /// √s + ε, as in Duchi et al., Kingma & Ba and PyTorch.
  case outsideRoot
  /// √(s + ε), as in "Dive into Deep Learning" and Keras's RMSprop.
  case insideRoot

  func root(_ s: Double, _ epsilon: Double) -> Double {
    switch self {
    case .outsideRoot: s.squareRoot() + epsilon
    case .insideRoot: (s + epsilon).squareRoot()
    }
  }
}
