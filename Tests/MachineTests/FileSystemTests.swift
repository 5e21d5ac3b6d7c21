import Foundation
import Machine
import TestSupport
import Testing

@Suite("Files")
struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  @Test func areWrittenWholeAndNothingStaysBeside() throws {
    try FileSystem.write(Array("old".utf8), to: path("a/b/c.txt"))
    try FileSystem.write(Array("new".utf8), to: path("a/b/c.txt"))
    #expect(FileSystem.read(path("a/b/c.txt")) == Array("new".utf8))
    #expect(folder.files == ["a/b/c.txt"])
  }

  /// Who has the old file open goes on reading the old bytes: the new ones come under the same name, not into the same file.
  @Test func areReplacedNotChanged() throws {
    try FileSystem.write(Array("old".utf8), to: path("a"))
    let reader = try #require(FileHandle(forReadingAtPath: path("a")))
    try FileSystem.write(Array("newer".utf8), to: path("a"))
    #expect(try reader.readToEnd() == Data("old".utf8))
    try reader.close()
  }

  @Test func thatCannotBeWrittenStayAsTheyWere() throws {
    try folder.write("a file", to: "a")
    #expect(throws: MachineFault.self) { try FileSystem.write([1], to: path("a/b")) }
    #expect(throws: MachineFault.self) { try FileSystem.makeFolder(path("a/b")) }
    #expect(folder.read("a") == "a file")
  }

  @Test func keepTheirPermissionsWhenOverwritten() throws {
    try folder.write("a", to: "a")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
    try FileSystem.overwrite(path("a"), with: Array("b".utf8))
    #expect(folder.read("a") == "b")
    #expect(try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions] as? NSNumber == 0o640)
  }

  @Test func areListedInTheOrderOfTheirBytes() throws {
    for name in ["b", "a/z", "a/.hidden", "B", "é"] { try folder.write("", to: name) }
    #expect(FileSystem.names(in: folder.path) == ["B", "a", "b", "é"])
    #expect(FileSystem.files(below: folder.path) == ["B", "a/.hidden", "a/z", "b", "é"])
    #expect(FileSystem.names(in: path("none")).isEmpty)
  }

  @Test func areToldApart() throws {
    try folder.write("abc", to: "a/file")
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("a/file"))
    #expect(FileSystem.isFolder(path("a")) && !FileSystem.isFolder(path("a/file")) && !FileSystem.isFolder(path("none")))
    #expect(FileSystem.isRegularFile(path("a/file")) && !FileSystem.isRegularFile(path("a")))
    #expect(FileSystem.exists(path("link")) && !FileSystem.isRegularFile(path("link")))
    #expect(FileSystem.resolved(path("link")) == FileSystem.resolved(folder.path) + "/a/file")
    #expect(FileSystem.size(of: path("a/file")) == 3 && FileSystem.size(of: path("none")) == nil)
    #expect(FileSystem.isExecutable("/bin/sh") && !FileSystem.isExecutable("/bin") && !FileSystem.isExecutable(path("a/file")))
    #expect(FileSystem.canWrite(intoFolder: path("made/deep")) && FileSystem.isFolder(path("made/deep")))
    #expect(!FileSystem.canWrite(intoFolder: path("a/file/deep")))
  }

  @Test(arguments: [
    ("/a/b/c", "/a/b", "c"), ("/a", "/", "a"), ("a", "", "a"), ("a/b/", "a", "b"), ("/", "/", "/"), ("", "", ""),
    ("/é/中.md", "/é", "中.md"),
    ("./a", ".", "a"),
  ])
  func haveAPlaceAndAName(path: String, parent: String, name: String) {
    #expect(FileSystem.parent(of: path) == parent)
    #expect(FileSystem.name(of: path) == name)
  }

  @Test func foldersAreSwappedInOneStep() throws {
    try folder.write("1", to: "a/one")
    try folder.write("2", to: "b/two")
    try FileSystem.exchange(path("a"), path("b"))
    #expect(folder.files == ["a/two", "b/one"])
    #expect(throws: MachineFault.self) { try FileSystem.exchange(path("a"), path("none")) }
  }

  @Test func foldersAreMovedOntoNothing() throws {
    try folder.write("1", to: "a/one")
    try folder.write("2", to: "b/two")
    #expect(throws: MachineFault.self) { try FileSystem.move(path("a"), to: path("b")) }
    try FileSystem.move(path("a"), to: path("c"))
    #expect(folder.files == ["b/two", "c/one"])
  }

  @Test func scratchFoldersAreOurOwn() throws {
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    #expect(FileSystem.isFolder(scratch) && FileSystem.names(in: scratch).isEmpty)
    #expect(try FileManager.default.attributesOfItem(atPath: scratch)[.posixPermissions] as? NSNumber == 0o700)
  }
}

@Suite("Work side by side")
struct ParallelTests {
  @Test(arguments: [0, 1, 2, 3, 64])
  func comesInTheOrderOfTheWork(jobs: Int) {
    let items = Array(0..<500)
    #expect(Parallel.map(items, jobs: jobs) { $0 * $0 } == items.map { $0 * $0 })
    #expect(Parallel.map([Int](), jobs: jobs) { $0 } == [])
  }
}
