extension Chart.Mark {
  /// How many values fall into each bin.
  public static func histogram(_ histogram: Chart.Histogram) -> Chart.Mark {
    Chart.Mark(.histogram(histogram)) { .histogram(histogram) }
  }
}

extension MarkTraits {
  /// How many values fall into each bin.
  static func histogram(_ histogram: Chart.Histogram) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Histogram", one: "a histogram", many: "histograms", isGround: true),
      standing: { _ in histogram.counts.isEmpty ? .idle(joins: false) : .ruler(joins: false) },
      ruling: { chart in
        Ruling(
          horizontal: { .making(histogram, chart.x, maxCells: $0) }, verticalLabel: "count", isWhole: true, standsOnAxis: true,
          xRange: histogram.edge(0)...histogram.edge(histogram.counts.count))
      },
      extend: { extent in
        guard !histogram.counts.isEmpty else { return }
        extent.x.add(Double(histogram.first) * histogram.width.value)
        extent.x.add(Double(histogram.first + histogram.counts.count) * histogram.width.value)
        extent.y.add(0)
        extent.y.add(Double(Swift.max(1, histogram.counts.max() ?? 0)))
      },
      drawBelow: { drawing, _ in drawing.draw(histogram) },
      svgBelow: { svg, mark in svg.histogram(histogram, mark) },
      sentences: { _, _ in histogram.sentences },
      table: { histogram.table($0.title) },
      parts: { _, _ in [.rows(histogram.mixedRows)] })
  }
}

extension AxisLayout {
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
    let (low, high) = (-(-first).floorDivided(by: spacing), last.floorDivided(by: spacing))
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

extension PlotDrawing {
  /// Upright bars on the axis: row k is full at k units.
  fileprivate mutating func draw(_ histogram: Chart.Histogram) {
    guard !histogram.counts.isEmpty else { return }
    let perBin = (layout.x.cells - 1) / histogram.counts.count
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      guard let place = layout.y.place(Double(count)) else { continue }
      let height = Swift.max(0, place)  // what ends below the axis still shows its last cell
      for column in (bin * perBin + 1)..<Swift.max(bin * perBin + 2, (bin + 1) * perBin) {
        for row in 0..<Swift.min(height >> 10, layout.y.cells - 1) { self[row + 1, column] = Fill.full(glyphs) }
        if let last = Fill.upright(height & 1023, isFirst: height < 1024, glyphs) { self[height >> 10 + 1, column] = last }
      }
    }
  }
}

extension SVGBuilder {
  /// Upright bars on the axis, a pixel apart.
  fileprivate mutating func histogram(_ histogram: Chart.Histogram, _ mark: FramedMark) {
    let frame = mark.frame
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      let (from, to) = (histogram.edge(bin), histogram.edge(bin + 1))
      guard let left = frame.layout.x.place(from), let right = frame.layout.x.place(to),
        let top = frame.layout.y.place(Double(count))
      else { continue }
      let (x, y) = (frame.x(left) + 0.5, frame.y(top).limited(to: frame.area.y))
      rect(x: x, y: y, width: frame.x(right) - x - 0.5, height: frame.bottom - y, "chart-bar", color: mark.style.color)
    }
  }
}

extension Chart.Histogram {
  /// What the axis says about the bins: `bin width 0.5, 1 outside`.
  fileprivate var note: String {
    "bin width \(width.label(1, width.style(from: 0, through: 1)))" + (outside > 0 ? ", \(outside) outside" : "")
  }

  /// How many values, in which bins, which bin holds most, how many lie outside.
  fileprivate var sentences: [String] {
    let total = counts.reduce(0, +)
    guard let most = counts.max(), most > 0, let fullest = counts.firstIndex(of: most) else { return ["No values."] }
    let bins =
      "\(counts.count.counted("bin")) of width \(width.value.spoken) from \(edge(0).spoken) to \(edge(counts.count).spoken)"
    var sentences = [
      "\(total.counted("value")) in \(bins).",
      "Most, \(most), lie from \(edge(fullest).spoken) to \(edge(fullest + 1).spoken).",
    ]
    if outside > 0 { sentences.append("\(outside.counted("value")) outside the bins.") }
    if missing > 0 { sentences.append("\(missing.counted("value")) missing.") }
    return sentences
  }

  fileprivate func table(_ title: String) -> Table {
    let rows = Chart.evenIndices(count: counts.count, atMost: Chart.tableRows).map { bin in
      [Cell.data(edge(bin)), .data(edge(bin + 1)), .integer(counts[bin])]
    }
    return Table(title, columns: ["from", "to", "count"], rows: rows)
  }

  fileprivate var mixedRows: [[Cell]] {
    counts.indices.map { ["count", .text("\(edge($0).withDigits(6)) to \(edge($0 + 1).withDigits(6))"), .integer(counts[$0])] }
  }
}
