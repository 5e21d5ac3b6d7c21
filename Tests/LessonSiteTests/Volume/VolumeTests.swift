import Foundation
import FoundationXML
import LessonModel
import LessonSite
import Testing

/// What a book for devices holds, of a course made of words.
@Suite struct VolumeTests {
  private static let files = [
    "course.yml": """
    title: T & U
    authors: [A, B]
    parts: [{title: First, lessons: [02-b, 01-a]}]
    references: [{id: k, title: Source, evidence: [{quote: "0.6", where: p. 1, read: 2026-01-01}]}]
    """,
    "01-a.md": """
    # Alpha

    The half is [0.5](swift:h), theirs [0.6](swift:t "@k"); see [](02-b.md#gamma), [the file](data.csv) and [all](./).

    $x$ and $$y < 1$$

    ![a drop](drop.png)

    ```swift {#chart}
    show(chart)
    ```

    - [x] done

    <details><summary>More</summary>

    folded

    </details>

    > [!QUIZ]
    > Which?
    >
    > - [x] one
    > - [ ] two
    """,
    "02-b.md": "# Beta\n\n## Gamma\n\nBack to [alpha](01-a.md), [itself](#gamma), [h](01-a.md#chart).\n", "drop.png": "PNG",
    "data.csv": "1",
  ]

  private static func formula(_ tex: String) -> SetFormula {
    let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"\(HTML.escaped(tex))\"><mi>x</mi><mspace/></math>"
    return SetFormula(
      html: "<span class=katex>SET</span>", declarations: [], classes: [], characters: 1, longestPiece: 1, math: math)
  }

  private static func volume(_ files: [String: String] = files) throws -> [SiteFile] {
    let keys = [FormulaKey(tex: "x", isDisplay: false), FormulaKey(tex: "y < 1", isDisplay: true)]
    let formulas = FormulaTable(results: Dictionary(uniqueKeysWithValues: keys.map { ($0, .success(formula($0.tex))) }))
    let course = try MadeCourse(files, formulas: formulas) { run, lesson in
      let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0\" stroke=\"var(--chart-1, red)\"/></svg>"
      for block in lesson.blocks {
        run.put(block.index) {
          $0.printed = [.exhibit(Exhibit(kind: .chart, title: "C", text: "CHARS", svg: svg, summary: "It falls.", data: nil))]
        }
      }
      for value in lesson.values { run.put(.float64(value.expression == "h" ? 0.5 : 0.6), for: value.index) }
    }
    let theme = Theme(files: [SiteFile(path: "assets/site.css", text: ":root{--chart-1:light-dark(#123456,#fff)}")])
    let context = SiteContext(course.woven, theme: theme)
    let chapters = course.woven.woven.map { VolumeChapter($0, among: Volume.chapters(context), in: context) }
    return Volume.files(
      chapters, of: context, Volume.Identity(identifier: "urn:x", changed: "2026-11-27T10:00:00Z"), style: Array("p{}".utf8))
  }

  private func text(_ name: String, _ files: [String: String] = files) throws -> String {
    let file = try #require(try Self.volume(files).first { $0.path == "EPUB/" + name }, "\(name)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func whatItIsStandsFirst() throws {
    let files = try Self.volume()
    #expect(files.first == SiteFile(path: "mimetype", text: "application/epub+zip"))
    #expect(files.dropFirst().first?.path == "META-INF/container.xml")
    #expect(Set(files.map(\.path)).count == files.count)
  }

  /// Law: every document is well-formed XML, every link inside leads to a file and a name that are there, and the package lists
  /// every file and no other.
  @Test func everyDocumentIsWholeAndEveryLinkLeadsSomewhere() throws {
    let files = try Self.volume()
    var names: [String: Set<String>] = [:]
    var links: [(from: String, to: String)] = []
    for file in files where [".xhtml", ".opf", ".svg", ".xml"].contains(where: file.path.hasSuffix) {
      let reader = LinkReader()
      let parser = XMLParser(data: Data(file.bytes))
      parser.delegate = reader
      #expect(parser.parse(), "\(file.path): \(String(describing: parser.parserError))")
      #expect(Set(reader.ids).count == reader.ids.count, "\(file.path) has a name twice")
      names[file.path] = Set(reader.ids)
      if file.path.hasSuffix(".xhtml") { links += reader.links.map { (file.path, $0) } }
    }
    #expect(links.count > 20)
    for link in links {
      let parts = link.to.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? link.from : "EPUB/" + WebAddress.decoded(String(parts[0]))
      #expect(files.contains { $0.path == target }, "\(link)")
      if parts.count == 2 { #expect(names[target]?.contains(WebAddress.decoded(String(parts[1]))) == true, "\(link)") }
    }
    let package = try text("package.opf")
    let listed = package.matches(of: /<item id="[^"]*" href="([^"]*)"/).map {
      "EPUB/" + WebAddress.decoded(String($0.output.1))
    }
    #expect(Set(listed) == Set(files.map(\.path)).subtracting(["mimetype", "META-INF/container.xml", "EPUB/package.opf"]))
  }

  /// Whose the printed numbers of a chapter are, those that are right and those that are wrong.
  @Test func aChapterListsTheSourcesOfNumbersThatAreWrongToo() throws {
    var files = Self.files
    files["course.yml"] =
      "references: [{id: k, title: Source, issued: 1}, {id: w, title: Astray, issued: 2}, {id: i, title: Implied}]\n"
    files["01-a.md"] =
      "# Alpha\n\nNot [0.9](swift:t \"not @w\"), [0.6](swift:t \"@k\"), not [0.8](swift:t \"not @k\"), [0.6](swift:t \"if @i\").\n"
    let chapter = try text("chapter-01.xhtml", files)
    let sources = try #require(chapter.between("<section class=\"sources\">", "</section>"))
    #expect(
      sources.matches(of: /<li id="page:source-[12]">/).count == 2 && sources.contains("Astray") && sources.contains("Source"))
    #expect(!sources.contains("Implied"), "its source prints no such number")
    #expect(chapter.count(of: "href=\"#page:source-1\"") == 1 && chapter.count(of: "href=\"#page:source-2\"") == 2)
  }

  @Test func chaptersStandInTheOrderOfTheCourse() throws {
    #expect(try text("chapter-01.xhtml").contains("<title>Beta</title>"))
    #expect(try text("chapter-02.xhtml").contains("<title>Alpha</title>"))
    let contents = try text("contents.xhtml")
    #expect(
      contents.contains(
        "<li><span>First</span>\n<ol>\n<li><a href=\"chapter-01.xhtml\">2 Beta</a>\n<ol>\n<li><a href=\"chapter-01.xhtml#gamma\">Gamma</a>"
      ))
    #expect(contents.contains("<li><a href=\"references.xhtml\">References</a></li>"))
  }

  @Test(arguments: [
    // A formula as MathML, not as it is set in the page.
    ("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"y &lt; 1\"><mi>x</mi><mspace/></math>", "SET"),
    // A chart as its drawing, which says what it shows.
    ("<img src=\"drawings/chapter-02-chart-figure-1.svg\" alt=\"It falls.\" width=\"9\" height=\"9\"/>", "CHARS"),
    // A value with how it came about at the end, and back.
    ("<a class=\"v\" id=\"v1\" href=\"#how.v1\">0.5</a>", "numbers/"),
    ("<li id=\"how.v1\"><p><b><a href=\"#v1\">0.5</a></b></p>", "data-"),
    // Whose a number is, in a note and in the references.
    ("<a href=\"#page:source-1\" role=\"doc-noteref\" epub:type=\"noteref\">1</a>", "✓"),
    ("<img src=\"pictures/drop.png\" alt=\"a drop\"/>", "loading"),
    // Links between chapters; what the volume does not have is no link.
    ("<a href=\"chapter-01.xhtml#gamma\">Gamma</a>", ".html"), ("<span>the file</span>", "data.csv"),
    ("<span>all</span>", "index.html"),
    // Nothing to click.
    ("<p class=\"unfolded\">More</p>", "<details"), ("☑", "<input"), ("<p class=\"to-answer\">", "<button"),
  ])
  func aChapterIsWhatADeviceCanShow(there: String, not: String) throws {
    let chapter = try text("chapter-02.xhtml")
    #expect(chapter.contains(there))
    #expect(!chapter.contains(not))
  }

  @Test func drawingsHaveTheColorsOfPaperAndNoVariables() throws {
    let drawing = try text("drawings/chapter-02-chart-figure-1.svg")
    #expect(drawing.contains("stroke=\"#123456\""))
    #expect(!drawing.contains("var("))
    #expect(!drawing.contains("light-dark"))
  }

  @Test func thePackageSaysWhatTheVolumeIs() throws {
    let package = try text("package.opf")
    for fact in [
      "<dc:identifier id=\"id\">urn:x</dc:identifier>", "<dc:title>T &amp; U</dc:title>", "<dc:language>en</dc:language>",
      "<dc:creator>A</dc:creator>", "<dc:creator>B</dc:creator>",
      "<meta property=\"dcterms:modified\">2026-11-27T10:00:00Z</meta>",
      "href=\"chapter-02.xhtml\" media-type=\"application/xhtml+xml\" properties=\"mathml\"/>",
      "href=\"cover.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>",
      "href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
    ] { #expect(package.contains(fact)) }
  }

  @Test func aPublishedSiteIsWhereTheRestIs() throws {
    var files = Self.files
    files["course.yml"]? += "\nsite-url: https://e.org/c\n"
    let chapter = try text("chapter-02.xhtml", files)
    #expect(chapter.contains("<a href=\"https://e.org/c/lessons/data.csv\">the file</a>"))
    #expect(chapter.contains("<a href=\"https://e.org/c/\">all</a>"))
  }

  /// A key of which the course has no source is the author's mistake, and nothing that the list of contents may lead to.
  @Test func sourcesAreListedWhereThereAreSome() throws {
    let files = ["course.yml": "title: T\n", "01-a.md": "# A\n\nSee [@nobody].\n"]
    #expect(try !Self.volume(files).contains { $0.path == "EPUB/references.xhtml" })
    #expect(try !text("contents.xhtml", files).contains("references.xhtml"))
  }

  @Test func theSameCourseGivesTheSameBytes() throws {
    #expect(ZipArchive.bytes(of: try Self.volume()) == ZipArchive.bytes(of: try Self.volume()))
  }
}

/// Collects names and links of a document.
private final class LinkReader: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var links: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    attributes["id"].map { ids.append($0) }
    for name in ["href", "src"] {
      guard let link = attributes[name], !link.contains("://") else { continue }
      links.append(link)
    }
  }
}
