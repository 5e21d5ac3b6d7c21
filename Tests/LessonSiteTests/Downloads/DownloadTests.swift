import Foundation
import LessonModel
import Testing

import LessonSite

@Suite struct DownloadTests {
  private static let lesson = """
    ---
    title: Coins
    summary: Tossing.
    ---

    First words with **[0.5](swift:p "@key")** inside and [2 < 3](<swift: 2 \\< 3>) too.

    ## Fair

    ```swift {#fair}
    let p = 0.5  // hide
    p * 2  // => 1
    ```

    ```output
    1.0
    ```

    > A quotation.
    >
    > ```swift
    > show(Table(columns: ["x"], rows: [[1]]))
    > ```
    >
    > and its end

    ```swift {expect=trap}
    fatalError("no")
    ```

    ```swift {session=other run=false}
    let q = 1
    ```
    """

  private func course() throws -> WovenCourse {
    try MadeCourse(["01-coins.md": Self.lesson, "course.yml": "references:\n  - id: key\n"]) { run, _ in
      run.put(0) { $0.value = .float64(1) }
      let table = Exhibit(kind: .table, title: "", text: "x\n1", svg: nil, summary: "", data: nil)
      run.put(1) { $0.printed = [.text("before\n"), .exhibit(table)] }
      run.put(2) { $0.message = "Fatal error: no" }
    }.woven
  }

  private func file(_ path: String) throws -> String {
    let course = try course()
    let files = LessonDownloads(
      try #require(course.woven.first), of: course.course, Bibliography(course.course.file.references)
    ).files
    return String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test func theMarkdownIsTheAuthors() throws {
    #expect(try file("lessons/01-coins.md") == Self.lesson)
  }

  @Test func theProgramPrintsWhatThePageShows() throws {
    #expect(
      try file("lessons/01-coins.swift") == """
        // Coins
        // from Lessons, lesson 01-coins
        //
        // It imports LessonKit and runs in the package of the course, with Swift 6.2 or later:
        //   course.tar
        //   tar xf course.tar && cd course && swift run 01-coins

        import LessonKit

        // MARK: - Fair

        // 01-coins.md:10 fair
        let p = 0.5  // hide
        print(p * 2)  // => 1

        // 01-coins.md:21
        show(Table(columns: ["x"], rows: [[1]]))

        // 01-coins.md:27
        // This ends the program, as the lesson shows:
        //   fatalError("no")

        """)
  }

  @Test func theNotebookHoldsTextCodeAndResults() throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(try file("lessons/01-coins.ipynb").utf8)) as? [String: Any])
    let cells = try #require(json["cells"] as? [[String: Any]])
    let sources = cells.map { ($0["source"] as? [String] ?? []).joined() }
    #expect(sources[0] == "# Coins")
    #expect(sources[1] == "First words with **0.5** inside and 2 < 3 too.\n\n## Fair")
    #expect(sources[2] == "To run it: a kernel for Swift that finds `LessonKit`, from the package of the course, `course.tar`.")
    #expect(sources[3] == "import LessonKit")
    #expect(sources[4] == "let p = 0.5  // hide\np * 2  // => 1")
    #expect(sources[5] == "> A quotation.")
    #expect(sources[7] == "> and its end")
    let kinds = cells.map { ($0["outputs"] as? [[String: Any]] ?? []).map { $0["output_type"] as? String ?? "" } }
    #expect(kinds == [[], [], [], [], ["execute_result"], [], ["stream", "display_data"], [], ["error"], [], []])
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
    #expect(json["nbformat"] as? Int == 4 && json["nbformat_minor"] as? Int == 5)
  }

  @Test func whatNobodyHasRecordedIsShownAsComputed() throws {
    let text =
      "---\ntitle: T\n---\n\n[?](swift:p), [**?**](swift:q)[^n] and\n> [0.25](swift:r) there.\n\n[^n]: A *[note](swift:s)*.\n\n```swift\n```\n"
    let course = try MadeCourse(["01-a.md": text]) { run, _ in run.put(.float64(0.5), for: 0) }.woven
    let prose = PlainMarkdown(try #require(course.woven.first), Bibliography([]))
    let start = try #require(text.firstRange(of: "[?]")).lowerBound
    let end = try #require(text.firstRange(of: "```")).lowerBound
    let range = text.utf8.distance(from: text.startIndex, to: start)..<text.utf8.distance(from: text.startIndex, to: end)
    #expect(prose.text(range) == "0.5, **?**[^n] and\n> 0.25 there.\n\n[^n]: A *note*.\n\n")
    #expect(prose.text(range.lowerBound + 1..<range.lowerBound + 12) == "?](swift:p)", "a value that is cut stays as it is")
  }

  /// What a program and a notebook ask for, of a course with modules of its own that is published.
  @Test func whatIsTakenAlongSaysWhatItNeeds() throws {
    let text = "---\ntitle: T\nswift: {imports: [Foundation]}\n---\n\n```swift\nimport Fractions\nlet a = 1\n```\n"
    var course = try MadeCourse([
      "01-a.md": text, "b-c.md": "# B\n\n```swift\n1\n```\n", "b.md": "# B\n\n```swift {session=c}\n1\n```\n",
      "course.yml": "site-url: https://e.org/c\n",
    ]).woven
    course.course.support = [SourceText(path: "lessons/Support/Tool.swift", text: "")]
    func files(_ place: Int) -> [String: String] {
      let files = LessonDownloads(course.woven[place], of: course.course, Bibliography([])).files
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }
    let program = try #require(files(0)["lessons/01-a.swift"])
    #expect(
      program.hasPrefix(
        """
        // T
        // from Lessons, lesson 01-a
        //
        // It imports LessonKit and Support and runs in the package of the course, with Swift 6.2 or later:
        //   course.tar  https://e.org/c/course.tar
        //   tar xf course.tar && cd course && swift run 01-a

        import LessonKit

        """))
    let notebook = try #require(files(0)["lessons/01-a.ipynb"])
    #expect(
      notebook.contains("`LessonKit`, `Support`, from the package of the course, [`course.tar`](<https://e.org/c/course.tar>).")
    )
    #expect(notebook.contains("import LessonKit\\n\", \"import Support\\n\", \"import Foundation\""))
    // The package calls one of two by another name.
    #expect(try #require(files(1)["lessons/b-c.swift"]).contains("&& swift run, by its name in README.md there\n"))
    course.course.file.packagePlace = .beside
    let more = "// README.md there says what more Fractions may ask for.\n"
    #expect(try #require(files(0)["lessons/01-a.swift"]).contains(more) && !program.contains(more))
  }

  @Test func aLessonWithoutCodeIsTakenAlongAsItIs() throws {
    let course = try MadeCourse(["01-a.md": "# A\n"]).woven
    let downloads = LessonDownloads(try #require(course.woven.first), of: course.course, Bibliography([]))
    #expect(downloads.files.map(\.path) == ["lessons/01-a.md"] && downloads.programs.isEmpty)
    #expect(course.site(kit: Self.kit)["course.tar"] == nil)
  }

  private static let longPath = String(repeating: "long/", count: 24) + "C.swift"
  /// Longer in one piece than the header of a file has room for, and as long as a system allows.
  private static let longName = "D/" + String(repeating: "ü", count: 124) + ".swift"
  private static let kit = [
    SiteFile(path: "A/B.swift", text: "public let b = 1\n"),
    SiteFile(path: longPath, bytes: [UInt8](repeating: 10, count: 512)),
    SiteFile(path: longName, text: "public let d = 1\n"),
  ]

  /// The file of an archive as the system's own `tar` reads it.
  private func unpacked(_ path: String, of archive: SiteFile) throws -> [UInt8] {
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/tar")
    tar.arguments = ["xOf", "-", path]
    let (input, output) = (Pipe(), Pipe())
    tar.standardInput = input
    tar.standardOutput = output
    try tar.run()
    // A pipe holds the whole of so small an archive.
    try input.fileHandleForWriting.write(contentsOf: Data(archive.bytes))
    try input.fileHandleForWriting.close()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0, "\(path)")
    return Array(bytes)
  }

  @Test func thePackageUnpacks() throws {
    let course = try course()
    let programs = LessonDownloads(try #require(course.woven.first), of: course.course, Bibliography([])).programs
    let archive = CoursePackage.file(programs, of: course.course, kit: Self.kit)
    #expect(archive.path == "course.tar")
    #expect(try unpacked("course/Sources/LessonKit/" + Self.longPath, of: archive).count == 512)
    #expect(try unpacked("course/Sources/LessonKit/" + Self.longName, of: archive) == Array("public let d = 1\n".utf8))
    let main = try unpacked("course/Sources/01-coins/main.swift", of: archive)
    #expect(try String(decoding: main, as: UTF8.self) == file("lessons/01-coins.swift"))
    let manifest = String(decoding: try unpacked("course/Package.swift", of: archive), as: UTF8.self)
    #expect(manifest.contains(".executableTarget(name: \"01-coins\", dependencies: [\"LessonKit\"]"))
  }

  @Test func thePackageSaysWhatItLacks() throws {
    var course = try MadeCourse(["01-a.md": "# A\n\n```swift\nimport Fractions\nlet a = 1\n```\n"]).woven
    let programs = course.woven.flatMap { LessonDownloads($0, of: course.course, Bibliography([])).programs }
    func readme() throws -> String {
      let archive = CoursePackage.file(programs, of: course.course, kit: Self.kit)
      return try String(decoding: unpacked("course/README.md", of: archive), as: UTF8.self)
    }
    #expect(try !readme().contains("Fractions"))
    course.course.file.packagePlace = .beside
    #expect(try readme().contains("They import Fractions. What of that belongs to a package of its own"))
  }

  /// Sessions, names that differ in nothing that a package manager sees, Swift 6, a support module.
  @Test func thePackageHasAProgramForEachSession() throws {
    let text =
      "---\ntitle: T\nswift: {mode: 6, imports: [Foundation]}\n---\n\n```swift\n1\n```\n\n```swift {session=b}\n2\n```\n"
    var course = try MadeCourse(["a ü.md": text, "a_-.md": text, "a--.md": text, "support.md": text]).woven
    course.course.support = [SourceText(path: "lessons/Support/Tool.swift", text: "")]
    let programs = course.woven.flatMap { LessonDownloads($0, of: course.course, Bibliography([])).programs }
    #expect(programs.map(\.session) == ["", "b", "", "b", "", "b", "", "b"])
    #expect(programs.first?.text.contains("\nimport LessonKit\nimport Support\nimport Foundation\n") == true)
    let archive = CoursePackage.file(programs, of: course.course, kit: Self.kit)
    let manifest = String(decoding: try unpacked("course/Package.swift", of: archive), as: UTF8.self)
    let names = manifest.split(separator: "executableTarget(name: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(names == ["a--", "a---b", "a---2", "a---b-2", "a_-", "a_--b", "support-2", "support-b"])
    #expect(manifest.contains("dependencies: [\"LessonKit\", \"Support\"], swiftSettings: [.swiftLanguageMode(.v6), "))
    #expect(try unpacked("course/Sources/Support/Tool.swift", of: archive).isEmpty)
  }
}
