/// How the marks of a plot are told apart: their signs, and names at the ends of curves or in a legend line.
struct Naming {
  private var isSmooth: Bool
  private var isLegend: Bool
  private let width: Int
  private let names: [String]

  init(_ chart: Chart) {
    width = chart.size.width
    names = chart.marks.map { $0.name.oneLine }
    isLegend = false
    isSmooth = true
    for (mark, name) in zip(chart.marks, names) {
      if case .band = mark { isSmooth = false }
      if mark.isCurve, mark.sign != nil { isSmooth = false }
      if !name.isEmpty, !mark.isCurve { isLegend = true }
    }
    if longest > width / 3 { isLegend = true }
    if isLegend, (chart.marks.count(where: { $0.isCurve })) > 1 { isSmooth = false }
  }

  /// Columns of the longest name with its sign.
  private var longest: Int {
    let name = names.reduce(0) { Swift.max($0, $1.displayWidth) }
    return name + (isSmooth ? 0 : 2)
  }

  /// The columns to keep free right of the plot.
  var room: Int { isLegend || names.allSatisfy { $0.isEmpty } ? 0 : longest + 1 }

  /// The marks with their signs and courses.
  func placed(_ chart: Chart, x: AxisLayout, y: AxisLayout) -> [PlacedMark] {
    var curves = Array("*o+x#@%&".reversed())
    var points = Array("ox+*#@%&".reversed())
    for sign in chart.marks.compactMap({ $0.sign }) {
      curves.removeAll { $0 == sign }
      points.removeAll { $0 == sign }
    }
    func next(_ signs: inout [Character], _ others: inout [Character], _ chosen: Character?) -> PlacedMark.Sign {
      let sign = chosen ?? signs.popLast() ?? "?"
      others.removeAll { $0 == sign }
      return .character(sign.displayWidth == 1 ? sign : "?")
    }
    var fills = Array("#=+o%x*@".reversed())
    var barsBefore = 0
    return chart.marks.indices.map { i in
      let mark = chart.marks[i]
      var placed = PlacedMark(index: i, mark: mark, name: names[i], sign: .own, namePlace: nil, course: [])
      switch mark {
      case .line(let series), .step(let series):
        if case .step = mark {
          placed.course = Course(series, x: x, y: y, isStaircase: true).columns
        } else {
          placed.course = Course(series, x: x, y: y).columns
        }
        placed.sign = isSmooth ? .smooth : next(&curves, &points, mark.sign)
      case .points, .errorBars: placed.sign = next(&points, &curves, mark.sign)
      case .bars(let bars):
        placed.sign = .character(fills.popLast() ?? "?")
        placed.barColumns = bars.values.indices.map { chart.upright.columns(group: $0, bar: barsBefore, x) }
        barsBefore += 1
      default: break
      }
      return placed
    }
  }

  /// Whether the courses show that names or signs must be others; true asks to lay out again.
  mutating func revise(_ marks: [PlacedMark], x: AxisLayout) -> Bool {
    let curves = marks.filter { $0.mark.isCurve }
    var changed = false
    if isSmooth, curves.count > 1, Naming.anyCross(curves) {
      (isSmooth, changed) = (false, true)
      if longest > width / 3 { isLegend = true }
    }
    let ends = curves.filter { !$0.name.isEmpty }.compactMap { $0.course.lastIndex { $0 != nil } }
    if !isLegend, ends.contains(where: { $0 != ends[0] }) {
      isLegend = true
      if curves.count > 1 { isSmooth = false }
      changed = true
    }
    return changed
  }

  /// Whether two curves change their order by more than a touch: each is above the other somewhere by more than a row or,
  /// for curves that are never far apart, by more than a third of their largest distance (and a sixth of a row).
  private static func anyCross(_ curves: [PlacedMark]) -> Bool {
    for i in curves.indices {
      for j in curves.indices where j > i {
        var (above, below) = (0, 0)
        for case (let a?, let b?) in zip(curves[i].course, curves[j].course) where !a.isEmpty && !b.isEmpty {
          above = Swift.max(above, a.middle - b.middle)
          below = Swift.max(below, b.middle - a.middle)
        }
        let less = Swift.min(above, below)
        if less > 1024 || (less > 171 && 3 * less > Swift.max(above, below)) { return true }
      }
    }
    return false
  }

  /// Puts each name on the row where its curve ends; where two collide the later moves one row down, then up, and so on.
  func placeNames(_ marks: inout [PlacedMark], x: AxisLayout, y: AxisLayout) {
    guard !isLegend else { return }
    var taken: Set<Int> = []
    for i in marks.indices where !marks[i].name.isEmpty {
      guard let end = marks[i].course.lastIndex(where: { $0 != nil }), let span = marks[i].course[end] else { continue }
      let place = span.isEmpty ? (span.isAbove ? y.reach.upperBound : y.reach.lowerBound) : span.exit
      let wanted = Swift.min(y.cells - 1, Swift.max(0, AxisLayout.cell(at: place)))
      let rows = (0..<y.cells).sorted { a, b in
        let (near, far) = ((a - wanted).magnitude, (b - wanted).magnitude)
        return near == far ? a < b : near < far
      }
      guard let row = rows.first(where: { !taken.contains($0) }) else { continue }
      taken.insert(row)
      marks[i].namePlace = .init(row: row, column: end + 2)
      if case .character(let sign) = marks[i].sign { marks[i].name = "\(sign) \(marks[i].name)" }
    }
  }

  /// The legend line: every named mark with its sign.
  func legend(_ marks: [PlacedMark], _ chart: Chart) -> String? {
    guard isLegend else { return nil }
    let entries = marks.filter { !$0.name.isEmpty }.map { mark in
      switch mark.sign {
      case .character(let sign): "\(sign) \(mark.name)"
      case .smooth: "- \(mark.name)"
      case .own: if case .band = mark.mark { ": \(mark.name)" } else { "0-9 \(mark.name)" }
      }
    }
    return entries.joined(separator: "   ").truncated(to: width)
  }
}

extension Chart.Mark {
  /// The author's name of it, empty for marks without one.
  public var name: String {
    switch self {
    case .line(let series), .points(let series), .step(let series), .path(let series): series.name
    case .errorBars(let bars): bars.name
    case .band(let band): band.name
    case .bars(let bars): bars.name
    case .histogram, .matrix, .contour, .box, .rule, .label: ""
    }
  }

  /// The author's choice of a sign.
  var sign: Character? {
    switch self {
    case .line(let series), .points(let series): series.sign
    default: nil
    }
  }

  /// Whether it runs from column to column.
  var isCurve: Bool {
    switch self {
    case .line, .step: true
    default: false
    }
  }
}

extension ColumnSpan {
  /// The height that stands for the column in a shallow curve.
  var middle: Int { center ?? (low + high) >> 1 }
}

extension String {
  /// This text on one line: control characters become spaces.
  var oneLine: String {
    guard unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      result.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar)
    }
    return String(result)
  }
}
