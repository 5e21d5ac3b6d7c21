import Foundation
import LessonsCore
import Testing

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

  private func report() throws -> (Course, LessonReport) {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, to: "01-coins.md")
    try folder.write("references:\n  - id: key\n", to: "course.yml")
    let course = try CourseReader.read(folder.path).course
    let read = course.lessons[0]
    let lesson = try #require(read.lesson)
    var run = Run.notRun(lesson)
    run.blocks[0].value = .float64(Double(1).bitPattern, text: "1.0")
    let table = Exhibit(kind: .table, title: "", text: "x\n1", svg: nil, summary: "", data: nil)
    run.blocks[1].printed = [.text("before\n"), .exhibit(table)]
    run.blocks[2].message = "Fatal error: no"
    return (course, LessonReport(read: read, run: run))
  }

  private func file(_ path: String) throws -> String {
    let (course, report) = try report()
    let kit = [KitSource(path: "A/B.swift", bytes: Array("public let b = 1\n".utf8))]
    let pages = Downloads.pages(of: course, [report], kit: kit)
    return String(decoding: try #require(pages.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test func theMarkdownIsTheAuthors() throws {
    #expect(try file("lessons/01-coins.md") == Self.lesson)
  }

  @Test func theProgramPrintsWhatThePageShows() throws {
    #expect(
      try file("lessons/01-coins.swift") == """
        // Coins
        // from Lessons, lesson 01-coins

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
    #expect(sources[2] == "let p = 0.5  // hide\np * 2  // => 1")
    #expect(sources[3] == "> A quotation.")
    #expect(sources[5] == "> and its end")
    let kinds = cells.map { ($0["outputs"] as? [[String: Any]] ?? []).map { $0["output_type"] as? String ?? "" } }
    #expect(kinds == [[], [], ["execute_result"], [], ["stream", "display_data"], [], ["error"], []])
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
    #expect(json["nbformat"] as? Int == 4 && json["nbformat_minor"] as? Int == 5)
  }

  /// Read back by the system's own `tar`.
  @Test func thePackageUnpacks() throws {
    let (course, report) = try report()
    let long = String(repeating: "long/", count: 24) + "C.swift"
    let kit = [
      KitSource(path: "A/B.swift", bytes: Array("public let b = 1\n".utf8)),
      KitSource(path: long, bytes: [UInt8](repeating: 10, count: 512)),
    ]
    let pages = Downloads.pages(of: course, [report], kit: kit)
    let archive = try #require(pages.first { $0.path == "course.tar" })
    let folder = FileManager.default.temporaryDirectory.appending(path: "tape-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(archive.bytes).write(to: folder.appending(path: "course.tar"))
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/tar")
    tar.arguments = ["xf", "course.tar"]
    tar.currentDirectoryURL = folder
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    #expect(try Data(contentsOf: folder.appending(path: "course/Sources/LessonKit/" + long)).count == 512)
    let main = try String(contentsOf: folder.appending(path: "course/Sources/01-coins/main.swift"), encoding: .utf8)
    #expect(main == (try file("lessons/01-coins.swift")))
    let manifest = try String(contentsOf: folder.appending(path: "course/Package.swift"), encoding: .utf8)
    #expect(manifest.contains(".executableTarget(name: \"01-coins\", dependencies: [\"LessonKit\"]"))
  }
}
