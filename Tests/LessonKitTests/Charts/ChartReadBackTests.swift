import LessonKit
import Testing

/// What stands in the picture is what the data say, to the accuracy that the rules promise.
@Suite struct ChartReadBackTests {
  @Test(arguments: 0..<60)
  func ticksStandWhereTheySay(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let scale = exp(Double.random(in: -6...12, using: &random))
    let shift = Double.random(in: -3...3, using: &random) * scale
    let values = (0..<Int.random(in: 2...80, using: &random)).map { _ in
      shift + scale * Double.random(in: -1...1, using: &random)
    }
    let picture = try PictureReading(Chart().line(values).text)
    for (ticks, values) in [(picture.rowTicks, picture.rowValues), (picture.columnTicks, picture.columnValues)] {
      for tick in ticks {
        #expect((values[tick.cell] - tick.value).magnitude <= 1e-9 * max(values.map(\.magnitude).max() ?? 0, 1e-300))
      }
    }
    let reach = (picture.rowValues.last ?? 0) - picture.rowHeight / 2...(picture.rowValues.first ?? 0) + picture.rowHeight / 2
    #expect(values.allSatisfy(reach.contains))
  }

  /// Within a sixth of a row where the line is shallow, within one row where it is steep.
  @Test(arguments: 0..<80)
  func smoothLine(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let waves = (0..<3).map { _ in
      (
        size: Double.random(in: 0...2, using: &random), rate: Double.random(in: 0.1...4, using: &random),
        phase: Double.random(in: 0...6, using: &random)
      )
    }
    func curve(_ x: Double) -> Double { waves.reduce(0) { $0 + $1.size * sin($1.rate * x + $1.phase) } }
    try check(
      Chart().line(curve, over: -2...3),
      Polyline(points: (0...240).map { (x: -2 + Double($0) / 48, y: curve(-2 + Double($0) / 48)) }))
  }

  @Test(arguments: 0..<80)
  func valuesAtRandom(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<Int.random(in: 2...55, using: &random)).map { _ in Double.random(in: -5...40, using: &random) }
    try check(Chart().line(values), Polyline(points: values.enumerated().map { (x: Double($0), y: $1) }))
  }

  private func check(_ chart: Chart, _ line: Polyline) throws {
    let picture = try PictureReading(chart.text)
    for (row, cells) in picture.rows.enumerated() {
      // Column 0 is the axis itself: `|` and `-` there may be either.
      for (column, glyph) in cells.enumerated().dropFirst() where glyph != " " {
        let (x, y) = (picture.columnValues[column], picture.rowValues[row])
        let half = picture.columnWidth / 2
        let range = try #require(line.extremes(from: x - half, through: x + half), "a cell beyond the data:\n\(chart)")
        if let third = ["'": 1.0, "-": 0, ".": -1][glyph] {
          let data = line.value(at: x) ?? (range.lowerBound + range.upperBound) / 2
          #expect(
            (data - y - third * picture.rowHeight / 3).magnitude <= picture.rowHeight * (1.0 / 6 + 0.002),
            "row \(row), column \(column) of\n\(chart)")
        } else {
          #expect(
            y + picture.rowHeight >= range.lowerBound && y - picture.rowHeight <= range.upperBound,
            "row \(row), column \(column) of\n\(chart)")
        }
      }
    }
    for column in picture.columnValues.indices.dropFirst() where line.value(at: picture.columnValues[column]) != nil {
      #expect(picture.rows.contains { $0[column] != " " }, "column \(column) is empty in\n\(chart)")
    }
  }

  /// Every point is in the cell of its row and column, and no other cell is marked.
  @Test(arguments: 0..<40)
  func points(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let points = (0..<Int.random(in: 2...60, using: &random)).map { _ in
      (Double.random(in: -1...1, using: &random), Double.random(in: 0...900, using: &random))
    }
    let chart = Chart().points(points)
    let picture = try PictureReading(chart.text)
    for (row, cells) in picture.rows.enumerated() {
      for (column, glyph) in cells.enumerated() where glyph == "o" {
        let near = points.contains {
          ($0.0 - picture.columnValues[column]).magnitude <= picture.columnWidth * 0.501
            && ($0.1 - picture.rowValues[row]).magnitude <= picture.rowHeight * 0.501
        }
        #expect(near, "row \(row), column \(column) of\n\(chart)")
      }
    }
    for point in points {
      let isDrawn = picture.rows.indices.contains { row in
        picture.columnValues.indices.contains { column in
          picture.rows[row][column] == "o" && (point.0 - picture.columnValues[column]).magnitude <= picture.columnWidth * 0.501
            && (point.1 - picture.rowValues[row]).magnitude <= picture.rowHeight * 0.501
        }
      }
      #expect(isDrawn, "\(point) in\n\(chart)")
    }
  }

  private func nearest(_ value: Double, _ centers: [Double]) -> Int {
    centers.indices.min { (centers[$0] - value).magnitude < (centers[$1] - value).magnitude } ?? 0
  }

  /// The height of each bar is its count, to a quarter of a row.
  @Test(arguments: 0..<20)
  func histogram(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<400).map { _ in Double.random(in: 0...10, using: &random) * Double.random(in: 0...1, using: &random) }
    let chart = Chart().histogram(values, bins: 10, over: 0...10)
    let picture = try PictureReading(chart.text, zeroIsAxis: true)
    let unit = picture.rowHeight
    for bin in 0..<10 {
      let count = Double(values.count { $0 >= Double(bin) && $0 < Double(bin + 1) })
      let column = nearest(Double(bin) + 0.5, picture.columnValues)
      let bar = picture.rows.dropLast().map { $0[column] }
      let height = bar.reduce(0.0) { $0 + (["#": 1.0, ":": 0.625, ".": 0.375][$1] ?? 0) }
      #expect((height * unit - count).magnitude <= unit * 0.376, "bin \(bin) with \(count) in\n\(chart)")
    }
  }

  /// The length of each bar is its value, to a quarter of the value of a cell, and the value stands at its end.
  @Test(arguments: 0..<20)
  func bars(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<6).map { _ in (Double.random(in: -1...2, using: &random) * 100).rounded() / 100 }
    let chart = Chart().bars(values.enumerated().map { ("bar\($0)", $1) })
    let largest = values.map(\.magnitude).max() ?? 0
    let lines = chart.text.split(separator: "\n")
    let longest = lines.map { line in line.count { $0 == "#" } }.max() ?? 0
    for (line, value) in zip(lines, values) {
      let length = line.prefix(66).reduce(0.0) { $0 + (["#": 1.0, ":": 0.625][$1] ?? 0) }
      #expect((length * largest / Double(longest) - value.magnitude).magnitude <= 0.63 * largest / Double(longest))
      let written = line.split(separator: " ").last.map(String.init) ?? ""
      #expect(Double(written) == value, "\(line)")
    }
  }
}
