import LessonModel
import LessonRunning
import Machine
import Testing

@Suite("Records of a run")
struct RunRecordTests {
  private static let begin = "L \(RunRecord.version) 0 - 0\n\n"

  private func records(_ text: String, arrivals: [ProcessOutcome.Arrival] = []) throws -> [RunRecord] {
    try RunRecord.records(in: Array((Self.begin + text).utf8), arrivals: arrivals)
  }

  @Test func areReadWithTheirPlaces() throws {
    let records = try records("M 0 0 - 0\n\nV 1 4 d 16\n3fe0000000000000\nS 2 4 - 0\n\nM 3 -1 - 0\n\n")
    #expect(records.map(\.event) == [.place(0), .value(1, .float64(0.5)), .place(2), .place(3)])
    #expect(records.map(\.place) == [0, 1, 2, 3])
    #expect(records.map(\.offset) == [0, 4, 4, -1])
  }

  @Test func haveTheTimeOfTheChunkThatTheyEndIn() throws {
    let marks = "M 0 0 - 0\n\nM 1 0 - 0\n\nM 2 0 - 0\n\n"
    let length = Self.begin.utf8.count
    let arrivals = [(length + 11, 3.0), (length + 30, 7.5), (length + 33, 9)].map {
      ProcessOutcome.Arrival(bytes: $0.0, milliseconds: $0.1)
    }
    #expect(try records(marks, arrivals: arrivals).map(\.milliseconds) == [3, 7.5, 9])
    #expect(try records(marks).map(\.milliseconds) == [0, 0, 0])
  }

  /// A program may be ended in the middle of a record; what came before it counts.
  @Test func thatAreCutOffAreDropped() throws {
    let bytes = Array((Self.begin + "M 0 0 - 0\n\nV 1 4 t 5\nabcde\n").utf8)
    for length in 0..<bytes.count {
      let records = try RunRecord.records(in: Array(bytes[..<length]))
      #expect(records.count == (length >= Self.begin.utf8.count + 11 ? 1 : 0))
    }
    #expect(try RunRecord.records(in: bytes).count == 2)
  }

  @Test(arguments: [
    "x\n", "M\n", "M 0 0 - 99999999999\n\n", "V a b c d\n", "\n\n\n", "M 0 0 - -5\n\n", "Q 0 0 - 0\n\n", "V 0 0 q 1\na\n",
    "V 0 0 d 3\nxyz\n", "V 0 0 b 3\nyes\n", "F 0 0 - 3\nabc\n", "F 0 0 - 2\n-1\n",
  ])
  func thatMakeNoSenseAreDropped(text: String) throws {
    #expect(try records(text).isEmpty)
    #expect(try RunRecord.records(in: Array(text.utf8)).isEmpty)
  }

  @Test func withoutABeginningAreNone() throws {
    #expect(try RunRecord.records(in: Array("M 0 0 - 0\n\n".utf8)).isEmpty)
  }

  @Test(arguments: [0, 1, RunRecord.version + 1])
  func ofAnotherVersionCannotBeRead(version: Int) {
    #expect(
      throws: MachineFault(
        "the lesson runtime reports in version \(version), and the tool reads version \(RunRecord.version); install both together"
      )
    ) { try RunRecord.records(in: Array("L \(version) 0 - 0\n\nM 0 0 - 0\n\n".utf8)) }
  }

  @Test func exhibitsKeepTheirTable() throws {
    let payload = "5:chart1:T3:a\nb0:0:1:s2 1 lr1:x1:y1:11:2"
    let exhibit = Exhibit(
      kind: .chart, title: "T", text: "a\nb", svg: nil, summary: "s",
      data: Exhibit.Data(columns: ["x", "y"], isNumeric: [false, true], rows: [["1", "2"]]))
    #expect(try records("F 0 7 - \(payload.utf8.count)\n\(payload)\n").map(\.event) == [.figure(exhibit)])
    #expect(try records("V 3 7 g \(payload.utf8.count)\n\(payload)\n").map(\.event) == [.value(3, .exhibit(exhibit))])
  }

  /// A table that is cut is no table, however large it claims to be.
  @Test(arguments: ["2 1 lr1:x1:y1:1", "2 1 l", "9999 100000 ", "-1 1 ", "1 -1 r1:x", "- "])
  func exhibitsWithoutAWholeTableHaveNone(table: String) throws {
    let payload = "5:table1:T1:a0:0:1:s" + table
    let exhibit = Exhibit(kind: .table, title: "T", text: "a", svg: nil, summary: "s", data: nil)
    #expect(try records("F 0 7 - \(payload.utf8.count)\n\(payload)\n").map(\.event) == [.figure(exhibit)])
  }

  /// The runtime sends bits alone; what is shown is what a lesson's own `print` shows.
  @Test(arguments: [
    0.0, -0.0, 0.1, 1e23, -1e-300, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .nan,
    -Double.nan, .signalingNaN, Double(nan: 7, signaling: false), Double(nan: 7, signaling: true),
  ])
  func numbersAreShownAsSwiftShowsThem(number: Double) throws {
    let bits = String(number.bitPattern, radix: 16)
    let read = try #require(try records("V 0 0 d \(bits.utf8.count)\n\(bits)\n").first)
    #expect(read.event == .value(0, .float64(number)))
    let float = Float(number)
    let floatBits = String(float.bitPattern, radix: 16)
    let second = try #require(try records("V 0 0 f \(floatBits.utf8.count)\n\(floatBits)\n").first)
    #expect(second.event == .value(0, .float32(float)))
    guard case .value(_, let value) = read.event, case .value(_, let narrow) = second.event else {
      Issue.record("no values")
      return
    }
    #expect(value.description == "\(number)")
    #expect(narrow.description == "\(float)")
  }

  @Test(arguments: [
    ("v 0\n\n", ComputedValue.nothing), ("i 3\n-12\n", .integer("-12")), ("b 4\ntrue\n", .bool(true)),
    ("b 5\nfalse\n", .bool(false)), ("t 0\n\n", .text("")), ("t 3\na\nb\n", .text("a\nb")),
  ])
  func valuesHaveTheirForms(record: String, value: ComputedValue) throws {
    #expect(try records("V 0 0 " + record).map(\.event) == [.value(0, value)])
  }
}
