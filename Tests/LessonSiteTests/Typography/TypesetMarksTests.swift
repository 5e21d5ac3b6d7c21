import LessonModel
import LessonSite
import TestSupport
import Testing

@Suite("Marks of print in a text")
struct TypesetMarksTests {
  @Test(arguments: [
    ("en", "\"Yes,\" she said.", "“Yes,” she said."),
    ("en", "He said: \"No.\"", "He said: “No.”"),
    ("en", "(\"word\")", "(“word”)"),
    ("en", "a \"b\" c \"d\"", "a “b” c “d”"),
    ("en", "\"She said 'no' twice\"", "“She said ‘no’ twice”"),
    ("en", "'He wrote \"x\" there'", "‘He wrote “x” there’"),
    ("en", "\"'Nested' word\"", "“‘Nested’ word”"),
    ("en", "'\"Deep\" he said'", "‘“Deep” he said’"),
    ("en", "don't, it's, O'Brien's", "don’t, it’s, O’Brien’s"),
    ("en", "the dogs' bowls", "the dogs’ bowls"),
    ("en", "the '90s and 1990's", "the ’90s and 1990’s"),
    ("en", "class of '98", "class of ’98"),
    ("en", "rock 'n' roll", "rock ’n’ roll"),
    ("en", "'tis 'twas 'em", "’tis ’twas ’em"),
    ("en", "the cause 'cause' is", "the cause ‘cause’ is"),
    ("en", "5'11\" tall", "5′11″ tall"),
    ("en", "5' 11\" tall", "5′ 11″ tall"),
    ("en", "a 3.5\" disk", "a 3.5″ disk"),
    ("en", "12\" by 8\"", "12″ by 8″"),
    ("en", "6\"x4\"", "6″x4″"),
    ("en", "the \"5\" key", "the “5” key"),
    ("en", "1'000'000", "1’000’000"),
    ("en", "x=\"5\"", "x=“5”"),
    ("en", "\"a\"-\"b\"", "“a”-“b”"),
    ("en", "\"a\"---\"b\"", "“a”—“b”"),
    ("en", "yes---\"no\"", "yes—“no”"),
    ("en", "\"But---\"", "“But—”"),
    ("en", "\"open without close", "“open without close"),
    ("en", "a \" b", "a \" b"),
    ("en", "the empty string \"\"", "the empty string \"\""),
    ("en", "\".\"", "“.”"),
    ("en", "He said,\"Yes\",then left", "He said,“Yes”,then left"),
    ("en", "\"a\"/\"b\"", "“a”/“b”"),
    ("en", "f(\"x\")", "f(“x”)"),
    ("en", "pages 3--5", "pages 3–5"),
    ("en", "one -- two", "one – two"),
    ("en", "one---two", "one—two"),
    ("en", "--Knuth", "–Knuth"),
    ("en", "run check --strict now", "run check --strict now"),
    ("en", "(--strict)", "(--strict)"),
    ("en", "<!-- x -->", "<!-- x -->"),
    ("en", "a <- b -> c --> d", "a <- b -> c --> d"),
    ("en", "----", "----"),
    ("en", "-5", "−5"),
    ("en", "from -5 to -0.5", "from −5 to −0.5"),
    ("en", "(-5, -.5)", "(−5, −.5)"),
    ("en", "(1,-2)", "(1,−2)"),
    ("en", "x=-3", "x=−3"),
    ("en", "-$12.50", "−$12.50"),
    ("en", "-∞", "−∞"),
    ("en", "5 - 3", "5 − 3"),
    ("en", "one - two", "one - two"),
    ("en", "GPT-4, 2026-11-27, 1-3, F-16", "GPT-4, 2026-11-27, 1-3, F-16"),
    ("en", "4.54e-5 and -1.38E-5", "4.54e−5 and −1.38E−5"),
    ("en", "three-4", "three-4"),
    ("en", "wait...", "wait…"),
    ("en", "and so on ... or", "and so on … or"),
    ("en", "0...9", "0...9"),
    ("en", "....", "...."),
    ("en", "\"...and\"", "“…and”"),
    ("en", "state-of-the-art", "state-of-the-art"),
    ("en", "\"quoted\"s", "“quoted”s"),
    ("en", "'a' 'b'", "‘a’ ‘b’"),
    ("en", "“done” and ‘done’", "“done” and ‘done’"),
    ("en", "\"half-done”", "“half-done”"),
    ("en", "the letter 'x'.", "the letter ‘x’."),
    ("en", "'x', 'y' and 'z'", "‘x’, ‘y’ and ‘z’"),
    ("en", "(it's)", "(it’s)"),
    ("en", "\"it's 'x' here,\" he", "“it’s ‘x’ here,” he"),
    ("de", "\"Ja\", sagte sie, \"wie 'so'\"", "„Ja“, sagte sie, „wie ‚so‘“"),
    ("de", "geht's", "geht’s"),
    ("fr", "\"mot\" l'homme", "«\u{202F}mot\u{202F}» l’homme"),
    ("zh", "他说\"你好\"然后", "他说“你好”然后"),
    ("zh", "他说，\"你好\"。", "他说，“你好”。"),
    ("zh", "等等...", "等等……"),
    ("zh", "等等......", "等等……"),
    ("zh", "这--那", "这——那"),
    ("zh", "用'word'表示", "用‘word’表示"),
    ("zh-TW", "他說\"你好\"", "他說「你好」"),
    ("ja", "\"はい\"と", "「はい」と"),
    ("sv", "\"ja\"", "”ja”"),
    ("ru", "\"да\"", "«да»"),
    ("xx", "\"x\"", "“x”"),
  ])
  func areSet(language: String, written: String, printed: String) {
    #expect(Typesetter.set(written, Typography(language)) == printed)
  }

  @Test func stayWhereACourseHasThemOff() { #expect(Typesetter.set("\"a\" -- it's -5...", nil) == "\"a\" -- it's -5...") }

  /// Texts of marks, blanks and a few letters, in every order.
  private static func texts(_ count: Int) -> [String] {
    let parts = [
      "\"", "'", "\"", "'", "-", "-", ".", " ", " ", "a", "b", "n", "5", "0", "s", "e", "(", ")", ",", "=", "$", "你", "。", "<",
      ">",
      "/", "E", "T",
    ]
    var seed = NumberGenerator(seed: 7)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...12, using: &seed)).map { _ in parts[Int.random(in: parts.indices, using: &seed)] }.joined()
    }
  }

  @Test(arguments: ["en", "fr", "zh", "ja"])
  func areTheSameWhenSetTwice(language: String) {
    for text in Self.texts(4_000) {
      let once = Typesetter.set(text, Typography(language))
      #expect(Typesetter.set(once, Typography(language)) == once, "\(text)")
    }
  }

  @Test(arguments: ["en", "de", "fr", "sv", "pl", "ru", "zh", "zh-Hant"])
  func changeNoLetterDigitOrOther(language: String) {
    func rest(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { $0.properties.isAlphabetic || "0123456789()=$,</>。 ".unicodeScalars.contains($0) }))
    }
    for text in Self.texts(2_000) { #expect(rest(Typesetter.set(text, Typography(language))) == rest(text), "\(text)") }
  }

  /// Each mark of print stands for one of a typewriter, and for no other.
  @Test func canBeTakenBack() {
    let typed = [
      ("“", "\""), ("”", "\""), ("″", "\""), ("‘", "'"), ("’", "'"), ("′", "'"), ("—", "---"), ("–", "--"), ("−", "-"),
      ("…", "..."),
    ]
    for text in Self.texts(4_000) {
      let printed = Typesetter.set(text, .english)
      #expect(typed.reduce(printed) { $0.replacing($1.0, with: $1.1) } == text, "\(printed)")
    }
  }

  @Test(arguments: ["de", "de-CH", "fr", "es", "pl", "sv", "ru", "zh", "zh-Hant", "zh-TW", "ja", "en-GB", "xx", ""])
  func haveTwoPairsInEveryLanguage(language: String) {
    let marks = Typography(language)
    #expect(![marks.double.open, marks.double.close, marks.single.open, marks.single.close].contains(""))
  }
}
