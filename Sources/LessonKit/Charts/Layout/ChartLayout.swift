/// Everything that is decided before drawing: which kind of figure, its axes, ticks, names and where they stand.
///
/// The text and the SVG are drawn from this one value, so they have the same ticks and the same labels.
public struct ChartLayout: Sendable, Hashable {
  /// The title as drawn: one line, cut to the width.
  public var title: String
  /// The columns the text may take.
  public var width: Int
  /// The characters that draw the data.
  public var glyphs: Chart.Glyphs
  /// What is below the title.
  public var content: Content
  /// Which marks the figure has no place for, as drawn below it; empty if it draws all.
  public var note: String

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
  /// The bottom axis.
  public var x: AxisLayout
  /// The left axis.
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
  /// The mark with its data.
  public var mark: Chart.Mark
  /// The name as drawn, cut to the room for it; empty for none.
  public var name: String
  /// How it is drawn.
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

  /// A cell of the plot, row 0 at the bottom.
  public struct Place: Sendable, Hashable {
    /// Counted from the bottom.
    public var row: Int
    /// Counted from the axis.
    public var column: Int
  }
}

/// The part of a curve inside one column, as places on the y axis (1024ths of a row above the center of row 0).
public struct ColumnSpan: Sendable, Hashable {
  /// Where the curve crosses the middle of the column; nil if it is only in one half of it.
  public var center: Int?
  /// Where it comes in.
  public var entry: Int
  /// Where it goes out.
  public var exit: Int
  /// Its lowest place in the column.
  public var low: Int
  /// Its highest place in the column.
  public var high: Int
  /// Whether a value in this column is +infinity.
  public var isAbove = false
  /// Whether a value in this column is -infinity.
  public var isBelow = false
}

/// Horizontal bars.
public struct BarsLayout: Sendable, Hashable {
  /// The bars from top to bottom.
  public var rows: [Row]
  /// The page column where the area of the bars begins.
  public var areaColumn: Int
  /// The columns of the area.
  public var areaWidth: Int
  /// Where the zero line stands in the area; nil when no value is negative and bars begin at the left.
  public var zeroColumn: Int?
  /// The value of one cell of a bar.
  public var unit: Double

  /// One bar.
  public struct Row: Sendable, Hashable {
    /// The name as drawn, right-aligned in its field by display width.
    public var name: String
    /// Its value.
    public var value: Double
    /// The value as written at the end of the bar.
    public var text: String
    /// The length in 1024ths of a cell, never negative; 0 for a missing value.
    public var length: Int
    /// Whether it goes left from the zero line.
    public var isNegative: Bool
  }
}

/// A table of shades.
public struct MatrixLayout: Sendable, Hashable {
  /// The names left of the rows, cut to their room.
  public var rowNames: [String]
  /// The names above the columns, cut to their room.
  public var columnNames: [String]
  /// Shade 0...9 and number of each cell, nil where the value is missing.
  public var cells: [[Cell?]]
  /// The page columns of the row names.
  public var nameWidth: Int
  /// The page columns of one cell with its number.
  public var cellWidth: Int
  /// The page columns between two cells.
  public var gap: Int
  /// The value of the lightest shade as written in the key line.
  public var low: String
  /// The value of the darkest shade as written.
  public var high: String

  /// One value.
  public struct Cell: Sendable, Hashable {
    /// 0, exactly the low end, to 9.
    public var shade: Int
    /// The number beside the shade; empty for none.
    public var text: String
  }
}
