import LessonModel
import Testing

@Suite struct DataPatternTests {
  @Test(
    arguments: [
      ("data.csv", "data.csv", true), ("data.csv", "data/data.csv", false), ("data/*.csv", "data/a.csv", true),
      ("data/*.csv", "data/more/a.csv", false), ("data/*.csv", "data/.csv", false), ("data/**/*.csv", "data/a.csv", true),
      ("data/**/*.csv", "data/x/y/a.csv", true), ("**", "a/b/c", true), ("d?ta/a", "data/a", true), ("d?ta/a", "dta/a", false),
      ("*a*b*c", "xxaxxbxxc", true), ("*a*b*c", "xxaxxbxx", false), ("a*", "a", true), ("*", "", false),
      ("*a*a*a*a*a*a*a*a*a*b", String(repeating: "a", count: 200), false),
    ]) func matchesPaths(pattern: String, path: String, isMatch: Bool)
  {
    #expect(DataPattern(text: pattern, position: SourcePosition(line: 1, column: 1)).matches(path) == isMatch)
  }

  @Test(arguments: ["/etc/passwd", "../a.csv", "data/../../a", "", "a//b", "./a"]) func refusesWhatIsNotBelowTheCourse(
    text: String
  ) {
    #expect(DataPattern(text: text, position: SourcePosition(line: 1, column: 1)).fault != nil)
  }

  @Test(arguments: [("a/b.csv", nil), ("a/*.csv", "a"), ("a/b/**", "a/b"), ("*.csv", "")] as [(String, String?)])
  func namesItsFolder(text: String, folder: String?) {
    #expect(DataPattern(text: text, position: SourcePosition(line: 1, column: 1)).folder == folder)
  }
}
