import Glibc

/// What C's `printf` writes for one number: the reference for the kit's own formatting.
func printf(_ format: String, _ digits: Int, _ x: Double) -> String {
  var buffer = [CChar](repeating: 0, count: 1600)
  let length = withVaList([CInt(digits), x]) { vsnprintf(&buffer, buffer.count, format, $0) }
  return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
