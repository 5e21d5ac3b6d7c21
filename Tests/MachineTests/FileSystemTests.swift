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

  /// What was not used for longest goes first, and a fifth more than must.
  @Test func areTrimmedToABound() throws {
    for (age, name) in ["x/new", "y/z/old", "x/middle"].enumerated() {
      try folder.write(String(repeating: "a", count: 100), to: name)
      let date = Date(timeIntervalSince1970: [3_000, 1_000, 2_000][age])
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path(name))
    }
    FileSystem.trim([path("x"), path("y"), path("none")], to: 300)
    #expect(folder.files == ["x/middle", "x/new", "y/z/old"])
    FileSystem.trim([path("x"), path("y")], to: 299)
    #expect(folder.files == ["x/middle", "x/new"])
    FileSystem.touch(path("x/middle"))
    FileSystem.trim([path("x")], to: 150)
    #expect(folder.files == ["x/middle"])
  }

  @Test func areReadWhateverTheySayOfTheirSize() throws {
    #expect(try #require(FileSystem.read("/proc/self/status")).count > 100)
    #expect(FileSystem.read("/dev/null") == [])
    try folder.write("", to: "empty")
    #expect(FileSystem.read(path("empty")) == [])
    try folder.write(String(repeating: "b", count: 200_000), to: "large")
    #expect(FileSystem.read(path("large"))?.count == 200_000)
    #expect(FileSystem.read(folder.path) == nil)
    #expect(FileSystem.read(path("none")) == nil)
  }

  @Test func haveASecondName() throws {
    try folder.write("a", to: "a")
    try FileSystem.link(path("a"), to: path("b"))
    #expect(FileSystem.stamp(of: path("a"))?.node == FileSystem.stamp(of: path("b"))?.node)
    try FileSystem.writeDraft([1, 2], to: path("c"))
    #expect(throws: MachineFault.self) { try FileSystem.writeDraft([3], to: path("c")) }
    #expect(FileSystem.read(path("c")) == [1, 2])
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
