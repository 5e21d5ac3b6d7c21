package import LessonModel
package import Machine
import Synchronization

/// Runs the programs of many lessons: looks up what is remembered, plans, compiles together, links and runs each by itself.
package struct CourseRunner: Sendable {
  private let runner: ProgramRunner
  private let jobs: Int

  package init(runner: ProgramRunner, jobs: Int) {
    self.runner = runner
    self.jobs = jobs
  }

  /// The runs of lessons, in their order, and the sandbox in which programs ran, if any had to.
  ///
  /// - Parameter finished: Is told the place of each lesson when all its programs have run, and what that took.
  package func runs(
    of lessons: [LessonPrograms], finished: @escaping @Sendable (Int, RunProgress.Work) -> Void
  ) throws(MachineFault) -> ([Run], Sandbox?) {
    let work = lessons.enumerated().flatMap { index, lesson in
      lesson.runnable.map { Work(lesson: index, place: $0, program: lesson.program(at: $0)) }
    }
    let recordings = Parallel.map(work, jobs: jobs) { runner.recording(of: $0.program) }
    let fresh = zip(recordings, work).filter { $0.0 == nil }.map(\.1)
    let results = Results(work, fresh: fresh, lessons: lessons.count, finished: finished)
    for (recording, work) in zip(recordings, work) { if let recording { results.add(.good(recording), of: work) } }
    let sandbox = try compileAndRun(fresh, of: lessons, into: results)
    let runs = Parallel.map(Array(try results.byLesson().enumerated()), jobs: jobs) { index, results in
      lessons[index].run(results, keep: runner.keep)
    }
    return (runs, sandbox)
  }

  private func compileAndRun(
    _ work: [Work], of lessons: [LessonPrograms], into results: Results
  ) throws(MachineFault) -> Sandbox? {
    if work.isEmpty { return nil }
    let runner = try runner.contained(twoAtOnce: work.count < jobs)
    let isWorthIt = CompilePlan.capacity(for: work.count, jobs: jobs) > 1
    let plan = CompilePlan(
      Parallel.map(Array(work.enumerated()), jobs: jobs) { number, work in
        isWorthIt || BatchMember.isLong(work.program) ? BatchMember(work.program, number: number) : nil
      }, jobs: jobs)
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    let batches = plan.batches.enumerated().map { Step.batch($1, folder: scratch + "/\($0)") }
    WorkQueue.run(batches + plan.alone.map { .program($0, object: nil) }, jobs: jobs) { step in
      results.collect { () throws(MachineFault) -> [Step] in
        switch step {
        case .batch(let members, let folder):
          let objects = try BatchCompiler(compiler: runner.compiler).objects(of: members, in: folder)
          return members.map { .program($0.number, object: objects[$0.number]) }
        case .program(let number, let object):
          let program = work[number].program
          let result = if let object { try runner.run(program, object: object) } else { try runner.run(program) }
          let partial = PartialProgram(runner: runner, lesson: lessons[work[number].lesson], place: work[number].place)
          results.add(try partial.result(result), of: work[number])
          return []
        }
      }
    }
    return runner.compiler.sandbox
  }

  /// A program that is to run: that of a lesson, at its place among the lesson's programs.
  private struct Work: Sendable {
    var lesson: Int
    var place: Int
    var program: Program
  }

  private enum Step: Sendable {
    case batch([BatchMember], folder: String)
    /// A program by its number, compiled already or not.
    case program(Int, object: String?)
  }

  /// The results as they come in.
  private final class Results: Sendable {
    private let state: Mutex<State>
    private let finished: @Sendable (Int, RunProgress.Work) -> Void
    private let took: [RunProgress.Work]

    private struct State {
      var byLesson: [[Int: ProgramResult]]
      var missing: [Int]
      var fault: MachineFault?
    }

    init(_ work: [Work], fresh: [Work], lessons: Int, finished: @escaping @Sendable (Int, RunProgress.Work) -> Void) {
      var missing = Array(repeating: 0, count: lessons)
      var took = Array(repeating: RunProgress.Work.none, count: lessons)
      for work in work {
        missing[work.lesson] += 1
        took[work.lesson] = .reused
      }
      for work in fresh { took[work.lesson] = .ran }
      self.took = took
      state = Mutex(State(byLesson: Array(repeating: [:], count: lessons), missing: missing))
      self.finished = finished
      for lesson in missing.indices where missing[lesson] == 0 { finished(lesson, .none) }
    }

    func add(_ result: ProgramResult, of work: Work) {
      let isLast = state.withLock { state in
        state.byLesson[work.lesson][work.place] = result
        state.missing[work.lesson] -= 1
        return state.missing[work.lesson] == 0
      }
      if isLast { finished(work.lesson, took[work.lesson]) }
    }

    /// Does a step, unless the machine has failed an earlier one.
    func collect(_ perform: () throws(MachineFault) -> [Step]) -> [Step] {
      if state.withLock({ $0.fault != nil }) { return [] }
      do throws(MachineFault) { return try perform() } catch {
        state.withLock { $0.fault = $0.fault ?? error }
        return []
      }
    }

    func byLesson() throws(MachineFault) -> [[Int: ProgramResult]] {
      let state = state.withLock { $0 }
      if let fault = state.fault { throw fault }
      return state.byLesson
    }
  }
}
