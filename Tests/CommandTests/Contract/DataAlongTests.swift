import Foundation
import Testing

/// The files that lessons declare as their data go wherever their programs go.
@Suite struct DataAlongTests {
  private static func lesson(_ title: String, data: String, more: String = "") -> String {
    """
    ---
    title: \(title)
    data: \(data)
    ---

    ```swift
    try CSV(contentsOf: "data/points.csv").doubles("a").count
    ```

    ```output
    2
    ```

    > [!EXERCISE]
    > a

    > [!SOLUTION]
    > sesame

    \(more)

    """
  }

  private func course() throws -> TemporaryCourse {
    let course = try TemporaryCourse(
      lessons: [
        "01-data": Self.lesson("One", data: "data/*.csv"),
        "waves/02-more": Self.lesson("Two", data: "['data/points.csv', '**/*.md', '*.yml']"),
        "03-none": "# None\n\n```swift\n1\n```\n",
        "04-draft": "---\ntitle: Draft\ndraft: true\ndata: data/draft.txt\n---\n\n```swift\n1\n```\n",
        "_notes": "sesame notes\n",
      ], courseFile: "title: T\nsite-url: https://e.org/course/\n")
    try course.write("a,b\n1,2\n3,4\n", to: "lessons/data/points.csv")
    try course.write("a\n", to: "lessons/data/a b.csv")
    try course.write("draft\n", to: "lessons/data/draft.txt")
    return course
  }

  /// The files of the archive of a site, by their paths.
  private func archive(_ course: TemporaryCourse, _ site: String = "output") throws -> [String: [UInt8]] {
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/tar")
    try FileManager.default.createDirectory(atPath: course.path("unpacked"), withIntermediateDirectories: true)
    tar.arguments = ["xf", course.path(site + "/course.tar"), "-C", course.path("unpacked")]
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    defer { try? FileManager.default.removeItem(atPath: course.path("unpacked")) }
    return try course.tree("unpacked/course")
  }

  @Test func theyLieWhereTheProgramsReadThem() throws {
    let course = try course()
    #expect(try course.lessons("build").status == 0)
    let files = try archive(course)
    #expect(files["data/points.csv"] == Array("a,b\n1,2\n3,4\n".utf8) && files["data/a b.csv"] != nil)
    #expect(files["Sources/waves-02-more/main.swift"] != nil)
    // Neither lessons nor what is no lesson yet, nor the data of drafts.
    #expect(!files.keys.contains { $0.hasSuffix(".md") && $0 != "README.md" || $0.hasSuffix(".yml") || $0.contains("draft") })
    #expect(files["README.md"].map { String(decoding: $0, as: UTF8.self) }?.contains("from this folder") == true)
    let site = try course.tree("output")
    #expect(site["lessons/data/points.csv"] == files["data/points.csv"] && site["lessons/data/a b.csv"] != nil)
    #expect(!site.keys.contains { $0.contains("draft") || $0.contains("_notes") || $0.hasSuffix(".yml") })
    let page = try course.text("output/lessons/01-data.html")
    #expect(page.contains("<a href=data/a%20b.csv download>") && page.contains("<a href=data/points.csv download>"), "\(page)")
    #expect(try course.text("output/lessons/waves/02-more.html").contains("<a href=../data/points.csv download>"))
    #expect(try !course.text("output/lessons/03-none.html").contains("points.csv"))
  }

  @Test func programsAndNotebooksSayWhatTheyRead() throws {
    let course = try course()
    try course.lessons("build")
    let program = try course.text("output/lessons/waves/02-more.swift")
    #expect(
      program.contains(
        "\n//\n// It reads from the folder that it runs in:\n//   data/points.csv  https://e.org/course/lessons/data/points.csv\n\n"
      ),
      "\(program)")
    let notebook = try course.text("output/lessons/waves/02-more.ipynb")
    #expect(
      notebook.contains(
        #""What it reads, to lie beside this notebook: [`data/points.csv`](<https://e.org/course/lessons/data/points.csv>).""#),
      "\(notebook)")
    #expect(try !course.text("output/lessons/03-none.swift").contains("reads"))
  }

  /// An edit of one lesson leaves what the others read; an edit of what they read is everywhere.
  @Test func whatIsMadeAgainHasThem() throws {
    let course = try course()
    try course.lessons("build")
    try course.replace("# None", with: "# None\n\nMore.", in: "lessons/03-none.md")
    #expect(try course.lessons("build").status == 0)
    #expect(try course.exists("output/lessons/data/a b.csv") && archive(course)["data/a b.csv"] != nil)
    try course.write("other\n", to: "lessons/data/a b.csv")
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/lessons/data/a b.csv") == "other\n")
    #expect(try archive(course)["data/a b.csv"] == Array("other\n".utf8))
  }

  @Test func studentsGetThemAndNoTextOfALesson() throws {
    let course = try course()
    #expect(try course.lessons("build", "--without-solutions", "-o", "student").status == 0)
    let site = try course.tree("student")
    #expect(site["lessons/data/points.csv"] != nil)
    #expect(try archive(course, "student")["data/points.csv"] != nil)
    for (name, bytes) in site { #expect(!String(decoding: bytes, as: UTF8.self).contains("sesame"), "\(name)") }
  }
}
