import Foundation
import Testing

/// A package's documentation is checked with the package itself: its products are built once for each state of its files, and
/// its errors are told as its own.
@Suite struct PackageTests {
  private static let manifest = """
    // swift-tools-version: 6.0
    import PackageDescription
    let package = Package(
      name: "Fractions", products: [.library(name: "Fractions", targets: ["Fractions"])],
      targets: [
        .target(name: "CTwice"), .target(name: "Fractions", dependencies: ["CTwice"]),
        .executableTarget(name: "demo", dependencies: ["Fractions"]), .testTarget(name: "FractionsTests"),
      ])

    """
  private static let code = """
    import CTwice
    public struct Fraction: CustomStringConvertible {
      public var over: Int, under: Int
      public init(_ over: Int, _ under: Int) { self.over = over; self.under = under }
      public static func + (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.over * b.under + b.over * a.under, a.under * b.under)
      }
      public var description: String { "\\(over)/\\(under)" }
    }
    public func twice(_ x: Int) -> Int { Int(c_twice(Int32(x))) }
    public func first(_ list: [Int]) -> Int { list[0] }

    """
  private static let uses =
    "# Uses\n\n```swift\nimport Fractions\nFraction(1, 2) + Fraction(1, 3)\n```\n\n```output\n5/6\n```\n"

  /// A course beside a package: `README.md` and `Package.swift`, and lessons below.
  private func course(lessons: [String: String] = [:], courseFile: String? = nil) throws -> TemporaryCourse {
    let course = try TemporaryCourse(lessons: lessons, courseFile: courseFile)
    for folder in ["CTwice/include", "Fractions", "demo"] {
      try FileManager.default.createDirectory(
        atPath: course.path("Sources/\(folder)"), withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(
      atPath: course.path("Tests/FractionsTests"), withIntermediateDirectories: true)
    try course.write(Self.manifest, to: "Package.swift")
    try course.write("int c_twice(int);\n", to: "Sources/CTwice/include/twice.h")
    try course.write("#include \"twice.h\"\nint c_twice(int x) { return 2 * x; }\n", to: "Sources/CTwice/twice.c")
    try course.write(Self.code, to: "Sources/Fractions/Fraction.swift")
    try course.write("import Fractions\nprint(twice(1))\n", to: "Sources/demo/main.swift")
    try course.write("import Testing\n", to: "Tests/FractionsTests/Tests.swift")
    return course
  }

  @Test func aReadmeImportsWhatItIsAbout() throws {
    let course = try course()
    try course.write(
      Self.uses + "\n```swift\nimport CTwice\nprint(twice(21), c_twice(2))  // Prints \"42 4\"\n```\n", to: "README.md")
    // What no other test has built.
    try course.write("public let readme = 1\n", to: "Sources/Fractions/Readme.swift")
    let before = try course.tree()
    let first = try course.lessons("check", "README.md")
    #expect(first.status == 0 && first.error.contains("building the package Fractions"), "\(first)")
    // Nothing of it is built again, and nothing was written beside it.
    try course.write(Self.uses + "\n[42](swift:twice(21))\n", to: "README.md")
    let second = try course.lessons("check", "README.md")
    #expect(second.status == 0 && !second.error.contains("building"), "\(second)")
    try course.write(before["README.md"] ?? [], to: "README.md")
    #expect(try course.tree() == before)
    let run = try course.lessons("run", "README.md")
    #expect(run.status == 0 && run.output.contains("5/6"), "\(run)")
    try course.replace("5/6", with: "?", in: "README.md")
    #expect(try course.lessons("accept", "README.md").status == 0)
    #expect(try course.bytes("README.md") == before["README.md"])
  }

  /// A change of the package is a change of the lessons that import it, and of no other; cold and warm say the same.
  @Test func itsSourcesArePartOfTheResult() throws {
    let course = try course(
      lessons: ["01-uses": Self.uses, "02-other": "# Other\n\n[2](swift:1+1)\n"], courseFile: "title: F\npackage: ..\n")
    #expect(try course.lessons("check").status == 0)
    #expect(try course.lessons("why", "lessons/01-uses.md").output.contains("nothing would be run"))
    try course.replace("b.over * a.under", with: "b.over * a.under + 1", in: "Sources/Fractions/Fraction.swift")
    let why = try course.lessons("why", "lessons/01-uses.md")
    #expect(why.output.contains("Sources/Fractions/Fraction.swift has changed"), "\(why)")
    let warm = try course.lessons("check", "--verbose")
    #expect(warm.status == 1 && warm.output.contains("5 is written, 6 is computed"), "\(warm)")
    #expect(try course.lessons("check", "--no-cache").output == warm.output)
    try course.replace("b.over * a.under + 1", with: "b.over * a.under", in: "Sources/Fractions/Fraction.swift")
    #expect(try course.lessons("check").status == 0)
    // A new file counts, an article beside it does not.
    try course.write("public let more = 2\n", to: "Sources/Fractions/More.swift")
    let more = try course.lessons("check", "--verbose")
    #expect(more.status == 0 && more.error.contains("building the package"), "\(more)")
    try course.write("Words.\n", to: "README.md")
    #expect(try course.lessons("check", "--verbose").error.contains("nothing has changed"))
  }

  @Test func itsErrorsAreItsOwn() throws {
    let course = try course(
      lessons: ["01-uses": Self.uses, "02-other": "# Other\n\n[2](swift:1+1)\n"], courseFile: "title: F\npackage: ..\n")
    let file = MarkedText(
      Self.code.replacing(
        "list[0]", with: "⟦package|this package does not build: cannot find 'lost' in scope⟧lost[0]"))
    try course.write(file.bytes, to: "Sources/Fractions/Fraction.swift")
    let report = try course.check()
    #expect(report.status == 1)
    expect(report.diagnostics, toMatch: file)
    #expect(report.diagnostics.map(\.file) == ["Sources/Fractions/Fraction.swift"])
    #expect(report.lessons["01-uses"]?.diagnostics == [])
    // Who does not import it is not held up.
    #expect(report.lessons["02-other"]?.values.map(\.status) == ["ok"])
    try course.write(Self.code, to: "Sources/Fractions/Fraction.swift")
    #expect(try course.check().status == 0)
  }

  /// `why` starts nothing to say what has changed, and speaks of a README as it does of a lesson.
  /// What is wrong with a neighbor is not said of the package itself.
  @Test func aNeighborThatIsNotThereIsNamed() throws {
    let course = try course()
    try course.write(
      Self.manifest.replacing("targets: [\n", with: "dependencies: [.package(path: \"../gone-astray\")], targets: [\n"),
      to: "Package.swift")
    try course.write(Self.uses, to: "README.md")
    let outcome = try course.lessons("check", "README.md")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        #/Package.swift:1:1: error: this package depends on the package at .*/gone-astray, which has no Package.swift/#),
      "\(outcome)")
  }

  @Test func whyNamesWhatHasChanged() throws {
    let course = try course()
    try course.write(Self.uses, to: "README.md")
    #expect(try course.lessons("check", "README.md").status == 0)
    #expect(try course.lessons("why", "README.md").output.contains("nothing would be run"))
    try course.replace("let package = Package(", with: "let package = Package((", in: "Package.swift")
    #expect(
      try course.lessons("why", "README.md").output
        == "README would be run again where it imports the package: Package.swift has changed\n")
    // What did not run is not remembered as if it had.
    #expect(try course.lessons("check", "README.md").status == 1)
    #expect(try course.lessons("why", "README.md").output.contains("no good run of it is remembered"))
  }

  /// Files that travel with a target, and macros, which are programs that the compiler starts, in a sandbox and without.
  @Test func resourcesAndMacros() throws {
    let course = try TemporaryCourse(lessons: [:])
    for (path, text) in Self.withMacros { try course.write(text, to: path) }
    try course.write(
      """
      # Shout

      ```swift
      import Shout
      let (value, source) = #source(2 * 3)
      print(value, source, try words())
      ```

      ```output
      6 2 * 3 ["one", "two"]
      ```

      """, to: "README.md")
    let contained = try course.lessons("check", "README.md")
    #expect(contained.status == 0, "\(contained)")
    let open = try course.lessons("check", "README.md", "--sandbox", "off")
    #expect(open.status == 0 && !open.error.contains("building the package"), "\(open)")
    // A file that is no source counts as one.
    try course.write("one\ntwo\nthree\n", to: "Sources/Shout/Files/words.txt")
    #expect(try course.lessons("why", "README.md").output.contains("Sources/Shout/Files/words.txt has changed"))
    #expect(try course.lessons("check", "README.md").status == 1)
    #expect(try course.lessons("accept", "README.md").status == 0)
    #expect(try course.text("README.md").contains("[\"one\", \"two\", \"three\"]"))
  }

  /// The plugin speaks to the compiler as those do that are made with swift-syntax: in JSON, each message behind its length.
  private static let withMacros = [
    "Package.swift": """
    // swift-tools-version: 6.0
    import CompilerPluginSupport
    import PackageDescription
    let package = Package(
      name: "Shout", products: [.library(name: "Shout", targets: ["Shout"])],
      targets: [
        .macro(name: "ShoutMacros"),
        .target(name: "Shout", dependencies: ["ShoutMacros"], resources: [.process("Files")]),
      ])

    """,
    "Sources/ShoutMacros/Plugin.swift": """
    import Foundation
    @main struct Plugin {
      static func main() {
        while let head = try? FileHandle.standardInput.read(upToCount: 8), head.count == 8 {
          let count = head.reversed().reduce(0) { $0 << 8 | Int($1) }
          guard let body = try? FileHandle.standardInput.read(upToCount: count),
            let message = try? JSONSerialization.jsonObject(with: body) as? [String: [String: Any]]
          else { return }
          var answer: [String: Any] = ["getCapabilityResult": ["capability": ["protocolVersion": 7]]]
          if let syntax = message["expandFreestandingMacro"]?["syntax"] as? [String: Any] {
            let text = ((syntax["source"] as? String) ?? "").drop { $0 != "(" }.dropFirst().dropLast()
            answer = ["expandMacroResult": ["expandedSource": "(\\(text), \\"\\(text)\\")", "diagnostics": []]]
          }
          let bytes = try! JSONSerialization.data(withJSONObject: answer)
          FileHandle.standardOutput.write(Data((0..<8).map { UInt8(bytes.count >> (8 * $0) & 255) }) + bytes)
        }
      }
    }

    """,
    "Sources/Shout/Shout.swift": """
    import Foundation
    @freestanding(expression) public macro source<T>(_ value: T) -> (T, String) =
      #externalMacro(module: "ShoutMacros", type: "Source")
    public func words() throws -> [String] {
      let file = Bundle.module.url(forResource: "words", withExtension: "txt")!
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\\n").map(String.init)
    }

    """,
    "Sources/Shout/Files/words.txt": "one\ntwo\n",
  ]

  @Test(arguments: [
    ("let x: Int = \"a\"\n", "", "Package.swift:9:14", "cannot convert value of type 'String'"),
    ("", "package: ../none\n", "lessons/course.yml:1:10", "there is no Package.swift in none"),
    ("package.products = []\n", "package: ..\n", "lessons/course.yml:1:10", "has no library product"),
    (
      "package.dependencies = [.package(url: \"https://example.org/far\", from: \"1.0.0\")]\n", "package: ..\n",
      "lessons/course.yml:1:10", "run 'swift package resolve' in it"
    ),
    ("package.targets.append(.target(name: \"Lost\"))\n", "package: ..\n", "lessons/course.yml:1:10", "Lost"),
  ]) func aMistakeIsToldAtItsPlace(manifest: String, courseFile: String, place: String, words: String) throws {
    let course = try course(
      lessons: ["01-uses": Self.uses], courseFile: courseFile.isEmpty ? "package: ..\n" : courseFile)
    try course.write(Self.manifest + manifest, to: "Package.swift")
    let report = try course.check()
    let told = try #require(report.diagnostics.first)
    #expect(report.status == 1 && report.diagnostics.count == 1 && told.id == "package", "\(report)")
    #expect("\(told)".hasPrefix(place + ":") && told.message.contains(words), "\(told)")
    #expect(report.lessons["01-uses"]?.diagnostics == [])
  }

  /// A trap in it is told where the lesson called it.
  @Test func itsTrapsAreTheCallers() throws {
    let course = try course()
    let lesson = MarkedText("# R\n\n```swift\nimport Fractions\nprint(⟦trap|Index out of range⟧first([]))\n```\n")
    try course.write(lesson.bytes, to: "README.md")
    let outcome = try course.lessons("check", "README.md", "--format", "json")
    expect(try #require(try CheckReport(outcome).lessons["README"]).diagnostics, toMatch: lesson)
  }

  /// Packages beside it are built with it, and count as it does.
  @Test func aPackageBesideIsPartOfIt() throws {
    let course = try course()
    try course.write(Self.uses.replacing("Fraction(1, 2)", with: "import Half\nhalf"), to: "README.md")
    try FileManager.default.createDirectory(atPath: course.path("Half/Sources/Half"), withIntermediateDirectories: true)
    try course.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Half", products: [.library(name: "Half", targets: ["Half"])],
        dependencies: [.package(name: "Fractions", path: "..")],
        targets: [.target(name: "Half", dependencies: ["Fractions"])])

      """, to: "Half/Package.swift")
    try course.write("import Fractions\npublic var half: Fraction { Fraction(1, 2) }\n", to: "Half/Sources/Half/Half.swift")
    try FileManager.default.moveItem(atPath: course.path("README.md"), toPath: course.path("Half/README.md"))
    let outcome = try course.lessons("check", "Half/README.md")
    #expect(outcome.status == 0, "\(outcome)")
    try course.replace("\\(over)/\\(under)", with: "\\(over):\\(under)", in: "Sources/Fractions/Fraction.swift")
    #expect(try course.lessons("check", "Half/README.md").status == 1)
  }

  /// A manifest is a program: it reads nothing but itself.
  @Test func itsManifestIsContained() throws {
    let course = try course()
    try course.write("secret", to: "secret.txt")
    try course.write(
      """
      // swift-tools-version: 6.0
      import Foundation
      if let text = try? String(contentsOfFile: "\(course.path("secret.txt"))", encoding: .utf8) { fatalError(text) }

      """ + Self.manifest.split(separator: "\n").dropFirst().joined(separator: "\n"), to: "Package.swift")
    try course.write(Self.uses, to: "README.md")
    #expect(try course.lessons("check", "README.md").status == 0)
  }
}
