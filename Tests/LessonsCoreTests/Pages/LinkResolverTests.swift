import LessonsCore
import Testing

@Suite("Where links lead")
struct LinkResolverTests {
  private func resolver(_ folder: TemporaryFolder) throws -> LinkResolver {
    try folder.write("# Coins\n\n## A fair coin\n\n```swift {#toss}\n1\n```\n", to: "01-coin.md")
    try folder.write("# Zwei Würfel\n\n## Größe\n", to: "02 würfel.md")
    try folder.write("<svg/>", to: "img/a b.svg")
    return LinkResolver(try CourseReader.read(folder.path).course)
  }

  static let good: [(String, LinkResolver.Target)] = [
    ("01-coin.md", .address("01-coin.html")), ("01-coin.md#a-fair-coin", .address("01-coin.html#a-fair-coin")),
    ("01-coin.md#toss", .address("01-coin.html#toss")), ("#coins", .address("#coins")), ("#", .address("#")),
    ("02%20w%C3%BCrfel.md#gr%C3%B6%C3%9Fe", .address("02%20w%C3%BCrfel.html#gr%C3%B6%C3%9Fe")),
    ("https://example.org/?a=b#c", .address("https://example.org/?a=b#c")), ("mailto:a@b.org", .address("mailto:a@b.org")),
    ("img/a%20b.svg", .file("img/a b.svg")),
  ]

  @Test(arguments: good)
  func goodOnes(destination: String, target: LinkResolver.Target) throws {
    let folder = try TemporaryFolder()
    #expect(try resolver(folder).target(of: destination, in: "01-coin") == target)
  }

  @Test(arguments: [
    ("03-none.md", "no lesson"), ("01-coins.md", "did you mean '01-coin'"),
    ("01-coin.md#a-fare-coin", "did you mean '#a-fair-coin'"),
    ("#nowhere", "no '#nowhere'"), ("img/none.png", "no file"), ("img", "it is a folder"), ("img/", "it is a folder"),
  ])
  func deadOnes(destination: String, part: String) throws {
    let folder = try TemporaryFolder()
    guard case .dead(let message) = try resolver(folder).target(of: destination, in: "01-coin") else {
      Issue.record("\(destination) is not dead")
      return
    }
    #expect(message.contains(part))
  }

  /// A README is read by name only and stands in no site; folders lead somewhere from there, but not out of its own.
  @Test func foldersBesideAReadme() throws {
    let folder = try TemporaryFolder()
    let resolver = try resolver(folder)
    #expect(resolver.target(of: "img", in: "README") == .folder("img"))
    #expect(resolver.target(of: "img/#top", in: "readme") == .folder("img/"))
    #expect(resolver.target(of: "img/a%20b.svg", in: "README") == .file("img/a b.svg"))
    guard case .dead = resolver.target(of: "none/", in: "README"), case .unsafe = resolver.target(of: "..", in: "README")
    else { return #expect(Bool(false), "a folder that is not there, or outside") }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd",
    "ftp://a.org", "//evil.org", "/etc/passwd", "../secret", "img/../../secret", "%2e%2e/secret", "a\\b", "\\\\host\\x",
  ])
  func unsafeOnes(destination: String) throws {
    let folder = try TemporaryFolder()
    guard case .unsafe = try resolver(folder).target(of: destination, in: "01-coin") else {
      Issue.record("\(destination) is let through")
      return
    }
  }
}
