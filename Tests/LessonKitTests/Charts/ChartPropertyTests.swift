import LessonKit
import Testing

/// What holds for the text of every chart.
@Suite struct ChartPropertyTests {
  static let all = targetCharts + kindsOfCharts + oddCharts

  /// The pH goes from 0 to 14, and no axis of it to 15. Where an end lies half a row from a tick, as 39 from 40, it may be there.
  @Test(arguments: 2...38) func noTickLiesBeyondAFixedRange(end: Int) {
    let chart = Chart("A").line([(0, 0), (1, Double(end))]).y("y", 0...Double(end))
    let ticks = chart.text.split(separator: "\n").compactMap { line in
      line.contains("+") ? Double(line.prefix { $0 != "+" }.drop { $0 == " " }.prefix { $0 != " " }) : nil
    }
    #expect(ticks.count >= 2 && ticks.allSatisfy { (0...Double(end)).contains($0) }, "\(chart.text)")
  }

  @Test(arguments: all)
  func fitsThePage(_ golden: GoldenChart) {
    for width in [24, 40, 72, 120] {
      let chart = golden.chart.size(width: width, height: golden.chart.size.height)
      for line in chart.text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(String(line).displayWidth <= width, "\(chart)")
        #expect(line.last != " ", "\(chart)")
      }
    }
  }

  /// Only the author's own words may hold anything but printable ASCII.
  @Test(arguments: all)
  func isPlain(_ golden: GoldenChart) {
    let chart = golden.chart.glyphs(.ascii)
    let words = ["odd-wide-words", "odd-bars", "odd-upright"].contains(golden.name)
    for scalar in chart.text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && (words ? !(0x7F..<0xA0).contains(scalar.value) : scalar.value < 0x7F), "\(chart)")
    }
  }

  /// The picture is a function of the value.
  @Test(arguments: all)
  func isAValue(_ golden: GoldenChart) {
    #expect(golden.chart.text == golden.chart.text)
    #expect(golden.chart.description == golden.chart.text)
  }

  /// The last bit of every value, in which libraries of mathematics differ, changes nothing.
  @Test(arguments: all)
  func lastBitIsNoise(_ golden: GoldenChart) {
    for seed in 0..<5 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let noisy = golden.chart.shaken(using: &random)
      #expect(noisy.text == golden.chart.text)
    }
  }

  @Test(arguments: 0..<40)
  func lastBitIsNoiseInRandomData(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<Int.random(in: 1...200, using: &random)).map { _ in exp(Double.random(in: -4...4, using: &random)) }
    for chart in [
      Chart().line(values), Chart().line(values).y("", .log), Chart().histogram(values), Chart().box(["a": values]),
    ] {
      #expect(chart.shaken(using: &random).text == chart.text)
    }
  }

  /// Whatever is drawn over whatever: nothing crashes, the text fits the page, the SVG can be read.
  @Test(arguments: 0..<40)
  func anyMixture(_ seed: Int) throws {
    var charts = RandomCharts(seed: seed)
    for _ in 0..<10 {
      let chart = charts.chart()
      for line in chart.text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(String(line).displayWidth <= chart.size.width && line.last != " ", "\(chart)")
      }
      let facts = try #require(XMLFacts(chart.svg))
      #expect(facts.elements[0].attributes["aria-label"] == chart.figure.title)
      #expect(!chart.summary.isEmpty)
      #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
    }
  }

  /// Blocks and braille change data cells only: same lines, same widths, same labels.
  @Test(arguments: all)
  func otherGlyphsKeepTheLayout(_ golden: GoldenChart) {
    let plain = golden.chart.glyphs(.ascii).plotWithoutMarks
    for glyphs in [Chart.Glyphs.blocks, .braille] {
      let chart = golden.chart.glyphs(glyphs)
      #expect(chart.plotWithoutMarks == plain)
      #expect(chart.text.split(separator: "\n").count <= golden.chart.glyphs(.ascii).text.split(separator: "\n").count + 1)
    }
  }
}

extension Chart {
  /// The layout of a plot without the data, which may hold a NaN, unequal to itself.
  fileprivate var plotWithoutMarks: PlotLayout? {
    var plot = self.plot
    plot?.marks = []
    return plot
  }

  /// A copy in which every value of the data is one step up, one step down or the same.
  func shaken(using random: inout SplitMix64) -> Chart {
    var copy = self
    copy.marks = marks.map { $0.shaken(using: &random) }
    return copy
  }
}

extension Double {
  fileprivate func shaken(using random: inout SplitMix64) -> Double {
    guard isNormal else { return self }
    return [nextUp, self, nextDown][Int.random(in: 0...2, using: &random)]
  }
}

extension [Double] {
  fileprivate func shaken(using random: inout SplitMix64) -> [Double] { map { $0.shaken(using: &random) } }
}

extension Chart.Mark {
  fileprivate func shaken(using random: inout SplitMix64) -> Chart.Mark {
    func shaken(_ series: Chart.Series) -> Chart.Series {
      var series = series
      series.ys = series.ys.shaken(using: &random)
      if case .values(let xs) = series.xs { series.xs = .values(xs.shaken(using: &random)) }
      return series
    }
    switch content {
    case .line(let series): return .line(shaken(series))
    case .points(let series): return .points(shaken(series))
    case .step(let series): return .step(shaken(series))
    case .path(let series): return .path(shaken(series))
    case .bars(var bars):
      bars.values = bars.values.shaken(using: &random)
      return .bars(bars)
    case .matrix(var matrix):
      matrix.rows = matrix.rows.map { $0.shaken(using: &random) }
      return .matrix(matrix)
    case .contour(var contour):
      contour.values = contour.values.shaken(using: &random)
      return .contour(contour)
    case .box(var boxes):
      for i in boxes.boxes.indices {
        boxes.boxes[i].median = boxes.boxes[i].median.shaken(using: &random)
        boxes.boxes[i].low = boxes.boxes[i].low.shaken(using: &random)
        boxes.boxes[i].outliers = boxes.boxes[i].outliers.shaken(using: &random)
      }
      return .box(boxes)
    case .errorBars(var bars):
      bars.centers = bars.centers.shaken(using: &random)
      bars.lows = bars.lows.shaken(using: &random)
      bars.highs = bars.highs.shaken(using: &random)
      return .errorBars(bars)
    case .band(var band):
      band.lows = band.lows.shaken(using: &random)
      band.highs = band.highs.shaken(using: &random)
      return .band(band)
    case .rule(.x(let x)): return .rule(.x(x.shaken(using: &random)))
    case .rule(.y(let y)): return .rule(.y(y.shaken(using: &random)))
    case .label(var label):
      label.x = label.x.shaken(using: &random)
      label.y = label.y.shaken(using: &random)
      return .label(label)
    case .histogram: return self
    }
  }
}
