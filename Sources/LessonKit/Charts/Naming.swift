/// How the marks of a plot are told apart: their signs, and names at the ends of curves or in a legend line.
struct Naming {
  private var isSmooth: Bool
  private var isLegend: Bool
  private let width: Int
  private let traits: [MarkTraits]
  private let names: [String]

  init(_ chart: Chart) {
    width = chart.size.width
    traits = chart.marks.map { $0.traits }
    names = traits.map { $0.name.oneLine }
    isLegend = false
    isSmooth = true
    for (mark, name) in zip(traits, names) {
      if !mark.allowsSmoothLines || (mark.isCurve && mark.sign != nil) { isSmooth = false }
      if !name.isEmpty, !mark.isCurve { isLegend = true }
    }
    if longest > width / 3 { isLegend = true }
    if isLegend, traits.count(where: { $0.isCurve }) > 1 { isSmooth = false }
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
    // The last is taken first.
    var curves: [Character] = ["&", "%", "@", "#", "x", "+", "o", "*"]
    var points: [Character] = ["&", "%", "@", "#", "*", "+", "x", "o"]
    var fills: [Character] = ["@", "*", "x", "%", "o", "+", "=", "#"]
    for sign in traits.compactMap({ $0.sign }) {
      curves.removeAll { $0.isSame(as: sign) }
      points.removeAll { $0.isSame(as: sign) }
    }
    func next(_ signs: inout [Character], _ others: inout [Character], _ chosen: Character?) -> PlacedMark.Sign {
      let sign = chosen ?? signs.popLast() ?? "?"
      others.removeAll { $0.isSame(as: sign) }
      return .character(sign.displayWidth == 1 ? sign : "?")
    }
    var (barsBefore, curvesBefore) = (0, 0)
    return traits.indices.map { i in
      let mark = traits[i]
      var placed = PlacedMark(
        index: i, mark: chart.marks[i], name: names[i], sign: .own, namePlace: nil, course: mark.course?(x, y) ?? [])
      switch mark.signs {
      case .curve:
        // Four can be told apart; the others share a quiet sign and keep their names.
        let isQuiet = curvesBefore >= SeriesStyle.limit && mark.sign == nil
        placed.sign = isSmooth ? .smooth : isQuiet ? .character(".") : next(&curves, &points, mark.sign)
        curvesBefore += 1
      case .point: placed.sign = next(&points, &curves, mark.sign)
      case .fill: placed.sign = .character(fills.popLast() ?? "?")
      case .own: break
      }
      if let columns = mark.barColumns {
        placed.barColumns = columns(chart, barsBefore, x)
        barsBefore += 1
      }
      return placed
    }
  }

  /// Whether the courses show that names or signs must be others; true asks to lay out again.
  mutating func revise(_ marks: [PlacedMark], x: AxisLayout) -> Bool {
    let curves = zip(marks, traits).filter { $0.1.isCurve }.map { $0.0 }
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
        if runTogether(curves[i].course, curves[j].course) { return true }
      }
    }
    return false
  }

  /// Whether two curves share cells between a stretch where they are apart and another one: who has run his finger along one of
  /// them to there does not know which way to go on. Curves that begin or end together are told apart by the rest.
  private static func runTogether(_ a: [ColumnSpan?], _ b: [ColumnSpan?]) -> Bool {
    var (apart, together) = (false, 0)
    for case (let a?, let b?) in zip(a, b) where !a.isEmpty && !b.isEmpty {
      let distance = (a.middle - b.middle).magnitude
      if AxisLayout.cell(at: a.middle) == AxisLayout.cell(at: b.middle) {
        if apart { together += 1 }
      } else if distance > 1024 {
        if together > 1 { return true }
        (apart, together) = (true, 0)
      }
    }
    return false
  }

  /// Puts each name on the row where its curve ends, or as near to it as the others let it, in the order of the curves.
  func placeNames(_ marks: inout [PlacedMark], x: AxisLayout, y: AxisLayout) {
    guard !isLegend else { return }
    let named = marks.indices.filter { !marks[$0].name.isEmpty && marks[$0].course.contains { $0 != nil } }
    let ends = EndLabels.order(marks, named).compactMap { i in
      EndLabels.end(of: marks[i].course, on: y).map { (mark: i, column: $0.column, place: $0.place) }
    }
    let wanted = ends.map { Double(AxisLayout.cell(at: $0.place)) }
    let rows = EndLabels.spread(wanted, gap: 1, within: 0...Double(y.cells - 1))
    for ((i, column, _), row) in zip(ends, rows) where Int(row.rounded()) < y.cells {
      marks[i].namePlace = .init(row: Int(row.rounded()), column: column + 2)
      if case .character(let sign) = marks[i].sign { marks[i].name = "\(sign) \(marks[i].name)" }
    }
  }

  /// The legend line: every named mark with its sign.
  func legend(_ marks: [PlacedMark]) -> String? {
    guard isLegend else { return nil }
    let entries = zip(marks, traits).filter { !$0.0.name.isEmpty }.map { mark, traits in
      switch (mark.sign, traits.signs) {
      case (.character(let sign), _): "\(sign) \(mark.name)"
      case (.own, .own(let sample)): "\(sample) \(mark.name)"
      default: "- \(mark.name)"
      }
    }
    return entries.joined(separator: "   ").truncated(to: width)
  }
}
