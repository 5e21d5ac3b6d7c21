import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import Machine
import MathSetting
import Synchronization

/// Says on the console how the pipeline goes on: on a terminal in one line that is drawn again and again; elsewhere in lines,
/// the first after one second and then one every ten.
final class Progress: Sendable {
  private struct State {
    /// What is done now.
    var step: String? { didSet { since = .now } }
    /// Since when.
    var since = ContinuousClock.now
    /// The lesson that ran last.
    var lesson: String?
    /// What is made for the pages of lessons that have run: for how many, for which now and for how many it is done.
    var making: (kind: PageProgress.Kind, total: Int, lessons: [String], done: Int)?
    var done = 0
    var total = 0
    var ran = 0
    var reused = 0
    /// Whether the work of an earlier run was all there was to tell.
    var isAsBefore = false
  }

  private let console: Console
  private let start = ContinuousClock.now
  private let state = Mutex(State())
  private let ended = DispatchSemaphore(value: 0)

  init(console: Console) { self.console = console }

  /// What was run, what was not, and how long all took.
  var summary: String {
    let time = Self.seconds(since: start)
    return state.withLock { $0.isAsBefore ? "nothing has changed, \(time)" : "\($0.ran) run, \($0.reused) reused, \(time)" }
  }

  func tell(_ event: PipelineEvent) {
    switch event {
    case .uses(let compiler, let jobs, let cache):
      console.sayInDetail("using \(compiler), \(counted(jobs, "job")) at once, the cache in \(cache)")
    case .compilesKit(let toolchain):
      console.progress("")
      console.say("compiling LessonKit for \(toolchain), once; this takes half a minute where nothing else runs")
      state.withLock { $0.step = "compiling LessonKit" }
    case .compilesPageKit(let toolchain):
      console.progress("")
      console.say("compiling LessonKit for pages with \(toolchain), once; this takes a minute where nothing else runs")
      state.withLock { state in
        state.step = "compiling LessonKit for pages"
        state.lesson = nil
      }
    case .buildsPackage(let name):
      console.progress("")
      console.say("building the package \(name), once for this state of its files")
      state.withLock { $0.step = "building the package \(name)" }
    case .begins(let step):
      if step == .reading || step == .preparing { startClock() }
      state.withLock { state in
        state.step = Self.words(step)
        state.lesson = nil
        state.making = nil
      }
      draw()
    case .ran(let progress): ran(progress)
    case .makes(let progress): makes(progress)
    case .contained(let sandbox):
      console.progress("")
      console.say(sandbox.words)
    case .wroteErrors(let lesson, let text):
      console.sayInDetail("\(lesson) wrote to standard error:\n\(text)")
    case .waits(let folder):
      console.progress("")
      console.say("waiting for another build into \(folder)")
    case .did(let work):
      state.withLock { $0.isAsBefore = work.woven.isEmpty }
      console.sayInDetail(
        work.woven.isEmpty
          ? "nothing has changed"
          : "read and wove \(counted(work.woven.count, "lesson")), parsed \(counted(work.parsed, "text")) of Swift, "
            + "made the pages of \(counted(work.rendered.count, "lesson"))")
    case .noFormulas(let absence):
      console.progress("")
      console.warn("warning: \(absence), so formulas are neither checked nor set: pages show their TeX; \(KaTeX.advice)")
    case .ended:
      ended.signal()
      state.withLock { $0.step = nil }
      console.progress("")
    }
  }

  private static func words(_ step: PipelineEvent.Step) -> String {
    switch step {
    case .reading: "reading the lessons"
    case .preparing: "making the compiler's modules"
    case .running(let lessons): "compiling and running \(counted(lessons, "lesson"))"
    case .setting(let formulas): "setting \(counted(formulas, "formula"))"
    case .rendering(let lessons): "making the pages of \(counted(lessons, "lesson"))"
    case .writing(let files): "writing \(counted(files, "file"))"
    }
  }

  private func ran(_ progress: RunProgress) {
    let number = state.withLock { state in
      state.lesson = progress.lesson
      state.total = progress.total
      state.done += 1
      switch progress.work {
      case .ran: state.ran += 1
      case .reused: state.reused += 1
      case .none: break
      }
      return state.done
    }
    console.sayInDetail("\(number)/\(progress.total) \(progress.lesson)")
    draw()
  }

  private func makes(_ progress: PageProgress) {
    switch progress {
    case .begins(let kind, let lessons):
      // All lessons have run, and none of them is what takes the time now.
      state.withLock { state in
        state.step = Self.words(kind, of: counted(lessons, "lesson"))
        state.lesson = nil
        state.making = (kind, lessons, [], 0)
      }
    case .starts(let lesson):
      if let kind = state.withLock({ state in
        state.making?.lessons.append(lesson)
        return state.making?.kind
      }) {
        console.sayInDetail(Self.words(kind, of: lesson))
      }
    case .ends(let lesson):
      state.withLock { state in
        state.making?.lessons.removeAll { $0 == lesson }
        state.making?.done += 1
      }
    }
    draw()
  }

  private static func words(_ kind: PageProgress.Kind, of what: String) -> String {
    switch kind {
    case .traces: "recording values at the lines of \(what)"
    case .programs: "making the page program of \(what)"
    }
  }

  private func startClock() {
    Thread.detachNewThread { [self] in
      var wait = 1.0
      while ended.wait(timeout: .now() + wait) == .timedOut {
        tick()
        if !console.isTerminal { wait = 10 }
      }
    }
  }

  private func tick() {
    if console.isTerminal { draw() } else if let line { console.say(line) }
  }

  private func draw() {
    if console.isTerminal, console.detail == .normal, let line { console.progress(String(line.prefix(78))) }
  }

  /// What is done now, how far it is, and for how long: each step has a clock of its own, and the summary that of them all.
  private var line: String? {
    state.withLock { state in
      guard let step = state.step else { return nil }
      let time = Self.seconds(since: state.since)
      if let making = state.making, let lesson = making.lessons.first {
        return "\(making.done)/\(making.total) \(time) \(Self.words(making.kind, of: lesson))"
      }
      guard let lesson = state.lesson else { return "\(step), \(time)" }
      return "\(state.done)/\(state.total) \(time) \(lesson)"
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> String {
    let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10) s"
  }
}

extension Sandbox {
  /// How lessons were contained, in a line.
  var words: String {
    switch self {
    case .bubblewrap: "lessons ran contained by bubblewrap"
    case .landlock: "lessons ran contained by Landlock"
    case .none: "lessons ran without a sandbox, with limits alone"
    }
  }
}
