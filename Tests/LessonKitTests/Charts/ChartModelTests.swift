import LessonKit
import Testing

/// What the marks compute from data, against other systems.
@Suite struct ChartModelTests {
  struct Sample: Sendable {
    var values: [Double]
    var quartiles: [Double]
    var whiskers: [Double]
    var outliers: [Double]
  }

  /// Quartiles of `numpy.percentile(values, [25, 50, 75])`, numpy 2.4.6; whiskers and outliers from them by Tukey's rule.
  static let samples = [
    Sample(values: [1, 2, 4, 8, 16, 32, 64], quartiles: [3, 8, 24], whiskers: [1, 32], outliers: [64]),
    Sample(values: [3.5, 1.25, 9, 7.75, 2, 6], quartiles: [2.375, 4.75, 7.3125], whiskers: [1.25, 9], outliers: []),
    Sample(values: [5], quartiles: [5, 5, 5], whiskers: [5, 5], outliers: []),
    Sample(values: [2, 10], quartiles: [4, 6, 8], whiskers: [2, 10], outliers: []),
    Sample(
      values: [-3, 0.5, 0.5, 100, 4, 4.25, 5, 5, 5.5], quartiles: [0.5, 4.25, 5], whiskers: [-3, 5.5], outliers: [100]),
  ]

  @Test(arguments: samples)
  func boxes(_ sample: Sample) throws {
    let chart = Chart().box(["a": sample.values + [.nan]])
    guard case .box(let boxes) = try #require(chart.marks.first).content, let box = boxes.boxes.first else {
      Issue.record("no box")
      return
    }
    #expect([box.lowerQuartile, box.median, box.upperQuartile] == sample.quartiles)
    #expect([box.low, box.high] == sample.whiskers)
    #expect(box.outliers == sample.outliers)
    #expect(box.count == sample.values.count && box.missing == 1)
  }

  /// `numpy.histogram(values, bins=numpy.arange(-0.5, 1.51, 0.25))`, numpy 2.4.6.
  @Test func histogram() throws {
    let values = [0, 0.1, 0.25, 0.5, 0.5, 0.75, 0.99, 1.0, 1.25, -0.5, 1.5]
    let chart = Chart().histogram(values + [.nan, 1.6, -.infinity], bins: 8, over: -0.5...1.5)
    guard case .histogram(let histogram) = try #require(chart.marks.first).content else {
      Issue.record("no histogram")
      return
    }
    #expect(histogram.counts == [1, 0, 2, 1, 2, 2, 1, 2])
    #expect(histogram.width.value == 0.25 && histogram.first == -2)
    #expect(histogram.outside == 2 && histogram.missing == 1)
  }

  struct Ticks: Sendable {
    var values: [Double]
    var labels: [String]
  }

  /// Labels by hand: multiples of a step of 1, 2, 2.5 or 5 times a power of ten, in one format.
  static let ticks = [
    Ticks(values: [0, 1], labels: ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    Ticks(values: [-2, 2], labels: ["-2", "-1", "0", "1", "2"]),
    Ticks(values: [0, 185], labels: ["0", "50", "100", "150", "200"]),
    Ticks(values: [0, 0.004], labels: ["0.000", "0.001", "0.002", "0.003", "0.004"]),
    Ticks(values: [0, 0.0004], labels: ["0", "1e-4", "2e-4", "3e-4", "4e-4"]),
    Ticks(values: [0, 4e6], labels: ["0", "1e6", "2e6", "3e6", "4e6"]),
    Ticks(values: [0, 400_000], labels: ["0", "100000", "200000", "300000", "400000"]),
    Ticks(values: [0.1 + 0.2, 0.7], labels: ["0.3", "0.4", "0.5", "0.6", "0.7"]),
  ]

  @Test(arguments: ticks)
  func labels(_ ticks: Ticks) throws {
    let plot = try #require(Chart().line(ticks.values).plot)
    #expect(plot.y.ticks.map(\.text) == ticks.labels)
    for tick in plot.y.ticks {
      #expect(Double(tick.text) == tick.value)
      #expect(plot.y.place(tick.value) == tick.place && tick.place % 1024 == 0)
    }
  }

  /// A place and its value are inverses up to the rounding of a 1024th of a cell.
  @Test(arguments: targetPlots)
  func places(_ golden: GoldenChart) throws {
    let plot = try #require(golden.chart.plot)
    for axis in [plot.x, plot.y] where axis.scale != .category {
      for place in stride(from: 0, through: (axis.cells - 1) * 1024, by: 100) {
        let back = axis.place(axis.value(at: place))
        #expect(back.map { ($0 - place).magnitude <= 1 } == true)
      }
    }
  }

  @Test func barsKeepTheirOrder() {
    #expect(Chart().bars(["z": 1, "a": 2, "m": 3]).text.split(separator: "\n").map { $0.first } == ["z", "a", "m"])
    #expect(Chart().bars(["z": 1, "a": 2]) == Chart().bars([("z", 1), ("a", 2)]))
  }

  /// Values run along the horizontal axis where bars lie, so its name stands below them, and that of the other above the names.
  @Test(
    arguments: [
      (
        Chart("Basket").bars(["bread": 1, "milk": 2]).x("price in euros").y("good").size(width: 30),
        "Basket\n\n good\nbread  ##########            1\n milk  ####################  2\n         price in euros"
      ),
      (
        Chart().bars(["a": -1, "b": 1]).y("a good of the basket").size(width: 24),
        "a good of the basket\na  ########|         -1\nb          |######## +1"
      ),
      (
        Chart().bars(["a": 1]).x("euros in one month of the year").size(width: 24),
        "a  ##################  1\neuros in one month of .."
      ),
    ] as [(Chart, String)])
  func lyingBarsNameTheirAxes(chart: Chart, text: String) { #expect(chart.text == text) }

  /// The signs, names and places of curves.
  @Test func naming() throws {
    func marks(_ chart: Chart) throws -> [PlacedMark] { try #require(chart.plot).marks }
    let apart = try marks(Chart().line([1, 2], "a").line([3, 4], "b"))
    #expect(apart.map(\.sign) == [.smooth, .smooth])
    let touching = try marks(Chart().line([1, 1], "a").line([1, 2], "b"))
    #expect(touching.map(\.sign) == [.smooth, .smooth])
    let crossing = try marks(Chart().line([1, 2], "a").line([2, 1], "b").points([1], "c"))
    #expect(crossing.map(\.sign) == [.character("*"), .character("o"), .character("x")])
    let together = try marks(Chart().line([0, 4], "a").line([1, 4], "b").line([2, 4], "c"))
    #expect(together.compactMap(\.namePlace?.row) == [10, 11, 12])  // as they come from below
    let chosen = try marks(Chart().line([1, 2], sign: "o").line([2, 3]))
    #expect(chosen.map(\.sign) == [.character("o"), .character("*")])
  }
}
