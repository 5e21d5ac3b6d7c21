/// A tag of HTML as it is written.
package struct HTMLTag: Sendable, Equatable {
  /// In small letters.
  package var name: String
  package var isClosing: Bool
  package var attributes: [Attribute]

  package struct Attribute: Sendable, Equatable {
    /// In small letters.
    package var name: String
    /// Without its quotation marks and references; empty where there is none.
    package var value: String
    /// Where the value begins, in bytes from the start of the tag; where the name does if there is no value.
    package var offset: Int
  }

  package subscript(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// The tag that a text is, from its first byte to its last; nil where it is something else.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    guard bytes.popFirst() == UInt8(ascii: "<"), bytes.popLast() == UInt8(ascii: ">") else { return nil }
    isClosing = bytes.first == UInt8(ascii: "/")
    if isClosing { bytes.removeFirst() }
    let letters = bytes.prefix { Self.isNamePart($0) }
    guard let first = letters.first, (97...122).contains(first | 32) else { return nil }
    name = String(decoding: letters, as: UTF8.self).lowercased()
    bytes = bytes.dropFirst(letters.count)
    attributes = []
    while true {
      let blanks = bytes.prefix { Self.isBlank($0) }
      bytes = bytes.dropFirst(blanks.count)
      if bytes.isEmpty { return }
      if bytes.elementsEqual("/".utf8) { return }
      guard !blanks.isEmpty, !isClosing, let attribute = Self.attribute(&bytes) else { return nil }
      if self[attribute.name] == nil { attributes.append(attribute) }
    }
  }

  private static func attribute(_ bytes: inout ArraySlice<UInt8>) -> Attribute? {
    let letters = bytes.prefix {
      isNamePart($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    if letters.isEmpty { return nil }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    bytes = bytes.dropFirst(letters.count)
    let behind = bytes.drop { isBlank($0) }
    guard behind.first == UInt8(ascii: "=") else { return Attribute(name: name, value: "", offset: letters.startIndex) }
    bytes = behind.dropFirst().drop { isBlank($0) }
    guard let mark = bytes.first else { return nil }
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    if isQuoted { bytes.removeFirst() }
    let value = bytes.prefix { isQuoted ? $0 != mark : !isBlank($0) && !"\"'=<>`".utf8.contains($0) }
    bytes = bytes.dropFirst(value.count)
    if isQuoted, bytes.popFirst() != mark { return nil }
    return Attribute(name: name, value: resolved(String(decoding: value, as: UTF8.self)), offset: value.startIndex)
  }

  /// A text with the few references in it that authors need written out.
  package static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

/// An element of HTML that a lesson may have around words.
package struct HTMLElement: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable, CaseIterable {
    case sub, sup, kbd, mark, abbr
  }

  package var kind: Kind
  /// What an abbreviation stands for.
  package var title: String?
  package var content: [Inline]

  package init(_ kind: Kind, title: String? = nil, content: [Inline]) {
    self.kind = kind
    self.title = title
    self.content = content
  }

  /// Whether it raises or lowers.
  package var isScript: Bool { kind == .sub || kind == .sup }

  /// All tags that a lesson may have.
  package static let tags = Kind.allCases.map(\.rawValue) + ["br", "img", "details", "summary"]
}

/// What an author folds: words that are always there, and what they open.
package struct Disclosure: Sendable, Equatable {
  package var isOpen: Bool
  /// Empty where the author gave none.
  package var summary: [Inline]
  package var content: [DocumentBlock]

  package init(isOpen: Bool, summary: [Inline], content: [DocumentBlock]) {
    self.isOpen = isOpen
    self.summary = summary
    self.content = content
  }
}
