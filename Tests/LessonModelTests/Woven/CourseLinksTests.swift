import LessonModel
import Testing

@Suite("Where links lead")
struct CourseLinksTests {
  private let links: CourseLinks = {
    let coins = lesson(
      "01-coin", .heading(level: 1, [.text("Coins")]), .heading(level: 2, [.text("A fair coin")]), swift("toss"))
    let dice = lesson("02 würfel", .heading(level: 1, [.text("Zwei Würfel")]), .heading(level: 2, [.text("Größe")]))
    let refused = RefusedLesson(source: SourceText(path: "04-bad.md", text: ""), slug: "04-bad", diagnostics: [])
    return CourseLinks(
      Course(
        path: ".", folderName: "course",
        lessons: [.readable(coins), .readable(dice), .readable(lesson("03-draft", isDraft: true)), .refused(refused)],
        neighbors: ["img/a b.svg": .file([]), "img": .folder]))
  }()

  static let good: [(String, CourseLinks.Target)] = [
    ("01-coin.md", .lesson(slug: "01-coin", anchor: nil)),
    ("01-coin.md#a-fair-coin", .lesson(slug: "01-coin", anchor: "a-fair-coin")),
    ("01-coin.md#toss", .lesson(slug: "01-coin", anchor: "toss")), ("#coins", .here(anchor: "coins")), ("#", .here(anchor: "")),
    ("02%20w%C3%BCrfel.md#gr%C3%B6%C3%9Fe", .lesson(slug: "02 würfel", anchor: "größe")),
    ("https://example.org/?a=b#c", .outside("https://example.org/?a=b#c")), ("mailto:a@b.org", .outside("mailto:a@b.org")),
    ("img/a%20b.svg", .file("img/a b.svg")), ("04-bad.md#anything", .lesson(slug: "04-bad", anchor: nil)),
  ]

  @Test(arguments: good)
  func goodOnes(destination: String, target: CourseLinks.Target) {
    #expect(links.target(of: destination, in: "01-coin") == target)
  }

  @Test(arguments: [
    ("09-none.md", "no lesson"), ("04-bade.md", "did you mean '04-bad.md'"), ("01-coins.md", "did you mean '01-coin.md'"),
    ("01-coin.md#a-fare-coin", "did you mean '#a-fair-coin'"), ("03-draft.md", "'03-draft.md' is a draft"),
    ("#nowhere", "no '#nowhere'"), ("img/none.png", "no file"), ("img", "a folder without lessons"),
    ("img/", "link to a file in it"),
    ("", "no address"), ("?", "no file '?'"),
  ])
  func deadOnes(destination: String, part: String) {
    guard case .dead(let message) = links.target(of: destination, in: "01-coin") else {
      Issue.record("\(destination) is not dead")
      return
    }
    #expect(message.contains(part), "\(message)")
  }

  private let folders: CourseLinks = {
    let slugs = ["01-coin", "waves/01-light", "waves/deep/02-dark", "sound/01-light", "own/index"]
    let lessons = slugs.map { ReadLesson.readable(lesson($0, .heading(level: 2, [.text("Start")]))) }
    let draft = ReadLesson.readable(lesson("later/01-draft", isDraft: true))
    var neighbors: [String: CourseNeighbor] = ["waves/a.png": .file([]), "b.png": .file([])]
    for folder in ["waves", "waves/deep", "sound", "own", "later", "wave"] { neighbors[folder] = .folder }
    return CourseLinks(Course(path: ".", folderName: "course", lessons: lessons + [draft], neighbors: neighbors))
  }()

  /// From a lesson in a folder, its links lead from there; none leads out of the course.
  @Test(arguments: [
    ("waves/01-light", "deep/02-dark.md#start", CourseLinks.Target.lesson(slug: "waves/deep/02-dark", anchor: "start")),
    ("waves/deep/02-dark", "../01-light.md", .lesson(slug: "waves/01-light", anchor: nil)),
    ("waves/01-light", "../sound/01-light.md", .lesson(slug: "sound/01-light", anchor: nil)),
    ("01-coin", "waves/01-light.md", .lesson(slug: "waves/01-light", anchor: nil)),
    ("waves/01-light", "#start", .here(anchor: "start")), ("waves/01-light", "a.png", .file("waves/a.png")),
    ("waves/01-light", "../b.png", .file("b.png")), ("waves/01-light", "%2e%2e/b.png", .file("b.png")),
    ("waves/01-light", "b.png", .dead("there is no file 'waves/b.png' beside the lesson")),
    ("waves/01-light", "../../b.png", .astray("this address leaves the course")),
    ("waves/deep/02-dark", "01-coin.md", .dead("there is no lesson 'waves/deep/01-coin.md'; did you mean '../../01-coin.md'?")),
    ("01-coin", "waves/", .lessons(folder: "waves")), ("01-coin", "waves", .lessons(folder: "waves")),
    ("waves/01-light", "deep/", .lessons(folder: "waves/deep")), ("waves/01-light", ".", .lessons(folder: "waves")),
    ("waves/01-light", "../sound/#start", .lessons(folder: "sound")), ("waves/01-light", "..", .lessons(folder: "")),
    ("01-coin", "./", .lessons(folder: "")), ("01-coin", "own/", .lesson(slug: "own/index", anchor: nil)),
    ("01-coin", "wave", .dead("'wave' is a folder without lessons, which the site does not show; link to a file in it")),
    ("01-coin", "later", .dead("'later' is a folder without lessons, which the site does not show; link to a file in it")),
    ("01-coin", "02-dark.md", .dead("there is no lesson '02-dark.md'; did you mean 'waves/deep/02-dark.md'?")),
  ])
  func fromFolderToFolder(slug: String, destination: String, target: CourseLinks.Target) {
    #expect(folders.target(of: destination, in: slug) == target)
  }

  /// A README is read by name only and stands in no site; folders lead somewhere from there, but not out of its own.
  @Test func foldersBesideAReadme() {
    #expect(links.target(of: "img", in: "README") == .folder("img"))
    #expect(links.target(of: "img/#top", in: "readme") == .folder("img"))
    #expect(links.target(of: "img/a%20b.svg", in: "README") == .file("img/a b.svg"))
    #expect(links.target(of: "none/", in: "README") == .dead("there is no file 'none' beside the lesson"))
    #expect(links.target(of: ".", in: "README") == .folder(""))
    #expect(links.target(of: "..", in: "README") == .astray("this address leaves the course"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd", "ftp://a.org", String(repeating: "a", count: 5_000),
  ])
  func unsafeOnes(destination: String) {
    guard case .unsafe = links.target(of: destination, in: "01-coin") else {
      Issue.record("\(destination) is let through")
      return
    }
  }

  @Test(arguments: [
    "//evil.org", "/etc/passwd", "../secret", "img/../../secret", "%2e%2e/secret", "a\\b", "\\\\host\\x", "http://[::1",
    "https://",
  ])
  func astrayOnes(destination: String) {
    guard case .astray = links.target(of: destination, in: "01-coin") else {
      Issue.record("\(destination) is let through")
      return
    }
  }

  /// Who reads a course looks for files at the same paths.
  @Test(arguments: [
    ("img/a%20b.svg#x", "img/a b.svg"), ("https://a.org", nil), ("#x", nil), ("/a", nil), ("a/../b", "b"), ("a/../../b", nil),
    ("a%00b", nil),
    ("", ""), (".", ""), ("./", ""), ("./a", "a"), ("a/./b/", "a/b"), ("a/..", ""),
  ])
  func pathsOfFiles(destination: String, path: String?) { #expect(CourseLinks.path(of: destination, in: "01-coin") == path) }
}
