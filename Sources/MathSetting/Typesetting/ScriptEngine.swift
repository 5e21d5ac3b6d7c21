// The only file that imports the JavaScript engine.
import CScriptEngine

/// A JavaScript engine. It is not `Sendable`: whoever makes one uses it alone.
final class ScriptEngine {
  struct Failure: Error {
    var message: String
  }

  private static let memory = 32 << 20

  /// What a formula may allocate, for itself and for each of its bytes: several times what the tests' formulas take, and a
  /// second and a half for the longest. It decides alike on every machine; the clock is for what it does not see.
  private static func work(_ text: [UInt8]) -> Int { (4 << 20) + text.count * 65_536 }
  private static let seconds: UInt32 = 10

  private let engine: OpaquePointer

  init() throws(Failure) {
    guard let engine = script_engine_make(Self.memory) else { throw Failure(message: "there is no memory for it") }
    self.engine = engine
  }

  deinit { script_engine_free(engine) }

  func run(_ program: String) throws(Failure) {
    let bytes = CESU8.encoded(program)
    let isGood = bytes.withUnsafeBytes { script_engine_run(engine, $0.baseAddress, $0.count) }
    if !isGood { throw Failure(message: result()) }
  }

  /// What a global function of the program makes of a text and a flag.
  func call(_ function: String, _ text: String, _ flag: Bool) throws(Failure) -> String {
    let bytes = CESU8.encoded(text)
    let isGood = bytes.withUnsafeBytes {
      script_engine_call(engine, function, $0.baseAddress, $0.count, flag, Self.work(bytes), Self.seconds)
    }
    if !isGood { throw Failure(message: result()) }
    return result()
  }

  private func result() -> String {
    var length = 0
    guard let text = script_engine_result(engine, &length) else { return "" }
    return CESU8.decoded(UnsafeRawBufferPointer(start: text, count: length))
  }
}
