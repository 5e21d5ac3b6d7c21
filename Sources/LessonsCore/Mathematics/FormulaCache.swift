/// Formulas by the digest of everything that decides how they look. A formula with a fault is never kept.
///
/// An entry names its own key and carries a digest of its contents, so that one that was cut, swapped or changed is a miss.
package struct FormulaCache: Sendable {
  /// The folder; nil where nothing is kept.
  var folder: String?

  package init(folder: String?) { self.folder = folder }

  func formula(for key: String) -> SetFormula? {
    guard let folder, let bytes = FileSystem.read(path(key, in: folder)) else { return nil }
    return Self.decode(bytes, key: key)
  }

  func keep(_ formula: SetFormula, for key: String) {
    guard let folder else { return }
    // A cache that cannot be written makes the next build slower, never this one wrong.
    try? FileSystem.write(Self.encode(formula, key: key), to: path(key, in: folder))
  }

  private func path(_ key: String, in folder: String) -> String { "\(folder)/formulas/\(key.prefix(2))/\(key)" }

  package static func encode(_ formula: SetFormula, key: String) -> [UInt8] {
    let body = Array(
      """
      formula 1 \(key)
      \(formula.declarations.joined(separator: ";"))
      \(formula.classes.joined(separator: ";"))
      \(formula.privateCharacters.map { String($0.value) }.joined(separator: ";"))
      \(formula.html)
      """.utf8)
    return Array(SHA256.digest(body).utf8) + [10] + body
  }

  package static func decode(_ bytes: [UInt8], key: String) -> SetFormula? {
    guard bytes.count > 65, bytes.count < 4 << 20, bytes[64] == 10,
      SHA256.digest(Array(bytes[65...])).utf8.elementsEqual(bytes[..<64])
    else { return nil }
    let fields = bytes[65...].split(separator: 10, maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count == 5, fields[0].elementsEqual("formula 1 \(key)".utf8) else { return nil }
    func list(_ field: ArraySlice<UInt8>) -> [String] {
      field.split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
    }
    return SetFormula(
      html: String(decoding: fields[4], as: UTF8.self), declarations: list(fields[1]), classes: list(fields[2]),
      privateCharacters: list(fields[3]).compactMap { UInt32($0).flatMap(Unicode.Scalar.init) })
  }
}
