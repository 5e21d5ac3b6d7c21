import LessonModel
import Machine
import Testing

import LessonRunning

@Suite("What a recording says")
struct RecordingReaderTests {
  /// Places: 0 start, 1 `1 + 1`, 2 end, 3 start, 4 before `print`, 5 value of `print`, 6 end, 7 the value.
  private static let lesson = Lesson([
    .prose("# A\n\n"), .block("1 + 1"), .prose("\n"), .block("print(2) // Prints \"2\""), .prose("\nIt is "), .value("a"),
  ])

  private func program() throws -> Program {
    try #require(ProgramBuilder.programs(for: Self.lesson, settings: .undecided, modules: []).first)
  }

  private func read(_ steps: [Step], outputBytes: Int = .max) throws -> RecordingReader {
    RecordingReader(try Recording(steps, outputBytes: outputBytes), of: try program())
  }

  @Test func programHasThesePlaces() throws {
    #expect(
      try program().probes == [
        .blockStart(0), .statement(block: 0, statement: 0), .blockEnd(0), .blockStart(1),
        .beforeStatement(block: 1, statement: 0), .statement(block: 1, statement: 0), .blockEnd(1), .value(0),
      ])
  }

  private static let whole: [Step] = [
    .mark(0), .print("a\n"), .value(1, form: "i", "2"), .mark(2), .mark(3), .print("b\n"), .statement(4), .print("2\n"),
    .value(5, form: "v", ""), .print("c"), .mark(6), .value(7, form: "d", "3ff8000000000000"),
  ]

  @Test func outputBelongsToTheBlockThatPrintedIt() throws {
    let reader = try read(Self.whole)
    #expect(reader.blocks[0]?.printedText == "a\n")
    #expect(reader.blocks[1]?.printedText == "b\n2\nc")
    #expect(reader.blocks[1]?.printedFrom == [0: "2\nc"])
    #expect(reader.blocks[0]?.statements == [0: .integer("2")])
    #expect(reader.blocks[1]?.statements == [0: .nothing])
    #expect(reader.blocks.values.allSatisfy { $0.status == .ok })
    #expect(reader.values == [0: ValueRun(status: .ok, value: .float64(1.5))])
    #expect(reader.nextProbe == nil && reader.openBlock == nil && reader.closedIn == nil && !reader.isCut)
  }

  /// Wherever a program ends, it is known what it was at.
  @Test func theRestHasNotRun() throws {
    let places = Self.whole.enumerated().compactMap { index, step -> (index: Int, place: Int)? in
      switch step {
      case .mark(let place), .statement(let place), .value(let place, _, _): (index, place)
      case .figure, .print, .traced, .close: nil
      }
    }
    for (index, place) in places {
      let reader = try read(Array(Self.whole[..<index]))
      #expect(reader.nextProbe == (try program().probes[place]))
      #expect(reader.openBlock == ((1...2).contains(place) ? 0 : (4...6).contains(place) ? 1 : nil))
      if let open = reader.openBlock { #expect(reader.blocks[open]?.status == .notRun) }
      #expect(reader.lastStatement == ((5...7).contains(place) ? 0 : nil))
      #expect(reader.values.isEmpty)
    }
  }

  /// Once a block that was not the last one of its program printed too much, the tool died of it.
  @Test func outputThatIsCutEndsTheProgramThere() throws {
    for limit in 0..<6 {
      let reader = try read(Self.whole, outputBytes: limit)
      #expect(reader.isCut)
      #expect(reader.openBlock == (limit < 2 ? 0 : 1))
      #expect(reader.blocks[reader.openBlock ?? -1]?.status == .notRun)
      #expect(reader.blocks[0]?.printedText == String("a\n".prefix(limit)))
      #expect(reader.blocks[1]?.printedText == (limit < 2 ? nil : String("b\n2\nc".prefix(limit - 2))))
      #expect(reader.values.isEmpty)
    }
    #expect(try !read(Self.whole, outputBytes: 7).isCut)
  }

  @Test func outputThatIsClosedIsNoticed() throws {
    let reader = try read([.mark(0), .print("a\n"), .close, .print("lost"), .mark(2), .mark(3), .mark(6)])
    #expect(reader.closedIn == 0)
    #expect(reader.blocks[0]?.printedText == "a\n")
    #expect(reader.nextProbe == .value(0))
  }

  private static let chart = "5:chart1:T3:a\nb0:0:1:s- "
  private static let exhibit = Exhibit(kind: .chart, title: "T", text: "a\nb", svg: nil, summary: "s", data: nil)

  @Test func exhibitsStandInThePlaceOfTheirText() throws {
    let reader = try read([
      .mark(0), .print("x\n"), .figure(Self.chart), .print("a\nb\n"), .print("y"), .mark(2), .mark(3), .figure(Self.chart),
      .print("a\nb\n"), .mark(6),
    ])
    #expect(reader.blocks[0]?.printed == [.text("x\n"), .exhibit(Self.exhibit), .text("y")])
    #expect(reader.blocks[1]?.printed == [.exhibit(Self.exhibit)])
  }

  /// A figure whose text was printed elsewhere, or is cut, is text.
  @Test func exhibitsWithoutTheirTextAreNone() throws {
    let elsewhere = try read([.mark(0), .figure(Self.chart), .print("a\nc\n"), .mark(2)])
    #expect(elsewhere.blocks[0]?.printed == [.text("a\nc\n")])
    let cut = try read([.mark(0), .figure(Self.chart), .print("a\nb\n"), .mark(2)], outputBytes: 2)
    #expect(cut.blocks[0]?.printed == [.text("a\n")])
  }

  @Test func timeIsThatBetweenTheMarks() throws {
    let steps = Array(Self.whole[..<4])
    let plain = try Recording(steps)
    let lengths = plain.stream.indices.filter { plain.stream[$0] == 10 && $0 > 0 && plain.stream[$0 - 1] == 10 }
    let timed = try Recording(
      output: plain.output, stream: plain.stream,
      arrivals: [
        ProcessOutcome.Arrival(bytes: try #require(lengths.dropFirst().first) + 1, milliseconds: 2),
        ProcessOutcome.Arrival(bytes: plain.stream.count, milliseconds: 12.5),
      ])
    #expect(RecordingReader(timed, of: try program()).blocks[0]?.milliseconds == 10.5)
    #expect(RecordingReader(plain, of: try program()).blocks[0]?.milliseconds == 0)
  }

  /// A lesson can reach its own channel; what it writes there must not end the tool.
  @Test(arguments: [
    [Step.mark(.max), .mark(-1), .mark(8)], [.mark(2), .mark(0)], [.mark(3), .mark(2), .mark(6)],
    [.value(0, form: "i", "1"), .statement(6), .value(4, form: "i", "1")], [.figure(""), .statement(4), .mark(2)],
  ])
  func recordsInNoOrderDoNoHarm(steps: [Step]) throws {
    let reader = try read(steps)
    #expect(reader.values.isEmpty)
  }
}
