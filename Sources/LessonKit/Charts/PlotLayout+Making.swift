extension PlotLayout {
  /// Lays out two axes and the marks between them: the vertical axis first, then what its labels and the names of curves
  /// leave to the horizontal one.
  init(_ chart: Chart) {
    let extent = PlotExtent(of: chart)
    let ruling = chart.ruling
    let y = ruling?.vertical ?? PlotLayout.vertical(chart, extent.y.range, ruling)
    let labels = y.ticks.reduce(0) { Swift.max($0, $1.text.displayWidth) }
    let axisColumn = labels + (ruling?.vertical == nil ? 1 : 2)

    var naming = Naming(chart)
    var (x, marks) = (y, [PlacedMark]())
    // Each change of mind about names asks for more or less room, so the columns are laid out again; twice at most.
    while true {
      let room = chart.size.width - axisColumn - naming.room
      x = ruling?.horizontal?(room) ?? PlotLayout.horizontal(chart, extent.x.range, room, isWhole: extent.isIndexed)
      marks = naming.placed(chart, x: x, y: y)
      guard naming.revise(marks, x: x) else { break }
    }
    x.dropLabels(axisColumn: axisColumn, width: chart.size.width)
    naming.placeNames(&marks, x: x, y: y)
    self.init(
      x: x, y: y, axisColumn: axisColumn, zeroIsAxis: ruling?.standsOnAxis ?? false, marks: marks,
      legend: naming.legend(marks),
      hasData: extent.hasData || ruling?.vertical != nil)
  }

  private static func vertical(_ chart: Chart, _ extent: ClosedRange<Double>?, _ ruling: Ruling?) -> AxisLayout {
    var axis = chart.y
    if axis.label.isEmpty, let ruling { axis.label = ruling.verticalLabel }
    let wanted = chart.size.height ?? chart.marks.reduce(13) { Swift.max($0, $1.traits.rows) }
    return .making(
      .init(
        axis: axis, extent: extent, isHorizontal: false, wantedCells: wanted,
        maxCells: chart.size.height == nil ? 2 * wanted : wanted, isWhole: ruling?.isWhole ?? false))
  }

  private static func horizontal(_ chart: Chart, _ extent: ClosedRange<Double>?, _ room: Int, isWhole: Bool) -> AxisLayout {
    .making(.init(axis: chart.x, extent: extent, isHorizontal: true, wantedCells: 60, maxCells: room, isWhole: isWhole))
  }
}

extension PlotExtent {
  /// The domain that all marks of a chart demand.
  init(of chart: Chart) {
    self.init(chart)
    for mark in chart.marks { mark.traits.extend(&self) }
    if x.range == nil { isIndexed = false }
  }
}

extension AxisLayout {
  /// Drops labels that would leave the page or touch the label before.
  fileprivate mutating func dropLabels(axisColumn: Int, width: Int) {
    var free = 0
    for i in ticks.indices {
      let length = ticks[i].text.displayWidth
      let start = axisColumn + ticks[i].cell - length / 2
      ticks[i].isLabeled = start >= free && start + length <= width
      if ticks[i].isLabeled { free = start + length + 1 }
    }
  }
}
