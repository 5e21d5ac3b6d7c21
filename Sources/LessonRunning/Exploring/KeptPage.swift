import LessonModel
import Machine

/// What is kept of a page: its module, and what the lesson came to at the settings of the check.
struct KeptPage {
  var module: ExploredModule
  var samples: [Recording]

  init(module: ExploredModule, samples: [Recording]) {
    self.module = module
    self.samples = samples
  }

  var fields: [[UInt8]] {
    [module.packed, Array("\(module.size)".utf8), Array(module.hash.utf8)] + samples.flatMap { [$0.output, $0.stream] }
  }

  init?(_ fields: [[UInt8]], _ count: Int) throws(MachineFault) {
    guard fields.count == 3 + 2 * count, let size = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
    module = ExploredModule(packed: fields[0], size: size, hash: String(decoding: fields[2], as: UTF8.self))
    samples = []
    for place in stride(from: 3, to: fields.count, by: 2) {
      samples.append(try Recording(output: fields[place], stream: fields[place + 1]))
    }
  }
}
