extension Chart.Mark {
  /// Five-number summaries, one row for each name.
  public static func box(_ boxes: Chart.Boxes) -> Chart.Mark { Chart.Mark(.box(boxes)) { .box(boxes) } }
}

extension MarkTraits {
  /// Five-number summaries, one row for each name.
  static func box(_ boxes: Chart.Boxes) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Box plot", one: "boxes", many: "boxes", isGround: true),
      standing: { _ in boxes.boxes.isEmpty ? .idle(joins: false) : .ruler(joins: false) },
      ruling: { chart in Ruling(vertical: .naming(chart.boxes, chart.size.width / 3)) },
      merged: { marks in .box(Chart.Boxes(boxes: marks.flatMap { $0.boxes })) },
      extend: { extent in
        extent.isIndexed = false
        for box in boxes.boxes { extent.x.add([box.low, box.high] + box.outliers) }
      },
      drawAbove: { drawing, _ in drawing.draw(boxes) },
      svgAbove: { svg, mark in svg.boxes(boxes, mark) },
      sentences: { _, _ in boxes.boxes.map { $0.sentence } },
      table: { boxes.table($0.title) },
      parts: { _, _ in [.rows(boxes.boxes.flatMap { $0.mixedRows })] })
  }
}

extension Chart {
  /// The boxes of all box marks.
  fileprivate var boxes: [Box] { marks.flatMap { $0.boxes } }
}

extension Chart.Mark {
  /// The boxes of a box mark.
  fileprivate var boxes: [Chart.Box] { if case .box(let boxes) = content { boxes.boxes } else { [] } }
}

extension AxisLayout {
  /// An axis with one row for each box, the first on top.
  static func naming(_ boxes: [Chart.Box], _ room: Int) -> AxisLayout {
    let ticks = boxes.indices.reversed().map { i in
      Tick(value: Double(i), place: (boxes.count - 1 - i) * 1024, text: boxes[i].name.oneLine.truncated(to: room))
    }
    return AxisLayout(
      label: "", scale: .category, cells: boxes.count, ticks: ticks, step: TickStep(mantissa: 1, exponent: 0), cellsPerTick: 1,
      firstCell: 0, reach: -512...(boxes.count * 1024 - 512))
  }
}

extension PlotDrawing {
  fileprivate mutating func draw(_ boxes: Chart.Boxes) {
    for (i, box) in boxes.boxes.enumerated() {
      let row = layout.y.cells - 1 - i
      func column(_ value: Double) -> Int? {
        layout.x.place(value).flatMap { layout.x.reach.contains($0) ? layout.x.cell(at: $0) : nil }
      }
      func fill(_ from: Double, _ to: Double, _ sign: Character) {
        guard let low = layout.x.place(from), let high = layout.x.place(to), low <= high else { return }
        for column in layout.x.cells(from: low, through: high) { self[row, column] = sign }
      }
      fill(box.low, box.high, "-")
      fill(box.lowerQuartile, box.upperQuartile, "=")
      for (value, sign) in [
        (box.low, "|"), (box.high, "|"), (box.lowerQuartile, "["), (box.upperQuartile, "]"), (box.median, "|"),
      ] as [(Double, Character)] {
        if let column = column(value) { self[row, column] = sign }
      }
      for outlier in box.outliers { if let column = column(outlier) { self[row, column] = "o" } }
    }
  }
}

extension SVGBuilder {
  /// Boxes with whiskers, one in a row.
  fileprivate mutating func boxes(_ boxes: Chart.Boxes, _ mark: FramedMark) {
    let (frame, color) = (mark.frame, mark.style.color)
    for (index, box) in boxes.boxes.enumerated() where box.count > 0 {
      let y = frame.y((frame.layout.y.cells - 1 - index) * 1024)
      func x(_ value: Double) -> Double? { frame.layout.x.place(value).map { frame.x($0).limited(to: frame.area.x) } }
      group("chart-box")
      if let low = x(box.low), let q1 = x(box.lowerQuartile), let median = x(box.median), let q3 = x(box.upperQuartile),
        let high = x(box.high)
      {
        var path = SVGPath()
        path.stroke(low, y, q1, y)
        path.stroke(q3, y, high, y)
        for end in [low, high] { path.stroke(end, y - 5, end, y + 5) }
        for side in [y - 8, y + 8] { path.stroke(q1, side, q3, side) }
        for side in [q1, q3] { path.stroke(side, y - 8, side, y + 8) }
        rect(x: q1, y: y - 8, width: q3 - q1, height: 16, "", color: color, opacity: 0.18)
        stroke(path.commands, "", color: color, width: 1.6)
        var middle = SVGPath()
        middle.stroke(median, y - 8, median, y + 8)
        stroke(middle.commands, "", color: color, width: 3)
      }
      for outlier in box.outliers {
        guard let place = frame.layout.x.place(outlier), frame.layout.x.reach.contains(place) else { continue }
        ring(x: frame.x(place), y: y, radius: 3.2, color: color)
      }
      close()
    }
  }
}

extension Chart.Box {
  /// The five numbers, then what lies beyond.
  fileprivate var sentence: String {
    let start = name.isEmpty ? "Sample" : name.oneLine
    guard count > 0 else { return "\(start): no values." }
    var words = "\(start): median \(median.spoken), quartiles \(lowerQuartile.spoken) and \(upperQuartile.spoken)"
    words += ", whiskers \(low.spoken) to \(high.spoken)"
    if !outliers.isEmpty {
      words += ", \(outliers.count.counted("outlier"))"
      if outliers.count <= 3 { words += " at " + outliers.map { $0.spoken }.joined(separator: ", ") }
    }
    if missing > 0 { words += ", \(missing) missing" }
    return words + "."
  }

  fileprivate var mixedRows: [[Cell]] {
    var places = [
      ("low", low), ("lower quartile", lowerQuartile), ("median", median), ("upper quartile", upperQuartile), ("high", high),
    ]
    for outlier in outliers { places.append(("outlier", outlier)) }
    return places.map { place, value in [.text(place), .data(value), .text(name)] }
  }
}

extension Chart.Boxes {
  fileprivate func table(_ title: String) -> Table {
    let rows = Chart.evenIndices(count: boxes.count, atMost: Chart.tableRows).map { index in
      let box = boxes[index]
      let numbers = [box.low, box.lowerQuartile, box.median, box.upperQuartile, box.high].map { Cell.data($0) }
      return [Cell.text(box.name), .integer(box.count)] + numbers + [.integer(box.outliers.count)]
    }
    let columns = ["name", "values", "low", "lower quartile", "median", "upper quartile", "high", "outliers"]
    return Table(title, columns: columns, rows: rows)
  }
}
