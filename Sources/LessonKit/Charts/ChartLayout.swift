/// Everything that is decided before drawing: which kind of figure, its axes, ticks, names and where they stand.
///
/// The text and the SVG are drawn from this one value, so they have the same ticks.
package struct ChartLayout {
  /// The title as drawn: one line, cut to the width.
  package var title: String
  /// The columns the text may take.
  package var width: Int
  /// The characters that draw the data.
  package var glyphs: Chart.Glyphs
  /// What is below the title.
  package var content: Content
  /// Which marks the figure has no place for, as drawn below it; empty if it draws all.
  package var note: String

  /// The two kinds of figure; the first mark decides.
  package enum Content {
    /// Two axes and marks between them.
    case plot(PlotLayout)
    /// A figure of one kind of mark, which alone knows it.
    case own(OwnFigure)
  }
}

extension Chart {
  /// All decisions before drawing, a pure function of the chart.
  package var layout: ChartLayout { ChartLayout(self) }
}

extension ChartLayout {
  init(_ chart: Chart) {
    // The properties of `size` can be set to anything.
    let chart = chart.size(width: chart.size.width, height: chart.size.height)
    let undrawn = chart.undrawnWords
    self.init(
      title: chart.title.oneLine.truncated(to: chart.size.width), width: chart.size.width, glyphs: chart.glyphs,
      content: Content(chart), note: undrawn.isEmpty ? "" : "(not drawn: \(undrawn))".truncated(to: chart.size.width))
  }
}

extension ChartLayout.Content {
  fileprivate init(_ chart: Chart) {
    if let figure = chart.ownFigure {
      self = .own(figure)
    } else {
      var plot = PlotLayout(chart.drawn)
      let indices = chart.drawnIndices
      for i in plot.marks.indices { plot.marks[i].index = indices[plot.marks[i].index] }
      self = .plot(plot)
    }
  }
}
