import Foundation
package import LessonModel
package import LessonPipeline
import LessonRunning
package import Machine
import Synchronization

/// How the preview goes on, for whoever stands at the console.
package enum PreviewEvent: Sendable {
  case serves(address: String)
  /// A build begins, for these files of the course have changed.
  case builds(for: [String])
  /// A build: the course, what changed, how many programs ran, how many pages look otherwise, and how long it took.
  case built(WovenCourse, PreviewedChange)
  case failed(MachineFault)
  case warning(String)
}

/// What one build of the preview was for, and what it did.
package struct PreviewedChange: Sendable, Equatable {
  /// The files that changed, in the course's folder; empty for the first build.
  package var files: [String]
  package var programs: Int
  package var pages: Int
  package var milliseconds: Double

  /// The files that a change is named by. A save often goes through a file that is gone when it is over: what is not there is
  /// named only where all that changed is a removal.
  ///
  /// - Parameters:
  ///   - files: What was told of, in the course's folder, which itself is the empty path.
  ///   - folder: That folder.
  package static func names(of files: Set<String>, in folder: String) -> [String] {
    let names = files.filter { !$0.isEmpty }.sorted()
    let there = names.filter { FileSystem.exists("\(folder)/\($0)") }
    return there.isEmpty ? names : there
  }
}

/// Watches a course, builds it anew when it changes, and tells the open pages.
package struct PreviewLoop: Sendable {
  private let path: String
  private let pipeline: @Sendable () -> Pipeline
  private let server: PreviewServer
  private let preview: Preview
  private let memory = PreviewMemory()
  private let tell: @Sendable (PreviewEvent) -> Void

  /// - Parameters:
  ///   - path: A course folder or one lesson.
  ///   - pipeline: Makes one for each build.
  ///   - assets: The script and the style of served pages, by their addresses.
  ///   - port: Zero for any that is free.
  package init(
    path: String, pipeline: @escaping @Sendable () -> Pipeline, assets: FileTable, editor: EditorCommand?, port: Int,
    tell: @escaping @Sendable (PreviewEvent) -> Void
  ) throws(MachineFault) {
    self.path = WrongPath.meant(by: path)
    self.pipeline = pipeline
    self.tell = tell
    server = try PreviewServer(port: port)
    preview = Preview(
      port: server.port, assets: assets, editor: editor, secret: (run: Self.secret(), token: Self.secret())
    ) { tell(.warning($0)) }
  }

  /// The address of the first page.
  package var address: String { "http://127.0.0.1:\(server.port)/" }

  /// The folder of the course, where its files are watched.
  private var folder: String { FileSystem.isFolder(path) ? path : CoursePlace(of: path).folder }

  /// Serves until the tool is interrupted.
  ///
  /// - Throws: ``MachineFault`` where the first build cannot be made at all. Later ones are waited out.
  package func run() throws(MachineFault) {
    if !FileSystem.exists(path) { throw WrongPath.missing(path) }
    var watch = FolderWatch(folder: folder)
    let preview = preview
    server.start { preview.reply(to: $0) }
    tell(.serves(address: address))
    if watch.polls { tell(.warning("warning: this folder cannot be watched, so it is looked at every 300 ms")) }
    try first()
    let builder = Builder { build(for: $0, in: $1) }
    var debouncer = Debouncer()
    while !Interrupts.isInterrupted {
      let pause = min((debouncer.deadline ?? .infinity) - Clock.milliseconds, Self.longestPause)
      debouncer.note(watch.changes(within: max(pause, 0)), at: Clock.milliseconds)
      builder.changed(debouncer.due(at: Clock.milliseconds))
    }
    builder.waitUntilIdle()
  }

  /// How long the loop sleeps at most, in milliseconds: an interrupt may have come to another thread.
  private static let longestPause = 100.0

  /// The first build is not given up when a file is saved meanwhile: it may be compiling the kit.
  private func first() throws(MachineFault) {
    let scope = ProgramScope()
    let start = Clock.milliseconds
    let course = try scope.perform { () throws(MachineFault) -> PreviewedCourse in try pipeline().previewed(path, memory) }
    show(course, for: [], scope, since: start)
  }

  private func build(for files: Set<String>, in scope: ProgramScope) {
    let start = Clock.milliseconds
    server.tell(.building)
    tell(.builds(for: named(files)))
    do throws(MachineFault) {
      var pages = 0
      let course = try scope.perform { () throws(MachineFault) -> PreviewedCourse in
        try pipeline().previewed(path, memory) { early in
          let told = preview.take(early)
          server.tell(told.event)
          pages = told.pages
        }
      }
      show(course, for: files, scope, since: start, pages)
    } catch {
      // What is out of date is built anew at once; an interrupt ends the loop.
      switch error.cause {
      case .stale, .interrupt: return
      case .machine, .usage:
        server.tell(preview.take(error))
        tell(.failed(error))
      }
    }
  }

  /// - Parameter early: How many pages were shown already.
  private func show(
    _ course: PreviewedCourse, for files: Set<String>, _ scope: ProgramScope, since start: Double, _ early: Int = 0
  ) {
    let (event, pages) = preview.take(course)
    server.tell(event)
    let change = PreviewedChange(
      files: named(files), programs: scope.started, pages: early + pages,
      milliseconds: Clock.milliseconds - start)
    tell(.built(course.woven, change))
  }

  private func named(_ files: Set<String>) -> [String] { PreviewedChange.names(of: files, in: folder) }

  /// 128 bits that nobody can guess.
  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Does builds one after the other on a thread of its own, as ``BuildQueue`` says.
private final class Builder: Sendable {
  private struct State {
    var queue = BuildQueue()
    var next: Set<String>?
    var scope: ProgramScope?
  }

  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let build: @Sendable (Set<String>, ProgramScope) -> Void

  init(_ build: @escaping @Sendable (Set<String>, ProgramScope) -> Void) {
    self.build = build
    let thread = Thread { [self] in
      while true {
        work.wait()
        runNext()
      }
    }
    // As deep as the main thread's, for lessons that are.
    thread.stackSize = 8 << 20
    thread.start()
  }

  func changed(_ paths: Set<String>) {
    let ended = state.withLock { state in take(state.queue.changed(paths), &state) }
    ended?.end()
  }

  /// Waits for the end of what runs, which an interrupt has cut short; not for ever.
  func waitUntilIdle() {
    let start = Clock.milliseconds
    while Clock.milliseconds - start < Self.longestGoodbye, state.withLock({ !$0.queue.isIdle }) {
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  private static let longestGoodbye = 1_500.0

  private func runNext() {
    let scope = ProgramScope()
    let paths = state.withLock { state in
      state.scope = scope
      defer { state.next = nil }
      return state.next
    }
    if let paths { build(paths, scope) }
    state.withLock { state in
      state.scope = nil
      _ = take(state.queue.finished(), &state)
    }
  }

  /// - Returns: The scope whose programs are to be ended.
  private func take(_ step: BuildQueue.Step, _ state: inout State) -> ProgramScope? {
    switch step {
    case .nothing: return nil
    case .endRunning: return state.scope
    case .start(let paths):
      state.next = paths
      work.signal()
      return nil
    }
  }
}

/// The script and the style of served pages, as they ship with the tool.
package enum LiveAssets {
  package static func read(_ installation: Installation) throws(MachineFault) -> FileTable {
    let folder = try installation.sources().folder + "/Theme/live/"
    return FileTable(
      try [(LivePage.script, "live.js"), (LivePage.style, "live.css")].map { address, name throws(MachineFault) in
        guard let bytes = FileSystem.read(folder + name) else {
          throw MachineFault("cannot read \(folder + name); install the tool with its share/lessons folder")
        }
        return SiteFile(path: String(address.dropFirst()), bytes: bytes)
      })
  }
}
