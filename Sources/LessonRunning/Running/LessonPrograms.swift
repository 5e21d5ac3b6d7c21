package import LessonModel

/// The programs of a lesson, and how what they come to becomes the lesson's run. One program's failure never hides another's
/// result, and one block's failure no other block's.
package struct LessonPrograms: Sendable {
  private let lesson: Lesson
  private let settings: SwiftSettings
  private let modules: [String]
  private let plans: [Plan]

  /// A program of the lesson.
  private struct Plan: Sendable {
    /// All that should be in it.
    var whole: Program
    /// What is left of that without the blocks that the parser cannot read, and without the blocks and values that a mistake in
    /// the lesson leaves in doubt.
    var program: Program
    /// These blocks and values, and in a program that must fail what follows from their loss; nil where all is there.
    var lost: LostBlocks?
    /// What is wrong with the blocks that the parser cannot read.
    var refused: Gathering?
  }

  package init(_ lesson: Lesson, settings: SwiftSettings, modules: [String]) {
    self.lesson = lesson
    self.settings = settings
    self.modules = modules
    let doubts = lesson.doubts
    plans = ProgramBuilder.programs(for: lesson, settings: settings, modules: modules).map { whole in
      let unreadable = whole.blocks.filter {
        lesson.blocks[$0].runsWithOthers && !lesson.blocks[$0].outline.syntaxErrors.isEmpty || doubts.contains(.block($0))
      }
      let doubtful = whole.probes.compactMap { probe in
        if case .value(let value) = probe, doubts.contains(.value(value)) { value } else { nil }
      }
      if unreadable.isEmpty, doubtful.isEmpty { return Plan(whole: whole, program: whole) }
      var lost = LostBlocks(of: whole, in: lesson)
      for block in unreadable { lost.lose(block: block) }
      for value in doubtful { lost.lose(value: value) }
      let isSession = whole.purpose == .session
      var program = ProgramBuilder.program(
        whole, of: lesson, settings: settings, modules: modules, without: isSession ? lost.withoutFollowers : lost)
      if isSession { program.purpose = .remains }
      return Plan(
        whole: whole, program: program, lost: lost,
        refused: isSession ? Gathering(syntaxErrorsOf: whole, in: lesson) : nil)
    }
  }

  package var programs: [Program] { plans.map(\.program) }

  /// The program at a place.
  package func program(at place: Int) -> Program { plans[place].program }

  /// Those that can be compiled at all, by their places.
  package var runnable: [Int] {
    plans.indices.filter { place in
      let plan = plans[place]
      return plan.program.purpose == .remains
        ? !plan.program.probes.isEmpty : plan.lost.map { canRun(place, without: $0) } ?? true
    }
  }

  /// What the lesson comes to.
  ///
  /// - Parameters:
  ///   - results: The results of the programs that can run, by their places.
  ///   - keep: Is given what is worth remembering of a program that failed as it should.
  package func run(_ results: [Int: ProgramResult], keep: (Recording, Program) -> Void) -> Run {
    var run = Run()
    var followers = Followers()
    for (index, plan) in plans.enumerated() {
      if let refused = plan.refused { run.add(refused.run) }
      if let lost = plan.lost { followers.add(lost) }
      guard let result = results[index] else { continue }
      var (program, rest) = (plan.program, result)
      if case .partial(let partial) = result {
        run.add(Gathering(.refused(partial.messages), of: plan.whole, in: lesson).run)
        followers.add(partial.lost)
        (program, rest) = (partial.program, partial.result)
      }
      if let lost = lostExpectation(rest, of: program) {
        followers.add(lost)
        continue
      }
      let gathering = Gathering(rest, of: program, in: lesson)
      if let kept = gathering.kept { keep(kept, gathering.program) }
      run.add(gathering.run)
    }
    followers.explain(&run.diagnostics, in: lesson)
    run.diagnostics.sort { $0.position < $1.position }
    run.diagnostics.tellOnce()
    return run
  }

  /// What is lost to a block that is expected to fail where others before it do not compile and it needs what they would declare:
  /// how it fails then says nothing; nil where it can be compared.
  private func lostExpectation(_ result: ProgramResult, of program: Program) -> LostBlocks? {
    guard let failing = program.purpose.failing, case .refused(let messages) = result else { return nil }
    let gathering = Gathering(.refused([]), of: program, in: lesson)
    let broken = Set(messages.filter { $0.severity == .error }.compactMap(gathering.block)).subtracting([failing])
    if broken.isEmpty { return nil }
    var lost = LostBlocks(of: program, in: lesson)
    for block in broken { lost.lose(block: block) }
    return lost.contains(block: failing) ? lost : nil
  }

  // MARK: Parts of programs

  /// What is lost of a program before it is compiled.
  func lost(at place: Int) -> LostBlocks { plans[place].lost ?? LostBlocks(of: plans[place].whole, in: lesson) }

  /// What is left of a program.
  func program(at place: Int, without lost: LostBlocks) -> Program {
    ProgramBuilder.program(plans[place].whole, of: lesson, settings: settings, modules: modules, without: lost)
  }

  /// Whether anything is left that is worth running.
  func canRun(_ place: Int, without lost: LostBlocks) -> Bool {
    let whole = plans[place].whole
    if let failing = whole.purpose.failing { return !lost.contains(block: failing) }
    return whole.probes.contains { probe in
      switch probe {
      case .blockStart(let block): !lost.contains(block: block)
      case .value(let value): !lost.contains(value: value)
      case .blockEnd, .beforeStatement, .statement: false
      }
    }
  }

  /// Takes the parts of a program that errors stand in out of it.
  ///
  /// - Parameter causes: What was not in the program that the errors were found in.
  /// - Returns: The errors that do not come of what is lost already, and whether there is less of the program now.
  func lose(
    _ messages: [CompilerMessage], of place: Int, from lost: inout LostBlocks, causes: LostBlocks
  ) -> (messages: [CompilerMessage], isProgress: Bool) {
    let before = lost
    var told: [CompilerMessage] = []
    // Who uses a name that is declared twice is not to blame: it is told where it is declared again, which is taken out.
    let again = messages.compactMap { $0.message.quoted(behind: "invalid redeclaration of '") }
    var rest = messages[...]
    var program = plans[place].whole
    // The errors of all its blocks count, whatever it is run for.
    program.purpose = .session
    while let message = rest.popFirst() {
      guard message.severity == .error else { continue }
      let notes = rest.prefix { $0.severity == .note }
      rest = rest.dropFirst(notes.count)
      if let name = message.message.quoted(behind: "ambiguous use of '"), again.contains(name) { continue }
      let gathering = Gathering(.refused([message]), of: program, in: lesson)
      let (block, value) = (gathering.run.blocks.first?.key, gathering.run.values.first?.key)
      guard gathering.isPlaced, block != nil || value != nil else {
        told += [message] + notes
        continue
      }
      let isLost = block.map { lost.contains(block: $0) } ?? false || value.map { lost.contains(value: $0) } ?? false
      if isLost, LostBlocks.isEcho(message.message) { continue }
      if let block, lost.followers[block] != nil, LostBlocks.hasGivenUp(message.message) { continue }
      if causes.mayCause(message.message) {
        if let block { lost.follow(block: block, for: message.message) }
        if let value { lost.follow(value: value, for: message.message) }
        continue
      }
      told += [message] + notes
      if let block { lost.lose(block: block) }
      if let value { lost.lose(value: value) }
      if let missing = MissingModule(message.message) { lost.lose(module: missing.name) }
    }
    return (told, lost != before)
  }
}

/// What does not run because it needs blocks that do not compile, told once with each of these.
private struct Followers {
  private var blocks: [Int: Int] = [:]
  private var values: [Int: Int] = [:]

  mutating func add(_ lost: LostBlocks) {
    blocks.merge(lost.followers) { first, _ in first }
    values.merge(lost.followingValues) { first, _ in first }
  }

  func explain(_ diagnostics: inout [Diagnostic], in lesson: Lesson) {
    for cause in Set(blocks.values).union(values.values) {
      let range = lesson.blocks[cause].range
      let lines =
        lesson.source.position(of: range.lowerBound).line...lesson.source.position(of: range.upperBound).line
      guard
        let place = diagnostics.firstIndex(where: { $0.kind == .compileError && lines.contains($0.position.line) })
      else { continue }
      let leftOut = LeftOut(
        blocks: blocks.filter { $0.value == cause }.keys.sorted().map { lesson.blocks[$0] },
        values: values.filter { $0.value == cause }.keys.map { lesson.values[$0] })
      let sentence = leftOut.sentence(
        (one: "needs what this block declares or changes", several: "need what this block declares or changes"))
      diagnostics[place].notes.append(Diagnostic.Note(sentence, at: leftOut.position))
    }
  }
}

extension Run {
  /// Takes in what another program of the lesson came to: no two of them speak for the same block.
  fileprivate mutating func add(_ other: Run) {
    blocks.merge(other.blocks) { $1 }
    values.merge(other.values) { $1 }
    diagnostics += other.diagnostics
    standardError += (standardError.isEmpty || other.standardError.isEmpty ? "" : "\n") + other.standardError
  }
}

extension [Diagnostic] {
  /// Takes out what is said again of the same place, as by what is left of a program when a module is missing.
  fileprivate mutating func tellOnce() {
    var told: [Diagnostic] = []
    for diagnostic in self where !told.reversed().prefix(while: { $0.position == diagnostic.position }).contains(diagnostic) {
      told.append(diagnostic)
    }
    self = told
  }
}

extension String {
  /// What stands between the end of a beginning and the next quotation mark; nil for a text that begins otherwise.
  fileprivate func quoted(behind beginning: String) -> Substring? {
    hasPrefix(beginning) ? dropFirst(beginning.count).prefix { $0 != "'" } : nil
  }
}
