import LessonModel
import Testing

@Suite("The words of pages")
struct PageWordsTests {
  /// Who knows what a page puts in must find a place for it in each language.
  @Test(arguments: Phrase.allCases)
  func haveTheSamePlacesInEachLanguage(phrase: Phrase) {
    for part in ["{1}", "{2}", "{3}", "{4}"] {
      #expect(phrase.english.contains(part) == phrase.chinese.contains(part), "\(part)")
    }
    #expect(!phrase.english.isEmpty)
    #expect(phrase.chinese.isEmpty == (phrase == .sentenceGap))
  }

  @Test(arguments: [
    ("en", PageWords.Language?.some(.english)), ("en-GB", .english), ("EN", .english), ("zh", .chinese),
    ("zh-Hans-CN", .chinese),
    ("zh-CN", .chinese), ("zh-Hant", nil), ("zh-TW", nil), ("de", nil), ("english", nil), ("", nil),
  ])
  func shipForALanguage(tag: String, language: PageWords.Language?) { #expect(PageWords.shipped(tag) == language) }

  @Test func areThoseOfTheLanguageUnlessTheCourseHasOthers() {
    #expect(PageWords("zh")[.next] == "下一课")
    #expect(PageWords("fi")[.next] == "Next")
    let own = PageWords("zh", own: [.next: "后一课", .minuteCount: "{1}分"])
    #expect(own[.next] == "后一课" && own[.previous] == "上一课")
    #expect(own.counted(3, one: .minuteOnce, many: .minuteCount) == "3分")
    #expect(PageWords.english.counted(1, one: .minuteOnce, many: .minuteCount) == "1 minute")
  }

  @Test func takeInWhatThePageKnows() {
    let words = PageWords("de", own: [.wrongIn: "{2} {und} {1} {9", .place: "{1}{1}"])
    #expect(words(.wrongIn, "a", "b") == "b {und} a {9")
    #expect(words(.place, "a") == "aa")
    #expect(PageWords("zh").list(["a", "b"]) == "a，b")
  }
}
