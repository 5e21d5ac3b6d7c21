import Foundation
import LessonPipeline
import Testing

@Suite struct SourceHistoryTests {
  private static let log = """
    \u{1}cccc 2026-03-01T00:00:00Z

    01-a.md
    \u{1}bbbb 2026-02-01T00:00:00Z

    01-a.md
    02-b.md
    "03-\\"c.md"
    \u{1}aaaa 2026-01-01T00:00:00Z

    02-b.md
    data/d.csv
    """

  @Test(arguments: [
    ([], ["01-a.md": "2026-03-01T00:00:00Z", "02-b.md": "2026-02-01T00:00:00Z", "data/d.csv": "2026-01-01T00:00:00Z"]),
    // Where a shallow copy ends, every file seems to have changed.
    (["aaaa"], ["01-a.md": "2026-03-01T00:00:00Z", "02-b.md": "2026-02-01T00:00:00Z"]),
    (["bbbb", "aaaa"], ["01-a.md": "2026-03-01T00:00:00Z"]), (["aaaa", "bbbb", "cccc"], [:]),
  ])
  func theLastChangeCounts(ends: [String], changes: [String: String]) {
    #expect(SourceHistory.changes(told: Self.log, cutAt: Set(ends)) == changes)
  }

  /// A real repository: loose and packed names of commits, a copy that is shallow, a folder without one.
  @Test func aRepositoryTellsByItsCommits() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let script = """
      set -e
      export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_GLOBAL=/dev/null
      mkdir -p \(folder)/whole/lessons && cd \(folder)/whole && git init -q -b work .
      commit() { GIT_AUTHOR_DATE="$1T10:00:00+0200" GIT_COMMITTER_DATE="$1T12:00:00Z" git commit -q -m "$1"; }
      echo a > lessons/01-a.md; echo b > lessons/02-b.md; git add .; commit 2026-01-01
      echo c >> lessons/02-b.md; git add .; commit 2026-02-01
      echo d > elsewhere; git add .; commit 2026-03-01
      git clone -q --depth 2 file://\(folder)/whole \(folder)/shallow
      echo e > lessons/03-c.md
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let caches = [Cache(folder: folder + "/cache", keepsResults: true), Cache(folder: folder + "/none", keepsResults: false)]
    for cache in caches + caches {
      #expect(
        SourceHistory.changes(in: folder + "/whole/lessons", cache)
          == ["01-a.md": "2026-01-01T08:00:00Z", "02-b.md": "2026-02-01T08:00:00Z"])
      #expect(SourceHistory.changes(in: folder + "/shallow/lessons", cache) == [:])
      #expect(SourceHistory.changes(in: folder, cache) == [:])
    }
  }
}
