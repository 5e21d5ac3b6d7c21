import LessonSite
import Testing

@Suite("Addresses in a page and in the book")
struct AddressWriterTests {
  private static let page = AddressWriter.page(of: "03-a")
  private static let book = AddressWriter.book(of: "03-a", chapters: ["03-a", "04-b", "05 é"])

  /// What is written, in the page and in the book.
  static let cases: [(@Sendable (AddressWriter) -> String, String, String)] = [
    ({ $0.id("coins") }, "coins", "03-a:coins"),
    ({ $0.id("quiz-1.title") }, "quiz-1.title", "03-a:quiz-1.title"),
    ({ "#" + $0.id("note:1") }, "#note:1", "#03-a:note:1"),
    ({ $0.here("coins") }, "#coins", "#03-a:coins"),
    ({ $0.here("é") }, "#%C3%A9", "#03-a:%C3%A9"),
    ({ $0.here("") }, "#", "#03-a:"),
    ({ $0.lesson("04-b", anchor: "dice") }, "04-b.html#dice", "#04-b:dice"),
    ({ $0.lesson("04-b", anchor: nil) }, "04-b.html", "#04-b:main"),
    ({ $0.lesson("04-b", anchor: "") }, "04-b.html#", "#04-b:"),
    ({ $0.lesson("05 é", anchor: "ü") }, "05%20%C3%A9.html#%C3%BC", "#05+é:%C3%BC"),
    ({ $0.lesson("03-a", anchor: nil) }, "03-a.html", "#03-a:main"),
    // A lesson that could not be read has a page, and no chapter.
    ({ $0.lesson("06-c", anchor: nil) }, "06-c.html", "lessons/06-c.html"),
    ({ $0.root + "references.html#ref-s" }, "../references.html#ref-s", "references.html#ref-s"),
    ({ $0.ledger("v1") }, "../numbers/03-a.html#v1", "numbers/03-a.html#v1"),
    (
      { $0.drawing("é-figure-1.svg") }, "../assets/drawings/03-a/%C3%A9-figure-1.svg",
      "assets/drawings/03-a/%C3%A9-figure-1.svg"
    ),
    ({ $0.file("pics/a b.png") }, "pics/a%20b.png", "lessons/pics/a%20b.png"),
    ({ $0.file("./pics//a.png") }, "pics/a.png", "lessons/pics/a.png"),
    // No part of a path is taken for a scheme.
    ({ $0.file("a:b.png") }, "a%3Ab.png", "lessons/a%3Ab.png"),
    ({ "\($0.level(1)) \($0.level(2)) \($0.level(5)) \($0.level(6))" }, "1 2 5 6", "2 3 6 6"),
  ]

  @Test(arguments: cases)
  func areWrittenForTheirDocument(write: @Sendable (AddressWriter) -> String, page: String, book: String) {
    #expect(write(Self.page) == page)
    #expect(write(Self.book) == book)
  }

  private static let deep = AddressWriter.page(of: "waves/é/01-a")
  private static let deepBook = AddressWriter.book(of: "waves/é/01-a", chapters: ["waves/é/01-a", "waves/02-b"])

  /// From a lesson in a folder below a folder.
  static let deepCases: [(@Sendable (AddressWriter) -> String, String, String)] = [
    ({ $0.root }, "../../../", ""), ({ $0.lesson("waves/02-b", anchor: "x") }, "../02-b.html#x", "#waves/02-b:x"),
    ({ $0.lesson("03-c", anchor: nil) }, "../../03-c.html", "lessons/03-c.html"),
    ({ $0.lesson("waves/é/04-d", anchor: nil) }, "04-d.html", "lessons/waves/%C3%A9/04-d.html"),
    ({ $0.lesson("waves/é/f/05-e", anchor: nil) }, "f/05-e.html", "lessons/waves/%C3%A9/f/05-e.html"),
    ({ $0.lesson("wavés/01-a", anchor: nil) }, "../../wav%C3%A9s/01-a.html", "lessons/wav%C3%A9s/01-a.html"),
    ({ $0.file("waves/a.png") }, "../a.png", "lessons/waves/a.png"),
    ({ $0.lessons(folder: "waves") }, "../index.html", "lessons/waves/index.html"),
    ({ $0.lessons(folder: "waves/é") }, "index.html", "lessons/waves/%C3%A9/index.html"),
    ({ $0.lessons(folder: "") }, "../../../index.html", "index.html"),
    ({ $0.ledger("v1") }, "../../../numbers/waves/%C3%A9/01-a.html#v1", "numbers/waves/%C3%A9/01-a.html#v1"),
    (
      { $0.drawing("f.svg") }, "../../../assets/drawings/waves/%C3%A9/01-a/f.svg",
      "assets/drawings/waves/%C3%A9/01-a/f.svg"
    ),
  ]

  @Test(arguments: deepCases)
  func fromAFolder(write: @Sendable (AddressWriter) -> String, page: String, book: String) {
    #expect(write(Self.deep) == page)
    #expect(write(Self.deepBook) == book)
  }

  @Test func aChapterIsNamedByItsLesson() {
    #expect(AddressWriter.chapter("05 é") == "05+é:main")
    #expect("#" + AddressWriter.chapter("04-b") == Self.book.lesson("04-b", anchor: nil))
    #expect(AddressWriter.page(named: "05 é") == "05%20%C3%A9.html")
  }
}
