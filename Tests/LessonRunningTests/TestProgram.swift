import LessonModel
import LessonRunning

/// What a program does in a test: what it says on its channel, and what it prints.
enum Step: Sendable {
  case mark(Int)
  case statement(Int)
  case value(Int, form: String, String)
  case figure(String)
  case print(String)
  /// A value at a line of the block, and where it begins and ends in that line.
  case traced(Int, Range<Int>, name: String = "", String, isExact: Bool = true)
  /// From here on, standard output is no longer the tool's file.
  case close
}

extension Recording {
  /// What is left of a program that did some steps, of whose output the tool keeps so much.
  init(_ steps: [Step], outputBytes: Int = .max, milliseconds: [Double] = []) throws {
    var output: [UInt8] = []
    var stream = Array("L \(RunRecord.version) 0 - 0\n\n".utf8)
    var isClosed = false
    func send(_ letter: String, _ place: Int, form: String = "-", _ payload: String = "") {
      stream += "\(letter) \(place) \(isClosed ? -1 : output.count) \(form) \(payload.utf8.count)\n\(payload)\n".utf8
    }
    for step in steps {
      switch step {
      case .mark(let place): send("M", place)
      case .statement(let place): send("S", place)
      case .value(let place, let form, let payload): send("V", place, form: form, payload)
      case .figure(let payload): send("F", 0, payload)
      case .traced(let line, let columns, let name, let text, let isExact):
        let fields = ["0", "0", "\(columns.lowerBound)", "\(columns.upperBound)", isExact ? "1" : "0", name, text]
        stream += "T \(line) 0 - ".utf8
        let payload = fields.map { "\($0.utf8.count):\($0)" }.joined()
        stream += "\(payload.utf8.count)\n\(payload)\n".utf8
      case .print(let text): if !isClosed { output += text.utf8 }
      case .close: isClosed = true
      }
    }
    try self.init(output: Array(output.prefix(outputBytes)), stream: stream)
  }
}
