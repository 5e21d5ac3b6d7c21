import LessonModel
import Testing

@Suite("Names of lessons")
struct LessonNamesTests {
  /// In the order in which they stand in a course.
  static let ordered: [[String]] = [
    ["01-a", "02-b", "10-c"], ["1-a", "2-b", "9-c", "10-d", "100-e"], ["01-a", "02-waves/01-x", "02-waves/10-y", "03-b"],
    ["a", "a/1", "a/b/1", "a-b"], ["9/10", "10/9"], ["01-x", "1-x"], ["a2b", "a2c", "a10b"],
    ["99999999999999999999", "100000000000000000000"],
    ["a-1", "a1"], ["b", "ä"],
  ]

  @Test(arguments: ordered)
  func standInOrder(names: [String]) {
    #expect(names.reversed().sorted(by: LessonPath.isBefore) == names)
    #expect(names.sorted(by: LessonPath.isBefore) == names)
  }

  @Test(arguments: [("01-a", "", "01-a"), ("w/01-a", "w", "01-a"), ("w/x/a", "w/x", "a")])
  func haveAFolderAndAFile(slug: String, folder: String, file: String) {
    #expect(LessonPath.folder(of: slug) == folder)
    #expect(LessonPath.file(of: slug) == file)
  }

  private static let slugs = [
    "01-coins", "02-dice", "03 urns", "waves/01-light", "waves/02-dice", "sound/01-light", "2024", "05-2024", "coins2",
  ]

  @Test(arguments: [
    ("01-coins", LessonNames.Match.one("01-coins")), ("coins", .one("01-coins")), ("urns", .one("03 urns")),
    // An exact path goes before all else.
    ("02-dice", .one("02-dice")), ("waves/02-dice", .one("waves/02-dice")), ("waves/dice", .one("waves/02-dice")),
    ("dice", .several(["02-dice", "waves/02-dice"])), ("01-light", .several(["waves/01-light", "sound/01-light"])),
    ("sound/light", .one("sound/01-light")), ("2024", .one("2024")), ("oins", .none), ("", .none), ("waves/", .none),
    ("waves", .none), ("/01-coins", .none), ("x/waves/dice", .none),
  ])
  func areFound(name: String, match: LessonNames.Match) { #expect(LessonNames(Self.slugs)[name] == match) }

  @Test func whatIsWrongIsSaid() {
    let names = LessonNames(Self.slugs)
    #expect(names.fault(of: "coins") == nil)
    #expect(names.fault(of: "dice") == "'dice' may be '02-dice' or 'waves/02-dice'; write one of these in full")
    #expect(names.fault(of: "coinz")?.hasPrefix("no lesson 'coinz'; did you mean ") == true)
  }

  @Test(arguments: [
    ("01-a.md", true), ("w/01-a.md", true), ("w/Support/a.md", true), ("Support/a.md", false), ("theme/a.md", false),
    ("_w/a.md", false), (".w/a.md", false), ("w/_a.md", false), ("w/README.md", false), ("w/a.txt", false), ("", false),
  ])
  func someFilesAreLessons(path: String, isLesson: Bool) { #expect(Course.isLessonName(path) == isLesson) }
}
