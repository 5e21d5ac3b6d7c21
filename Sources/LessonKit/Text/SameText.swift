// `==` of texts knows in which ways every letter of Unicode may be composed: 35 KB of tables, which each page that draws would
// have to load. What draws compares bytes: names that differ in nothing but that are different names.

extension String {
  /// Whether both texts are the same bytes.
  @inline(never)
  func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }

  /// Whether the bytes of another text are the first of this one.
  @inline(never)
  func begins(with other: String) -> Bool { Array(utf8).starts(with: Array(other.utf8)) }
}

extension Character {
  /// Whether both characters are the same bytes.
  func isSame(as other: Character) -> Bool { String(self).isSame(as: String(other)) }

  /// Whether this is a space and nothing upon it.
  var isBlank: Bool { utf8.count == 1 && utf8.first == UInt8(ascii: " ") }
}
