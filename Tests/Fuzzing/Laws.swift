import LessonModel
import LessonReading
import LessonRunning
import LessonWeaving
import Machine
import MarkdownReading

/// What holds for every input, whatever it is. An input that breaks a law is told; one that ends the process is seen by whoever
/// started it.
package enum Laws {
  /// What an input breaks; empty where all holds.
  package static func broken(by input: [UInt8]) -> [String] {
    let text = String(decoding: input, as: UTF8.self)
    return lesson(input) + markdown(Array(text.utf8)) + numbers(text) + records(input)
  }

  /// Every diagnostic has a place inside the file, and the parts of a lesson are the file.
  private static func lesson(_ input: [UInt8]) -> [String] {
    let source = SourceText(path: "fuzz.md", bytes: input)
    let read = LessonReader.read(source, slug: "01-fuzz", references: nil)
    var broken = read.diagnostics.filter { !isInside($0.position, source) }.map {
      "outside of the file: \($0.kind) \($0.position)"
    }
    broken += read.diagnostics.flatMap(\.notes).compactMap(\.position).filter { !isInside($0, source) }.map {
      "note outside: \($0)"
    }
    guard case .readable(let lesson) = read else { return broken }
    var reached = 0
    for part in lesson.parts {
      if part.range.lowerBound != reached { broken.append("the parts leave a gap at \(reached)") }
      reached = part.range.upperBound
    }
    if reached != input.count { broken.append("the parts end at \(reached) of \(input.count)") }
    for value in lesson.values where !value.expressionOffsets.allSatisfy(input.indices.contains) {
      broken.append("the value '\(value.expression)' stands outside of the file")
    }
    return broken
  }

  private static func isInside(_ place: SourcePosition, _ source: SourceText) -> Bool {
    place.line >= 1 && place.line <= source.lineStarts.count && place.column >= 1
      && place.column <= source.lineRange(place.line).count + 1
  }

  /// Every block stands inside the text.
  private static func markdown(_ bytes: [UInt8]) -> [String] {
    guard let document = try? MarkdownReader.document(SourceText(path: "fuzz.md", bytes: bytes)) else { return [] }
    var broken: [String] = []
    document.blocks.walk { block in
      if block.range.lowerBound < 0 || block.range.upperBound > bytes.count {
        broken.append("a block stands at \(block.range)")
      }
    }
    return broken
  }

  /// What was accepted matches, and accepting it again changes nothing.
  private static func numbers(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40)
    let half = lines.count / 2
    let (recorded, computed) = (lines[..<half].joined(separator: "\n"), lines[half...].joined(separator: "\n"))
    var broken: [String] = []
    let accepted = RecordedOutput(recorded).accepted(computed: computed)
    if !RecordedOutput(accepted).differences(from: computed).matches { broken.append("what was accepted does not match") }
    if RecordedOutput(accepted).accepted(computed: computed) != accepted {
      broken.append("accepting twice is not accepting once")
    }
    for (written, value) in zip(lines, lines.dropFirst()) {
      let computed = ComputedValue.text(String(value))
      for number in [computed, .float64(Double(value.utf8.count) * 1.0625 - 40)] {
        for language in ["en", "de", "zh"] { broken += edits(String(written), NumberLanguage(language), number) }
      }
      let rewritten = WrittenValue(String(written)).rewritten(for: computed)
      if !WrittenValue(rewritten).differences(from: computed).matches, rewritten != "?" {
        broken.append("'\(written)' is rewritten as '\(rewritten)', which does not match '\(value)'")
      }
    }
    return broken
  }

  /// What accepting writes into the text matches, and is written once.
  private static func edits(_ written: String, _ language: NumberLanguage, _ computed: ComputedValue) -> [String] {
    let place = WrittenValue.Place.prose(language)
    let edits = WrittenValue(written, place: place).edits(for: computed)
    if edits.isEmpty { return [] }
    let accepted = WrittenValue(written.applying(edits), place: place)
    if accepted.differences(from: computed).matches, accepted.edits(for: computed).isEmpty || accepted.isUnrecorded {
      return []
    }
    return ["'\(written)' is accepted as '\(accepted.text)', which is not \(computed) for good"]
  }

  private static let program: Program? = {
    let text = "# T\n\n```swift\nprint(1)\n1 + 1\n```\n\n[2](swift:1+1)\n"
    guard case .readable(let lesson) = LessonReader.read(SourceText(path: "fuzz.md", text: text), slug: "01-fuzz") else {
      return nil
    }
    return ProgramBuilder.programs(for: lesson, settings: SwiftSettings(), modules: []).first
  }()

  /// What a program or a damaged cache left is read or refused, and a sealed entry is what was sealed or nothing.
  private static func records(_ input: [UInt8]) -> [String] {
    if let program, let recording = try? Recording(output: Array(input.prefix(40)), stream: input) {
      _ = RecordingReader(recording, of: program)
    }
    _ = SealedEntry.decode(input, kind: "runs", key: "key")
    let sealed = SealedEntry.encode(kind: "runs", key: "key", fields: [input, []])
    if SealedEntry.decode(sealed, kind: "runs", key: "key") != [input, []] { return ["a sealed entry is not what was sealed"] }
    var damaged = sealed
    damaged[input.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF } % sealed.count] ^= 4
    return SealedEntry.decode(damaged, kind: "runs", key: "key") == nil ? [] : ["a damaged entry is taken for a whole one"]
  }
}
