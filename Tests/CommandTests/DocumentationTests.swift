import Foundation
import Testing

/// The examples in the kit's documentation comments are promises, so the tool checks them like any lesson.
@Suite struct DocumentationTests {
  /// The kit's sources, by path below the folder of the kit.
  private static func sources() throws -> [String: String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/LessonKit")
    var sources: [String: String] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() where file.hasSuffix(".swift")
    {
      sources[file] = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }
    return sources
  }

  /// One lesson for each source with examples.
  private static func course(_ sources: [String: String]) throws -> TemporaryCourse {
    var lessons: [String: String] = [:]
    for (file, source) in sources {
      let name = file.dropLast(6).lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
      let examples = DocumentedExamples(source)
      if examples.lines.contains(where: { !$0.isEmpty }) { lessons[name] = examples.lesson(title: String(file.dropLast(6))) }
    }
    return try TemporaryCourse(lessons: lessons)
  }

  @Test func everyExampleOfTheKitIsTrue() throws {
    let sources = try Self.sources()
    let report = try Self.course(sources).check()
    let checked = report.summary["comments", default: 0] + report.summary["outputs", default: 0]
    #expect(report.status == 0)
    // A diagnostic has the line of the source, for the lesson is the source with all else blanked out.
    let errors = report.lessons.values.flatMap(\.diagnostics).map(\.description).sorted()
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    #expect(checked > 200, "only \(checked) promises were found")
    print("checked \(checked) promises in the documentation of \(report.lessons.count) sources")
  }

  /// A result that is promised outside of a Swift fence would never be checked.
  @Test func everyPromiseStandsInAnExample() throws {
    for (file, source) in try Self.sources() {
      let promises = source.split(separator: "\n").filter { line in
        let words = line.drop { $0 == " " }
        return words.hasPrefix("/// ") && DocumentedExamples.isPromise(words.dropFirst(4))
      }
      let found = DocumentedExamples(source).lines.filter { DocumentedExamples.isPromise($0) }
      #expect(promises.count == found.count, "\(file)")
    }
  }

  /// The first page of the kit's documentation lists everything that the kit gives, by field.
  @Test func theFirstPageListsWhatIsPublic() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/LessonKit/LessonKit.docc/LessonKit.md").standardizedFileURL, encoding: .utf8)
    let listed = Set(page.matches(of: /- ``([A-Za-z0-9]+)/).map { String($0.1) })
    var given: Set<String> = []
    for source in try Self.sources().values {
      // What stands in for the C library where there is none is no part of the kit.
      for line in source.split(separator: "\n") where !source.contains("canImport(SwiftGlibc)") {
        if let found = line.firstMatch(
          of: /^(?:@\w+ )*public (?:final )?(?:struct|enum|class|protocol|func|typealias) ([A-Za-z0-9]+)/)
        {
          given.insert(String(found.1))
        }
      }
    }
    #expect(given.count > 100)
    #expect(given.subtracting(listed).sorted() == [] && listed.subtracting(given).sorted() == [])
  }

  @Test func aFalseExampleIsFoundAtItsLine() throws {
    let source = """
      /// Twice a number.
      ///
      /// ```swift
      /// let x = 2.0
      /// x + x  // => 4.0
      /// ```
      ///
      /// Also for others:
      ///
      /// ```swift
      /// x + x  // => 5.0
      /// ```
      func twice() {}

        /// ```swift
        /// x  // => 2.0
        /// ```
        func alone() {}
      """
    let report = try Self.course(["Twice.swift": source]).check()
    let places = report.lessons["twice"]?.diagnostics.map { "\($0.line) \($0.id)" }
    // The second example goes on from the first; the next declaration knows nothing of them.
    #expect(places == ["11 mismatch", "16 compile-error"])
  }
}

/// The examples in the documentation comments of a source, at their lines.
struct DocumentedExamples {
  /// The lines of a lesson, as many as the source has: empty where there is no example.
  private(set) var lines: [String] = []

  init(_ source: String) {
    var isOpen = false
    var (comments, isComment) = (0, false)
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix("///") else {
        (isOpen, isComment) = (false, false)
        lines.append("")
        continue
      }
      // The examples of one declaration build on each other, those of different ones do not.
      if !isComment { comments += 1 }
      isComment = true
      let text = words.hasPrefix("/// ") ? String(words.dropFirst(4)) : ""
      if isOpen {
        lines.append(text)
        isOpen = text != "```"
      } else if text == "```swift" || text == "```output" {
        lines.append(text == "```swift" ? "```swift {session=comment\(comments)}" : text)
        isOpen = true
      } else {
        lines.append("")
      }
    }
  }

  static func isPromise(_ line: some StringProtocol) -> Bool { line.contains("// => ") || line.contains("// Prints ") }

  func lesson(title: String) -> String {
    var lines = lines
    if lines.first?.isEmpty == true { lines[0] = "# \(title)" }
    return lines.joined(separator: "\n")
  }
}
