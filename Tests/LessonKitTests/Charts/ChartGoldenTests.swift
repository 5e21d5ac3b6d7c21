import Foundation
import LessonKit
import Testing

/// Every picture in `Goldens` is what its chart draws, byte for byte. `REWRITE_GOLDENS=1 swift test` draws them
/// anew, but never where `CI` is set.
@Suite struct ChartGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  @Test(arguments: targetCharts + kindsOfCharts + mixedCharts + oddCharts)
  func picture(_ golden: GoldenChart) throws {
    let file = ChartGoldenTests.folder.appendingPathComponent("\(golden.name).txt")
    let drawn = golden.chart.text + "\n"
    let environment = ProcessInfo.processInfo.environment
    if environment["REWRITE_GOLDENS"] == "1", environment["CI"] == nil { try Data(drawn.utf8).write(to: file) }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? "(no such file)"
    #expect(drawn.utf8.elementsEqual(kept.utf8), "drawn:\n\(drawn)\nkept:\n\(kept)")
  }
}
