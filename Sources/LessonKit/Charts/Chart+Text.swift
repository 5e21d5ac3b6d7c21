extension Chart {
  /// All decisions before drawing, a pure function of the chart.
  public var layout: ChartLayout { ChartLayout(self) }

  /// The picture as text: LF between the lines, none after the last, no trailing spaces.
  public var text: String { "" }
}
extension ChartLayout {
  init(_ chart: Chart) { fatalError() }
}
