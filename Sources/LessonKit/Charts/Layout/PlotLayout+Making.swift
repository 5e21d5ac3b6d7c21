extension PlotLayout {
  /// Lays out two axes and the marks between them: the vertical axis first, then what its labels and the names of curves
  /// leave to the horizontal one.
  init(_ chart: Chart) {
    let extent = PlotExtent(chart)
    let boxes = chart.boxes
    let y = boxes.isEmpty ? PlotLayout.vertical(chart, extent.y.range) : AxisLayout.naming(boxes, chart.size.width / 3)
    let labels = y.ticks.reduce(0) { Swift.max($0, $1.text.displayWidth) }
    let axisColumn = labels + (boxes.isEmpty ? 1 : 2)

    var naming = Naming(chart)
    var (x, marks) = (y, [PlacedMark]())
    // Each change of mind about names asks for more or less room, so the columns are laid out again; twice at most.
    while true {
      x = PlotLayout.horizontal(chart, extent.x.range, chart.size.width - axisColumn - naming.room, isWhole: extent.isIndexed)
      marks = naming.placed(chart, x: x, y: y)
      guard naming.revise(marks, x: x) else { break }
    }
    x.dropLabels(axisColumn: axisColumn, width: chart.size.width)
    naming.placeNames(&marks, x: x, y: y)
    self.init(
      x: x, y: y, axisColumn: axisColumn, zeroIsAxis: chart.histogram != nil || chart.upright.standsOnAxis, marks: marks,
      legend: naming.legend(marks, chart),
      hasData: extent.hasData || !boxes.isEmpty)
  }

  private static func vertical(_ chart: Chart, _ extent: ClosedRange<Double>?) -> AxisLayout {
    let isContour = chart.marks.contains { if case .contour = $0 { true } else { false } }
    var axis = chart.y
    if axis.label.isEmpty, chart.histogram != nil { axis.label = "count" }
    let wanted = chart.size.height ?? (isContour ? 17 : 13)
    return .making(
      .init(
        axis: axis, extent: extent, isHorizontal: false, wantedCells: wanted,
        maxCells: chart.size.height == nil ? 2 * wanted : wanted, isWhole: chart.histogram != nil))
  }

  private static func horizontal(_ chart: Chart, _ extent: ClosedRange<Double>?, _ room: Int, isWhole: Bool) -> AxisLayout {
    if let histogram = chart.histogram { return .making(histogram, chart.x, maxCells: room) }
    if chart.upright.groups > 0 { return chart.upright.axis(chart.x, maxCells: room) }
    return .making(.init(axis: chart.x, extent: extent, isHorizontal: true, wantedCells: 60, maxCells: room, isWhole: isWhole))
  }
}

extension Chart {
  /// The boxes of all box marks.
  var boxes: [Box] {
    var result: [Box] = []
    for case .box(let boxes) in marks { result += boxes.boxes }
    return result
  }

  /// The histogram that rules the axes, if there is one.
  var histogram: Histogram? {
    for case .histogram(let histogram) in marks where !histogram.counts.isEmpty { return histogram }
    return nil
  }
}

extension AxisLayout {
  /// Drops labels that would leave the page or touch the label before.
  mutating func dropLabels(axisColumn: Int, width: Int) {
    var free = 0
    for i in ticks.indices {
      let length = ticks[i].text.displayWidth
      let start = axisColumn + ticks[i].cell - length / 2
      ticks[i].isLabeled = start >= free && start + length <= width
      if ticks[i].isLabeled { free = start + length + 1 }
    }
  }

  /// An axis with one row for each box, the first on top.
  static func naming(_ boxes: [Chart.Box], _ room: Int) -> AxisLayout {
    let ticks = boxes.indices.reversed().map { i in
      Tick(value: Double(i), place: (boxes.count - 1 - i) * 1024, text: boxes[i].name.oneLine.truncated(to: room))
    }
    return AxisLayout(
      label: "", scale: .category, cells: boxes.count, ticks: ticks, step: TickStep(mantissa: 1, exponent: 0), cellsPerTick: 1,
      firstCell: 0, reach: -512...(boxes.count * 1024 - 512))
  }

  /// The axis of a histogram: a whole number of columns for each bin, ticks on edges of bins.
  static func making(_ histogram: Chart.Histogram, _ axis: Chart.Axis, maxCells: Int) -> AxisLayout {
    let bins = histogram.counts.count
    var best: (cost: Int, step: TickStep, spacing: Int, perBin: Int)?
    for perBin in 1...12 where bins * perBin < Swift.max(maxCells, bins + 1) {
      for (step, binsPerTick, rank) in histogram.width.multiples {
        let spacing = binsPerTick * perBin
        let ticks = bins * perBin / spacing + 1
        guard (6...24).contains(spacing) else { continue }
        let cost =
          2 * (ticks - 7).magnitude * 1000 / 7 + (bins * perBin + 1 - 60).magnitude * 1000 / 60 + UInt(100 * rank)
        if best.map({ Int(cost) < $0.cost }) ?? true { best = (Int(cost), step, spacing, perBin) }
      }
    }
    let (_, step, spacing, perBin) = best ?? (0, histogram.width, 1, 1)
    let (first, last) = (histogram.first * perBin, (histogram.first + bins) * perBin)
    let (low, high) = (-AxisSearch.floorDivide(-first, spacing), AxisSearch.floorDivide(last, spacing))
    let style = step.style(from: low, through: Swift.max(low, high))
    let ticks = (low...Swift.max(low, high)).map { count in
      Tick(
        value: TickStep.scaled(Double(count * step.mantissa), byTenTo: step.exponent), place: (count * spacing - first) * 1024,
        text: step.label(count, style))
    }
    return AxisLayout(
      label: axis.label.isEmpty ? histogram.note : "\(axis.label) (\(histogram.note))", scale: .linear, cells: last - first + 1,
      ticks: ticks, step: step, cellsPerTick: spacing, firstCell: first, reach: -512...((last - first) * 1024 + 512))
  }
}
