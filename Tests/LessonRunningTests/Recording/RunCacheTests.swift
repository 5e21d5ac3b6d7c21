import LessonRunning
import Machine
import TestSupport
import Testing

@Suite("Recordings in the cache")
struct RunCacheTests {
  private let key = SHA256.digest(Array("key".utf8))
  private let folder: TemporaryFolder
  private var recording: Recording

  init() throws {
    folder = try TemporaryFolder()
    recording = try Recording(
      output: Array("a\n0.5\n".utf8), stream: Array("L 3 0 - 0\n\nM 0 2 - 0\n\n".utf8), message: "é")
    recording.warnings = [CompilerWarning(message: "unused", anchor: 2, lines: 0, columns: -3)]
    recording.standardError = [0xFF]
  }

  @Test func comeBackAsTheyWere() {
    let cache = RunCache(folder: folder.path)
    cache.keep(recording, for: key)
    #expect(cache.recording(for: key) == recording)
    #expect(folder.files == ["runs/\(key.prefix(2))/\(key)"])
  }

  @Test func areMissesUnderAnotherKey() {
    let cache = RunCache(folder: folder.path)
    cache.keep(recording, for: key)
    #expect(cache.recording(for: SHA256.digest(Array("other".utf8))) == nil)
  }

  @Test(arguments: [
    [], ["a"], ["a", "L 3 0 - 0\n\n", "m"], ["a", "L 3 0 - 0\n\n", "m", "more", ""],
    ["a", "L 1 0 - 0\n\nM 0 2 - 0\n\n", "m", "\0\0\0\0\0\0\0\0", ""],
  ])
  func areMissesWhereTheyAreNoRecordings(fields: [String]) {
    SealedStore(folder: folder.path, kind: "runs").keep(fields.map { Array($0.utf8) }, for: key)
    #expect(folder.files.count == 1)
    #expect(RunCache(folder: folder.path).recording(for: key) == nil)
  }

  @Test func areNotKeptWithoutAFolder() {
    let cache = RunCache(folder: nil)
    cache.keep(recording, for: key)
    #expect(cache.recording(for: key) == nil)
    #expect(folder.files.isEmpty)
  }
}

@Suite("Printed text")
struct PrintedTextTests {
  @Test(arguments: [
    ("a\tb\n", "a\tb\n"), ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"), ("a\r\nb", "a\nb"), ("10%\r20%", "10%␍20%"),
    ("\u{0}x", "␀x"),
    ("\u{7F}", "␡"), ("\u{9B}31m", "\u{FFFD}31m"), ("\r", "␍"), ("\r\r\n", "␍\n"), ("é 中 😀", "é 中 😀"), ("", ""),
  ])
  func controlsAreShown(printed: String, shown: String) {
    #expect(PrintedText.text(Array(printed.utf8)) == shown)
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(PrintedText.text([0x61, 0xFF, 0x62, 0xC3]) == "a\u{FFFD}b\u{FFFD}")
  }
}
