import LessonModel
import Testing

@Suite struct LessonFormulasTests {
  /// Style sheets are made anew where these differ: a formula that is said again is no news.
  @Test func eachIsThereOnce() throws {
    let once = try Self.formulas("# A\n\n$x$ and $y$\n")
    #expect(once.keys.map(\.tex) == ["x", "y"])
    #expect(try Self.formulas("# A\n\n$x$ and $y$, or $x$\n") == once)
  }

  @Test func aRowOfItsOwnIsAnotherFormula() throws {
    #expect(try Self.formulas("# A\n\n$x$\n\n$$x$$\n").keys.map(\.isDisplay) == [false, true])
  }

  private static func formulas(_ text: String) throws -> LessonFormulas {
    try #require(readLesson(text).lesson).lessonFormulas
  }
}
