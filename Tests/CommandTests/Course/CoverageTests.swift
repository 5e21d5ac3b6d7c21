import Testing

/// Every claim that the course answers has a place in some lesson, marked `<!-- covers: ID -->`.
@Suite struct CoverageTests {
  @Test func everyClaimHasAPlace() throws {
    let claims = try Claim.all()
    #expect(claims.count == 185, "the list of claims is whole")
    let coverage = Coverage(of: try TheCourse.lessons(), claims: claims)
    #expect(coverage.unknown == [], "marks that name no claim")
    #expect(coverage.uncovered == [], "claims without a place")
    #expect(coverage.unrefutedInLesson == [], "wrong numbers that no value of their lesson refutes")
    if !coverage.unrefutedInSection.isEmpty {
      let rows = coverage.unrefutedInSection.joined(separator: ", ")
      Issue.record("no refuted value in the section of these wrong claims: \(rows)", severity: .warning)
    }
  }

  @Test func theCourseQuotesAndRefutesAndDraws() throws {
    let lessons = try TheCourse.lessons()
    let values = lessons.flatMap(\.values).filter { $0.status == "ok" }
    let published = values.filter { $0.standing == "published" }
    let refuted = values.filter { $0.standing == "refuted" }
    let pictures = lessons.flatMap(\.blocks).flatMap(\.exhibits).filter { $0 != "table" }
    #expect(published.count >= 120)
    #expect(refuted.count >= 12)
    #expect(pictures.count >= 60)
    print("the course: \(published.count) published numbers, \(refuted.count) refuted, \(pictures.count) charts and diagrams")
  }

  @Test func everyReferenceIsUsedAndNoneIsMissing() throws {
    let report = try TheCourse.report.get()
    let all = report.diagnostics + report.lessons.values.flatMap(\.diagnostics)
    let found = all.filter { ["unused-reference", "unknown-reference", "coverage-mark"].contains($0.id) }
    #expect(found == [])
  }

  /// The test itself finds what is missing: one claim without a mark, one mark without a claim, one number not refuted.
  @Test func whatIsMissingIsFound() throws {
    let text = """
      # A

      ```swift
      let x = 0.5
      ```

      <!-- covers: S0-01 -->
      First.

      ## Wrong

      <!-- covers: S0-02, S9-99 -->
      The sum is [2](swift:x "not @a").

      ## Words

      <!-- covers: S0-03 S0-05 -->
      """
    let report = try TemporaryCourse(
      lessons: ["01-a": text], courseFile: "references: [{id: a, title: A, evidence: {none: made up}}]"
    ).check()
    #expect(report.lessons["01-a"]?.diagnostics == [])
    let claims = [
      Claim(id: "S0-01"), Claim(id: "S0-02", isWrong: true), Claim(id: "S0-03", isWrong: true), Claim(id: "S0-04"),
      Claim(id: "S0-05", isWrong: true, hasNumber: false), Claim(id: "S0-06", isOpinion: true),
    ]
    let coverage = Coverage(of: Array(report.lessons.values), claims: claims)
    #expect(coverage.uncovered == ["S0-04"])
    #expect(coverage.unknown == ["01-a:12 S9-99"])
    #expect(coverage.unrefutedInSection == ["S0-03"])
    #expect(coverage.unrefutedInLesson == [])
  }
}
