import Foundation
import LessonKit

/// The speeds that LessonKit promises (CHARTS, section 5, and the 2-2-2 network).
enum KitBenchmark {
  static func run() {
    let million = (0..<1_000_000).map { sin(Double($0) / 1e5) + Double($0 % 97) / 970 }
    time("chart of 1e6 points", bound: 10) { Chart("million").line(million).text.utf8.count }
    let few = (0..<200).map { exp(-Double($0) / 50) }
    time("chart of 200 points", bound: 0.2) { Chart("200").line(few).text.utf8.count }
    time("contour figure", bound: 2) {
      Chart("bowl").contour({ $0 * $0 + 10 * $1 * $1 }, x: -5...5, y: -2...2, at: [1, 4, 10, 20, 40]).text.utf8.count
    }
    time("SVG, summary and data of 200 points", bound: 2) {
      let chart = Chart("200").line(few)
      return chart.svg.utf8.count + chart.summary.utf8.count + chart.figure.text.utf8.count
    }
    time("2-2-2 network, 10 000 steps", bound: 50) {
      var network = TwoTwoTwoNetwork.mazur
      return network.train(.mazur, learningRate: 0.5, steps: 10_000, training: .weights).count
    }
  }

  private static func time(_ what: String, bound: Double, _ work: () -> Int) {
    var used = 0
    let milliseconds = median(of: 9) {
      let start = ContinuousClock.now
      used += work()
      return (ContinuousClock.now - start) / .milliseconds(1)
    }
    precondition(used > 0)
    report(what, milliseconds, "ms", bound: bound)
  }
}
