import LessonModel
import LessonServing
import Testing

/// An address is looked up, never followed.
@Suite struct FileTableTests {
  private let table = FileTable([
    SiteFile(path: "index.html", text: "first"), SiteFile(path: "lessons/01-é.html", text: "lesson"),
    SiteFile(path: "assets/site.css", text: "style"),
  ])

  @Test(arguments: [
    ("/", "first"), ("/index.html", "first"), ("/lessons/01-%C3%A9.html", "lesson"), ("/lessons/01-%c3%a9.html", "lesson"),
    ("/assets/site%2Ecss", "style"), ("/assets%2Fsite.css", "style"),
  ]) func finds(address: String, text: String) throws {
    let file = try #require(table.file(at: address))
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "index.html", "//", "//index.html", "/./index.html", "/lessons/../index.html", "/%2e/index.html",
    "/lessons/%2e%2e/index.html",
    "/index.html%00", "/index.html%", "/index.html%2", "/%zz", "/%+2index.html", "/index.html/", "/INDEX.HTML",
    "/lessons/01-e%CC%81.html",
    "/%252e%252e/etc/passwd", "/..%5cindex.html", "/%c0%afindex.html", "/lessons",
  ]) func doesNotFind(address: String) { #expect(table.file(at: address) == nil) }

  @Test func tellsDifferences() {
    var other = table
    other[path: "assets/site.css"] = SiteFile(path: "assets/site.css", text: "other")
    other[path: "new.html"] = SiteFile(path: "new.html", text: "")
    other[path: "index.html"] = nil
    #expect(table.differences(from: other) == ["assets/site.css", "index.html", "new.html"])
    #expect(table.differences(from: table).isEmpty)
    #expect(other.taking(table).paths == ["assets/site.css", "index.html", "lessons/01-é.html", "new.html"])
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a/b.CSS", "text/css; charset=utf-8"), ("a.js", "text/javascript; charset=utf-8"),
    ("a.svg", "image/svg+xml"), ("a.json", "application/json; charset=utf-8"), ("a.b.woff2", "font/woff2"),
    ("a.png", "image/png"),
    ("a.md", "text/plain; charset=utf-8"), ("a.swift", "text/plain; charset=utf-8"),
    ("a.ipynb", "application/json; charset=utf-8"),
    ("a", "application/octet-stream"), ("html", "application/octet-stream"), ("a.html/b", "application/octet-stream"),
    ("a.exe", "application/octet-stream"), ("", "application/octet-stream"), ("a.wasm", "application/wasm"),
  ]) func types(path: String, name: String) { #expect(ContentType(path: path).name == name) }

  @Test func onlyPagesMayLoadAnything() {
    let page = ContentType(path: "a.html").policy
    #expect(
      page.contains("script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self';")
        && page.contains("frame-ancestors 'none'"))
    for path in ["a.svg", "a.js", "a.bin"] {
      let policy = ContentType(path: path).policy
      #expect(policy.hasPrefix("default-src 'none'") && policy.contains("sandbox") && !policy.contains("script"))
    }
  }
}
