import LessonModel
import Testing

/// Laws of every lesson that can be read, held against lessons put together from pieces.
@Suite("Laws of reading")
struct LessonLawTests {
  private static let words = [
    "text", "*emph*", "**Strong.** ", "`[1](swift:x)`", "[1](swift:x)", "[**2**](swift:y \"±0.1\")", "[3](<swift: a \\< b>)",
    "[?](swift:z \"@a\")", "[4](swift:)", "[5](swift:a b)", "[@a]", "[see @b, p. 4]", "\\[@a]", "$x*y$", "é", "\n",
    "[x](http://x)",
    "<!-- covers: A -->",
  ]
  private static let blocks = [
    "```swift\nlet x = 1\n```\n", "~~~swift {#n caption=\"c [6](swift:x) $y$\"}\nx\n~~~\n\n~~~output\n1\n~~~\n",
    "```output\n1\n```\n",
    "```math\na\n```\n", "## Heading [7](swift:x)\n", "---\n", "[^1]: note [8](swift:x)\n\n    ```swift\n    2\n    ```\n",
    "ref[^1]\n",
    "| a | [9](swift:x) |\n|---|---|\n| b | $c$ |\n", "<div>\n```swift\n</div>\n", "```swift {bad\n```\n",
  ]
  private static let openings = [
    "> ", "> [!EXERCISE]\n> ", "> [!SOLUTION] T [5](swift:x)\n> ", "> [!quiz]\n> ", "- ", "- [x] ",
  ]

  /// One of many lessons; the same number gives the same lesson.
  private static func text(_ number: Int) -> String {
    var state = UInt64(number)
    func pick(_ choices: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int(state >> 33) % choices.count]
    }
    var text = pick(["# A\n\n", "---\ntitle: T\n---\n", "\u{FEFF}# A\n\n"])
    for _ in 0..<6 {
      var block = pick(["w", "b"]) == "w" ? (0..<4).map { _ in pick(words) }.joined(separator: " ") + "\n" : pick(blocks)
      if pick(["in", "out"]) == "in" {
        let opening = pick(openings)
        let indent = opening.hasPrefix(">") ? "> " : "  "
        block = opening + block.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indent) + "\n"
      }
      text += block + pick(["\n", "\n", ""])
    }
    return pick(["feed", "feed", "return"]) == "return" ? text.replacing("\n", with: "\r\n") : text
  }

  @Test(arguments: 0..<300)
  func hold(number: Int) throws {
    let text = Self.text(number)
    let lesson = try #require(readLesson(text, references: ["a", "b"]).lesson)
    #expect(lesson.parts.flatMap { lesson.source.bytes[$0.range] } == Array(text.utf8))

    var cells: [Int] = []
    lesson.document.walk { if case .cell(let index) = $0.kind { cells.append(index) } }
    #expect(cells.sorted() == Array(lesson.blocks.indices))
    #expect(lesson.blocks.map(\.index) == Array(lesson.blocks.indices))
    #expect(zip(lesson.blocks, lesson.blocks.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })

    #expect(lesson.values.map(\.index) == Array(lesson.values.indices))
    #expect(zip(lesson.values, lesson.values.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    for value in lesson.values {
      let whole = lesson.source.text(value.range)
      #expect(whole.hasPrefix("[") && whole.hasSuffix(")"))
      #expect(value.range.contains(value.textRange.lowerBound))
      #expect(lesson.source.text(value.textRange) == value.written)
      #expect(value.expressionOffsets.map { lesson.source.bytes[$0] } == Array(value.expression.utf8))
      #expect(value.blocksBefore == lesson.blocks.count { $0.range.lowerBound < value.range.lowerBound })
    }
    for formula in lesson.formulas {
      let bytes = formula.offsets.dropLast().map { lesson.source.bytes[$0] }
      #expect(bytes.filter { $0 != 10 && $0 != 13 } == formula.key.tex.utf8.filter { $0 != 10 })
    }
    for citation in lesson.citations { #expect(lesson.source.text(citation.range) == citation.text) }
    for callout in lesson.callouts {
      #expect(lesson.source.text(callout.markerRange).lowercased() == "[!\(callout.kind.rawValue)]")
    }
    #expect(zip(lesson.diagnostics, lesson.diagnostics.dropFirst()).allSatisfy { $0.position <= $1.position })
  }
}
