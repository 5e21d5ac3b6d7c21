/// Everything that is decided before drawing: which kind of figure, its axes, ticks, names and where they stand.
///
/// The text and the SVG are drawn from this one value, so they have the same ticks and the same labels.
public struct ChartLayout: Sendable, Hashable {
  /// The title as drawn: one line, cut to the width.
  public var title: String
  /// The columns the text may take.
  public var width: Int
  public var glyphs: Chart.Glyphs
  public var content: Content

  /// The three kinds of figure; the first mark decides.
  public enum Content: Sendable, Hashable {
    /// Two axes and marks between them.
    case plot(PlotLayout)
    /// Horizontal bars, one in a line.
    case bars(BarsLayout)
    /// A table of shades.
    case matrix(MatrixLayout)
  }
}

/// A plot with a left and a bottom axis.
///
/// Column 0 of the plot is the left axis itself, which data may cover; rows are counted from the bottom.
public struct PlotLayout: Sendable, Hashable {
  public var x: AxisLayout
  public var y: AxisLayout
  /// The page column of plot column 0.
  public var axisColumn: Int
  /// True when row 0 is the bottom axis itself, as under filled marks: a bar as high as row k fills rows 1 to k.
  public var zeroIsAxis: Bool
  /// The drawn marks with what the layout decided about each, in the order of `chart.marks`.
  public var marks: [PlacedMark]
  /// The line under the title (`o validation   * train`), nil when names stand at the ends of their lines.
  public var legend: String?
  /// False when there is nothing to draw; the text then says `(no data)`.
  public var hasData: Bool
}

/// A mark with its sign, its name's place and, for curves, its course column by column.
public struct PlacedMark: Sendable, Hashable {
  /// The mark's index in `chart.marks`.
  public var index: Int
  public var mark: Chart.Mark
  /// The name as drawn, cut to the room for it; empty for none.
  public var name: String
  public var sign: Sign
  /// Where the name stands: the row, and the plot column of its first character. Nil when it has none or is in the legend.
  public var namePlace: Place?
  /// For curves: what happens in each column of the plot. Empty for other marks.
  public var course: [ColumnSpan?]
  /// For upright bars: the columns that each of them fills. Empty for other marks.
  public var barColumns: [ClosedRange<Int>] = []

  /// How a mark is drawn.
  public enum Sign: Sendable, Hashable {
    /// A smooth line, three heights for each cell.
    case smooth
    /// One character for each point or column.
    case character(Character)
    /// By a rule of its own: digits of a path, boxes, bars.
    case own
  }

  public struct Place: Sendable, Hashable {
    public var row: Int
    public var column: Int
  }
}

/// The part of a curve inside one column, as places on the y axis (1024ths of a row above the center of row 0).
public struct ColumnSpan: Sendable, Hashable {
  /// Where the curve crosses the middle of the column; nil if it is only in one half of it.
  public var center: Int?
  /// Where it comes in and where it goes out.
  public var entry: Int
  public var exit: Int
  public var low: Int
  public var high: Int
  /// Whether a value in this column is +infinity or -infinity.
  public var isAbove = false
  public var isBelow = false
}

/// Horizontal bars.
public struct BarsLayout: Sendable, Hashable {
  public var rows: [Row]
  /// Page columns: the first column of the area, its width, and where the zero line stands in it (nil when no value is
  /// negative and bars begin at the left).
  public var areaColumn: Int
  public var areaWidth: Int
  public var zeroColumn: Int?
  /// The value of one cell of a bar.
  public var unit: Double

  public struct Row: Sendable, Hashable {
    /// The name as drawn, right-aligned in its field by display width.
    public var name: String
    public var value: Double
    /// The value as written at the end of the bar.
    public var text: String
    /// The length in 1024ths of a cell, never negative; 0 for a missing value.
    public var length: Int
    public var isNegative: Bool
  }
}

/// A table of shades.
public struct MatrixLayout: Sendable, Hashable {
  public var rowNames: [String]
  public var columnNames: [String]
  /// Shade 0...9 and number of each cell, nil where the value is missing.
  public var cells: [[Cell?]]
  /// The page columns of the row names, of one cell with its number, and between cells.
  public var nameWidth: Int
  public var cellWidth: Int
  public var gap: Int
  /// The ends of the shades as written in the key line.
  public var low: String
  public var high: String

  public struct Cell: Sendable, Hashable {
    public var shade: Int
    public var text: String
  }
}
