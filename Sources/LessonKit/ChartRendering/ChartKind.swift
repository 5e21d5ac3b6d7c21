/// What a chart is called, by its marks.
enum ChartKind {
  case line, points, step, path, errorBars, band, contour, histogram, bars, matrix, box

  init?(_ mark: Chart.Mark) {
    switch mark {
    case .line: self = .line
    case .points: self = .points
    case .step: self = .step
    case .path: self = .path
    case .errorBars: self = .errorBars
    case .band: self = .band
    case .contour: self = .contour
    case .histogram: self = .histogram
    case .bars: self = .bars
    case .matrix: self = .matrix
    case .box: self = .box
    case .rule, .label: return nil
    }
  }

  /// Whether the other marks are drawn upon it, whichever comes first.
  var isGround: Bool { self == .contour || self == .histogram }

  var name: String {
    switch self {
    case .line: "Line chart"
    case .points: "Scatter plot"
    case .step: "Step chart"
    case .path: "Path"
    case .errorBars: "Chart with error bars"
    case .band: "Band chart"
    case .contour: "Contour plot"
    case .histogram: "Histogram"
    case .bars: "Bar chart"
    case .matrix: "Matrix"
    case .box: "Box plot"
    }
  }

  /// What it is called beside another kind.
  var singular: String {
    switch self {
    case .line: "a line"
    case .path: "a path"
    case .band: "a band"
    default: plural
    }
  }

  var plural: String {
    switch self {
    case .line: "lines"
    case .points: "points"
    case .step: "steps"
    case .path: "paths"
    case .errorBars: "error bars"
    case .band: "bands"
    case .contour, .histogram, .bars, .matrix, .box: name.lowercased()
    }
  }
}
