import LessonKit

/// Charts to render: the target pictures, the kinds that these leave out, and data that no author means to draw.
enum RenderedCharts {
  static let all = targetCharts + more + mixedCharts + odd

  /// Charts of the kinds that the target pictures leave out.
  static let more: [GoldenChart] = [
    .init(
      "band",
      Chart("Band").band([(0, 1, 2), (1, 1.5, 3), (2, 2, 4)], "interval").line([1.5, 2, 3], "mean").x("n").y("v")),
    .init(
      "error-bars",
      Chart("Errors").errorBars([(0, 1, 1.5, 2), (1, 1.5, 2, 3), (2, 2, 3, 4)], "sgd").errorBars([(0, 2, 2.5, 3)], "adam")),
    .init("step", Chart("Steps").step([1, 3, 2, 5], "stairs").line([1, 2, 3, 4], "line")),
    .init("legend", Chart("Legend").line([1, 5, 2], "one").line([3, 2], "two").points([(0.5, 3)], "three").rule(y: 2)),
    .init("saddle", Chart("Saddle").contour({ $0 * $0 - $1 * $1 }, x: -2...2, y: -2...2, at: [-1, 0, 1])),
  ]

  /// Data that no author means to draw.
  static let odd: [GoldenChart] = [
    .init("empty", Chart()),
    .init("one value", Chart("One").line([3])),
    .init("missing only", Chart("None").line([.nan, .nan]).points([(.nan, 1)])),
    .init(
      "infinite missing", Chart("Infinite").line([.infinity, 1, -.infinity, .nan]).points([(0, .infinity), (1, -.infinity)])),
    .init("huge", Chart("Huge").line([-1e300, 1e300, 0])),
    .init("tiny", Chart("Tiny").line([1e-300, 2e-300])),
    .init("largest", Chart("Largest").line([-.greatestFiniteMagnitude, .greatestFiniteMagnitude])),
    .init("log of nothing", Chart("Log").line([0, -1, -2]).y("loss", .log)),
    .init("names", Chart("損失 < \"x\" & y").line([1, 2], "検証 <a>").x("エポック 👩‍👩‍👧").y("a\nb\u{1}")),
    .init("no bars", Chart("Bars").bars([])),
    .init("odd bars missing", Chart("Bars").bars(["nan": .nan, "inf": .infinity, "-inf": -.infinity, "zero": 0])),
    .init("no matrix", Chart("Matrix").matrix([])),
    .init("odd matrix missing", Chart("Matrix").matrix([[.nan, 1], [.infinity], []])),
    .init("no histogram", Chart("Histogram").histogram([])),
    .init("no box", Chart("Box").box(["a": [], "b": [.nan], "c": [1]])),
    .init("flat contour", Chart("Flat").contour({ _, _ in 1 }, x: 0...1, y: 0...1, at: [1, 2])),
    .init("odd contour", Chart("Odd").contour({ x, _ in 1 / x }, x: -1...1, y: 0...1, at: [1, .nan])),
    .init("clipped", Chart("Clipped").line([-100, 100, -100, 100]).band([(0, -100, 100), (3, -50, 1)]).y("", 0...1)),
    .init("no path", Chart("Path").path([])),
    .init("outside label", Chart("Label").line([0, 1]).label("far", x: 10, y: 10).rule(x: .nan).rule(y: .infinity)),
  ]
}
