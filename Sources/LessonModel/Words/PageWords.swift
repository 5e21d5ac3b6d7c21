/// The words of a course's pages: those of its language, and what the course says otherwise.
package struct PageWords: Sendable, Equatable {
  /// English where the language of the course has no words here.
  private let language: Language
  /// What the course file gives.
  private let own: [Phrase: String]

  /// The languages whose words ship with the tool.
  package enum Language: Sendable, Equatable { case english, chinese }

  package static let english = PageWords()

  /// - Parameters:
  ///   - tag: The language of the course, as BCP 47 has it.
  ///   - own: The words that the course gives.
  package init(_ tag: String = "en", own: [Phrase: String] = [:]) {
    language = Self.shipped(tag) ?? .english
    self.own = own
  }

  /// The language that ships under a tag; nil where none does. Chinese ships in simplified characters.
  package static func shipped(_ tag: String) -> Language? {
    let parts = tag.lowercased().split(separator: "-")
    switch parts.first {
    case "en": return .english
    case "zh": return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? nil : .chinese
    default: return nil
    }
  }

  /// The words of a phrase, with nothing put in.
  package subscript(_ phrase: Phrase) -> String {
    if let own = own[phrase] { return own }
    return switch language {
    case .english: phrase.english
    case .chinese: phrase.chinese
    }
  }

  /// The phrase with texts in the place of `{1}`, `{2}` and so on.
  package func callAsFunction(_ phrase: Phrase, _ parts: String...) -> String {
    pieces(of: phrase).map { $0.part.map { parts.indices.contains($0) ? parts[$0] : "" } ?? $0.text }.joined()
  }

  /// The same for a number.
  package func callAsFunction(_ phrase: Phrase, _ number: Int) -> String { self(phrase, String(number)) }

  /// The phrase for one, or for as many.
  package func counted(_ count: Int, one: Phrase, many: Phrase) -> String { count == 1 ? self[one] : self(many, count) }

  /// Texts side by side.
  package func list(_ parts: [String]) -> String { parts.joined(separator: self[.listSeparator]) }

  /// The pieces of a phrase: words, or the place from 0 of what is put in.
  package func pieces(of phrase: Phrase) -> [(text: String, part: Int?)] {
    var pieces: [(text: String, part: Int?)] = []
    var rest = self[phrase][...]
    while let open = rest.firstIndex(of: "{") {
      let behind = rest[rest.index(after: open)...]
      if let number = behind.first?.wholeNumberValue, number > 0, behind.dropFirst().first == "}" {
        pieces.append((String(rest[..<open]), nil))
        pieces.append(("", number - 1))
        rest = behind.dropFirst(2)
      } else {
        pieces.append((String(rest[...open]), nil))
        rest = behind
      }
    }
    return pieces + [(String(rest), nil)]
  }
}

extension Phrase {
  /// The places that its words fill, such as `{1}`.
  package var places: [String] { (1...3).map { "{\($0)}" }.filter { english.contains($0) } }
}
