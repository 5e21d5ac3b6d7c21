import LessonModel
import LessonPipeline
import LessonSite
import Machine
import TestSupport
import Testing

@Suite("Writing a site")
struct SiteWriterTests {
  private func site(_ pages: [(String, String)]) -> Site {
    Site(files: pages.map { SiteFile(path: $0.0, text: $0.1) })
  }

  @Test func replacesTheLastSiteWholeAndKeepsTheAuthorsDotFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("*\n", to: "out/.gitignore")
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1"), ("lessons/a.html", "a")]))
    try writer.write(site([("index.html", "2"), ("lessons/b.html", "b")]))
    #expect(folder.files == ["out/.gitignore", "out/.lessons-site", "out/index.html", "out/lessons/b.html"])
    #expect(folder.read("out/index.html") == "2")
    #expect(folder.read("out/.gitignore") == "*\n")
  }

  @Test func oneLessonLeavesTheOtherPages() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1"), ("lessons/a.html", "a")]))
    try writer.write(site([("index.html", "2"), ("lessons/b.html", "b")]), keepsOthers: true)
    #expect(folder.read("out/lessons/a.html") == "a")
    #expect(folder.read("out/.lessons-site") == "index.html\nlessons/a.html\nlessons/b.html\n")
  }

  @Test func leavesNothingBesideTheSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("left over", to: "out.lessons-999999999/index.html")
    try SiteWriter(folder: folder.path + "/out").write(site([("index.html", "1")]))
    #expect(folder.files == ["out/.lessons-site", "out/index.html"])
  }

  /// What is as it was keeps its place on the disk and its time; what is carried over is not looked at.
  @Test func writesOnlyWhatDiffers() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    func node(_ name: String) -> Int? { FileSystem.stamp(of: folder.path + "/out/" + name)?.node }
    try writer.write(site([("index.html", "1"), ("lessons/a.html", "a"), ("lessons/b.html", "b")]))
    let nodes = [node("index.html"), node("lessons/a.html"), node("lessons/b.html")]
    var next = site([("index.html", "2"), ("lessons/a.html", "a")])
    next.carried = ["lessons/b.html"]
    try writer.write(next)
    #expect(folder.read("out/index.html") == "2")
    #expect(folder.read("out/lessons/b.html") == "b")
    #expect(node("index.html") != nodes[0])
    #expect(node("lessons/a.html") == nodes[1])
    #expect(node("lessons/b.html") == nodes[2])
    #expect(folder.read("out/.lessons-site") == "index.html\nlessons/a.html\nlessons/b.html\n")
  }

  /// A page that is to be carried over and is not there leaves the last site whole.
  @Test func aLostPageLeavesTheLastSite() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1")]))
    var next = site([("index.html", "2")])
    next.carried = ["lessons/b.html"]
    #expect(throws: MachineFault.self) { try writer.write(next) }
    #expect(folder.files == ["out/.lessons-site", "out/index.html"])
    #expect(folder.read("out/index.html") == "1")
  }

  @Test(arguments: ["lessons", "lessons/site", ".", "strange"])
  func refusesFoldersThatAreNotItsOwn(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "lessons/01-a.md")
    try folder.write("mine", to: "strange/thesis.txt")
    #expect(throws: MachineFault.self) {
      try SiteWriter(folder: folder.path + "/" + output).refuseUnsafeFolder(course: folder.path + "/lessons")
    }
    #expect(folder.read("strange/thesis.txt") == "mine")
  }

  @Test func acceptsAnEmptyFolderAndItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "lessons/01-a.md")
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.refuseUnsafeFolder(course: folder.path + "/lessons")
    try writer.write(site([("index.html", "1")]))
    try writer.refuseUnsafeFolder(course: folder.path + "/lessons")
  }
}
