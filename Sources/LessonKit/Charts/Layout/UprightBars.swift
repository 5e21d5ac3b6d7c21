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
  /// The bars of all calls as one list, for horizontal bars.
  var allBars: Bars {
    var result = Bars(name: "", names: [], values: [])
    for case .bars(let bars) in marks {
      result.names += bars.names
      result.values += bars.values
    }
    return result
  }

  /// The bars that stand upright in this chart.
  var upright: UprightBars {
    var all: [Bars] = []
    if x.scale == .category {
      for case .bars(let bars) in marks { all.append(bars) }
    }
    return UprightBars(all, isLog: y.scale == .log)
  }
}
