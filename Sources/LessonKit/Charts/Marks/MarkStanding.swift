/// What a mark takes of a figure.
enum MarkStanding: Equatable {
  /// A place between the axes, beside all others.
  case guest
  /// An axis. Of several, those of the kind of the first are drawn if they join, else the first alone.
  case ruler(joins: Bool)
  /// Nothing, for it has no data.
  case idle(joins: Bool)
  /// The whole figure if it comes first, with others of its kind if they join, and no place in any other.
  case soloist(joins: Bool)
}

/// What a mark that rules a plot decides about its axes.
struct Ruling {
  /// Makes the horizontal axis, at most so many cells long; nil to leave it to the data.
  var horizontal: ((_ maxCells: Int) -> AxisLayout)?
  /// The vertical axis; nil to leave it to the data.
  var vertical: AxisLayout?
  /// The name of the vertical axis if the author gives none.
  var verticalLabel = ""
  /// Whether the ticks of the vertical axis stand on whole numbers only.
  var isWhole = false
  /// Whether the bottom axis is the zero line.
  var standsOnAxis = false
  /// The horizontal range that is not left to the data.
  var xRange: ClosedRange<Double>?
  /// The names of the places 0, 1, 2 and so on along x; empty where x is a number.
  var names: [String] = []
  /// Whether x has named places.
  var isUpright = false
}

/// The figure of a mark that stands alone.
package struct OwnFigure {
  /// The lines of the picture in characters.
  var lines: (Chart.Glyphs) -> [String]
  /// Draws it; returns its height.
  var svg: (inout SVGBuilder, SVGPage) -> Double
  /// Its numbers, where they are not those of its first mark.
  var table: (() -> Table)?
  /// What its axes are called, for the summary.
  var sentences: [String] = []
}
