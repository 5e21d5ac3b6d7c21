import LessonKit

/// Charts of all marks in all mixtures, with data and words that go wrong easily.
struct RandomCharts {
  private var random: SplitMix64

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  mutating func chart() -> Chart {
    var chart = Chart(name())
    for _ in 0..<pick([1, 1, 2, 2, 3, 4, 6]) { chart = adding(to: chart) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: chart = chart.x(name(), .category)
    case 1: chart = chart.x("n", .log)
    case 2: chart = chart.x(name(), -1...5)
    case 3: chart = chart.x("step")
    case 4: chart = chart.x("", .category).y("v", 0...4)
    default: break
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: chart = chart.y("loss", .log)
    case 2: chart = chart.y(name(), 1...3)
    case 3: chart = chart.y("v")
    default: break
    }
    if pick([true, false]) { chart = chart.size(width: Int.random(in: 20...125, using: &random), height: pick([nil, 5, 20])) }
    return chart.glyphs(pick([.ascii, .ascii, .blocks, .braille]))
  }

  private mutating func adding(to chart: Chart) -> Chart {
    let count = Int.random(in: 0...12, using: &random)
    switch Int.random(in: 0..<15, using: &random) {
    case 0: return chart.line(values(30), name())
    case 1:
      let size = value()
      return chart.line({ size * $0 * $0 }, over: -2...4, name())
    case 2: return chart.line(pairs(), name(), sign: pick([nil, "z", "o"]))
    case 3: return chart.points(pairs(), name(), sign: pick([nil, "q", "x"]))
    case 4: return chart.step(values(12), name())
    case 5: return chart.path(pairs(), name())
    case 6: return chart.errorBars((0..<count).map { (Double($0), value(), value(), value()) }, name())
    case 7: return chart.band((0..<count).map { (Double($0), value(), value()) }, name())
    case 8: return pick([true, false]) ? chart.rule(y: value()) : chart.rule(x: value())
    case 9: return chart.label(name(), x: value(), y: value())
    case 10: return chart.bars((0..<count).map { ("n\($0) \(name())", value()) }, name())
    case 11: return chart.histogram(values(60), bins: pick([nil, 3, 10]))
    case 12:
      return chart.matrix(
        (0..<count).map { _ in values(6) }, rows: ["r", "the second row", "猫"], numbers: pick([true, false]))
    case 13:
      let slope = value()
      return chart.contour({ $0 * $0 + slope * $1 }, x: -2...2, y: -1...3, at: [0.5, 1, 2, slope])
    default: return chart.box((0..<(count / 3)).map { ("b\($0)", values(20)) })
    }
  }

  private mutating func value() -> Double {
    switch Int.random(in: 0..<30, using: &random) {
    case 0: .nan
    case 1: pick([.infinity, -.infinity])
    case 2: Double.random(in: -1e6...1e6, using: &random)
    case 3: Double.random(in: 0...1e-5, using: &random)
    case 4: pick([0, -0.0, 1e300, -1e300, 1e-300])
    case 5...12: Double(Int.random(in: -5...20, using: &random))
    default: Double.random(in: -3...9, using: &random)
    }
  }

  private mutating func values(_ most: Int) -> [Double] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in value() }
  }

  private mutating func pairs() -> [(Double, Double)] {
    (0..<Int.random(in: 0...30, using: &random)).map { _ in (value(), value()) }
  }

  private mutating func name() -> String { pick(["", "", "a", "train", "a longer name", "損失", "x < y", "tab\there"]) }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int.random(in: choices.indices, using: &random)] }
}
