import ArgumentParser
import LessonModel

/// The option of commands for which a share of the lessons is enough.
struct ShareOption: ParsableArguments {
  @Option(help: "A share of the lessons: K/N takes the lessons K, K+N, K+2N and so on.", transform: ShareOption.read)
  var shard: Shard?

  private static func read(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("write K/N with K from 1 to N, as 3/8 for the third of eight shares")
    }
    return shard
  }
}
