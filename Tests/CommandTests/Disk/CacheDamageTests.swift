import Foundation
import TestSupport
import Testing

/// H26 to H36: the cache saves time and nothing else. Whatever happens to what is in it, the site has the same bytes.
@Suite struct CacheDamageTests {
  /// What is done to each file of the cache but the compiled kit and the compiler's own modules.
  enum Damage: String, CaseIterable, Sendable {
    case empty, cut, flipped, longer, folder, link, lost, pipe, huge, swapped, otherVersion, gone, foldersGone

    func apply(to path: String, next: [UInt8], _ random: inout NumberGenerator) throws {
      let files = FileManager.default
      let url = URL(fileURLWithPath: path)
      var bytes = [UInt8](try Data(contentsOf: url))
      switch self {
      case .empty: bytes = []
      case .cut: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
      case .flipped: bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case .longer: bytes += [0]
      case .swapped: bytes = next
      case .otherVersion:
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: "sealed 1".utf8) }) else { return }
        bytes[place + 7] = UInt8(ascii: "0")
      case .folder, .link, .lost, .pipe, .huge, .gone, .foldersGone:
        try files.removeItem(atPath: path)
        switch self {
        case .folder: try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        case .link: try files.createSymbolicLink(atPath: path, withDestinationPath: "/proc/self/exe")
        case .lost: try files.createSymbolicLink(atPath: path, withDestinationPath: path)
        case .pipe: try #require(mkfifo(path, 0o600) == 0)
        case .huge:
          try Data().write(to: url)
          try #require(truncate(path, 2 << 30) == 0)
        default: break
        }
        return
      }
      // Over a link, a pipe or a folder of an earlier damage as well.
      try bytes.withUnsafeBytes { try Data($0).write(to: url) }
    }
  }

  private static func entries(of cache: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: cache).filter { path in
      var isFolder: ObjCBool = false
      return !path.hasPrefix("support") && !path.hasPrefix("modules")
        && FileManager.default.fileExists(atPath: cache + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted().map { cache + "/" + $0 }
  }

  /// All entries at once, and each kind again and again: a site of what is damaged is the site of what is not.
  @Test(.cases("H26", "H27", "H28", "H29", "H30")) func aDamagedCacheChangesNoByte() throws {
    let course = try TriedCourse(edit: "After, with [4](swift:2+2).")
    let cache = course.cache
    var random = NumberGenerator(seed: 26)
    let rounds = Damage.allCases.flatMap { damage in
      Array(repeating: damage, count: [.flipped, .cut].contains(damage) ? Slow.isOn ? 100 : 2 : 1)
    }
    for damage in rounds {
      try course.putBack()
      // Entries are the course's own now, not second names of those that are kept.
      let entries = try Self.entries(of: cache)
      try #require(Set(entries.map { $0.dropFirst(cache.count + 1).prefix { $0 != "/" } }).count > 4)
      let contents = try entries.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
      for path in entries { try FileManager.default.removeItem(atPath: path) }
      for (path, bytes) in zip(entries, contents) { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
      for (place, path) in entries.enumerated() {
        try damage.apply(to: path, next: contents[(place + 1) % contents.count], &random)
      }
      if damage == .foldersGone {
        for name in ["runs", "builds", "records", "readings"] {
          try? FileManager.default.removeItem(atPath: cache + "/" + name)
        }
      }
      try course.expectMended("\(damage)")
      #expect(try course.run("check").status == 0)
    }
  }

  /// H32: what another program removes from the cache while a build goes on.
  @Test(.cases("H32")) func aCacheMayBeEmptiedMeanwhile() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let pattern = course.cache + "/[!s]*"
    let all = try course.tried(below: ["cache"], at: 0, .remove(pattern)).calls.count
    for place in Slow.places(upTo: all, sample: 6) {
      let (outcome, calls) = try course.tried(below: ["cache"], at: place, .remove(pattern))
      let words = "emptied before \(calls.last.map { "\($0)" } ?? "")"
      #expect(calls.contains { $0.isHarmed } && outcome.status == 0, "\(words): \(outcome.error)")
      #expect(try course.site() == course.new, "\(words)")
      try course.expectMended(words)
    }
  }

  /// H33: a cache in which somebody else could put what is believed and started.
  @Test(.cases("H33")) func aCacheOfOthersIsNotTrusted() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[2](swift:1+1)\n"], cache: try Scratch.freshCache())
    for command in ["build", "check", "accept"] {
      try #require(chmod(course.cache, 0o777) == 0)
      let outcome = try course.lessons(command)
      #expect(outcome.status == 2 && outcome.error.contains("can be written by everybody"), "\(outcome.error)")
      try #require(chmod(course.cache, 0o755) == 0)
      guard geteuid() == 0 else { continue }
      try #require(chown(course.cache, 12_345, 12_345) == 0)
      let foreign = try course.lessons(command)
      #expect(foreign.status == 2 && foreign.error.contains("belongs to another user"), "\(foreign.error)")
      try #require(chown(course.cache, 0, 0) == 0)
    }
    #expect(try course.lessons("build").status == 0)
  }

  /// H35: what a limit has ended is not what the lesson comes to with more time.
  @Test(.cases("H35")) func whatALimitEndedIsNotKept() throws {
    let block = "# A\n\n```swift {#slow timeout=300ms}\nimport Glibc\nusleep(500_000)\nprint(1)\n```\n\n```output\n1\n```\n"
    let course = try TemporaryCourse(lessons: ["01-a": block], cache: try Scratch.freshCache())
    for _ in 0..<2 {
      let outcome = try course.lessons("build")
      #expect(outcome.status == 1 && outcome.error.contains("1 run, 0 reused"), "\(outcome.error)")
    }
    try course.replace("300ms", with: "60s", in: "lessons/01-a.md")
    #expect(try course.lessons("build").status == 0)
  }

  /// H36: contents decide, whatever the clock says of a file.
  @Test(.cases("H36"), arguments: ["19700101", "20991231", ""]) func noClockDecides(date: String) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\nThe sum is [2](swift:1+1).\n"])
    let file = course.path("lessons/01-a.md")
    func time() throws -> Date? { try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date }
    #expect(try course.lessons("build").status == 0)
    let before = try time()
    try course.replace("sum", with: "one", in: "lessons/01-a.md")
    let set = date.isEmpty ? before : Date(timeIntervalSince1970: date == "19700101" ? 0 : 4_102_358_400)
    try FileManager.default.setAttributes([.modificationDate: try #require(set)], ofItemAtPath: file)
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/lessons/01-a.html").contains("The one is"))
  }
}
