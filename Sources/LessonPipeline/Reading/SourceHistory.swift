import LessonModel
import Machine

/// When the files of a course were last changed, by the history of the repository that it lies in: never by a clock, and never
/// by the times of files. Where there is no history, or it does not reach back far enough, nobody knows.
package enum SourceHistory {
  /// The times of the last changes, as `2026-11-27T10:00:00Z`, by the paths of the files from the folder.
  ///
  /// Git is started only for a commit that nothing is remembered of.
  package static func changes(in folder: String, _ cache: Cache) -> [String: String] {
    let place = FileSystem.resolved(FileSystem.absolute(folder))
    guard let repository = Repository(around: place), let head = repository.head else { return [:] }
    let shallow = repository.text("shallow") ?? ""
    var digest = SHA256()
    for field in ["history 1", place, head, shallow] { digest.update(field: field) }
    let store = SealedStore(folder: cache.keepsResults ? cache.folder : nil, kind: "histories")
    let key = digest.finish()
    if let kept = store.fields(for: key), kept.count % 2 == 0 {
      let texts = kept.map { String(decoding: $0, as: UTF8.self) }
      return Dictionary(stride(from: 0, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }) { first, _ in first }
    }
    // Where git tells nothing, nothing is what is remembered: it is not asked at every build.
    let ends = Set(shallow.split(whereSeparator: \.isNewline).map(String.init))
    let changes = log(of: place).map { self.changes(told: $0, cutAt: ends) } ?? [:]
    store.keep(changes.sorted { $0.key < $1.key }.flatMap { [Array($0.key.utf8), Array($0.value.utf8)] }, for: key)
    return changes
  }

  /// What git tells of the commits that changed something below a folder, the last one first; nil where it tells nothing.
  private static func log(of place: String) -> String? {
    let command = Command(
      "/usr/bin/env",
      [
        "git", "--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "log", "--no-show-signature",
        "--no-renames", "--relative", "--name-only", "--format=%x01%H %ad", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--", ".",
      ],
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "TZ": "UTC0", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0",
        "GIT_CONFIG_NOSYSTEM": "1",
      ], folder: place)
    let outcome = try? ProcessRunner.run(command, limits: ProcessLimits(times: [.seconds(60)], outputBytes: 256 << 20))
    guard let outcome, outcome.end == .exited(0) else { return nil }
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// The last change of each file.
  ///
  /// - Parameters:
  ///   - log: Commits, each a line that begins with U+0001 and holds its name and its time, and the files it changed, a line each.
  ///   - ends: The commits at which a shallow copy of the history ends: they seem to change every file.
  package static func changes(told log: String, cutAt ends: Set<String>) -> [String: String] {
    var changes: [String: String] = [:]
    var seen: Set<Substring> = []
    var time: String?
    for line in log.split(separator: "\n") {
      if line.first == "\u{1}" {
        let words = line.dropFirst().split(separator: " ")
        time = words.count == 2 && !ends.contains(String(words[0])) ? String(words[1]) : nil
      } else if line.first != "\"", seen.insert(line).inserted {
        changes[String(line)] = time
      }
    }
    return changes
  }
}

/// The folder in which git keeps a repository.
private struct Repository {
  /// Where the state of this work tree is, and where that of the whole repository is.
  private var own: String
  private var common: String

  /// The repository of the nearest folder around that has one; nil where none has.
  init?(around folder: String) {
    var folder = folder
    while !FileSystem.isThere(folder + "/.git") {
      let parent = FileSystem.parent(of: folder)
      if folder.isEmpty || parent == folder { return nil }
      folder = parent
    }
    own = folder + "/.git"
    if !FileSystem.isFolder(own) {
      // A work tree or a module says where it is.
      guard let line = Self.text(own), line.hasPrefix("gitdir: ") else { return nil }
      let path = String(line.dropFirst("gitdir: ".count).prefix { !$0.isNewline })
      own = path.hasPrefix("/") ? path : FileSystem.absolute(folder + "/" + path)
    }
    common = own
    if let path = text("commondir").map({ String($0.prefix { !$0.isNewline }) }) {
      common = path.hasPrefix("/") ? path : FileSystem.absolute(own + "/" + path)
    }
  }

  /// The name of the commit that is checked out; nil where there is none, or it is kept in a way that this does not know.
  var head: String? {
    guard let line = Self.text(own + "/HEAD")?.prefix(while: { !$0.isNewline }) else { return nil }
    guard line.hasPrefix("ref: ") else { return Self.commit(line) }
    let name = line.dropFirst("ref: ".count)
    if name.contains("..") { return nil }
    if let loose = Self.text("\(own)/\(name)") ?? Self.text("\(common)/\(name)") {
      return Self.commit(loose.prefix { !$0.isNewline })
    }
    let packed = text("packed-refs") ?? ""
    let entry = packed.split(whereSeparator: \.isNewline).first { $0.hasSuffix(" \(name)") }
    return entry.flatMap { Self.commit($0.prefix { $0 != " " }) }
  }

  private static func commit(_ text: Substring) -> String? {
    [40, 64].contains(text.utf8.count) && text.allSatisfy(\.isHexDigit) ? String(text) : nil
  }

  /// A file of the whole repository.
  func text(_ name: String) -> String? { Self.text(common + "/" + name) }

  private static func text(_ path: String) -> String? {
    FileSystem.isRegularFile(path) ? FileSystem.read(path).map { String(decoding: $0, as: UTF8.self) } : nil
  }
}
