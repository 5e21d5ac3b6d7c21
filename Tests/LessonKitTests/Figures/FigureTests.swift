import LessonKit
import Testing

@Suite struct FigureTests {
  /// What the observer of a lesson's runtime would record.
  private final class Record {
    var figures: [Figure] = []
  }

  /// The only test that sets the observer; no other test shows a figure.
  @Test func showTellsTheObserver() {
    let record = Record()
    observeFigures { record.figures.append($0) }
    defer { observeFigures(nil) }
    let table = Table("Squares", columns: ["x", "x squared"], rows: [[1, 1], [2, 4]])
    show(table)
    show(Diagram.flow("Steps", ["a", "b"]))
    #expect(record.figures.map { $0.kind } == [.table, .diagram])
    #expect(record.figures.first == table.figure)
    #expect(record.figures.last?.svg?.contains("aria-label=\"Steps\"") == true)
  }

  /// Contrast by WCAG 2.2 ("relative luminance", "contrast ratio"), against white and against a dark gray.
  @Test(arguments: SeriesColor.all, ["#ffffff", "#1e1e1e", "#121212"])
  func colorsStandOut(color: String, background: String) throws {
    let ratio = try #require(contrast(color, background))
    #expect(ratio >= 3)
  }

  /// Python: (1.05) / (0.05) for black on white; #777777 on white is 4.478 in the examples of WebAIM's contrast checker.
  @Test func contrastIsComputedAsPublished() throws {
    #expect(contrast("#000000", "#ffffff") == 21)
    let gray = try #require(contrast("#777777", "#ffffff"))
    #expect((gray - 4.478).magnitude < 0.001)
  }

  private func contrast(_ a: String, _ b: String) -> Double? {
    guard let x = luminance(a), let y = luminance(b) else { return nil }
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private func luminance(_ color: String) -> Double? {
    guard color.count == 7, let value = UInt32(color.dropFirst(), radix: 16) else { return nil }
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
      let c = Double(channel) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

/// The fallback colors as they stand in a drawn picture.
enum SeriesColor {
  static let all: [String] = {
    var chart = Chart("Six lines")
    for series in 0..<6 { chart = chart.line([0, Double(series)], "s\(series)") }
    let parts = chart.svg.split(separator: "var(--chart-").dropFirst()
      .filter { !$0.hasPrefix("page,") }
    return Array(Set(parts.compactMap { $0.split(separator: ", ").last?.split(separator: ")").first }.map(String.init)))
      .sorted()
  }()
}
