extension Chart {
  /// The chart in one paragraph of plain words, from its data: kind, axes, what each mark shows, what is missing. The
  /// author's `describe` replaces it.
  ///
  /// Numbers have three significant digits, integers below a million all of theirs.
  ///
  /// ```swift
  /// Chart("Loss").line([56, 20, 5.857], "lr = 0.005").x("step").summary
  /// // => "Line chart. x: step, 0 to 2. lr = 0.005 falls from 56 to 5.86."
  /// ```
  public var summary: String {
    if let spokenDescription { return spokenDescription }
    guard !marks.isEmpty else { return "Empty chart." }
    var sentences = [kind.sentence(ending: scaleWords)]
    if isAlone {
      sentences += ownFigure?.sentences ?? []
      for mark in drawnIndices.map({ marks[$0].traits }) { sentences += mark.sentences(words, mark.name.oneLine) }
    } else {
      let drawn = self.drawn
      let words = drawn.words
      sentences += drawn.axisSentences
      for (mark, name) in zip(drawn.marks, drawn.markNames) { sentences += mark.traits.sentences(words, name) }
      // Only marks of one kind hide each other, so the layout is left alone without several of them.
      let hiding = drawn.marks.map { $0.traits }.filter { $0.hidden != nil }
      if hiding.count > 1, case .plot(let plot) = drawn.layout.content {
        sentences += hiding[0].hidden?(plot).map { [$0] } ?? []
      }
    }
    let undrawn = undrawnWords
    if !undrawn.isEmpty { sentences.append("Not drawn: \(undrawn).") }
    return sentences.joined(separator: " ")
  }

  /// What the chart is, after its first mark, with what else is on it: "Contour plot with a path".
  private var kind: String {
    var others = drawnIndices.map { marks[$0].traits.kind }.filter { $0.chart != nil }.counted
    if others.isEmpty { return "Chart" }
    let main = others.remove(at: others.firstIndex { $0.kind.isGround } ?? 0).kind
    let name = main.chart ?? "Chart"
    return others.isEmpty ? name : "\(name) with \(others.map { $0.kind.marks($0.count) }.spokenList)"
  }

  /// The axes as the marks have to speak of them.
  private var words: MarkWords {
    MarkWords(x: changed { $0.x.range = xRange }.x, y: y, isUpright: ruling?.isUpright ?? false)
  }

  private var scaleWords: String {
    switch (x.scale == .log, y.scale == .log) {
    case (false, false): ""
    case (true, false): "x on a log scale"
    case (false, true): "y on a log scale"
    case (true, true): "x and y on log scales"
    }
  }

  /// Name and range of each axis. A log axis y is left to the series, which say its values; the first sentence named it.
  private var axisSentences: [String] {
    let extent = PlotExtent(of: self)
    var sentences: [String] = []
    let ruling = self.ruling
    if ruling?.isUpright ?? false {
      let label = x.label.oneLine
      if !label.isEmpty { sentences.append("x: \(label).") }
    } else if let range = xRange ?? extent.x.range {
      sentences.append(axisSentence("x", x, range))
    }
    if y.scale != .log, ruling?.vertical == nil, !y.label.isEmpty || y.range != nil, let range = y.range ?? extent.y.range {
      sentences.append(axisSentence("y", y, range))
    }
    return sentences
  }

  /// The range of the x axis that is not left to the data: the bins of a histogram, or the author's.
  private var xRange: ClosedRange<Double>? { ruling?.xRange ?? x.range }

  private func axisSentence(_ letter: String, _ axis: Axis, _ range: ClosedRange<Double>) -> String {
    let label = axis.label.oneLine
    let name = label.isEmpty || label.isSame(as: letter) ? letter + ":" : "\(letter): \(label),"
    return "\(name) \(range.lowerBound.spoken) to \(range.upperBound.spoken)."
  }

  /// What each mark is called, in sentences and in the data table.
  ///
  /// A mark without a name is called by the y axis if it is the only one, else by its kind and number, `line 2`.
  var markNames: [String] {
    let traits = marks.map { $0.traits }
    let unnamed = traits.filter { $0.noun != nil && $0.name.isEmpty }
    return traits.enumerated().map { index, mark in
      guard mark.name.isEmpty, let noun = mark.noun else { return mark.name.oneLine }
      if unnamed.count == 1 { return y.label.oneLine }
      let position = traits[...index].count { $0.name.isEmpty && $0.noun?.isSame(as: noun) == true }
      return unnamed.count { $0.noun?.isSame(as: noun) == true } == 1 ? "the \(noun)" : "\(noun) \(position)"
    }
  }

}

extension String {
  /// This text as a sentence, with something after a comma if there is something.
  fileprivate func sentence(ending: String) -> String { ending.isEmpty ? self + "." : "\(self), \(ending)." }
}
