/// The whole course on one page, for paper and for those who read on without a network.
enum BookPage {
  static let path = "book.html"

  /// A lesson as the book has it.
  struct Chapter: Sendable, Equatable {
    var slug: String
    var title: String
    var hasMath: Bool
    /// Heading, summary and text, as in the lesson's own page.
    var html: HTML
  }

  static func page(_ chapters: [Chapter], of course: Course) -> Page {
    let shell = PageShell(course: course, root: "")
    var main: HTML = "<header class=\"lead\">\n<h1>\(course.title)</h1>\n"
    if let description = course.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    main += "</header>\n<ol class=\"book-contents\">\n"
    for chapter in chapters { main += "<li><a href=\"#\(prefix(chapter.slug))main\">\(chapter.title)</a></li>\n" }
    main += "</ol>\n"
    let places = Dictionary(chapters.map { ("lessons/" + WebAddress.encoded($0.slug) + ".html", prefix($0.slug)) }) {
      first, _ in first
    }
    for chapter in chapters {
      let embedder = PageEmbedder(prefix: prefix(chapter.slug), folder: "lessons/", neighbors: places)
      main += "<section class=\"chapter\" id=\"\(prefix(chapter.slug))main\">\n\(embedder.embedded(chapter.html))</section>\n"
    }
    return Page(
      path: path,
      html: shell.html(
        title: "\(course.title), the whole course", description: course.file.description, current: nil, navigation: "",
        main: main,
        path: path, hasMath: chapters.contains(where: \.hasMath), hasColors: main.text.contains("<span class=\"ansi-")))
  }

  /// What stands before the anchors of a lesson; no anchor has a colon of its own.
  private static func prefix(_ slug: String) -> String { slug.replacing(" ", with: "-") + ":" }
}
