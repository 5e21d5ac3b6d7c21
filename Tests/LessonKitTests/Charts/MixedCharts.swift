import LessonKit

/// Charts of which no mark rules alone, or not all have a place.
let mixedCharts: [GoldenChart] = [
  .init(
    "mixed-bars-line",
    Chart("Accuracy and its goal").bars(["sgd": 0.82, "momentum": 0.91, "adam": 0.94], "run")
      .line([0.8, 0.85, 0.9], "goal").rule(y: 0.5).x("optimizer", .category).y("accuracy", 0...1)),
  .init(
    "mixed-line-bars",
    Chart("The line comes first").line([3, -2, 1]).bars(["a": 2, "b": -3, "c": 1.5]).x("", .category)),
  .init("mixed-bars-log", Chart("Losses").bars(["a": 0.001, "b": 1, "c": 100, "d": -1]).x("", .category).y("loss", .log)),
  .init("mixed-bars-cut", Chart("Cut axis").bars(["a": 0.75, "b": 0.4, "c": 1.2]).x("", .category).y("", 0.5...1)),
  .init(
    "mixed-bars-matrix",
    Chart("Horizontal bars stand alone").bars(["a": 1]).matrix([[1]]).line([1, 2]).bars(["b": 2]).rule(y: 1).rule(x: 2)),
  .init("mixed-matrix-line", Chart("A matrix stands alone").matrix([[1, 2], [3, 4]]).line([1, 2]).matrix([[5]])),
  .init("mixed-line-matrix", Chart("No place for a matrix").line([1, 2]).matrix([[5]]).matrix([[6]]).bars(["a": 1])),
  .init(
    "mixed-histogram-line",
    Chart("Draws and density").histogram([-1.5, -0.5, -0.25, 0.2, 0.3, 1.1], bins: 4, over: -2...2)
      .line([(-2, 0.3), (0, 2.4), (2, 0.3), (5, 0)], "density").histogram([1, 2])),
  .init(
    "mixed-boxes",
    Chart("Boxes").box(["a": [1, 2, 3, 4, 10]]).points([(2, 0), (3, 1)], "means").box(["b": [2, 4, 6]]).rule(x: 5)),
  .init("mixed-contour", Chart().contour({ $0 + 10 * $1 }, x: 0...2, y: 0...2, at: [5]).path([(0, 0), (2, 2)]).rule(x: 1)),
  .init("mixed-notes", Chart().step([1, .infinity, 2], "s").rule(x: 1).label("here", x: 2, y: 2)),
]
