import LessonModel
import Testing

/// The sentence around a number, which says what the number is.
@Suite struct SentenceTests {
  /// A text with a number as `#` and another as `@`; the end of a line is one.
  private static func words(_ text: String) -> [Inline] {
    var words: [Inline] = []
    var plain = ""
    for character in text {
      guard let inline = inline(character) else {
        plain.append(character)
        continue
      }
      if !plain.isEmpty { words.append(.text(plain)) }
      plain = ""
      words.append(inline)
    }
    return plain.isEmpty ? words : words + [.text(plain)]
  }

  private static func inline(_ character: Character) -> Inline? {
    switch character {
    case "#": .value(value("meant"))
    case "@": .emphasis([.value(value("other"))])
    case "\n": .softBreak
    default: nil
    }
  }

  private static func value(_ expression: String) -> ValueLink {
    ValueLink(
      expression: expression, offsets: [], title: "", content: [.text(expression == "meant" ? "#" : "@")], textRange: 0..<0,
      range: 0..<0)
  }

  private static func isMeant(_ inline: Inline) -> Bool {
    if case .value(let value) = inline { value.expression == "meant" } else { false }
  }

  @Test(arguments: [
    ("One. It is #, they say. Two.", "It is #, they say."), ("It is #.", "It is #."), ("# and @.", "# and @."),
    ("Is it so? # it is! Then more", "# it is!"), ("It is @. A slide has # of it.", "A slide has # of it."),
    ("A line.\nThe next\nhas # in\nit. End.", "The next has # in it."),
    ("From 0.5 to 1.5 it is # in v2.0 alone.", "From 0.5 to 1.5 it is # in v2.0 alone."),
    ("Before. The book, p. 7 of vol. II, has #. Behind.", "The book, p. 7 of vol. II, has #."),
    ("Miller et al. have #, e.g. Fig. 4.", "Miller et al. have #, e.g. Fig. 4."),
    ("By M. Mazur it is #.", "By M. Mazur it is #."),
    ("That is all. (The post prints #, rounded twice.) More.", "The post prints #, rounded twice."),
    ("All. (Its error, #, fits neither. It is @.) End.", "Its error, #, fits neither."),
    ("(First this. Then # comes.) End.", "Then # comes."), ("It has # (or @). More.", "It has # (or @)."),
    ("(Some) have # (or @).", "(Some) have # (or @)."), ("He said “it is so.” Then # came.", "Then # came."),
    ("第一句。它是 #，真的。第三句。", "它是 #，真的。"), ("What … remains is #!", "What … remains is #!"),
  ])
  func isCutOutOfItsText(text: String, sentence: String) throws {
    #expect(try #require(Self.words(text).sentence(around: Self.isMeant)).plainText == sentence)
  }

  @Test func isNoneWhereNothingIsMeant() {
    #expect(Self.words("It is @.").sentence(around: Self.isMeant) == nil)
  }

  @Test func isFoundInsideOtherMarkup() {
    let words: [Inline] = [.text("One. Two "), .strong([.text("is "), .value(Self.value("meant"))]), .text(". Three.")]
    #expect(words.sentence(around: Self.isMeant) == [.text("Two "), words[1], .text(".")])
  }
}
