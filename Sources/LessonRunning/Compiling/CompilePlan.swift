import LessonModel
package import SwiftReading

/// A program that may be compiled beside others.
package struct BatchMember: Sendable, Equatable {
  /// Its place among the programs that are to be compiled.
  package var number: Int
  package var program: Program
  package var file: BatchFile

  /// - Returns: nil for a program that must be compiled alone: one that must fail, one with settings of its own, and one that
  ///   cannot be rewritten without the danger of meaning something else.
  package init?(_ program: Program, number: Int) {
    let settings = program.settings
    guard program.purpose == .session, settings.mode ?? .five == .five, settings.optimize != true,
      let file = try? BatchRewriter.file(program.text, number: number)
    else { return nil }
    self.number = number
    self.program = program
    self.file = file
  }

  /// Whether a program is better a file of a library even where it is compiled alone: to the compiler every statement of a script
  /// stands inside the one before, and what it looks up it looks for in all of these.
  package static func isLong(_ program: Program) -> Bool { program.text.utf8.count { $0 == 10 } >= longest }

  /// How many lines a script may have before that costs more than the rewriting.
  static let longest = 500
}

/// Which programs are compiled together. What they come to does not depend on it, only how long it takes.
package struct CompilePlan: Sendable, Equatable {
  package private(set) var batches: [[BatchMember]] = []
  /// The numbers of the programs that are compiled alone.
  package private(set) var alone: [Int] = []

  /// More programs in one process save little more, and are lost together where one of them does not compile.
  static let largest = 16

  /// - Parameter members: Programs by their numbers; nil for one that must be compiled alone.
  package init(_ members: [BatchMember?], jobs: Int) {
    let together = members.compactMap { $0 }
    let capacity = Self.capacity(for: together.count, jobs: jobs)
    for member in together {
      let fitting = batches.firstIndex { batch in
        batch.count < capacity && batch.allSatisfy { $0.file.canStand(beside: member.file) }
      }
      if let fitting { batches[fitting].append(member) } else { batches.append([member]) }
    }
    func isAlone(_ batch: [BatchMember]) -> Bool { batch.count == 1 && !BatchMember.isLong(batch[0].program) }
    alone = members.indices.filter { members[$0] == nil } + batches.filter(isAlone).map { $0[0].number }
    batches.removeAll(where: isAlone)
  }

  /// The size of batches that keeps all jobs busy to the end: as many batches as jobs, or a multiple of that.
  package static func capacity(for count: Int, jobs: Int) -> Int {
    let jobs = max(jobs, 1)
    let rounds = max((count + jobs * largest - 1) / (jobs * largest), 1)
    return (count + jobs * rounds - 1) / (jobs * rounds)
  }
}
