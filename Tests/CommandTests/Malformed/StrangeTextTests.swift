import Testing

/// The rows of table A that speak of pages and terminals rather than places.
@Suite struct StrangeTextTests {
  /// A9: a lesson with CR LF is the same lesson; its multi-line literals count as LF.
  @Test(.cases("A9")) func lineEndsDoNotChangeThePage() throws {
    let text = """
      ---
      title: Line ends
      ---

      Some *text*.

      ```swift {#literal}
      let text = \"""
        one
        two
        \"""
      print(text)
      text.utf8.count
      ```

      ```output
      one
      two
      7
      ```

      > A value: [7](swift:text.utf8.count)
      > and more.

      """
    let feeds = try TemporaryCourse(lessons: ["01-ends": text])
    let returns = try TemporaryCourse(lessons: ["01-ends": text.replacing("\n", with: "\r\n")])
    #expect(try feeds.lessons("build").status == 0)
    #expect(try returns.lessons("build").status == 0)
    #expect(try feeds.check().status == 0)
    #expect(try returns.check().status == 0)
    // The Markdown to take along is the author's own, byte for byte.
    let pages = try [feeds, returns].map { try $0.tree("output").filter { !$0.key.hasSuffix(".md") } }
    #expect(pages[0] == pages[1])
  }

  /// A13: directions and controls from a lesson never reach a terminal, and never reorder a page.
  @Test(.cases("A13")) func controlsAreShownNotObeyed() throws {
    let course = try TemporaryCourse(lessons: [
      "01-controls": """
      # Right \u{202E}to left

      \u{1B}[31mred\u{7}

      ```swift
      let a = "\u{202E}x" + \u{2066}b // \u{1B}[2J
      ```

      """
    ])
    let check = try course.lessons("check")
    let build = try course.lessons("build")
    #expect(check.status == 1 && check.output.contains("<U+202E>"))
    for text in [check.output, check.error, build.output, build.error] {
      #expect(!text.unicodeScalars.contains { isControl($0) })
    }
    for (name, bytes) in try course.tree("output") where [".html", ".js", ".css", ".svg"].contains(where: name.hasSuffix) {
      let hasControl = String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { isControl($0) }
      #expect(!hasControl, "\(name) holds a control character")
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A14: a heading has one anchor, however its accents are encoded; equal ones are told apart.
  @Test(.cases("A14")) func accentsAreNormalizedInAnchors() throws {
    let course = try TemporaryCourse(lessons: [
      "01-accents": "# T\n\n## Caf\u{E9}\n\n## Cafe\u{301}\n\n[one](#caf\u{E9}) [two](#caf\u{E9}-1)\n"
    ])
    let check = try course.check()
    #expect(check.lessons["01-accents"]?.diagnostics == [])
    try course.lessons("build")
    let page = try course.text("output/lessons/01-accents.html")
    let anchors = page.matches(of: /<h2 id="?([^">]*)"?/).map { String($0.1) }
    #expect(anchors.map { Array($0.unicodeScalars) } == ["caf\u{E9}", "caf\u{E9}-1"].map { Array($0.unicodeScalars) })
  }

  /// A32, A35: warnings alone leave the course good.
  @Test func warningsAreNoErrors() throws {
    let rows = MalformedLesson.all.filter { $0.name.hasPrefix("A32") || $0.name.hasPrefix("A35") }
    let course = try TemporaryCourse(bytes: Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.text.bytes) }))
    let check = try course.check()
    #expect(check.status == 0)
    #expect(check.lessons.values.flatMap(\.diagnostics).count == rows.flatMap(\.text.marks).count)
    #expect(try course.lessons("build").status == 0)
  }
}
