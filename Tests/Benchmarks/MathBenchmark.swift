import Foundation
import LessonModel
import MathSetting

/// The time to set a hundred formulas, and to take them from the cache.
enum MathBenchmark {
  static func run() throws {
    guard let katex = KaTeX.find(executable: CommandLine.arguments[0], environment: ProcessInfo.processInfo.environment)
    else {
      return print("| mathematics | no KaTeX here | |")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lessons-bench-math-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let formulas = (0..<100).map { index in
      let tex =
        "L_{\(index)}(\\theta) = -\\frac{1}{N} \\sum_{n=1}^{N} \\bigl[ y_n \\log \\hat{y}_n + (1 - y_n) \\log (1 - \\hat{y}_n) \\bigr]"
      return Formula(key: FormulaKey(tex: tex, isDisplay: index % 4 == 0), offsets: [])
    }
    for (name, jobs) in [("one job", 1), ("two jobs", 2)] {
      let cold = FormulaSetter(katex: katex, cache: FormulaCache(folder: nil), jobs: jobs)
      report("100 formulas, no cache, \(name)", time { cold.table(formulas).results.count }, "ms", bound: 1_500)
    }
    let kept = FormulaSetter(katex: katex, cache: FormulaCache(folder: folder), jobs: 1)
    _ = kept.table(formulas)
    report("100 formulas from the cache", median(of: 5) { time { kept.table(formulas).results.count } }, "ms", bound: 50)
  }

  private static func time(_ work: () -> Int) -> Double {
    let start = ContinuousClock.now
    precondition(work() > 0)
    return (ContinuousClock.now - start) / .milliseconds(1)
  }
}
