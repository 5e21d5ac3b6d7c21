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
    #expect(try FileSystem.link(path("a"), to: path("b")))
    // Another disk knows nothing of this one's files.
    #expect(try !FileSystem.link("/proc/self/status", to: path("d")))
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

  @Test func foldersAreListedWithoutFollowingLinks() throws {
    try folder.write("1", to: "a/one")
    try FileManager.default.createSymbolicLink(atPath: path("a/up"), withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: path("a/lost"), withDestinationPath: "nowhere")
    #expect(FileSystem.files(below: folder.path) == ["a/lost", "a/one", "a/up"])
    #expect(FileSystem.isThere(path("a/lost")) && !FileSystem.exists(path("a/lost")))
    #expect(FileSystem.isFolder(path("a/up")) && !FileSystem.isFolderItself(path("a/up")))
  }

  /// A pipe would hold up whoever opens it until somebody writes.
  @Test func pipesHoldNobodyUp() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    #expect(FileSystem.read(path("pipe")) == [])
    FileSystem.removeDeadDrafts(in: folder.path, among: ["pipe"])
    #expect(!FileSystem.isRegularFile(path("pipe")))
  }

  /// Each fault says what could not be done, with the system's word for why.
  @Test func faultsAreInTheSystemsWords() throws {
    try folder.write("a file", to: "a")
    let cases: [(() throws(MachineFault) -> Void, String)] = [
      ({ () throws(MachineFault) in try FileSystem.write([1], to: path("a/b")) }, "cannot make the folder \(path("a")): "),
      ({ () throws(MachineFault) in try FileSystem.makeFolder(path("a/b/c")) }, "a/b/c: Not a directory"),
      ({ () throws(MachineFault) in try FileSystem.copy(path("none"), to: path("b")) }, "none: No such file or directory"),
      ({ () throws(MachineFault) in _ = try FileSystem.readIfThere(folder.path) }, "Is a directory"),
      ({ () throws(MachineFault) in try FileSystem.write([1], to: folder.path) }, "\(folder.path): Is a directory"),
      ({ () throws(MachineFault) in try FileSystem.overwrite(path("none/b"), with: [1]) }, "none/b: No such file or directory"),
      ({ () throws(MachineFault) in try FileSystem.move(path("none"), to: path("b")) }, "No such file or directory"),
      (
        { () throws(MachineFault) in try FileSystem.write([1], to: path(String(repeating: "n", count: 256))) },
        "File name too long"
      ),
    ]
    for (act, words) in cases {
      let fault = #expect(throws: MachineFault.self) { try act() }
      #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
    }
    #expect(folder.files == ["a"])
  }

  /// The longest name that the system allows leaves no room for a mark.
  @Test func mayHaveTheLongestNames() throws {
    let name = String(repeating: "é", count: 127)
    try FileSystem.write([1], to: path(name))
    #expect(folder.files == [name])
  }

  @Test func scratchFoldersAreOurOwn() throws {
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    #expect(FileSystem.isFolder(scratch) && FileSystem.names(in: scratch).isEmpty)
    #expect(try FileSystem.makeScratchFolder() != scratch)
    for path in [scratch, FileSystem.parent(of: scratch)] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber == 0o700)
    }
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
