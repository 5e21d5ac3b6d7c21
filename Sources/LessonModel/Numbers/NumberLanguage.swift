/// How people write numbers in a language: the mark before the decimals, and the words for large powers of ten.
package struct NumberLanguage: Sendable, Hashable {
  /// What stands before the decimals.
  package enum DecimalMark: Sendable, Hashable {
    case point, comma
  }

  /// The language as the course names it, such as `de` or `pt-BR`.
  package let tag: String
  package let decimalMark: DecimalMark

  package static let english = NumberLanguage("en")

  package init(_ tag: String) {
    self.tag = tag
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    let language = parts.first ?? ""
    let regions = Self.pointRegions[language] ?? []
    let hasComma = Self.commaLanguages.contains(language) && regions.isDisjoint(with: parts.dropFirst())
    decimalMark = hasComma ? .comma : .point
    words = Self.words[language] ?? Self.englishWords
  }

  /// The words of this language for powers of ten, in lower case; the longer of two that begin alike comes first.
  private let words: [Word]

  private struct Word: Sendable, Hashable {
    var text: String
    var power: Int
  }

  /// The power of ten that a text begins with a word for, and how many bytes the word takes.
  package func power(beginning text: Substring) -> (power: Int, length: Int)? {
    for word in words {
      let candidate = text.prefix(word.text.count)
      guard candidate.lowercased() == word.text else { continue }
      // A word ends where no letter follows; scripts that put nothing between words have no such end.
      if let next = text.dropFirst(word.text.count).first, next.isLetter, word.text.first?.isASCII == true { continue }
      return (word.power, candidate.utf8.count)
    }
    return nil
  }

  /// Languages that write 1,5 for one and a half, by the Common Locale Data Repository.
  private static let commaLanguages: Set<String> = Set(
    """
    af az be bg bs ca cs da de el es et eu fi fo fr fy gl hr hu hy id is it ka kk ky lb lt lv mk mn nb nl nn no pl pt ro ru sk
    sl sq sr sv tr uk uz vi
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Where people who speak such a language write a point all the same.
  private static let pointRegions: [String: Set<String>] = [
    "de": ["ch", "li"], "it": ["ch"], "es": ["mx", "us", "gt", "hn", "ni", "pa", "pr", "do", "sv", "pe", "419"],
  ]

  private static let englishWords = table("thousand 3, million 6, millions 6, billion 9, billions 9, trillion 12, trillions 12")
  private static let words: [String: [Word]] = [
    "de": table("tausend 3, millionen 6, million 6, mio 6, milliarden 9, milliarde 9, mrd 9, billionen 12, billion 12"),
    "fr": table("mille 3, millions 6, million 6, milliards 9, milliard 9, billions 12, billion 12"),
    "es": table("mil millones 9, mil 3, millones 6, millón 6, billones 12, billón 12"),
    "it": table("mila 3, milioni 6, milione 6, miliardi 9, miliardo 9, bilioni 12, bilione 12"),
    "pt": table("mil milhões 9, mil 3, milhões 6, milhão 6, bilhões 9, bilhão 9, trilhões 12, trilhão 12"),
    "nl": table("duizend 3, miljoen 6, miljard 9, biljoen 12"),
    "sv": table("tusen 3, miljoner 6, miljon 6, miljarder 9, miljard 9"),
    "da": table("tusind 3, millioner 6, million 6, milliarder 9, milliard 9"),
    "nb": table("tusen 3, millioner 6, million 6, milliarder 9, milliard 9"),
    "pl": table("tys 3, mln 6, mld 9, bln 12"), "ru": table("тыс 3, млн 6, млрд 9, трлн 12"),
    "zh": table("万亿 12, 萬億 12, 千万 7, 百万 6, 万 4, 萬 4, 亿 8, 億 8"), "ja": table("万 4, 億 8, 兆 12"),
  ]

  private static func table(_ text: String) -> [Word] {
    text.split(separator: ",").compactMap { entry in
      let words = entry.split(separator: " ")
      guard let power = words.last.flatMap({ Int($0) }) else { return nil }
      return Word(text: words.dropLast().joined(separator: " "), power: power)
    }
  }
}
