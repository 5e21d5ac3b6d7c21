import LessonKit
import Testing

/// A chart with the name of the file that holds its picture.
struct GoldenChart: Sendable, CustomTestStringConvertible {
  var name: String
  var chart: Chart
  var testDescription: String { name }

  init(_ name: String, _ chart: Chart) {
    self.name = name
    self.chart = chart
  }
}

extension Chart {
  /// The layout of the two axes and what is on them; nil where the figure is a list of bars or a matrix.
  var plot: PlotLayout? {
    if case .plot(let plot) = layout.content { plot } else { nil }
  }
}

/// The target pictures that have two axes.
let targetPlots = targetCharts.filter { $0.chart.plot != nil }

func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// Gradient descent on `w1^2 + 10 w2^2`.
func descent(from start: (Double, Double), rate: Double, steps: Int) -> [(Double, Double)] {
  var (w1, w2) = start
  return (0..<steps).map { _ in
    defer { (w1, w2) = (w1 - rate * 2 * w1, w2 - rate * 20 * w2) }
    return (w1, w2)
  }
}

/// The loss along gradient descent from (4, 2).
func losses(rate: Double, count: Int = 51) -> [Double] {
  descent(from: (4, 2), rate: rate, steps: count).map { $0.0 * $0.0 + 10 * $0.1 * $0.1 }
}

/// The pictures that the project set out to draw. Curves whose formula nobody knows are read off the picture, cell by cell.
let targetCharts: [GoldenChart] = [
  .init(
    "sigmoid",
    Chart("Sigmoid and its derivative")
      .line(logistic, over: -6...6, "sigmoid")
      .line({ logistic($0) * (1 - logistic($0)) }, over: -6...6, "derivative")
      .x("x")),
  .init(
    "learning-rates",
    Chart("Same start, three learning rates")
      .line(losses(rate: 0.005), "lr = 0.005").line(losses(rate: 0.03), "lr = 0.03").line(losses(rate: 0.095), "lr = 0.095")
      .x("step").y("loss", .log)),
  .init(
    "gradient-descent",
    Chart("Gradient descent on f(w1, w2) = w1^2 + 10 w2^2")
      .contour({ $0 * $0 + 10 * $1 * $1 }, x: -5...5, y: -2...2, at: [1, 4, 10, 20, 40])
      .path(descent(from: (-4, 1.75), rate: 0.08, steps: 10))
      .x("w1").y("w2")),
  .init(
    "next-word",
    Chart("Next word after \"the\"").bars(["cat": 0.42, "dog": 0.27, "bird": 0.16, "fish": 0.10, "ant": 0.05]).size(width: 30)),
  .init(
    "weight-gradients",
    Chart("Gradient of each weight").bars(["w1": -0.82, "w2": 0.31, "w3": -0.10, "b": 1.00]).size(width: 31)),
  .init("histogram", Chart("1000 draws from N(0, 1)").histogram(draws, bins: 14, over: -3.5...3.5).x("value")),
  .init(
    "range-test",
    Chart("Learning-rate range test").line(rangeTest).label("steepest: 0.001", x: 0.001, y: 1.5)
      .x("learning rate", .log).y("loss", 0...3)),
  .init(
    "attention",
    Chart("Attention of one head, percent (a row looks at a column)")
      .matrix(
        [[100], [30, 70], [8, 72, 20], [6, 14, 62, 18], [4, 10, 16, 55, 15], [3, 34, 17, 12, 24, 10]],
        rows: ["the", "cat", "sat", "on", "the", "mat"], range: 0...100)),
  .init(
    "overfitting",
    Chart("Overfitting starts at the dotted line")
      .line(validation, "validation", sign: "o").line(train, "train", sign: "*").rule(x: 24)
      .x("epoch").y("loss", 0...2.5)),
  .init(
    "two-classes",
    Chart("Two classes and the line the model found")
      .points(classO).points(classX).line({ 0.095 - 1.195 * $0 }, over: -3.5...3.5)
      .x("x1", -3.5...3.5).y("x2", -2.45...2.45).size(height: 15)),
  .init(
    "test-accuracy",
    Chart("Test accuracy over 20 runs, percent")
      .box([
        "sgd": [75, 76, 76.5, 77, 78, 78, 78.5, 79, 79.5, 79.5, 79.5, 80, 80.5, 81, 82, 82, 83, 84, 86, 95],
        "adam": [81, 82, 82.5, 83, 83.5, 83.5, 84, 84.5, 85, 85.5, 85.5, 86, 86, 86.5, 87, 87, 88, 88.5, 89, 90],
      ])
      .x("", 70...95)),
  .init(
    "missing",
    Chart("Missing and infinite values").line(gaps).x("step").y("loss", 0...3).size(width: 27, height: 7)),
  .init("constant", Chart("Constant").line(Array(repeating: 2, count: 23)).size(width: 25, height: 5)),
  .init("nothing", Chart("Nothing").line([Double]()).size(width: 24, height: 3)),
]

/// A thousand values, of which one lies outside the bins; the counts are read off the picture.
private let draws: [Double] = {
  let counts = [1, 5, 17, 44, 101, 152, 187, 187, 151, 85, 43, 24, 0, 2]
  return [9] + counts.indices.flatMap { Array(repeating: -3.25 + 0.5 * Double($0), count: counts[$0]) }
}()

/// The loss over learning rates from 1e-6 on, ten for each power of ten.
private let rangeTest: [(Double, Double)] = {
  let heights: [Double] =
    Array(repeating: 2.33, count: 10) + Array(repeating: 2.25, count: 9) + [2.17, 2.17, 2.17, 2.08, 2.08, 2, 1.92]
    + [1.83, 1.75, 1.67, 1.5, 1.5, 1.33, 1.17, 1.08, 1, 0.92, 0.83, 0.83, 0.75, 0.67, 0.67, 0.67]
    + Array(repeating: 0.58, count: 7) + [0.67, 0.83, 1, 1.25, 1.5, 1.75, 1.95, 2.3, 2.75]
  return heights.enumerated().map { (exp((Double($0) / 10 - 6) * log(10)), $1) }
}()

private func rows(_ runs: [(row: Int, count: Int)]) -> [Double] {
  runs.flatMap { Array(repeating: 2.5 - 0.25 * Double($0.row), count: $0.count) }
}

private let train = rows([(0, 1), (1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 4), (8, 8), (9, 28)])
private let validation = rows([
  (0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 5), (7, 24), (6, 10), (5, 2),
])

private let classO = points(
  row: [
    1: [-2.125], 0: [-2.375, -2.25, -2, -1.75, -1.125, -0.625], -1: [-1.75, -1.25, -0.875, -0.75, -0.5, -0.375, 0],
    -2: [-2.25, -2.125, -1.75, -1.375, -1.25, -0.875, -0.375], -3: [-1.875, -1.75, -1.625, -0.625], -4: [-1.375, -1.125, 0],
    -6: [-2.375, -0.5], -7: [-2.5],
  ])
private let classX = points(
  row: [
    6: [0.625], 5: [-0.125, 0.75, 1, 1.25, 1.625], 4: [1.25, 1.5, 1.875, 2, 2.125, 2.25],
    3: [1.375, 1.5, 1.625, 1.875, 2.625], 2: [-0.375, 0.375, 0.875, 1, 1.5, 2.25], 1: [-0.375, 0.625, 1.375, 1.5],
    0: [0.75, 1.25, 1.375, 2], -1: [2.125],
  ])

private func points(row: KeyValuePairs<Int, [Double]>) -> [(Double, Double)] {
  row.flatMap { row in row.value.map { ($0, Double(row.key) / 3) } }
}

/// Three missing values, one infinite, six more missing.
private let gaps: [Double] =
  [.nan, .nan, .nan, 2.17, 2, 2, 1.83, 1.83, 1.67, 1.83, 2.17, 2.5, .infinity] + Array(repeating: .nan, count: 6)
  + [1.83, 2, 2, 2.17, 2.17, 2.17]
