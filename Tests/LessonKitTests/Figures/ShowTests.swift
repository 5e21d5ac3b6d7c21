import Foundation
import LessonKit
import Testing

/// `CHARTS=summary` asks for words instead of pictures.
@Suite struct ShowTests {
  @Test func chartsAndDiagramsPrintTheirSummary() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("CHARTS", "summary", 1)
      show(Chart("Loss").line([4, 2], "loss"))
      show(Diagram("D").input("x", value: 2))
      show(Table(columns: ["n"], rows: [[1]]))
      fflush(nil)
    }
    let printed = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(printed.contains("Line chart. x: 0 to 1. loss falls from 4 to 2.\nDiagram "))
    #expect(!printed.contains("+-"))
    #expect(printed.contains("\nn\n1\n"))
  }

  @Test func otherwiseTheyPrintTheirText() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      unsetenv("CHARTS")
      show(Chart("Loss").line([4, 2], "loss"))
      fflush(nil)
    }
    let printed = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(printed.contains(Chart("Loss").line([4, 2], "loss").text + "\n"))
  }
}
