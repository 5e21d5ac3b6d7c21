import LessonsCore
import Testing

@Suite("Entries of the cache")
struct RunCacheTests {
  private let key = SHA256.digest(Array("key".utf8))
  private let recording = Recording(output: Array("a\n0.5\n".utf8), records: Array("M 0 2 - 0\n\n".utf8), message: "é")

  @Test func comeBackAsTheyWere() {
    #expect(RunCache.decode(RunCache.encode(recording, key: key), key: key) == recording)
  }

  @Test func areMissesWhenCutAtAnyLength() {
    let bytes = RunCache.encode(recording, key: key)
    for length in 0..<bytes.count { #expect(RunCache.decode(Array(bytes[..<length]), key: key) == nil) }
  }

  @Test func areMissesWhenAnyByteIsFlipped() {
    let bytes = RunCache.encode(recording, key: key)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x20
      #expect(RunCache.decode(damaged, key: key) == nil)
    }
  }

  @Test func areMissesUnderAnotherKey() {
    #expect(RunCache.decode(RunCache.encode(recording, key: key), key: SHA256.digest(Array("other".utf8))) == nil)
  }
}

@Suite("Printed text")
struct PrintedTextTests {
  @Test(arguments: [
    ("a\tb\n", "a\tb\n"), ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"), ("a\r\nb", "a\nb"), ("10%\r20%", "10%␍20%"),
    ("\u{0}x", "␀x"),
    ("\u{7F}", "␡"), ("\u{9B}31m", "\u{FFFD}31m"), ("\r", "␍"), ("é 中 😀", "é 中 😀"),
  ])
  func controlsAreShown(printed: String, shown: String) {
    #expect(PrintedText.text(Array(printed.utf8)) == shown)
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(PrintedText.text([0x61, 0xFF, 0x62, 0xC3]) == "a\u{FFFD}b\u{FFFD}")
  }
}

@Suite("Records of a run")
struct RunRecordTests {
  @Test func areReadWithTheirPlaces() {
    let bytes = Array("L 1 0 - 0\n\nM 0 0 - 0\n\nV 1 4 d 20\n3fe0000000000000 0.5\nM 2 4 - 0\n\n".utf8)
    let records = RunRecord.records(in: bytes)
    #expect(records.map(\.kind) == [.begin, .mark, .value(.float64(0x3fe0_0000_0000_0000, text: "0.5")), .mark])
    #expect(records.map(\.probe) == [1, 0, 1, 2])
    #expect(records.map(\.offset) == [0, 0, 4, 4])
    #expect(records.last?.end == bytes.count)
  }

  /// A program may be ended in the middle of a record; what came before it counts.
  @Test func thatAreCutOffAreDropped() {
    let bytes = Array("M 0 0 - 0\n\nV 1 4 t 5\nabcde\n".utf8)
    for length in 0..<bytes.count {
      let records = RunRecord.records(in: Array(bytes[..<length]))
      #expect(records.count == (length >= 11 ? 1 : 0))
    }
    #expect(RunRecord.records(in: bytes).count == 2)
  }

  @Test(arguments: ["x\n", "M\n", "M 0 0 - 99999999999\n\n", "V a b c d\n", "\n\n\n", "M 0 0 - -5\n\n"])
  func thatMakeNoSenseAreDropped(text: String) {
    #expect(RunRecord.records(in: Array(text.utf8)).isEmpty)
  }

  @Test func exhibitsKeepTheirTable() {
    let payload = "5:chart1:T3:a\nb0:1:s2 1 lr1:x1:y1:11:2"
    let bytes = Array("F 0 7 - \(payload.utf8.count)\n\(payload)\n".utf8)
    let exhibit = Exhibit(
      kind: .chart, title: "T", text: "a\nb", svg: nil, summary: "s",
      data: Exhibit.Data(columns: ["x", "y"], isNumeric: [false, true], rows: [["1", "2"]]))
    #expect(RunRecord.records(in: bytes).map(\.kind) == [.figure(exhibit)])
  }
}
