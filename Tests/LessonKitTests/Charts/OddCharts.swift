import LessonKit

private let none: [Double] = []

/// Every kind of mark with ordinary data.
let kindsOfCharts: [GoldenChart] = [
  .init("kind-crossing", Chart("Two waves").line({ sin($0) }, over: 0...6, "sin").line({ cos($0) }, over: 0...6, "cos").x("t")),
  .init("kind-steep", Chart("A fast wave").line({ sin($0) }, over: 0...20, "sin").size(width: 60)),
  .init("kind-step", Chart("Learning-rate schedule").step([1, 1, 0.5, 0.5, 0.25, 0.25, 0.1], "rate").x("epoch")),
  .init(
    "kind-error-bars",
    Chart("Mean and spread")
      .band([(1, 1, 2), (2, 2, 4), (3, 2, 3)], "band").line([(1, 1.5), (2, 3), (3, 2.5)], "middle")
      .errorBars([(1, 1.2, 1.6, 2.2), (2, 2.6, 3.1, 3.9), (3, 2, 2.4, 2.9)], "runs").x("size")),
  .init("kind-points", Chart().points([(0, 0), (1, 4), (2, 1)], "left").points([(2, 1), (3, 3)], "right")),
  .init("kind-rules", Chart().line([3, 1, 2, -1, -2]).rule(y: 0).rule(x: 2).label("turns", x: 4, y: -2).size(width: 40)),
  .init("kind-contour", Chart("A saddle").contour({ $0 * $1 }, x: -2...2, y: -2...2, at: [-2, -1, 1, 2])),
  .init(
    "kind-shades", Chart("Filter").matrix((0..<6).map { row in (0..<20).map { sin(Double(row * $0) / 9) } }, numbers: false)),
  .init("kind-matrix", Chart().matrix([[0.1, -0.52], [0.333, 1], [.nan, 0]], rows: ["a", "b", "c"], columns: ["x", "y"])),
  .init("kind-log-log", Chart().line((1..<40).map { (Double($0), 300 / Double($0)) }, "1/n").x("n", .log).y("error", .log)),
  .init(
    "kind-groups",
    Chart("Accuracy").bars(["sgd": 0.82, "momentum": 0.91, "adam": 0.94], "train")
      .bars(["sgd": 0.72, "momentum": 0.81, "adam": 0.84], "test").x("optimizer", .category).y("accuracy", 0...1)),
  .init("kind-hanging", Chart().bars(["w1": -0.82, "w2": 0.31, "w3": -0.1, "b": 1]).x("", .category)),
  .init("kind-few-values", Chart("One more").histogram([1, 2, 2, 3, 3, 3, 4, 4, 5, 9.5, .nan, .infinity]).x("v")),
  .init("glyphs-blocks", Chart().line({ sin($0) }, over: 0...6).glyphs(.blocks).size(width: 50)),
  .init("glyphs-braille", Chart().line({ sin($0) }, over: 0...6).glyphs(.braille).size(width: 50)),
  .init("glyphs-bars", Chart().bars(["a": 1, "b": 0.53, "c": 0.77]).glyphs(.blocks).size(width: 40)),
  .init("glyphs-histogram", Chart().histogram([1, 2, 2, 3, 3, 3, 4, 4, 5, 9.5]).glyphs(.braille).size(width: 40)),
  .init("glyphs-matrix", Chart().matrix([[1, 2, 3], [4, 5, 6]]).glyphs(.blocks)),
]

/// Data and labels that go wrong easily.
let oddCharts: [GoldenChart] = [
  .init("odd-one-value", Chart("One value").line([3])),
  .init("odd-one-point", Chart("One point").points([(2, 3)])),
  .init("odd-huge", Chart("Huge").line([1e300, -1e300, 0.5e300])),
  .init("odd-tiny", Chart("Tiny").line([1e-300, 3e-300, 2e-300])),
  .init("odd-greatest", Chart().line([Double.greatestFiniteMagnitude.nextDown, -Double.greatestFiniteMagnitude.nextDown])),
  .init("odd-greatest-constant", Chart().line([-Double.greatestFiniteMagnitude.nextDown])),
  .init("odd-least", Chart().line([Double.leastNonzeroMagnitude, 0])),
  .init("odd-offset", Chart("Far from zero").line([1_000_000_001, 1_000_000_002, 1_000_000_004]).size(width: 40)),
  .init("odd-infinite", Chart("No finite value").line([.infinity, -.infinity, .nan])),
  .init("odd-infinite-twice", Chart("Two curves end at infinity").line([1, 2, .infinity], "a").line([2, 3, .infinity], "b")),
  .init("odd-log-histogram", Chart("Counts on a log scale").histogram([1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3], bins: 3).y("", .log)),
  .init("odd-cut-histogram", Chart("Counts below the axis").histogram([1, 2, 2, 2, 3, 3], bins: 3).y("", 2...4)),
  .init("odd-log-nothing", Chart("Nothing above zero").line([-1, 0, .nan]).y("v", .log)),
  .init("odd-log-wide", Chart("Six hundred powers").line([1e-300, 1, 1e300]).y("v", .log)),
  .init("odd-clipped", Chart("Clipped").line([1, 2, 30, 4, 5]).y("v", 0...6).size(width: 50)),
  .init("odd-wide-words", Chart("损失 loss 🙂").line([1, 2, 3], "训练损失").line([0, 1, 2], "e\u{301}preuve").x("步").y("损失")),
  .init("odd-controls", Chart("tab\tand\nnewline").line([1, 2], "a\u{1B}[31m").x("x\r").y("\u{0C}y")),
  .init(
    "odd-bars",
    Chart("Odd bars").bars([
      "猫": 1, "a name that is long, longer than a third of the page": 2, "missing": .nan, "infinite": .infinity, "zero": 0,
      "tiny": 1e-9,
    ])),
  .init("odd-many-upright", Chart("A hundred").bars((0..<100).map { ("\($0)", Double($0 * 7 % 13)) }).x("n", .category)),
  .init("odd-no-upright", Chart("None").bars([:]).x("", .category)),
  .init(
    "odd-upright",
    Chart("Odd").bars(["猫": 1, "a long name": 2, "missing": .nan, "infinite": .infinity, "zero": 0, "tiny": 1e-9]).x(
      "", .category)),
  .init("odd-no-bars", Chart("No bars").bars([:])),
  .init("odd-zero-bars", Chart("Only zero").bars(["a": 0, "b": 0])),
  .init("odd-no-matrix", Chart("No matrix").matrix([])),
  .init("odd-wide-matrix", Chart("Too wide").matrix([(0..<100).map(Double.init)])),
  .init("odd-constant-matrix", Chart().matrix([[2, 2], [2, 2]])),
  .init("odd-no-histogram", Chart("No values").histogram([])),
  .init("odd-same-values", Chart("The same three times").histogram([2, 2, 2])),
  .init("odd-all-outside", Chart("All outside").histogram([20, 30], bins: 4, over: 0...1)),
  .init("odd-empty-box", Chart().box(["empty": [], "one": [1], "two": [1, 2]])),
  .init("odd-flat-contour", Chart().contour({ _, _ in 1 }, x: 0...1, y: 0...1, at: [1, 2, .nan])),
  .init("odd-long-path", Chart().path((0..<40).map { (Double($0), Double($0 * $0)) })),
  .init("odd-narrow", Chart("A title that is longer than the page").line([1.5, 2.25, 7.125], "a long name").size(width: 1)),
  .init("odd-ends-apart", Chart().line([1, 2, 3, 4], "short").line([4, 3, 2, 1, 0, 1], "long")),
  .init("odd-many", (0..<12).reduce(Chart("Twelve")) { $0.line([Double($1), Double(11 - $1)], "n\($1)") }),
  .init(
    "odd-beyond",
    Chart("Beyond the axes").band([(0, 5, 6), (1, 1, 2), (2, -1e300, -1), (3, 0.5, 1e300)])
      .errorBars([(0, -1e300, 0, 1e300), (1, 3, 4, 5), (2, -5, -4, -3)]).y("", 0...1)),
  .init("odd-boxes-beyond", Chart().box(["a": [0, 1, 2, 1e300], "b": [-1e300, 5, 9, 10], "c": [20, 30]]).x("", 0...10)),
  .init("odd-empty", Chart()),
  .init("odd-only-title", Chart("Only a title")),
  .init("odd-no-path", Chart().path([]).points(none).step(none).errorBars([]).band([]).rule(x: .nan).label("", x: .nan, y: 0)),
  .init("odd-fixed", Chart().line([1, 2, 3]).x("", -.infinity ... .infinity).y("", 2...2)),
]
