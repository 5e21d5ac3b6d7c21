extension Chart.Mark {
  /// A straight line across the whole plot.
  public static func rule(_ rule: Chart.Rule) -> Chart.Mark { Chart.Mark(.rule(rule)) { .rule(rule) } }
}

extension MarkTraits {
  /// A straight line across the whole plot.
  static func rule(_ rule: Chart.Rule) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(one: "a rule", many: "rules"),
      extend: { extent in
        switch rule {
        case .x(let value): extent.x.add(value)
        case .y(let value): extent.y.add(value)
        }
      },
      drawBelow: { drawing, _ in drawing.draw(rule) },
      isColored: false,
      svgBelow: { svg, mark in svg.rule(rule, mark.frame) },
      sentences: { _, _ in
        switch rule {
        case .x(let value): ["A line marks x = \(value.spoken)."]
        case .y(let value): ["A line marks y = \(value.spoken)."]
        }
      },
      parts: { _, _ in
        switch rule {
        case .x(let value): [.rows([["rule", .data(value), ""]])]
        case .y(let value): [.rows([["rule", "", .data(value)]])]
        }
      })
  }
}

extension PlotDrawing {
  /// Upright of `:`, flat of `-` in every second column, so that it is neither an axis nor a curve.
  fileprivate mutating func draw(_ rule: Chart.Rule) {
    switch rule {
    case .x(let x):
      guard let place = layout.x.place(x), layout.x.reach.contains(place) else { return }
      for row in 0..<layout.y.cells { self[row, layout.x.cell(at: place)] = ":" }
    case .y(let y):
      guard let place = layout.y.place(y), layout.y.reach.contains(place) else { return }
      for column in stride(from: 2, to: layout.x.cells, by: 2) { self[layout.y.cell(at: place), column] = "-" }
    }
  }
}

extension SVGBuilder {
  fileprivate mutating func rule(_ rule: Chart.Rule, _ frame: PlotFrame) {
    switch rule {
    case .x(let value):
      guard let place = frame.layout.x.place(value), frame.layout.x.reach.contains(place) else { return }
      self.rule(frame.x(place), frame.upper, frame.x(place), frame.bottom)
    case .y(let value):
      guard let place = frame.layout.y.place(value), frame.layout.y.reach.contains(place) else { return }
      self.rule(frame.left, frame.y(place), frame.right, frame.y(place))
    }
  }
}
