import Foundation
import LessonModel
import LessonPipeline
import LessonSite
import Machine
import TestSupport
import Testing

/// The theme that ships with the tool: its promises of size, of independence and of contrast.
@Suite("The theme")
struct ThemeTests {
  private static let folder = #filePath.split(separator: "/Tests/").dropLast().joined(separator: "/Tests/") + "/Sources/Theme"

  private func file(_ path: String) throws -> String {
    let files = try ThemeReader.read(Self.folder).files
    return String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test(arguments: [("assets/site.css", 20 << 10), ("assets/site.js", 10 << 10), ("assets/head.js", 512)])
  func weighsLittle(path: String, limit: Int) throws {
    let size = try file(path).utf8.count
    #expect(size > 0 && size <= limit, "\(path) has \(size) bytes")
  }

  @Test func fontsWeighLittleAndBringTheirLicense() throws {
    let fonts = try ThemeReader.read(Self.folder).files.filter { $0.path.hasPrefix("assets/fonts/") }
    #expect(
      fonts.map(\.path).sorted() == [
        "assets/fonts/LICENSE-Charter.txt", "assets/fonts/LICENSE-DejaVu.txt", "assets/fonts/braille.woff2",
        "assets/fonts/chart-latin.woff2", "assets/fonts/chart-more.woff2", "assets/fonts/chart.woff2",
        "assets/fonts/text-latin.woff2", "assets/fonts/text-more.woff2", "assets/fonts/text.woff2",
      ])
    for font in fonts where font.path.hasSuffix(".woff2") {
      #expect(font.bytes.starts(with: "wOF2".utf8) && font.bytes.count < 40_000, "\(font.path)")
    }
    let style = try file("assets/site.css") + file("assets/letters.css")
    for font in fonts where font.path.hasSuffix(".woff2") {
      #expect(style.contains("url(\(font.path.dropFirst("assets/".count)))"), "\(font.path) is never used")
    }
  }

  /// The characters of a face of text, by its sheets.
  private func characters(_ sheet: String) throws -> Set<UInt32> {
    let rules = try file(sheet).matches(of: /"Lessons Text";[^}]*unicode-range:([^};]*)/)
    #expect(!rules.isEmpty)
    let ranges = rules.flatMap { $0.1.split(separator: ",") }.map { range in
      range.trimmingPrefix(" ").dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
    }
    return Set(ranges.flatMap { Array($0[0]...$0[$0.count - 1]) })
  }

  /// Law: a page names the other fonts of text just where it has a character of theirs that its first font does not have.
  @Test func pagesNameTheOtherFontsOfTextJustWhereTheyNeedThem() throws {
    let (first, more) = (try characters("assets/site.css"), try characters("assets/letters.css"))
    for code in (0x20..<0x250).map(UInt32.init) + Array(0x2000..<0x2213) {
      let scalar = try #require(UnicodeScalar(code))
      // Pages name what cannot be seen.
      if [.control, .format].contains(scalar.properties.generalCategory) { continue }
      let letter = HTML(unsafe: HTML.escaped(String(scalar)))
      // A mark that stands in the middle of what the first font has, and that it does not have.
      let isFirst = first.contains(code) && code != 0x201A
      #expect(
        PageLetters.needsMore("<p>\(letter)</p>") == (more.contains(code) && !isFirst), "U+\(String(code, radix: 16)) upright")
      #expect(
        PageLetters.needsMore("<p><strong>\(letter)</strong></p>") == more.contains(code), "U+\(String(code, radix: 16)) bold")
    }
    for letter in "éáàçœÆøåäöüßñãőłżąęčřěůğışŁŻŞİĞ&@#%![]+=«»„€—".unicodeScalars {
      #expect(more.contains(letter.value), "\(letter)")
    }
  }

  @Test func loadsNothingFromElsewhereAndObeysItsPolicy() throws {
    for path in ["assets/site.css", "assets/letters.css", "assets/site.js", "assets/head.js"] {
      let text = try file(path)
      for part in ["http:", "https:", "@import", "//", "eval(", "innerHTML", ".style."] {
        #expect(!text.contains(part), "\(path) has \(part)")
      }
    }
  }

  @Test(arguments: [
    ("a {\n  color : red;\n  margin: 0 auto;\n}\n", "a{color :red;margin:0 auto}"),
    ("a > b, c d { width: calc(1px + 0.5rem); }", "a>b,c d{width:calc(1px + .5rem)}"),
    ("a :is(b) { top: 10.50px }", "a :is(b){top:10.50px}"),
    ("a::after { content: \"0.5 ;  }\" / \"\"; }", "a::after{content:\"0.5 ;  }\" / \"\"}"),
    ("@media (min-width: 1px) and (x) { a { b: -0.1em } }", "@media (min-width:1px) and (x){a{b:-.1em}}"),
    ("a { b: #f0.5; c: x0.5 }", "a{b:#f0.5;c:x0.5}"),
  ])
  func styleLosesOnlyBlanksThatMeanNothing(style: String, dense: String) {
    #expect(String(decoding: ThemeReader.dense(Array(style.utf8)), as: UTF8.self) == dense)
  }

  @Test func commentsAndIndentationAreNotShipped() {
    let text = "// a\n  let x = 1; // b\n\n/* c */\n  y()\n"
    #expect(String(decoding: ThemeReader.compact(Array(text.utf8)), as: UTF8.self) == "let x = 1; // b\ny()\n")
  }

  /// The colors of each name, light and dark.
  private func palette() throws -> [String: (light: Double, dark: Double)] {
    var palette: [String: (light: Double, dark: Double)] = [:]
    for match in try file("assets/site.css").matches(of: /--([a-z0-9-]+):light-dark\(#([0-9a-f]{6}),#([0-9a-f]{6})\)/) {
      palette[String(match.1)] = (luminance(match.2), luminance(match.3))
    }
    return palette
  }

  /// WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  private func luminance(_ hex: Substring) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    func channel(_ shift: Int) -> Double {
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }

  private func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  @Test(arguments: [
    (["ink", "quiet", "link", "good", "bad", "mark"], ["paper", "code"], 4.5), (["ink", "quiet", "bad"], ["bad-paper"], 4.5),
    (["edge", "chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6"], ["paper"], 3.0),
  ])
  func colorsCanBeRead(inks: [String], papers: [String], least: Double) throws {
    let palette = try palette()
    for ink in inks {
      for paper in papers {
        let (front, back) = (try #require(palette[ink]), try #require(palette[paper]))
        #expect(contrast(front.light, back.light) >= least, "\(ink) on \(paper), light")
        #expect(contrast(front.dark, back.dark) >= least, "\(ink) on \(paper), dark")
      }
    }
  }

  @Test func aMissingPartIsAFaultThatSaysWhichOne() throws {
    let folder = try TemporaryFolder()
    #expect(throws: MachineFault.self) { try ThemeReader.read(folder.path) }
  }
}
