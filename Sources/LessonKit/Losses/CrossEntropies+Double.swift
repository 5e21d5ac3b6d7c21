// The cross-entropies of computed literals; see ``DoubleNumber``.

/// `binaryCrossEntropy` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func binaryCrossEntropy<T: DoubleNumber>(_ prediction: T, target: T) -> Double {
  func general<R: RealNumber>(_ prediction: R, target: R) -> R { binaryCrossEntropy(prediction, target: target) }
  return general(prediction.asDouble, target: target.asDouble)
}

/// `binaryCrossEntropy` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func binaryCrossEntropy<T: DoubleNumber>(
  _ predictions: [T], targets: [T], reduction: Reduction
) -> Double {
  func general<R: RealNumber>(_ predictions: [R], targets: [R], reduction: Reduction) -> R {
    binaryCrossEntropy(predictions, targets: targets, reduction: reduction)
  }
  return general(predictions.map { $0.asDouble }, targets: targets.map { $0.asDouble }, reduction: reduction)
}

/// `binaryCrossEntropyFromLogits` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func binaryCrossEntropyFromLogits<T: DoubleNumber>(_ logit: T, target: T) -> Double {
  func general<R: RealNumber>(_ logit: R, target: R) -> R { binaryCrossEntropyFromLogits(logit, target: target) }
  return general(logit.asDouble, target: target.asDouble)
}

/// `binaryCrossEntropyFromLogits` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func binaryCrossEntropyFromLogits<T: DoubleNumber>(
  _ logits: [T], targets: [T], reduction: Reduction
) -> Double {
  func general<R: RealNumber>(_ logits: [R], targets: [R], reduction: Reduction) -> R {
    binaryCrossEntropyFromLogits(logits, targets: targets, reduction: reduction)
  }
  return general(logits.map { $0.asDouble }, targets: targets.map { $0.asDouble }, reduction: reduction)
}

/// `categoricalCrossEntropy` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func categoricalCrossEntropy<T: DoubleNumber>(_ prediction: [T], target: [T]) -> Double {
  func general<R: RealNumber>(_ prediction: [R], target: [R]) -> R { categoricalCrossEntropy(prediction, target: target) }
  return general(prediction.map { $0.asDouble }, target: target.map { $0.asDouble })
}

/// `categoricalCrossEntropy` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func categoricalCrossEntropy<T: DoubleNumber>(
  _ predictions: [[T]], targets: [[T]], reduction: Reduction
) -> Double {
  func general<R: RealNumber>(_ predictions: [[R]], targets: [[R]], reduction: Reduction) -> R {
    categoricalCrossEntropy(predictions, targets: targets, reduction: reduction)
  }
  return general(
    predictions.map { $0.map { $0.asDouble } }, targets: targets.map { $0.map { $0.asDouble } }, reduction: reduction)
}

/// `categoricalCrossEntropyFromLogits` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func categoricalCrossEntropyFromLogits<T: DoubleNumber>(_ scores: [T], target: [T]) -> Double {
  func general<R: RealNumber>(_ scores: [R], target: [R]) -> R { categoricalCrossEntropyFromLogits(scores, target: target) }
  return general(scores.map { $0.asDouble }, target: target.map { $0.asDouble })
}

/// `categoricalCrossEntropyFromLogits` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func categoricalCrossEntropyFromLogits<T: DoubleNumber>(
  _ scores: [[T]], targets: [[T]], reduction: Reduction
) -> Double {
  func general<R: RealNumber>(_ scores: [[R]], targets: [[R]], reduction: Reduction) -> R {
    categoricalCrossEntropyFromLogits(scores, targets: targets, reduction: reduction)
  }
  return general(scores.map { $0.map { $0.asDouble } }, targets: targets.map { $0.map { $0.asDouble } }, reduction: reduction)
}
