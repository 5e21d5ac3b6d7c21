extension Dataset {
  /// Makes arms of a spiral, one a class, that no straight line separates.
  ///
  /// Point i of n of class j lies at radius r = i/(n − 1) and angle t = 4j + 4i/(n − 1) + noise·z, z from the standard normal
  /// distribution, that is at (r·sin t, r·cos t). The first point of every arm is the origin.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 7)
  /// let spiral = Dataset.spiral(pointsPerClass: 100, using: &random)
  /// spiral.count      // => 300
  /// spiral.inputs[0]  // => [0.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - classes: The number of arms.
  ///   - pointsPerClass: The number of points in an arm, at least 2.
  ///   - noise: The standard deviation of the angle in radians.
  ///   - generator: The source of the noise.
  /// - Source: CS231n, "Putting it together: minimal neural network case study", where noise is 0.2 and an arm has 100 points.
  public static func spiral(
    classes: Int = 3, pointsPerClass: Int, noise: Double = 0.2, using generator: inout some SeededGenerator
  ) -> Dataset {
    precondition(classes >= 1 && pointsPerClass >= 2, "a spiral has an arm, and an arm two points")
    var inputs: [[Double]] = []
    var labels: [Int] = []
    for label in 0..<classes {
      for i in 0..<pointsPerClass {
        let radius = Double(i) / Double(pointsPerClass - 1)
        let angle = 4 * Double(label) + 4 * radius + noise * generator.normal()
        inputs.append([radius * sin(angle), radius * cos(angle)])
        labels.append(label)
      }
    }
    return Dataset(inputs: inputs, labels: labels, classes: classes)
  }
}
