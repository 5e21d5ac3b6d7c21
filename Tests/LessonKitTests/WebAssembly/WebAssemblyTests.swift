import Foundation
import LessonKit
import Testing

@Suite struct WebAssemblyTests {
  private static let found = Toolchain.find()
  private static let isCI = ProcessInfo.processInfo.environment["CI"] != nil

  /// The kit, compiled as Embedded Swift and run by node, draws and computes what it draws and computes here.
  ///
  /// Here is native code, unoptimized in a debug build, on this system's C library; there it is optimized for size, on
  /// JavaScript's `Math`, with hash seeds of its own. Texts are equal to the byte, numbers within 1e-12 of their size.
  @Test(
    .enabled(if: found.toolchain != nil || isCI, "NOT TESTED: the kit in WebAssembly, because \(found.missing)"),
    .timeLimit(.minutes(15)))
  func agreesWithNativeCode() throws {
    let toolchain = try #require(Self.found.toolchain, "\(Self.found.missing)")
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("lesson-kit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }

    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let kit = tests.appendingPathComponent("../../../Sources/LessonKit").standardizedFileURL
    let sources =
      swiftFiles(in: kit) + [
        tests.appendingPathComponent("KitReport.swift"), tests.appendingPathComponent("Harness/Export.swift"),
      ]
    let module = try toolchain.build(sources, exporting: "report", in: scratch)
    let script = tests.appendingPathComponent("Harness/run.mjs")
    let printed = try toolchain.run(toolchain.node, [script.path, module.path], in: scratch)

    let (texts, numbers) = try parse(printed)
    let native = KitReport()
    #expect(native.texts.count { !$0.name.contains(",") } >= 10)
    #expect(native.numbers.count >= 50)
    try #require(texts.map { $0.name } == native.texts.map { $0.name })
    try #require(numbers.map { $0.name } == native.numbers.map { $0.name })
    for (there, here) in zip(texts, native.texts) { #expect(there.text == here.text, "\(here.name)") }
    for (there, here) in zip(numbers, native.numbers) {
      #expect(
        (there.value - here.value).magnitude <= 1e-12 * here.value.magnitude, "\(here.name): \(there.value), here \(here.value)"
      )
    }
  }

  private func swiftFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }

  /// Reads what `report` prints: `text BYTES NAME` with the text after it, `number BITS NAME`.
  private func parse(
    _ data: Data
  ) throws -> (texts: [(name: String, text: String)], numbers: [(name: String, value: Double)]) {
    var texts: [(name: String, text: String)] = []
    var numbers: [(name: String, value: Double)] = []
    var rest = data[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ", maxSplits: 2).map(String.init)
      try #require(head.count == 3, "\(head)")
      rest = rest[(end + 1)...]
      if head[0] == "text" {
        let length = try #require(Int(head[1]))
        try #require(rest.count > length)
        texts.append((head[2], String(decoding: rest.prefix(length), as: UTF8.self)))
        rest = rest.dropFirst(length + 1)
      } else {
        numbers.append((head[2], Double(bitPattern: try #require(UInt64(head[1])))))
      }
    }
    return (texts, numbers)
  }
}
