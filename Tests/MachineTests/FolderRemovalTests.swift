import CSystem
import Foundation
import Machine
import TestSupport
import Testing

/// E19: whatever a program has put into a folder, the folder can be removed, and nothing outside of it changes.
@Suite("Removing folders") struct FolderRemovalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("precious", to: "outside/file")
    try folder.write("a", to: "scratch/a")
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func expectGone() {
    FileSystem.remove(path("scratch"))
    #expect(!FileSystem.isThere(path("scratch")))
    #expect(folder.files == ["outside/file"] && folder.read("outside/file") == "precious")
  }

  @Test func linksAreNotFollowed() throws {
    for (name, target) in [("file", "../outside/file"), ("folder", "../outside"), ("loop", "."), ("root", "/"), ("lost", "no")]
    {
      try #require(symlink(target, path("scratch/" + name)) == 0)
    }
    expectGone()
    try #require(symlink("outside", path("scratch")) == 0)
    expectGone()
  }

  @Test func permissionsDoNotProtect() throws {
    try folder.write("b", to: "scratch/deep/er/b")
    for (name, mode) in [("deep/er", 0), ("deep", 0o500), ("", 0o100)] as [(String, mode_t)] {
      try #require(chmod(path("scratch/" + name), mode) == 0)
    }
    expectGone()
  }

  @Test func namesMayBeAnyBytes() throws {
    for name in [[0xFF, 0xFE], [0x0A], [0x2D, 0x72, 0x66], [0x20], [0x2E, 0x31], Array(repeating: 0x61, count: 255)]
      as [[UInt8]]
    {
      let bytes = Array(path("scratch/").utf8) + name + [0]
      try #require(
        bytes.withUnsafeBufferPointer { buffer in
          buffer.withMemoryRebound(to: CChar.self) { mkdir($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, 0o700) }
        } == 0)
      let inner = bytes.dropLast() + [0x2F, 0xFF, 0]
      try #require(
        Array(inner).withUnsafeBufferPointer { buffer in
          buffer.withMemoryRebound(to: CChar.self) { mkdir($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, 0o700) }
        } == 0)
    }
    try #require(mkfifo(path("scratch/pipe"), 0o600) == 0)
    expectGone()
  }

  /// Deeper than there are open files, and than a path is long.
  @Test func depthDoesNotMatter() throws {
    var inner = open(path("scratch"), O_RDONLY | O_DIRECTORY)
    for depth in 0..<3_000 {
      try #require(mkdirat(inner, "abcd", 0o700) == 0)
      if depth % 100 == 0 { close(openat(inner, "file", O_WRONLY | O_CREAT, 0o600)) }
      let next = openat(inner, "abcd", O_RDONLY | O_DIRECTORY)
      close(inner)
      inner = next
    }
    close(inner)
    expectGone()
  }

  @Test func manyFoldersInOneAreRemoved() throws {
    for number in 0..<200 { try folder.write("a", to: "scratch/.\(number)/\(number % 7)/a") }
    expectGone()
  }
}

/// What a killed run leaves, and how the next one knows it: by its name, its owner, and that nobody holds it.
@Suite("What the dead leave") struct DeadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  @Test func foldersOfTheLivingStay() throws {
    let living = try ProcessFolder(in: folder.path, startingWith: "scratch-")
    #expect(ProcessFolder.dead(in: folder.path, startingWith: "scratch-").isEmpty)
    try folder.write("a", to: "scratch-abcDE0/a")
    try folder.write("a", to: "scratch-abcDE01/a")
    try folder.write("a", to: "scratch-abc-E0/a")
    try folder.write("a", to: "scratch-fileEE")
    try folder.write("a", to: "other/a")
    try #require(symlink("other", path("scratch-linkEE")) == 0)
    let dead = ProcessFolder.dead(in: folder.path, startingWith: "scratch-")
    #expect(dead.map(\.path) == [path("scratch-abcDE0")])
    // One that was taken over is held.
    #expect(ProcessFolder.dead(in: folder.path, startingWith: "scratch-").isEmpty)
    for dead in dead { dead.remove() }
    #expect(folder.files == ["other/a", "scratch-abc-E0/a", "scratch-abcDE01/a", "scratch-fileEE"])
    #expect(FileSystem.isThere(path("scratch-linkEE")))
    living.remove()
    #expect(!FileSystem.isThere(living.path))
  }

  /// A run that starts may take the folder that another has just made, before it is locked, for a dead one's: then another is made.
  @Test func whoIsTakenForDeadStartsAgain() async throws {
    let path = folder.path
    await withTaskGroup(of: [MachineFault].self) { group in
      for _ in 0..<2 {
        group.addTask {
          (0..<500).compactMap { _ in
            do throws(MachineFault) {
              let made = try ProcessFolder(in: path, startingWith: "race-")
              try FileSystem.write([1], to: made.path + "/a")
              made.remove()
              return nil
            } catch { return error }
          }
        }
      }
      group.addTask {
        for _ in 0..<500 { for dead in ProcessFolder.dead(in: path, startingWith: "race-") { dead.remove() } }
        return []
      }
      for await faults in group { #expect(faults == []) }
    }
  }

  @Test func draftsOfFilesAreToldByTheirNames() throws {
    let names = [
      ".a.md.lessons-abcDE0", ".a.md.lessons-abcDE", "a.md.lessons-abcDE0", ".a.md.lessons-abc-E0", ".lessons-abcDE0",
    ]
    for name in names { try folder.write("a", to: name) }
    try folder.write("a", to: ".b.lessons-folder/a")
    let held = open(path(".lessons-abcDE0"), O_RDONLY)
    defer { close(held) }
    try #require(csystem_try_lock(held) == 0)
    FileSystem.removeDeadDrafts(in: folder.path, among: FileSystem.names(in: folder.path))
    #expect(folder.files == (names.dropFirst() + [".b.lessons-folder/a"]).sorted())
  }

  @Test func draftsOfTheCacheGoWithTheProcess() throws {
    let cache = path("cache")
    try folder.write("left", to: "cache/.drafts-abcDE0/.key.lessons-abcDE0")
    CacheFile.removeDeadDrafts(in: cache)
    #expect(folder.files.isEmpty)
    let store = SealedStore(folder: cache, kind: "runs")
    store.keep([[1]], for: "key")
    #expect(store.fields(for: "key") == [[1]])
    #expect(folder.files == ["cache/runs/ke/key"])
    // Whoever empties the cache meanwhile does not end it.
    FileSystem.remove(cache)
    store.keep([[2]], for: "key")
    #expect(store.fields(for: "key") == [[2]])
    for name in FileSystem.names(in: cache) where name.hasPrefix(".drafts-") { FileSystem.remove(cache + "/" + name) }
  }

  @Test func draftsOfSealedFoldersGoWithTheNext() throws {
    try folder.write("left", to: "cache/support/.draft-abcDE0/a")
    let draft = try SealedFolder.Draft(for: path("cache/support/key"))
    try FileSystem.write([1], to: draft.path + "/a")
    try draft.seal()
    #expect(folder.files == ["cache/support/key/a", "cache/support/key/digests.txt"])
  }
}
