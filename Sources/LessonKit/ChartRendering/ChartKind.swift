/// What a chart is called, by its marks.
enum ChartKind {
  case line, points, step, path, errorBars, band, contour, histogram, bars, matrix, box, rule, label

  init(_ mark: Chart.Mark) {
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
    case .rule: self = .rule
    case .label: self = .label
    }
  }

  /// Whether the other marks are drawn upon it, whichever comes first.
  var isGround: Bool {
    switch self {
    case .contour, .histogram, .bars, .box: true
    default: false
    }
  }

  /// Whether it only explains other marks.
  var isNote: Bool { self == .rule || self == .label }

  /// A chart of this kind; `nil` for marks that make none.
  var name: String? {
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
    case .rule, .label: nil
    }
  }

  /// One or more of its marks: `a line`, `lines`; a call that makes many signs is always plural.
  func marks(_ count: Int) -> String {
    switch self {
    case .line: count == 1 ? "a line" : "lines"
    case .points: "points"
    case .step: "steps"
    case .path: count == 1 ? "a path" : "paths"
    case .errorBars: "error bars"
    case .band: count == 1 ? "a band" : "bands"
    case .contour: count == 1 ? "a contour plot" : "contour plots"
    case .histogram: count == 1 ? "a histogram" : "histograms"
    case .bars: "bars"
    case .matrix: count == 1 ? "a matrix" : "matrices"
    case .box: "boxes"
    case .rule: count == 1 ? "a rule" : "rules"
    case .label: count == 1 ? "a label" : "labels"
    }
  }
}
