/// A plot with a left and a bottom axis.
///
/// Column 0 of the plot is the left axis itself, which data may cover; rows are counted from the bottom.
package struct PlotLayout: Sendable, Hashable {
  /// The bottom axis.
  package var x: AxisLayout
  /// The left axis.
  package var y: AxisLayout
  /// The page column of plot column 0.
  package var axisColumn: Int
  /// True when row 0 is the bottom axis itself, as under filled marks: a bar as high as row k fills rows 1 to k.
  package var zeroIsAxis: Bool
  /// The drawn marks with what the layout decided about each, in the order of `chart.marks`.
  package var marks: [PlacedMark]
  /// The line under the title (`o validation   * train`), nil when names stand at the ends of their lines.
  package var legend: String?
  /// False when there is nothing to draw; the text then says `(no data)`.
  package var hasData: Bool
}

/// A mark with its sign, its name's place and, for curves, its course column by column.
package struct PlacedMark: Sendable, Hashable {
  /// The mark's index in `chart.marks`.
  package var index: Int
  /// The mark with its data.
  package var mark: Chart.Mark
  /// The name as drawn, cut to the room for it; empty for none.
  package var name: String
  /// How it is drawn.
  package var sign: Sign
  /// Where the name stands: the row, and the plot column of its first character. Nil when it has none or is in the legend.
  package var namePlace: Place?
  /// For curves: what happens in each column of the plot. Empty for other marks.
  var course: [ColumnSpan?]
  /// For upright bars: the columns that each of them fills. Empty for other marks.
  var barColumns: [ClosedRange<Int>] = []

  /// How a mark is drawn.
  package enum Sign: Sendable, Hashable {
    /// A smooth line, three heights for each cell.
    case smooth
    /// One character for each point or column.
    case character(Character)
    /// By a rule of its own: digits of a path, boxes, bars.
    case own
  }

  /// A cell of the plot, row 0 at the bottom.
  package struct Place: Sendable, Hashable {
    /// Counted from the bottom.
    package var row: Int
    /// Counted from the axis.
    package var column: Int
  }
}

/// The part of a curve inside one column, as places on the y axis (1024ths of a row above the center of row 0).
struct ColumnSpan: Sendable, Hashable {
  /// Where the curve crosses the middle of the column; nil if it is only in one half of it.
  var center: Int?
  /// Where it comes in.
  var entry: Int
  /// Where it goes out.
  var exit: Int
  /// Its lowest place in the column.
  var low: Int
  /// Its highest place in the column.
  var high: Int
  /// Whether a value in this column is +infinity.
  var isAbove = false
  /// Whether a value in this column is -infinity.
  var isBelow = false
}

extension ColumnSpan {
  /// No part of the curve yet.
  static let empty = ColumnSpan(center: nil, entry: 0, exit: 0, low: Int.max, high: Int.min)

  /// Whether only infinities are here.
  var isEmpty: Bool { low > high }

  /// The height that stands for the column in a shallow curve.
  var middle: Int { center ?? (low + high) >> 1 }

  mutating func extend(_ from: Int, _ to: Int) {
    if isEmpty { entry = from }
    exit = to
    low = Swift.min(low, from, to)
    high = Swift.max(high, from, to)
  }
}
