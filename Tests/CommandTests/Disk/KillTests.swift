import Foundation
import TestSupport
import Testing

/// H19, H23, H24: killed at any moment, the last site or the new one is whole, the next build is right without any cleaning, and
/// nothing is left over.
@Suite struct KillTests {
  /// Moments of a build, chosen by counting its calls, not by a clock; a slow run takes fifty, and then every call.
  @Test(.cases("H19", "H23")) func aBuildMayBeKilledAnywhere() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let all = try course.tried(at: 0, .kill).calls.count
    var random = NumberGenerator(seed: 11)
    let places = (0..<50).map { _ in Int.random(in: 1...all, using: &random) }
    var hasDied = Set<String>()
    for place in Slow.isOn ? places + Array(1...all) : Array(places.prefix(25)) {
      let (outcome, calls) = try course.tried(at: place, .kill)
      // Another thread may note a call of its own before all of them die.
      let harmed = try #require(calls.last { $0.isHarmed }, "nothing was killed at call \(place) of \(all)")
      let words = "killed at call \(place) of \(all), \(harmed)"
      #expect(outcome.status == -SIGKILL, "\(words)")
      hasDied.insert(harmed.name)
      #expect(try course.isWhole(), "\(words)")
      try course.expectMended(words)
    }
    // The law would say little if all died while reading.
    #expect(hasDied.count > 5, "\(hasDied)")
  }

  /// Between the swap and the moment when the history of a published branch is back in its place.
  @Test func theHistoryOfAPublishedBranchSurvives() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let calls = try course.tried(at: 0, .kill).calls
    let swap = try #require(calls.firstIndex { $0.name == "exchange" && $0.path.hasSuffix("/output") }) + 1
    let back = try #require(calls.firstIndex { $0.name == "move" && $0.path.hasSuffix("/.git") }) + 1
    #expect(back > swap)
    for place in swap...back {
      _ = try course.tried(at: place, .kill)
      if place > swap { #expect(!course.course.exists("output/.git")) }
      try course.expectMended("killed at \(calls[place - 1])")
    }
    // The same where it cannot be moved back: nothing is removed, and it is told.
    let (outcome, _) = try course.tried(calls: ["move"], at: 1, .error(EIO))
    #expect(outcome.status == 2 && outcome.error.contains("/.git") && outcome.error.contains("Input/output error"))
    try course.expectMended("not moved")
  }

  /// A second history in the place of the first is the author's too: neither is removed, and no work is done before that is mended.
  @Test func twoHistoriesAreBothKept() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let back = try #require(try course.tried(at: 0, .kill).calls.firstIndex { $0.name == "move" && $0.path.hasSuffix("/.git") })
    _ = try course.tried(at: back + 1, .kill)
    try FileManager.default.createDirectory(atPath: course.course.path("output/.git"), withIntermediateDirectories: true)
    try course.course.write("another", to: "output/.git/HEAD")
    for _ in 0..<2 {
      let outcome = try course.run("build")
      #expect(outcome.status == 2 && outcome.error.contains("/.git"))
      #expect(try course.course.text("output/.git/HEAD") == "another")
    }
    let old = try #require(
      try FileManager.default.contentsOfDirectory(atPath: course.course.folder).first { $0.hasPrefix(".output.lessons-") })
    #expect(try course.course.text(old + "/.git/HEAD") == "the history")
    try FileManager.default.removeItem(atPath: course.course.path("output/.git"))
    try course.expectMended("one history")
  }

  /// With programs that run: their scratch folders go with the next start.
  @Test func aBuildThatRunsProgramsMayBeKilled() throws {
    let course = try TriedCourse(edit: "After, with [4](swift:2+2).")
    let all = try course.tried(below: ["tmp"], at: 0, .kill).calls.count
    #expect(all > 4)
    for place in Slow.places(upTo: all, sample: 3) {
      let (outcome, _) = try course.tried(below: ["tmp"], at: place, .kill)
      #expect(outcome.status == -SIGKILL)
      #expect(try course.isWhole())
      try course.expectMended("killed at call \(place) on the temporary folder")
    }
  }

  /// The lesson is the old one or the new one, and what was begun beside it goes with the next run.
  @Test(arguments: ["accept", "build"]) func anAcceptMayBeKilledAnywhere(next: String) throws {
    let course = try TriedCourse(edit: "After.")
    let wrong = { try course.course.replace("42\n", with: "41\n", in: "lessons/02-neighbor.md") }
    let path = "lessons/02-neighbor.md"
    // The file itself must not be the one that is kept.
    let prepare = {
      let bytes = try course.course.bytes(path)
      try FileManager.default.removeItem(atPath: course.course.path(path))
      try course.course.write(bytes, to: path)
      try wrong()
    }
    let calls = try course.tried(["accept"], below: ["lessons"], at: 0, .kill, prepare: prepare).calls
    let accepted = try course.course.bytes(path)
    #expect(calls.contains { $0.name == "rename" } && calls.contains { $0.name == "fsync" && $0.path.hasSuffix("/lessons") })
    for place in Slow.places(upTo: calls.count, sample: 12) {
      let (outcome, _) = try course.tried(["accept"], below: ["lessons"], at: place, .kill, prepare: prepare)
      #expect(outcome.status == -SIGKILL)
      let text = try course.course.bytes(path)
      #expect(text == accepted || String(decoding: text, as: UTF8.self).contains("41\n"))
      #expect(try course.run(next).status == 0)
      #expect(try course.leftovers() == [], "killed at \(calls[place - 1])")
    }
  }

  /// The power goes after the swap: all that is in the new site was on the disk before, and so were the names in its folders.
  @Test(.cases("H24"), arguments: ["After, with `code`.", "# Another title\n"]) func theNewSiteIsOnTheDiskBeforeItIsSwapped(
    edit: String
  ) throws {
    let course = try TriedCourse(edit: edit)
    let calls = try course.tried(at: 0, .kill).calls
    let swap = try #require(calls.firstIndex { $0.name == "exchange" && $0.path.hasSuffix("/output") })
    let draft = try #require(calls[..<swap].last { $0.name == "link" }).path.split(separator: "/").first {
      $0.hasPrefix(".output.lessons-")
    }
    let changes = calls[..<swap].indices.filter {
      calls[$0].path.contains("/\(draft ?? "")") && ["write", "mkdir", "link", "create"].contains(calls[$0].name)
    }
    #expect(changes.count > 10)
    let synced = calls[..<swap].lastIndex { $0.name == "syncfs" && $0.path.hasSuffix("/\(draft ?? "")") } ?? -1
    #expect(changes.allSatisfy { $0 < synced })
    let parent = (calls[swap].path as NSString).deletingLastPathComponent
    #expect(calls[swap...].contains { $0.name == "fsync" && $0.path == parent }, "the swap itself")
  }
}
