import Testing

/// A draft is checked like any lesson and kept out of the site.
@Suite struct DraftTests {
  @Test func isCheckedAndNotBuilt() throws {
    let course = try TemporaryCourse(lessons: [
      "01-done": "# Done\n\n[2](swift:1+1)\n", "02-draft": "---\ntitle: Later\ndraft: true\n---\n\n[3](swift:1+1)\n",
    ])
    let report = try course.check()
    #expect(report.status == 1)
    #expect(report.lessons["02-draft"]?.diagnostics.map(\.id) == ["mismatch"])

    #expect(try course.lessons("build").status == 0)
    #expect(course.exists("output/lessons/01-done.html"))
    #expect(!course.exists("output/lessons/02-draft.html"))
    #expect(try !course.text("output/index.html").contains("Later"))
  }

  @Test func isNoPlaceToLinkTo() throws {
    let course = try TemporaryCourse(lessons: [
      "01-done": "# Done\n\nsee [it](02-draft.md)\n", "02-draft": "---\ntitle: Later\ndraft: true\n---\n\ntext\n",
    ])
    #expect(try course.check().lessons["01-done"]?.diagnostics.map(\.id) == ["dead-link"])
  }
}
