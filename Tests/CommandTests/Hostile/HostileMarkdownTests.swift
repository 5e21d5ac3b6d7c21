import Foundation
import Testing

/// Table B: one course of hostile Markdown and a good neighbor, checked and built once.
@Suite struct HostileMarkdownTests {
  private struct Ran: Sendable {
    var course: TemporaryCourse
    var check: CheckReport
  }

  private static let ran = Result<Ran, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: HostileMarkdown.all.map { ($0.name, $0.text.bytes) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    let course = try TemporaryCourse(bytes: lessons)
    let check = try course.check()
    try course.lessons("build")
    return Ran(course: course, check: check)
  }

  @Test(arguments: HostileMarkdown.all) func isTold(_ row: HostileMarkdown) throws {
    expect(try #require(try Self.ran.get().check.lessons[row.name]).diagnostics, toMatch: row.text)
  }

  /// What the page is made of comes from the tool alone: no element, no handler and no address of the author's.
  @Test(arguments: HostileMarkdown.all) func itsPageIsWhole(_ row: HostileMarkdown) throws {
    let page = try Self.ran.get().course.text("output/lessons/\(row.name).html")
    for text in row.shown { #expect(page.contains(text), "no \(text) in the page") }
    let main = try #require(page.firstRange(of: "<main").map { page[$0.lowerBound...] })
    #expect(main.contains("<p>after<"))
    let tags = main.matches(of: /<(\/?[a-zA-Z!][^\s>]*)([^>]*)>/)
    let elements = Set(tags.map { String($0.1).lowercased() })
    let foreign = [
      "script", "iframe", "style", "base", "meta", "form", "object", "link", "math", "textarea", "xmp", "plaintext",
    ]
    #expect(elements.isDisjoint(with: foreign.filter { $0 != "script" }))
    for tag in tags {
      #expect(!String(tag.2).replacing(/=("[^"]*"|[^\s"]+)/, with: "=").contains(/\bon[a-z]+\s*=?/), "\(tag.0)")
    }
    for address in tags.flatMap({ $0.2.matches(of: /(?:href|src)=(?:"([^"]*)"|([^\s">]+))/) }) {
      let text = String(address.1 ?? address.2 ?? "")
      #expect(!text.contains(/^\s*(javascript|vbscript|data|file|ftp|blob|intent|ws):/.ignoresCase()), "\(text)")
      #expect(!text.contains("secret") && !text.contains("passwd") && !text.hasPrefix("//"), "\(text)")
      #expect(!text.contains { " \"<>\\^`{|}".contains($0) }, "\(text)")
    }
  }

  @Test(.cases(HostileMarkdown.all.map(\.name))) func theNeighborIsWell() throws {
    let check = try Self.ran.get().check
    #expect(check.status == 1)
    #expect(check.lessons["neighbor"]?.diagnostics == [])
  }

  /// B32 to B34: names of files that would be addresses elsewhere, or those of others.
  @Test(.cases("B32", "B33", "B34")) func namesAreRefusedOrToldApart() throws {
    let course = try TemporaryCourse(lessons: [
      "a..b": "# T\n", "a<b": "# T\n", "CON": "# T\n", String(repeating: "n", count: 210): "# T\n", "Same": "# T\n",
      "same": "# T\n", "a b": "## here\n", "a-b": "## here\n", "neighbor": FailingBlock.neighbor,
    ])
    let check = try course.check()
    for name in ["a..b", "a<b", "CON", String(repeating: "n", count: 210)] {
      #expect(check.lessons[name]?.diagnostics.map(\.id) == ["slug"], "\(name)")
    }
    #expect(check.diagnostics.map(\.id) == ["slug"])
    #expect(check.lessons["neighbor"]?.diagnostics == [])
    #expect(try course.lessons("build").status == 1)
    // Names that differ in a blank alone have places of their own in the book.
    let ids = try course.text("output/book.html").matches(of: /\sid="?([^"\s>]*)/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(!ids.contains { $0.contains(" ") })
  }

  /// H9, H11, H15: nothing outside the course is read through a link, and what is no file is passed over with a word.
  @Test(.cases("H9", "H11", "H15")) func linksLeadNowhereOut() throws {
    let course = try TemporaryCourse(lessons: [
      "links": "# T\n\n![a](out.png) ![b](up/out.png) [c](pipe.bin) [d](in.txt)\n", "neighbor": FailingBlock.neighbor,
    ])
    try course.write("s3cr3t", to: "secret.txt")
    try course.write("let s3cr3t = 1", to: "secret.swift")
    try course.write("inside", to: "lessons/in.txt")
    let files = FileManager.default
    func link(_ name: String, _ target: String) throws {
      try files.createSymbolicLink(atPath: course.path("lessons/" + name), withDestinationPath: target)
    }
    try link("out.png", course.path("secret.txt"))
    try link("up", course.folder)
    try course.write("s3cr3t", to: "out.png")
    try link("linked.md", course.path("secret.txt"))
    try link("proc.md", "/proc/self/environ")
    try files.createDirectory(atPath: course.path("lessons/Support"), withIntermediateDirectories: true)
    try link("Support/Secret.swift", course.path("secret.swift"))
    for name in ["pipe.md", "pipe.bin", "Support/Pipe.swift"] { #expect(mkfifo(course.path("lessons/" + name), 0o600) == 0) }
    let check = try course.check()
    #expect(check.lessons["links"]?.diagnostics.map(\.id) == ["unsafe-link", "unsafe-link", "dead-link"])
    for name in ["linked", "proc", "pipe"] { #expect(check.lessons[name]?.diagnostics.map(\.id) == ["encoding"], "\(name)") }
    #expect(check.diagnostics.map(\.severity).sorted() == ["error", "warning"])
    #expect(check.lessons["neighbor"]?.diagnostics == [])
    try course.lessons("build")
    for (name, bytes) in try course.tree("output") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("s3cr3t"), "\(name)")
    }
    #expect(try course.text("output/lessons/in.txt") == "inside")
  }

  /// B19: a tag with a NUL in it, which some readers drop, is no text and no tag.
  @Test(.cases("B19")) func aTagWithANULIsRefused() throws {
    let course = try TemporaryCourse(lessons: [
      "tag": "# T\n\n<scr\u{0}ipt>alert(1)</scr\u{0}ipt>\n", "neighbor": FailingBlock.neighbor,
    ])
    let check = try course.check()
    #expect(check.status == 1)
    let told = try #require(check.lessons["tag"]?.diagnostics)
    #expect(told.map(\.id) == ["encoding"] && told.first?.line == 3 && told.first?.column == 5, "\(told)")
    #expect(check.lessons["neighbor"]?.diagnostics == [])
    #expect(try course.lessons("build").status == 1)
    let page = try course.text("output/lessons/tag.html")
    #expect(page.hasSuffix("</html>\n") && !page.contains("\u{0}") && !page.contains("<script>alert"))
  }

  /// B35: what is printed can be no fence, no front matter and no output of another block once it is recorded.
  @Test(.cases("B35")) func printedFencesStayText() throws {
    let printed = "---\ntitle: Mine\n---\n```\n````swift\nfatalError()\n````\n~~~\n```output\n</pre>\n"
    let course = try TemporaryCourse(lessons: [
      "01-fence": "# T\n\n``````swift\nprint(#\"\"\"\n\(printed)\n\"\"\"#)\nlet a = 1\n``````\n\n## after\n"
    ])
    #expect(try course.lessons("accept").status == 0)
    let accepted = try course.bytes("lessons/01-fence.md")
    let check = try course.check()
    #expect(check.status == 0)
    #expect(check.lessons["01-fence"]?.blocks.count == 1)
    #expect(check.lessons["01-fence"]?.blocks.first?.stdout == printed + "\n")
    try course.lessons("accept")
    #expect(try course.bytes("lessons/01-fence.md") == accepted)
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/lessons/01-fence.html").contains("<h2 id=after>"))
  }
}
