extension Chart: Showable {
  public static var figureKind: Figure.Kind { .chart }

  public var figure: Figure {
    Figure(kind: .chart, title: title.oneLine, text: text, svg: svg, summary: summary, data: table)
  }
}
