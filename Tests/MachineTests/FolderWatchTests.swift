import Foundation
import Machine
import TestSupport
import Testing

/// A folder is watched whichever way it can be; each call here returns with what was told, or after ten seconds.
@Suite("A watched folder", .serialized)
struct FolderWatchTests {
  /// What is told until it satisfies, or ten seconds are over.
  private func told(_ watch: inout FolderWatch, until isEnough: (Set<String>) -> Bool) -> Set<String> {
    var told: Set<String> = []
    let end = Clock.milliseconds + 10_000
    while !isEnough(told), Clock.milliseconds < end { told.formUnion(watch.changes(within: 200)) }
    return told
  }

  @Test(arguments: [false, true]) func tellsOfSavesAndRemovals(polls: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.md")
    try folder.write("b", to: "Support/B.swift")
    var watch = FolderWatch(folder: folder.path, polls: polls)
    let (isLooking, changes) = (watch.polls, watch.changes(within: 0))
    #expect(isLooking == polls)
    #expect(changes.isEmpty)
    try folder.write("longer", to: "a.md")
    let saved = told(&watch) { $0.contains("a.md") }
    #expect(saved == ["a.md"])
    try folder.write("longer", to: "Support/B.swift")
    let inside = told(&watch) { $0.contains("Support/B.swift") }
    #expect(inside == ["Support/B.swift"])
    // Saved beside its place and renamed.
    try folder.write("the longest", to: ".a.md.swp")
    #expect(rename(folder.path + "/.a.md.swp", folder.path + "/a.md") == 0)
    let renamed = told(&watch) { $0.contains("a.md") }
    #expect(renamed == ["a.md"])
    FileSystem.remove(folder.path + "/a.md")
    let removed = told(&watch) { $0.contains("a.md") }
    #expect(removed == ["a.md"])
  }

  @Test(arguments: [false, true]) func seesIntoNewFolders(polls: Bool) throws {
    let folder = try TemporaryFolder()
    var watch = FolderWatch(folder: folder.path, polls: polls)
    try folder.write("c", to: "theme/deep/style.css")
    let made = told(&watch) { $0.contains { $0.hasPrefix("theme") } }
    #expect(made.allSatisfy { $0.hasPrefix("theme") })
    try folder.write("longer", to: "theme/deep/style.css")
    let below = told(&watch) { $0.contains("theme/deep/style.css") }
    #expect(below.contains("theme/deep/style.css"))
  }

  @Test(arguments: [false, true]) func theFolderMayGoAndComeBack(polls: Bool) throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/lessons"
    try folder.write("a", to: "lessons/a.md")
    var watch = FolderWatch(folder: place, polls: polls)
    #expect(rename(place, folder.path + "/away") == 0)
    let gone = told(&watch) { !$0.isEmpty }
    #expect(!gone.isEmpty)
    #expect(rename(folder.path + "/away", place) == 0)
    let back = told(&watch) { !$0.isEmpty }
    #expect(!back.isEmpty)
    try folder.write("longer", to: "lessons/a.md")
    let after = told(&watch) { $0.contains("a.md") }
    #expect(after.contains("a.md"))
  }

  @Test func aLinkToAFolderIsWatchedAsTheFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "real/a.md")
    #expect(symlink(folder.path + "/real", folder.path + "/lessons") == 0)
    var watch = FolderWatch(folder: folder.path + "/lessons")
    let isLooking = watch.polls
    #expect(!isLooking)
    try folder.write("longer", to: "real/a.md")
    let linked = told(&watch) { !$0.isEmpty }
    #expect(linked == ["a.md"])
  }

  @Test(arguments: [
    ("01-a.md", true), ("course.yml", true), ("Support", true), (".git", false), (".01-a.md.swp", false), ("01-a.md~", false),
    ("#01-a.md#", false), ("4913", false),
  ]) func passesOverWhatEditorsKeep(name: String, expected: Bool) { #expect(FolderWatch.isOfInterest(name) == expected) }
}

@Suite("A scope of programs")
struct ProgramScopeTests {
  private let limits = ProcessLimits(times: [.seconds(60)], mark: "M")

  @Test func countsWhatItStarts() throws {
    let scope = ProgramScope()
    let ends = try scope.perform { () throws(MachineFault) in
      try (0..<2).map { _ throws(MachineFault) in try ProcessRunner.run(Command("/bin/true", []), limits: limits).end }
    }
    #expect(ends == [.exited(0), .exited(0)])
    _ = try ProcessRunner.run(Command("/bin/true", []), limits: limits)
    #expect(scope.started == 2)
  }

  /// Programs on other threads belong to it too; one is ended while it runs, and none is started after.
  @Test func endsItsPrograms() {
    let scope = ProgramScope()
    let limits = limits
    let faults = Parallel.map([0, 1], jobs: 2) { job -> [MachineFault] in
      if job == 1 {
        while scope.started < 2 { usleep(500) }
        scope.end()
        return []
      }
      var faults: [MachineFault] = []
      do throws(MachineFault) {
        try scope.perform { () throws(MachineFault) in
          let inner = Parallel.map([0, 1], jobs: 2) { _ in
            Result<ProcessOutcome, MachineFault> { () throws(MachineFault) in
              try ProcessRunner.run(Command("/bin/sh", ["-c", "sleep 60"]), limits: limits)
            }
          }
          for result in inner { if case .failure(let fault) = result { faults.append(fault) } }
          _ = try ProcessRunner.run(Command("/bin/true", []), limits: limits)
        }
      } catch {
        faults.append(error)
      }
      return faults
    }
    #expect(faults[0].map(\.cause) == [.stale, .stale, .stale])
    #expect(scope.started == 2)
    #expect(scope.isEnded)
  }
}
