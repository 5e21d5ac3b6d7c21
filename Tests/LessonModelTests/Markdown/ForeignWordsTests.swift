import LessonModel
import Testing

/// Which addresses name a language.
@Suite struct ForeignWordsTests {
  @Test(arguments: [
    ("lang:fr", "fr"), ("lang:zh-Hant-TW", "zh-Hant-TW"), ("lang:gsw-u-sd-chzh", "gsw-u-sd-chzh"), ("lang:", nil),
    ("lang:f", nil),
    ("lang:french", nil), ("lang:fr-", nil), ("lang:fr CH", nil), ("lang:12", nil), ("lang:fr\"", nil), ("Lang:fr", nil),
    ("fr", nil),
    ("lang:de-ungewöhnlich", nil), ("https://e.org/lang:fr", nil),
  ])
  func areThoseOfHTML(destination: String, language: String?) {
    #expect(Link(destination: destination, title: "", content: [.text("a")], offset: 0).language == language)
    #expect(Link(destination: destination, title: "", content: [.text(" ")], offset: 0).language == nil, "nothing to say in it")
  }
}
