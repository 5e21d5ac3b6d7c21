import Foundation
import LessonModel
import LessonPipeline
import LessonSite
import Machine
import Synchronization
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
    try folder.write("left over", to: ".out.lessons-abcDE9/index.html")
    try folder.write("mine", to: ".out.lessons-abc/notes.txt")
    try folder.write("mine", to: ".outer.lessons-abcDE9/notes.txt")
    try SiteWriter(folder: folder.path + "/out").write(site([("index.html", "1")]))
    #expect(
      folder.files == [
        ".out.lessons-abc/notes.txt", ".outer.lessons-abcDE9/notes.txt", "out/.lessons-site", "out/index.html",
      ])
  }

  /// What a build left that died after the swap holds the author's history: it comes back before the rest goes.
  @Test func givesBackWhatADeadBuildHeld() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1")]))
    try folder.write("history", to: ".out.lessons-abcDE9/.git/HEAD")
    try folder.write("old", to: ".out.lessons-abcDE9/index.html")
    try writer.write(site([("index.html", "2")]))
    #expect(folder.files == ["out/.git/HEAD", "out/.lessons-site", "out/index.html"])
    // A second history in its place is the author's too.
    try folder.write("other", to: ".out.lessons-abcDE9/.git/HEAD")
    #expect(throws: MachineFault.self) { try writer.write(site([("index.html", "3")])) }
    #expect(folder.read(".out.lessons-abcDE9/.git/HEAD") == "other")
    #expect(folder.read("out/.git/HEAD") == "history")
    #expect(folder.read("out/index.html") == "2")
  }

  /// A file that comes into the folder while the site is made is nobody's to remove.
  @Test func whatComesMeanwhileIsKept() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.refuseUnsafeFolder(course: folder.path + "/lessons")
    try folder.write("mine", to: "out/thesis.txt")
    #expect(throws: MachineFault.self) { try writer.write(site([("index.html", "1")])) }
    #expect(folder.files == ["out/thesis.txt"])
  }

  @Test func keepsPermissionsAndLinksOfTheAuthor() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1")]))
    chmod(folder.path + "/out", 0o750)
    try folder.write("a", to: "out/.secret")
    chmod(folder.path + "/out/.secret", 0o600)
    try #require(symlink("nowhere", folder.path + "/out/.link") == 0)
    try writer.write(site([("index.html", "2")]))
    func mode(_ name: String) throws -> NSNumber? {
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? NSNumber
    }
    #expect(try mode("out") == 0o750)
    #expect(try mode("out/.secret") == 0o600)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/out/.link") == "nowhere")
  }

  /// One build holds the folder; who comes second waits until it is gone, whatever folder stands there by then.
  @Test func isHeldAgainstOthers() throws {
    let folder = try TemporaryFolder()
    let order = Mutex<[String]>([])
    let second = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let path = folder.path + "/out"
    var first: SiteWriter? = try SiteWriter(folder: path).held()
    Thread.detachNewThread {
      defer { ended.signal() }
      guard let writer = try? SiteWriter(folder: path).held(willWait: { second.signal() }) else { return }
      order.withLock { $0.append("second") }
      _ = try? writer.write(Site(files: [SiteFile(path: "index.html", text: "second")]))
    }
    second.wait()
    for text in ["1", "2"] { try first?.write(site([("index.html", text)])) }
    order.withLock { $0.append("first") }
    first = nil
    ended.wait()
    #expect(order.withLock { $0 } == ["first", "second"])
    #expect(folder.files == ["out/.lessons-site", "out/index.html"])
    #expect(folder.read("out/index.html") == "second")
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

  /// What was begun while nobody knew what would be in it becomes what it would have become: a file where a folder was, a folder
  /// where a file was, and nothing that is gone.
  @Test func whatWasBegunBecomesTheSame() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    func node(_ name: String) -> Int? { FileSystem.stamp(of: folder.path + "/out/" + name)?.node }
    let pages = ["index.html", "lessons/a.html", "lessons/b.html", "old/deep/c.html", "old/deep/d.html", "page", "part/e.html"]
    try writer.write(site(pages.map { ($0, $0) }))
    try folder.write("mine", to: "out/.nojekyll")
    let nodes = [node("lessons/a.html"), node("lessons/b.html")]
    let begun = try writer.begun()
    var next = site([("index.html", "2"), ("lessons/a.html", "lessons/a.html"), ("page/f.html", "f"), ("part", "e")])
    next.carried = ["lessons/b.html"]
    try begun.write(next)
    let files = [".lessons-site", ".nojekyll", "index.html", "lessons/a.html", "lessons/b.html", "page/f.html", "part"]
    #expect(folder.files == files.map { "out/" + $0 })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").contains("old") == false)
    #expect(folder.read("out/index.html") == "2")
    #expect([node("lessons/a.html"), node("lessons/b.html")] == nodes)
    // Who writes once more begins anew.
    try begun.write(site([("index.html", "3")]))
    #expect(folder.files == ["out/.lessons-site", "out/.nojekyll", "out/index.html"])
  }

  @Test func whatWasBegunAndIsNotWantedIsGone() throws {
    let folder = try TemporaryFolder()
    let writer = SiteWriter(folder: folder.path + "/out")
    try writer.write(site([("index.html", "1")]))
    _ = try writer.begun()
    #expect(folder.files == ["out/.lessons-site", "out/index.html"])
    #expect(folder.read("out/index.html") == "1")
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
