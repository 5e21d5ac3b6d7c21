import Foundation
import Testing

/// Formulas, from the lesson to the site.
@Suite struct MathTests {
  private static let lessons = [
    "01-math": "# On $\\log_2 p$\n\nA $\\hat y$ and $5 and $6.\n\n$$\nx \\xrightarrow{a} y\n$$\n",
    "02-plain": "# Plain\n\nIt costs $5.\n",
  ]

  @Test func areSetWhenTheSiteIsBuilt() throws {
    let course = try TemporaryCourse(lessons: Self.lessons)
    #expect(try course.lessons("build").status == 0)
    let page = try course.text("output/lessons/01-math.html")
    #expect(page.contains("<h1 id=on-log_2-p>On <i class=katex>"))
    #expect(page.contains("<mover><mi>y</mi>"))
    #expect(page.contains("and $5 and $6."))
    #expect(page.contains("<title>On \\log_2 p"))
    #expect(page.contains("<link rel=stylesheet href=../assets/math/01-math.css>"))
    #expect(!page.contains(" style="))
    // A drawing's own line ends arrive as they are.
    #expect(
      page.contains(
        "viewBox='0 0 400000 522' preserveAspectRatio='xMaxYMin slice'><path d='M0 241v40h399891c-47.3 35.3-84 78-110 128\n"))
    #expect(try !course.text("output/lessons/02-plain.html").contains("assets/math"))
    for (name, folder) in [("math.css", "assets/"), ("math/01-math.css", "assets/math/")] {
      let sheet = try course.text("output/assets/" + name)
      #expect(!sheet.contains(".ttf") && !sheet.contains(".woff)"))
      for piece in sheet.split(separator: "url(").dropFirst() {
        #expect(course.exists("output/\(folder)\(piece.prefix { $0 != ")" })"))
      }
    }
    #expect(try course.text("output/book.html").contains("<link rel=stylesheet href=assets/math.css>"))
    #expect(try course.text("output/assets/katex/LICENSE.txt").contains("MIT License"))
    let site = try course.tree("output")
    #expect(try course.lessons("build", "--no-cache", "-j", "1").status == 0)
    #expect(try course.tree("output") == site)
  }

  /// Pages share the fonts, and the book one sheet: building one of them must not take from it what the others need.
  @Test func oneLessonBuiltAloneLeavesTheOthersWhole() throws {
    var lessons = Self.lessons
    lessons["03-more"] = "# More\n\n$\\frac{a}{b}$\n"
    let course = try TemporaryCourse(lessons: lessons)
    #expect(try course.lessons("build").status == 0)
    let site = try course.tree("output")
    #expect(try course.lessons("build", "lessons/03-more.md").status == 0)
    #expect(try course.tree("output") == site)
  }

  /// The sheet of a lesson goes with its formulas, also where the course as a whole keeps its own.
  @Test func aFormulaThatMovesTakesItsStyleAlong() throws {
    let (with, without) = ("Now $\\frac{a}{b}$ and $c^2$.\n", "Now $c^2$.\n")
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n" + with, "02-b": "# B\n\n" + without])
    #expect(try course.lessons("build").status == 0)
    let before = try course.text("output/assets/math/02-b.css")
    try course.write("# A\n\n" + without, to: "lessons/01-a.md")
    try course.write("# B\n\n" + with, to: "lessons/02-b.md")
    #expect(try course.lessons("build").status == 0)
    let site = try course.tree("output")
    #expect(try course.text("output/assets/math/02-b.css") != before)
    #expect(try course.lessons("build", "--no-cache").status == 0)
    #expect(try course.tree("output") == site)
  }

  @Test func aCourseWithoutFormulasShipsNothingForThem() throws {
    let course = try TemporaryCourse(lessons: ["01-plain": "# Plain\n\nIt costs $5.\n"])
    let build = try course.lessons("build", environment: ["LESSONS_KATEX": "/nonexistent"])
    #expect(!build.error.contains("KaTeX") && build.error.contains("built 1 lesson into output\n"))
    #expect(
      !course.exists("output/assets/math.css") && !course.exists("output/assets/math") && !course.exists("output/assets/katex"))
  }

  @Test func aWrongFormulaIsAnErrorInItsLineAndColumn() throws {
    let course = try TemporaryCourse(lessons: ["01-wrong": "# Wrong\n\nSee $x + \\foo$.\n\n$$ never\n"])
    let check = try course.lessons("check")
    #expect(check.status == 1)
    #expect(check.output.contains("lessons/01-wrong.md:3:10: error: Undefined control sequence: \\foo [math]\n"))
    #expect(check.output.contains("lessons/01-wrong.md:5:1: error: this '$$' is never closed"))
    #expect(try course.lessons("build").status == 1)
    #expect(try course.text("output/lessons/01-wrong.html").contains("See <code class=math>x + \\foo</code>\u{2060}."))
  }

  @Test func withoutKaTeXThePagesShowTheTeXAndOneWarningIsGiven() throws {
    let course = try TemporaryCourse(lessons: Self.lessons)
    let build = try course.lessons("build", environment: ["LESSONS_KATEX": "/nonexistent"])
    #expect(build.status == 0)
    #expect(build.error.split(separator: "\n").count { $0.contains("KaTeX is not installed") } == 1)
    let page = try course.text("output/lessons/01-math.html")
    #expect(
      page.contains("A <code class=math>\\hat y</code>") && page.contains("<code class=\"math display\">")
        && !page.contains("assets/math"))
    #expect(try course.lessons("check", environment: ["LESSONS_KATEX": "/nonexistent"]).status == 0)
    let doctor = try course.lessons("doctor", environment: ["LESSONS_KATEX": "/nonexistent"])
    #expect(doctor.output.contains("missing  KaTeX: ") && doctor.status == 0)
  }
}
