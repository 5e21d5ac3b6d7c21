import LessonModel
package import Machine
import SwiftReading

/// Compiles several programs as the files of one module, with one process of the compiler.
///
/// It leaves debug information out: a program that traps is compiled again as a script, with the lines that its trap tells.
package struct BatchCompiler: Sendable {
  private let compiler: Compiler

  package init(compiler: Compiler) { self.compiler = compiler }

  /// The objects of the programs that compile without a warning, by their numbers. Of the others nothing is known: they are to be
  /// compiled alone, for the messages of a script alone are told.
  ///
  /// A file with errors spoils all objects, so those of the rest are made again without it.
  ///
  /// - Parameter folder: A scratch folder of this batch's own.
  package func objects(of batch: [BatchMember], in folder: String) throws(MachineFault) -> [Int: String] {
    for member in batch { try FileSystem.write(Array(member.file.text.utf8), to: folder + "/" + source(member)) }
    var rest = batch
    while !rest.isEmpty {
      let outcome = try compile(rest, in: folder)
      if outcome.end == .exited(0) {
        let warned = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self)).filter {
          $0.severity == .warning
        }
        rest.removeAll { member in warned.contains { $0.isOwn(of: member.program) } }
        for member in rest { try takeSuffix(out: member, in: folder) }
        return Dictionary(uniqueKeysWithValues: rest.map { ($0.number, folder + "/" + object($0)) })
      }
      let faulty = faulty(rest, outcome)
      if faulty.isEmpty { break }
      rest.removeAll { faulty.contains($0.number) }
    }
    return [:]
  }

  /// Gives the types of a program the names that they have in the lesson.
  ///
  /// A name stands in an object as text that ends with a zero, and nothing else in it ends with the suffix.
  private func takeSuffix(out member: BatchMember, in folder: String) throws(MachineFault) {
    let path = folder + "/" + object(member)
    guard let bytes = FileSystem.read(path) else { throw MachineFault("the compiler wrote no object") }
    let suffix = Array(member.file.suffix.utf8)
    var renamed = bytes
    for end in bytes.indices where bytes[end] == 0 && bytes[..<end].suffix(suffix.count).elementsEqual(suffix) {
      for place in end - suffix.count..<end { renamed[place] = 0 }
    }
    if renamed != bytes { try FileSystem.write(renamed, to: path) }
  }

  private func source(_ member: BatchMember) -> String { "\(member.number).swift" }

  private func object(_ member: BatchMember) -> String { "\(member.number).o" }

  private func compile(_ batch: [BatchMember], in folder: String) throws(MachineFault) -> ProcessOutcome {
    let arguments =
      compiler.frontendArguments(for: batch[0].program)
      + ["-parse-as-library", "-c"] + batch.flatMap { ["-primary-file", source($0)] } + batch.flatMap { ["-o", object($0)] }
    return try compiler.run(arguments, of: batch[0].program, programs: batch.count, in: folder)
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
