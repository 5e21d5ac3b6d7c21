extension Chart.Mark {
  /// Named amounts.
  public static func bars(_ bars: Chart.Bars) -> Chart.Mark { Chart.Mark(.bars(bars)) { .bars(bars) } }
}

extension MarkTraits {
  /// Named amounts: upright on the axes of a plot, or a figure of their own (`HorizontalBars.swift`).
  static func bars(_ bars: Chart.Bars) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Bar chart", one: "bars", many: "bars", isGround: true), noun: "bars", name: bars.name,
      standing: { x in
        x.scale != .category ? .soloist(joins: true) : bars.values.isEmpty ? .idle(joins: true) : .ruler(joins: true)
      },
      ruling: { chart in
        let upright = chart.upright
        return Ruling(
          horizontal: { upright.axis(chart.x, maxCells: $0) }, standsOnAxis: upright.standsOnAxis, names: upright.names,
          isUpright: true)
      },
      figure: { .bars($0) },
      extend: { extent in
        guard !bars.values.isEmpty else { return }
        extent.isIndexed = false
        extent.x.add([0, Double(bars.values.count - 1)])
        extent.y.add([0] + bars.values)
      },
      signs: .fill,
      barColumns: { chart, before, x in
        let all = chart.upright
        return bars.values.indices.map { all.columns(group: $0, bar: before, x) }
      },
      drawBelow: { drawing, placed in drawing.draw(bars, placed) },
      svgBelow: { svg, mark in svg.bars(bars, mark) }, sample: .bar,
      sentences: { words, name in bars.sentences(named: name) + words.outside(bars) },
      parts: { chart, name in
        let groups = chart.upright.groups
        let values = bars.values + [Double](repeating: .nan, count: groups - bars.values.count)
        return [.column(TableColumn(name: name, noun: "bars", xs: .index, values: values, count: groups))]
      })
  }
}

/// Upright bars of one or several calls, grouped by name.
struct UprightBars {
  /// How many groups, and how many bars in each.
  let groups: Int
  let perGroup: Int
  let names: [String]
  private let hasNegative: Bool

  init(_ bars: [Chart.Bars], isLog: Bool) {
    groups = bars.reduce(0) { Swift.max($0, $1.values.count) }
    perGroup = bars.count
    names = bars.max { $0.names.count < $1.names.count }?.names ?? []
    hasNegative = !isLog && bars.contains { $0.values.contains { $0 < 0 } }
  }

  /// Whether the bottom axis is their zero line.
  var standsOnAxis: Bool { groups > 0 && !hasNegative }

  /// An axis with one tick under the middle of each group; a group and the gap after it take `cellsPerTick` columns.
  func axis(_ axis: Chart.Axis, maxCells: Int) -> AxisLayout {
    let room = Swift.max(1, (maxCells - 1) / groups)
    let longest = names.reduce(0) { Swift.max($0, $1.oneLine.displayWidth) }
    // Bars of up to six columns, wider only where the names below them are.
    let wanted = Swift.min(room, Swift.max(longest + 1, perGroup * 6 + 2))
    let width = Swift.max(1, (wanted - (wanted > perGroup ? 1 : 0)) / perGroup)
    let spacing = Swift.min(room, Swift.max(width * perGroup + (room > perGroup ? 1 : 0), wanted))
    let cells = Swift.min(Swift.max(2, maxCells), groups * spacing + 1)
    let middle = 1 + (Swift.min(spacing, width * perGroup) - 1) / 2
    let ticks = (0..<groups).filter { $0 * spacing + middle < cells }.map { group in
      AxisLayout.Tick(
        value: Double(group), place: (group * spacing + middle) * 1024,
        text: group < names.count ? label(names[group].oneLine, spacing - 1) : "")
    }
    let hidden = groups - ticks.count
    let note = hidden > 0 ? "(\(hidden) more not shown)" : ""
    return AxisLayout(
      label: [axis.label, note].filter { !$0.isEmpty }.joined(separator: " "), scale: .category, cells: cells, ticks: ticks,
      step: TickStep(mantissa: 1, exponent: 0),
      cellsPerTick: spacing, firstCell: -middle, reach: -512...(cells * 1024 - 512))
  }

  /// A name cut to its room, or whole where cutting would leave nothing to read; then some will be dropped.
  private func label(_ name: String, _ room: Int) -> String { room < 4 ? name : name.truncated(to: room) }

  /// The columns of one bar: a group begins half its width left of its tick.
  func columns(group: Int, bar: Int, _ x: AxisLayout) -> ClosedRange<Int> {
    let width = Swift.max(1, (x.cellsPerTick - 1) / Swift.max(1, perGroup))
    let start = 1 + group * x.cellsPerTick + bar * width
    return start...(start + width - 1)
  }
}

extension Chart {
  /// The bars that stand upright in this chart.
  var upright: UprightBars {
    var all: [Bars] = []
    if x.scale == .category {
      for mark in marks { if case .bars(let bars) = mark.content { all.append(bars) } }
    }
    return UprightBars(all, isLog: y.scale == .log)
  }
}

extension PlotDrawing {
  /// Upright bars on the zero row, or hanging from it; the part of a cell at the end is the same for both.
  fileprivate mutating func draw(_ bars: Chart.Bars, _ placed: PlacedMark) {
    guard case .character(let sign) = placed.sign else { return }
    let zero = layout.y.foot
    let base = AxisLayout.cell(at: zero)
    if layout.drawsZero(for: placed), let place = layout.y.place(0), layout.y.reach.contains(place) {
      for column in 1..<layout.x.cells { self[layout.y.cell(at: place), column] = "-" }
    }
    let fill = sign.isSame(as: "#") ? Fill.full(glyphs) : sign
    for (columns, value) in zip(placed.barColumns, bars.values) where layout.y.hasBar(value) {
      let end = layout.y.place(value) ?? (value > 0 ? layout.y.reach.upperBound : layout.y.reach.lowerBound)
      let up = layout.y.scale == .log || value > 0 ? 1 : -1
      guard up * (end - zero) >= 0 else { continue }  // ends below a range that was fixed
      let length = Swift.max(1, up * (end - zero))
      for column in columns {
        for row in 0..<Swift.min(length >> 10, layout.y.cells) { self[base + up * (row + 1), column] = fill }
        if let last = Fill.upright(length & 1023, isFirst: length < 1024, up < 0 ? .ascii : glyphs) {
          self[base + up * (length >> 10 + 1), column] = last.isSame(as: "#") ? fill : last
        }
        if value == .infinity { self[layout.y.cells - 1, column] = "^" }
        if value == -.infinity { self[0, column] = "v" }
      }
    }
  }
}

extension PlotLayout {
  /// Whether bars that hang need their zero line, once for all bars of the plot.
  fileprivate func drawsZero(for placed: PlacedMark) -> Bool {
    !zeroIsAxis && placed.index == marks.first { if case .bars = $0.mark.content { true } else { false } }?.index
  }
}

extension AxisLayout {
  /// Where bars begin: at zero, or where the axis comes nearest to it; a log axis does at the bottom.
  fileprivate var foot: Int { Swift.max(0, Swift.min((cells - 1) * 1024, place(0) ?? 0)) }

  /// Whether a value makes a bar.
  fileprivate func hasBar(_ value: Double) -> Bool { scale == .log ? value > 0 : value != 0 && !value.isNaN }
}

extension SVGBuilder {
  /// Upright bars on the zero line, or hanging from it; an infinite one ends at the border.
  fileprivate mutating func bars(_ bars: Chart.Bars, _ mark: FramedMark) {
    let frame = mark.frame
    let axis = frame.layout.y
    let foot = frame.y(axis.foot)
    if frame.layout.drawsZero(for: mark.placed), let zero = axis.place(0), axis.reach.contains(zero) {
      var path = SVGPath()
      path.stroke(frame.left, foot, frame.right, foot)
      stroke(path.commands, "chart-axes", opacity: 0.75)
    }
    for (columns, value) in zip(mark.placed.barColumns, bars.values) where axis.hasBar(value) {
      let end = axis.place(value) ?? (value > 0 ? axis.reach.upperBound : axis.reach.lowerBound)
      let isUp = axis.scale == .log || value > 0
      guard isUp ? end >= axis.foot : end <= axis.foot, columns.upperBound < frame.layout.x.cells else { continue }
      let top = frame.y(end).limited(to: frame.area.y)
      // Half a cell around the centers of its columns, a pixel less for the gap.
      let (left, right) = (frame.x(columns.lowerBound * 1024 - 512) + 0.5, frame.x(columns.upperBound * 1024 + 512) - 0.5)
      rect(
        x: left, y: min(top, foot), width: right - left, height: (top - foot).magnitude, "chart-bar", color: mark.style.color)
      if value.isInfinite { infinity(frame, x: (left + right) / 2, isAbove: value > 0, "currentColor") }
    }
  }
}

extension Chart.Bars {
  /// All bars from high to low if they are few, else the three highest and the lowest; then the total.
  fileprivate func sentences(named name: String) -> [String] {
    let start = name.isEmpty || name.begins(with: "the ") ? "" : "\(name): "
    let all = zip(names, values).map { (name: $0.oneLine, value: $1) }
    let present = all.filter { !$0.value.isNaN }
    // Stable: equal bars stay in the order of the author.
    let sorted = present.enumerated().sorted { a, b in
      a.element.value == b.element.value ? a.offset < b.offset : a.element.value > b.element.value
    }.map { $0.element }
    func words(_ bar: (name: String, value: Double)) -> String { "\(bar.name) \(bar.value.spoken)" }
    guard let lowest = sorted.last else { return ["\(start.isEmpty ? "No" : start + "no") bars."] }
    let total = present.reduce(0) { $0 + $1.value }
    let list =
      sorted.count <= 8
      ? "\(start)\(present.count.counted("bar")) from high to low: \(sorted.map(words).joined(separator: ", "))."
      : "\(start)\(present.count.counted("bar")), highest \(sorted.prefix(3).map(words).joined(separator: ", ")), lowest \(words(lowest))."
    let missing = all.count - present.count
    return [list, "Total \(total.spoken)."] + (missing == 0 ? [] : ["\(missing.counted("value")) missing."])
  }

  /// The amounts as a table, for bars that stand alone.
  func table(_ title: String, names label: String, values valueLabel: String) -> Table {
    let rows = Chart.evenIndices(count: min(names.count, values.count), atMost: Chart.tableRows).map { index in
      [Cell.text(names[index]), .data(values[index])]
    }
    return Table(title, columns: [label.isEmpty ? "name" : label, valueLabel.isEmpty ? "value" : valueLabel], rows: rows)
  }
}

extension MarkWords {
  /// How many upright bars have no place on the axis or end beyond it.
  fileprivate func outside(_ bars: Chart.Bars) -> [String] {
    guard isUpright else { return [] }
    let missing = y.scale == .log ? bars.values.count { $0 <= 0 } : 0
    let outside = y.range.map { range in bars.values.count { $0.isFinite && !range.contains($0) } } ?? 0
    return (missing == 0 ? [] : ["\(missing.counted("bar")) without a place on the log axis."])
      + (outside == 0 ? [] : ["\(outside.counted("value")) outside the axes."])
  }
}
