import Foundation

/// A course of any number of lessons, each of eight blocks and four values, that cost the compiler some fourteen times what an
/// empty file with the kit costs it, and its twins in Python and R.
struct MadeCourse {
  var folder: String
  var lessons: Int

  var path: String { folder + "/lessons" }
  var twin: String { folder + "/twin" }
  var rTwin: String { folder + "/r-twin" }

  func write() throws {
    for place in [path, twin, rTwin] {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }
    try write("title: A made course\n", to: path + "/course.yml")
    for number in 1...lessons { try write(number) }
  }

  /// Writes one lesson; another `constant` is another code in its first block, another `word` other prose.
  func write(_ number: Int, constant: Int = 2, word: String = "plain") throws {
    let name = "\(10_000 + number)-lesson.md"
    var swift = "# Lesson \(number)\n\nSome \(word) words about it.\n"
    var python = swift
    var r = swift
    for block in 1...8 {
      let (first, factor) = (number * block, block + (block == 1 ? constant : 2))
      swift += """

        ## Step \(block)

        ```swift
        struct Point\(block) { var x: Double; var y: Double }
        func norm\(block)(_ point: Point\(block)) -> Double {
          (point.x * point.x + point.y * point.y).squareRoot()
        }
        var points\(block): [Point\(block)] = []
        for step in 0..<50 {
          let place = Double(step + \(first))
          points\(block).append(Point\(block)(x: place, y: place * \(factor)))
        }
        let weights\(block) = (0..<50).map { Double($0) * 0.5 + 1 }
        let mean\(block) = weights\(block).reduce(0, +) / Double(weights\(block).count)
        let spread\(block) = weights\(block).map { ($0 - mean\(block)) * ($0 - mean\(block)) }.reduce(0, +)
        print("mean", mean\(block), "spread", spread\(block))
        let total\(block) = zip(points\(block).map(norm\(block)), weights\(block)).map { $0 * $1 }.reduce(0, +)
        for (step, point) in points\(block).enumerated() where step % 10 == 0 {
          print("step \\(step): from \\(point.x) to \\(point.y)")
        }
        if total\(block) > 1_000 { print("a large total") } else { print("a small total") }
        print("total", total\(block))
        ```

        """
      python += """

        ## Step \(block)

        ```python
        class Point\(block):
            def __init__(self, x, y): self.x, self.y = x, y
        def norm\(block)(point): return (point.x * point.x + point.y * point.y) ** 0.5
        points\(block) = []
        for step in range(50):
            place = float(step + \(first))
            points\(block).append(Point\(block)(place, place * \(factor)))
        weights\(block) = [float(step) * 0.5 + 1 for step in range(50)]
        mean\(block) = sum(weights\(block)) / len(weights\(block))
        spread\(block) = sum((weight - mean\(block)) * (weight - mean\(block)) for weight in weights\(block))
        print("mean", mean\(block), "spread", spread\(block))
        total\(block) = sum(norm\(block)(point) * weight for point, weight in zip(points\(block), weights\(block)))
        for step, point in enumerate(points\(block)):
            if step % 10 == 0: print(f"step {step}: from {point.x} to {point.y}")
        print("a large total" if total\(block) > 1_000 else "a small total")
        print("total", total\(block))
        ```

        """
      r += """

        ## Step \(block)

        ```{r}
        norm\(block) <- function(point) sqrt(point$x * point$x + point$y * point$y)
        points\(block) <- list()
        for (step in 0:49) {
          place <- step + \(first)
          points\(block)[[step + 1]] <- list(x = place, y = place * \(factor))
        }
        weights\(block) <- sapply(0:49, function(step) step * 0.5 + 1)
        mean\(block) <- sum(weights\(block)) / length(weights\(block))
        spread\(block) <- sum((weights\(block) - mean\(block)) * (weights\(block) - mean\(block)))
        cat("mean", mean\(block), "spread", spread\(block), "\\n")
        total\(block) <- sum(sapply(points\(block), norm\(block)) * weights\(block))
        for (step in seq(1, 50, by = 10)) {
          cat(sprintf("step %d: from %f to %f\\n", step, points\(block)[[step]]$x, points\(block)[[step]]$y))
        }
        if (total\(block) > 1000) cat("a large total\\n") else cat("a small total\\n")
        cat("total", total\(block), "\\n")
        ```

        """
      if block % 2 == 0 {
        swift += "\nIn all [0](swift:total\(block)) of them.\n"
        python += "\nIn all [0](python:total\(block)) of them.\n"
        r += "\nIn all `r total\(block)` of them.\n"
      }
    }
    try write(swift, to: path + "/" + name)
    try write(python, to: twin + "/" + name)
    try write(r, to: rTwin + "/" + name.replacing(".md", with: ".Rmd"))
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
