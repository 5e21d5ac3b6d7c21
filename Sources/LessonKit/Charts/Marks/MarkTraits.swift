/// Everything that a figure asks of one mark: what it is called, what it takes of a plot, how it is drawn, spoken and tabulated.
///
/// The file of each mark fills one in, so a new mark is a case of `Chart.Content` and one file, and nothing but that file knows
/// the mark. It is a record of functions and not a protocol because the kit is also compiled as Embedded Swift, which has no
/// existentials; and a mark holds its record (`Chart.Mark`), so that a program links the marks alone that it makes.
struct MarkTraits {
  /// What marks like it are called.
  var kind: MarkKind
  /// What one without a name is called among others; nil for marks that never have a name.
  var noun: String?
  /// The author's name of it; empty for none.
  var name = ""

  // Layout

  /// What it takes of the figure, given the horizontal axis.
  var standing: (Chart.Axis) -> MarkStanding = { _ in .guest }
  /// For marks that rule a plot: what they decide about its axes.
  var ruling: ((Chart) -> Ruling)?
  /// For marks that stand alone: their figure.
  var figure: ((Chart) -> OwnFigure)?
  /// For marks of which several are one: all of them together.
  var merged: (([Chart.Mark]) -> Chart.Mark)?
  /// Adds its data to the domain of the plot.
  var extend: (inout PlotExtent) -> Void = { _ in }
  /// The rows that a plot with it should have.
  var rows = 13
  /// Where its sign comes from.
  var signs = SignSource.own("")
  /// The author's choice of a sign.
  var sign: Character?
  /// Whether smooth lines can be told from it.
  var allowsSmoothLines = true
  /// For curves: what happens in each column of a plot.
  var course: ((_ x: AxisLayout, _ y: AxisLayout) -> [ColumnSpan?])?
  /// For upright bars: the columns of each, given how many marks of bars come before.
  var barColumns: ((_ chart: Chart, _ before: Int, _ x: AxisLayout) -> [ClosedRange<Int>])?

  // Characters

  /// Draws it under all curves.
  var drawBelow: ((inout PlotDrawing, PlacedMark) -> Void)?
  /// Draws it over all curves.
  var drawAbove: ((inout PlotDrawing, PlacedMark) -> Void)?

  // SVG

  /// Whether it has a color of its own; other marks have the color of the text.
  var isColored = true
  /// Draws it under all lines and points.
  var svgBelow: ((inout SVGBuilder, FramedMark) -> Void)?
  /// Draws it over the areas.
  var svgAbove: ((inout SVGBuilder, FramedMark) -> Void)?
  /// Writes what it says, over everything that is drawn.
  var svgWords: ((inout SVGBuilder, FramedMark) -> Void)?
  /// What stands for it in a legend.
  var sample = LegendSample.line

  // Words and numbers

  /// What it shows, with what is missing of it, given what it is called.
  var sentences: (MarkWords, _ name: String) -> [String]
  /// What the text cannot show of it among the other marks of a plot, in words.
  var hidden: ((PlotLayout) -> String?)?
  /// The data table of a figure that has no other mark; nil to make it from `parts`.
  var table: ((Chart) -> Table)?
  /// Its part of a data table that it shares, given what it is called.
  var parts: (Chart, _ name: String) -> [TablePart] = { _, _ in [] }

  /// Whether it runs from column to column.
  var isCurve: Bool { course != nil }

  /// Where the sign of a mark comes from.
  enum SignSource {
    /// A smooth line, or the next sign of curves.
    case curve
    /// The next sign of points.
    case point
    /// The next sign of bars.
    case fill
    /// By a rule of its own, with what stands for it in a legend.
    case own(String)
  }

  /// What stands for a mark in the legend of the SVG.
  enum LegendSample {
    case line, marker, area, bar
  }
}

/// What marks of one kind are called.
struct MarkKind: Equatable {
  /// A chart of this kind; nil for marks that only explain others.
  var chart: String?
  /// One of its marks, `a line`; a call that makes many signs is always plural.
  var one: String
  /// Several of its marks, `lines`.
  var many: String
  /// Whether the other marks are drawn upon it, whichever comes first.
  var isGround = false

  /// So many of its marks.
  func marks(_ count: Int) -> String { count == 1 ? one : many }

  /// Kinds are told apart by what their marks are called.
  static func == (left: MarkKind, right: MarkKind) -> Bool { left.many.isSame(as: right.many) }
}

extension [MarkKind] {
  /// Each kind once, in order, with how many there are of it.
  var counted: [(kind: MarkKind, count: Int)] {
    var counted: [(kind: MarkKind, count: Int)] = []
    for kind in self {
      if let known = counted.firstIndex(where: { $0.kind == kind }) {
        counted[known].count += 1
      } else {
        counted.append((kind, 1))
      }
    }
    return counted
  }
}
