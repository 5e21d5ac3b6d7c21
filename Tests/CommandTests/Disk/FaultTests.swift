import Foundation
import Testing

/// H2, H3, H25, H32: whichever call on the disk fails, it is told, the last site or the new one is whole, and the next build is
/// right.
@Suite struct FaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var call: String
    var harm: FaultyDisk.Harm
    /// How many places of the call a short run tries.
    var sample: Int

    var testDescription: String { "\(call): \(harm)" }
  }

  /// A slow run tries every error at every call.
  static let faults: [Fault] = [
    ("create", [EIO, EMFILE, ENOSPC, EROFS]), ("open", [EIO, EMFILE]), ("openfolder", [EIO]), ("opendir", [EIO, EMFILE]),
    ("read", [EIO]), ("write", [EIO, ENOSPC, EDQUOT]), ("fsync", [EIO]), ("syncfs", [EIO, ENOSPC]), ("mkdir", [EIO, ENOSPC]),
    ("link", [EIO, EDQUOT]), ("rename", [EIO, ENOSPC]), ("exchange", [EIO]), ("move", [EIO]), ("unlinkat", [EIO]),
    ("unlink", [EIO]), ("rmdir", [EIO]),
  ].flatMap { call, numbers in
    (Slow.isOn ? [EIO, ENOSPC, EMFILE, EDQUOT, EROFS] : numbers).map { number in
      Fault(call: call, harm: .error(number), sample: 1)
    }
  }

  /// What a signal or a busy disk does, and nobody notices.
  static let passing =
    ["create", "open", "openfolder", "read", "write", "fsync", "syncfs", "mkdir", "link", "rename"].map {
      Fault(call: $0, harm: .error(EINTR), sample: 1)
    } + [Fault(call: "write", harm: .short, sample: 3)]

  /// A slow run goes on for so long that it is cut into shares, which run side by side.
  static let shares = Slow.isOn ? 4 : 1

  @Test(.cases("H25"), arguments: 0..<shares) func anyCallMayFail(share: Int) throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let calls = Dictionary(grouping: try course.tried(at: 0, .short).calls) { $0.name }
    for fault in stride(from: share, to: Self.faults.count, by: Self.shares).map({ Self.faults[$0] }) {
      let paths = calls[fault.call, default: []].map(\.path)
      let all = paths.count
      #expect(all > 0, "\(fault.call) is never called")
      // A fault in the compiled kit is answered by half a minute of compiling it anew: one of them tells what all would.
      let isOfKit = { (place: Int) in place <= all && paths[place - 1].contains("/cache/support/") }
      let places = Slow.places(upTo: all, sample: fault.sample)
      for place in places.filter({ !isOfKit($0) }) + places.filter(isOfKit).prefix(1) {
        let (outcome, calls) = try course.tried(calls: [fault.call], at: place, fault.harm)
        let harmed = try #require(calls.first { $0.isHarmed }, "\(fault.testDescription) \(place)")
        let words = "\(fault.testDescription) \(place) of \(all), \(harmed.path): \(outcome.status) \(outcome.error)"
        try expect(course, outcome, harmed, fault.harm, words)
        try course.expectMended(words)
      }
    }
  }

  private func expect(
    _ course: TriedCourse, _ outcome: LessonsProcess.Outcome, _ harmed: FaultyDisk.Call, _ harm: FaultyDisk.Harm,
    _ words: String
  ) throws {
    let reason = harm.description
    switch outcome.status {
    // What saves time alone, and what is tidied up later, may fail unheard.
    case 0: #expect(try course.site() == course.new, "\(words)")
    case 1:
      // A lesson that cannot be read is a fault of its own, and all others are built.
      #expect(harmed.path.hasSuffix(".md"), "\(words)")
      #expect(outcome.error.contains("lessons/01-edited.md:") || outcome.error.contains("lessons/02-neighbor.md:"), "\(words)")
      #expect(course.course.exists("output/lessons/01-edited.html") && course.course.exists("output/lessons/02-neighbor.html"))
    case 2:
      #expect(outcome.error.contains("lessons: error: ") && outcome.error.contains(reason), "\(words)")
      #expect(try course.isWhole(), "\(words)")
    default: Issue.record("\(words)")
    }
    #expect(!outcome.error.contains("NSCocoa") && !outcome.error.contains("Fatal error"), "\(words)")
  }

  @Test(.cases("H25")) func whatPassesIsNotNoticed() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let counts = Dictionary(grouping: try course.tried(at: 0, .short).calls) { $0.name }.mapValues { $0.count }
    for fault in Self.passing {
      let all = counts[fault.call] ?? 0
      for place in Slow.places(upTo: all, sample: fault.sample) {
        let (outcome, calls) = try course.tried(calls: [fault.call], at: place, fault.harm)
        let words = "\(fault.testDescription) \(place) of \(all), \(calls.first { $0.isHarmed }?.path ?? ""): \(outcome.error)"
        #expect(outcome.status == 0, "\(words)")
        #expect(try course.site() == course.new, "\(words)")
        #expect(try course.leftovers() == [], "\(words)")
      }
    }
  }

  /// H2, H3: a real disk without room, for bytes or for names.
  @Test(.cases("H2", "H3"), arguments: ["size=40k", "size=50m,nr_inodes=12"]) func aFullDiskIsTold(options: String) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    guard geteuid() == 0, try Shell.run("mkdir disk && mount -t tmpfs -o \(options) none disk", in: course.folder) else {
      throw NotHere("no small disk can be made here")
    }
    defer { _ = try? Shell.run("umount disk", in: course.folder) }
    let outcome = try course.lessons("build", "-o", "disk/site")
    #expect(outcome.status == 2, "\(outcome.error)")
    #expect(outcome.error.contains("disk/site") && outcome.error.contains("No space left on device"), "\(outcome.error)")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: course.path("disk")) == ["site"])
    try #require(try Shell.run("mount -o remount,size=50m,nr_inodes=10000 disk", in: course.folder))
    #expect(try course.lessons("build", "-o", "disk/site").status == 0)
    #expect(course.exists("disk/site/lessons/01-a.html"))
  }

  /// H32: the cache is a disk that is full, that cannot be written, or that cannot be read but for the compiled kit.
  @Test(
    .cases("H32"),
    arguments: [
      (["create", "write", "mkdir", "rename"], ENOSPC), (["create", "mkdir", "rename"], EROFS), (["write"], EIO),
      (["create"], EACCES),
    ]) func aCacheThatCannotBeWrittenCostsTimeAlone(calls: [String], number: Int32) throws
  {
    let course = try TriedCourse(edit: "After, with [4](swift:2+2).")
    let (outcome, made) = try course.tried(below: ["cache"], calls: calls, at: -1, .error(number))
    #expect(made.contains { $0.isHarmed })
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try course.site() == course.new)
    try course.expectMended("\(calls)")
  }
}
