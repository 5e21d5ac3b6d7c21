import LessonModel
package import Machine
import SwiftReading

/// Compiles several programs as the files of one module, with one process of the compiler.
package struct BatchCompiler: Sendable {
  private let compiler: Compiler

  package init(compiler: Compiler) { self.compiler = compiler }

  /// The objects of the programs that compile, by their numbers. Of the others nothing is known: they are to be compiled alone.
  ///
  /// A file with errors spoils all objects, so those of the rest are made again without it.
  ///
  /// - Parameter folder: A scratch folder of this batch's own.
  package func objects(of batch: [BatchMember], in folder: String) throws(MachineFault) -> [Int: String] {
    for member in batch { try FileSystem.write(Array(member.file.text.utf8), to: folder + "/" + source(member)) }
    var rest = batch
    while rest.count > 1 {
      let outcome = try compile(rest, in: folder)
      if outcome.end == .exited(0) {
        return Dictionary(uniqueKeysWithValues: rest.map { ($0.number, folder + "/" + object($0)) })
      }
      let faulty = faulty(rest, outcome)
      if faulty.isEmpty { break }
      rest.removeAll { faulty.contains($0.number) }
    }
    return [:]
  }

  private func source(_ member: BatchMember) -> String { "\(member.number).swift" }

  private func object(_ member: BatchMember) -> String { "\(member.number).o" }

  private func compile(_ batch: [BatchMember], in folder: String) throws(MachineFault) -> ProcessOutcome {
    let arguments =
      compiler.frontendArguments(for: batch[0].program.settings, moduleCache: compiler.moduleCache)
      + ["-parse-as-library", "-c"] + batch.flatMap { ["-primary-file", source($0)] } + batch.flatMap { ["-o", object($0)] }
    return try compiler.run(arguments, programs: batch.count, in: folder)
  }

  /// The programs whose files have errors; none where an error cannot be told to be of one of them.
  private func faulty(_ batch: [BatchMember], _ outcome: ProcessOutcome) -> Set<Int> {
    guard case .exited = outcome.end else { return [] }
    var faulty: Set<Int> = []
    for error in CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self)) where error.severity == .error {
      // Programs of one lesson share its name: all of them are suspected.
      let suspects = batch.filter { error.isOwn(of: $0.program) || error.file == source($0) }
      if suspects.isEmpty { return [] }
      faulty.formUnion(suspects.map(\.number))
    }
    return faulty
  }
}
