extension Chart.Mark {
  /// Level curves of a function of two variables.
  public static func contour(_ contour: Chart.Contour) -> Chart.Mark { Chart.Mark(.contour(contour)) { .contour(contour) } }
}

extension MarkTraits {
  /// Level curves of a function of two variables.
  static func contour(_ contour: Chart.Contour) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Contour plot", one: "a contour plot", many: "contour plots", isGround: true),
      extend: { extent in
        extent.isIndexed = false
        extent.x.add([contour.x.lowerBound, contour.x.upperBound])
        extent.y.add([contour.y.lowerBound, contour.y.upperBound])
      },
      rows: 17,
      drawBelow: { drawing, _ in drawing.draw(contour) },
      isColored: false,
      svgBelow: { svg, mark in svg.contour(contour, mark.frame) },
      svgWords: { svg, mark in svg.levels(contour, mark.frame) },
      sentences: { words, _ in words.sentences(contour) },
      table: { contour.table($0) },
      parts: { _, _ in [.rows(contour.mixedRows)] })
  }
}

extension PlotDrawing {
  /// Traces each level, shallow parts column by column, steep parts row by row, and writes the level into the line, once:
  /// where it runs lowest.
  fileprivate mutating func draw(_ contour: Chart.Contour) {
    let tracing = ContourTracing(contour, x: layout.x, y: layout.y)
    for level in contour.levels where level.isFinite {
      let cells = tracing.cells(at: level)
      for cell in cells { self[cell.row, cell.column] = cell.glyph }
    }
    var written: [(row: Int, columns: ClosedRange<Int>)] = []
    for level in contour.levels where level.isFinite {
      let text = " \(ShortNumber.text(level)) "
      for run in ContourTracing.runs(tracing.cells(at: level), atLeast: text.utf8.count) {
        let middle = (run.columns.lowerBound + run.columns.upperBound + 1) / 2
        let start = middle - (text.utf8.count - 2) / 2 - 1
        let columns = start...(start + text.utf8.count - 1)
        guard !written.contains(where: { $0.row == run.row && $0.columns.overlaps(columns) }) else { continue }
        written.append((run.row, columns))
        for (i, glyph) in text.enumerated() { self[run.row, start + i] = glyph }
        break
      }
    }
  }
}

extension SVGBuilder {
  /// Draws the level curves of a function.
  fileprivate mutating func contour(_ contour: Chart.Contour, _ frame: PlotFrame) {
    group("chart-contour")
    for level in contour.levels where level.isFinite {
      var path = PolylinePath(in: frame.area)
      for curve in curves(of: contour, at: level, frame) { path.add(curve.map { $0 }) }
      stroke(path.commands, "", width: 1.2, opacity: 0.65)
    }
    close()
  }

  /// Writes each level at the lowest point of its curve.
  fileprivate mutating func levels(_ contour: Chart.Contour, _ frame: PlotFrame) {
    for level in contour.levels where level.isFinite {
      guard let place = labelPlace(on: curves(of: contour, at: level, frame), in: frame) else { continue }
      text(ShortNumber.text(level), x: place.x, y: place.y, frame.page, .middle, "chart-level", hasHalo: true)
    }
  }

  private func curves(of contour: Chart.Contour, at level: Double, _ frame: PlotFrame) -> [[(x: Double, y: Double)]] {
    ContourCurves(contour).curves(at: level).map { curve in
      curve.compactMap { frame.point($0.x, $0.y) }.thinned(to: 4)
    }
  }

  /// Where a level is written: at the lowest turn of its curves, else in the middle of the longest.
  private func labelPlace(on curves: [[(x: Double, y: Double)]], in frame: PlotFrame) -> (x: Double, y: Double)? {
    var lowest: (x: Double, y: Double)?
    var longest: [(x: Double, y: Double)] = []
    for curve in curves {
      if curve.count > longest.count { longest = curve }
      guard let first = curve.first, let last = curve.last else { continue }
      let isClosed = first == last
      guard let turn = curve.max(by: { $0.y < $1.y }), frame.contains(turn), isClosed || (turn != first && turn != last) else {
        continue
      }
      if turn.y > lowest?.y ?? -1 { lowest = turn }
    }
    return lowest ?? longest.filter { frame.contains($0) }.middle
  }
}

extension [(x: Double, y: Double)] {
  fileprivate var middle: (x: Double, y: Double)? { isEmpty ? nil : self[count / 2] }

  /// The first and the last point, and of those between only points at least `distance` from the one kept before.
  fileprivate func thinned(to distance: Double) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in enumerated() {
      if index > 0, index < count - 1, let last = kept.last {
        let (dx, dy) = (point.x - last.x, point.y - last.y)
        if dx * dx + dy * dy < distance * distance { continue }
      }
      kept.append(point)
    }
    return kept
  }
}

extension MarkWords {
  /// The levels, and where the function is lowest and highest.
  fileprivate func sentences(_ contour: Chart.Contour) -> [String] {
    let finite = contour.values.indices.filter { contour.values[$0].isFinite }
    guard let first = finite.first else { return ["The function has no values."] }
    let low = finite.reduce(first) { contour.values[$1] < contour.values[$0] ? $1 : $0 }
    let high = finite.reduce(first) { contour.values[$1] > contour.values[$0] ? $1 : $0 }
    func place(_ index: Int) -> String {
      let xs = Chart.Positions.even(from: contour.x.lowerBound, through: contour.x.upperBound, count: contour.columns)
      let ys = Chart.Positions.even(from: contour.y.lowerBound, through: contour.y.upperBound, count: contour.rows)
      return "\(contour.values[index].spoken) at \(pair(xs[index % contour.columns], ys[index / contour.columns]))"
    }
    let levels = contour.levels.filter { $0.isFinite }.map { $0.spoken }.joined(separator: ", ")
    return [levels.isEmpty ? "No levels." : "Levels \(levels).", "Lowest \(place(low)), highest \(place(high))."]
  }
}

extension Chart.Contour {
  /// The function on nine rows and nine columns, the largest y on top as in the picture.
  fileprivate func table(_ chart: Chart) -> Table {
    let across = Chart.evenIndices(count: columns, atMost: 9)
    let names = across.map { Chart.Positions.even(from: x.lowerBound, through: x.upperBound, count: columns)[$0].withDigits(6) }
    let ys = Chart.Positions.even(from: y.lowerBound, through: y.upperBound, count: rows)
    let lines = Chart.evenIndices(count: rows, atMost: 9).reversed().map { row in
      [Cell.data(ys[row])] + across.map { Cell.data(values[row * columns + $0]) }
    }
    let corner = "\(chart.y.label.isEmpty ? "y" : chart.y.label) \\ \(chart.x.label.isEmpty ? "x" : chart.x.label)"
    return Table(chart.title, columns: [corner] + names, rows: lines)
  }

  /// The function on three rows and three columns, the largest y first.
  fileprivate var mixedRows: [[Cell]] {
    let xs = Chart.Positions.even(from: x.lowerBound, through: x.upperBound, count: columns)
    let ys = Chart.Positions.even(from: y.lowerBound, through: y.upperBound, count: rows)
    var result: [[Cell]] = []
    for row in [rows - 1, (rows - 1) / 2, 0] {
      for column in [0, (columns - 1) / 2, columns - 1] {
        result.append(["function", .data(xs[column]), .data(ys[row]), .data(values[row * columns + column])])
      }
    }
    return result
  }
}
