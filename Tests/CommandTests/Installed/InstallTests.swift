import Foundation
import Testing
import WorkshopSupport

/// The tool as it is installed: laid out, copied to a place, run from there without what it was built from, and removed again.
@Suite struct InstallTests {
  /// A folder with everything that is installed, laid out once for all tests.
  private static let stage = Result<String, any Error> {
    let stage = try Scratch.folder() + "/stage"
    let laid = try script(
      "stage.sh '\((LessonsProcess.executable as NSString).deletingLastPathComponent)' '\(stage)' '\(Scratch.cache)'")
    #expect(laid.status == 0, "\(laid.error)")
    // The tests' cache has the kit for the same sources.
    #expect(laid.error.contains("compiling LessonKit for Swift") == false)
    return stage
  }

  private static func script(_ line: String, environment: [String: String] = [:]) throws -> LessonsProcess.Outcome {
    try LessonsProcess.shell(
      "'\(TestWorkshop.root)/Sources/Distribution/'\(line)", in: Scratch.folder(), environment: environment)
  }

  /// The files and folders below a folder.
  private static func names(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  /// Makes a course with a tool and builds it with an empty cache, as somebody does who has just installed it.
  private static func expectAFirstPage(from tool: String) throws {
    let folder = try Scratch.folder()
    func lessons(_ words: String..., in folder: String) throws -> LessonsProcess.Outcome {
      try LessonsProcess.run(words, in: folder, environment: ["HOME": folder], starting: [tool])
    }
    #expect(try lessons("new", "course", "First", in: folder).status == 0)
    if TestWorkshop.canExplore {
      let explored = "# Moved\n\n```swift {explore=\"rate: 0...9 = 3\"}\nrate * 2  // => 6\n```\n"
      try Data(explored.utf8).write(to: URL(fileURLWithPath: folder + "/First/lessons/02-moved.md"))
    }
    let built = try lessons("build", in: folder + "/First")
    #expect(
      built.status == 0 && built.error.contains("built \(TestWorkshop.canExplore ? "2 lessons" : "1 lesson") into output"),
      "\(built.error)")
    #expect(!built.error.contains("compiling LessonKit"), "\(built.error)")
    #expect(FileManager.default.fileExists(atPath: folder + "/First/output/lessons/01-welcome.html"))
    let doctor = try lessons("doctor", in: folder)
    #expect(doctor.output.contains("layout: installed: "))
    #expect(doctor.output.contains("compiled for this toolchain when the tool was installed"))
    let libraries = try LessonsProcess.shell("ldd '\(tool)'", in: folder, environment: [:])
    #expect(libraries.output.contains("/bin/../lib/lessons/libSwiftSyntax.so"), "\(libraries.output)")
    #expect(!libraries.output.contains("/lib/swift/") && !libraries.output.contains("not found"), "\(libraries.output)")
  }

  @Test func runsFromItsPlaceAndIsRemovedExactly() throws {
    let stage = try Self.stage.get()
    let root = try Scratch.folder()
    try FileManager.default.createDirectory(atPath: root + "/usr/share/man", withIntermediateDirectories: true)
    try Data("other".utf8).write(to: URL(fileURLWithPath: root + "/usr/other"))
    let before = try Self.names(below: root)
    // The second one takes the place of the first.
    for _ in 1...2 { #expect(try Self.script("install.sh '\(stage)' /usr '\(root)'").status == 0) }
    try Self.expectAFirstPage(from: root + "/usr/bin/lessons")
    #expect(try Self.script("uninstall.sh /usr '\(root)'").status == 0)
    #expect(try Self.names(below: root) == before)
    let again = try Self.script("uninstall.sh /usr '\(root)'")
    #expect(again.status == 2 && again.error.contains("nothing of lessons is installed"))
  }

  /// What others put beside it is theirs.
  @Test func whatOthersPutBesideItStays() throws {
    let root = try Scratch.folder()
    // A place is taken from the folder in which one stands, as everywhere.
    let install = "'\(TestWorkshop.root)/Sources/Distribution/install.sh' '\(try Self.stage.get())' opt/l"
    #expect(try LessonsProcess.shell(install, in: root, environment: [:]).status == 0)
    let added = root + "/opt/l/share/lessons/mine.txt"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: added))
    #expect(try Self.script("uninstall.sh '\(root)/opt/l'").status == 0)
    #expect(try Self.names(below: root + "/opt/l") == ["share", "share/lessons", "share/lessons/mine.txt"])
  }

  @Test func everyCommandHasAPage() throws {
    let manual = try Self.stage.get() + "/share/man/man1"
    let pages = try FileManager.default.contentsOfDirectory(atPath: manual).sorted()
    let commands = [
      "accept", "build", "check", "clean", "doctor", "new", "new-course", "new-lesson", "prepare", "run", "serve", "why",
    ]
    #expect(Set(pages).isSuperset(of: commands.map { "lessons-\($0).1" } + ["lessons.1"]))
    for page in pages {
      let text = try String(contentsOfFile: manual + "/" + page, encoding: .utf8)
      for part in [".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH EXIT STATUS"] { #expect(text.contains(part), "\(page)") }
    }
  }

  @Test(.enabled(if: Shell.has("man"), "no man is installed")) func everyPageIsSet() throws {
    let set = try LessonsProcess.shell(
      "for page in '\(Self.stage.get())'/share/man/man1/*.1; do man --warnings=w -E UTF-8 -l \"$page\" >>set; done; grep -c '^NAME' set",
      in: try Scratch.folder(), environment: [:])
    #expect(set.status == 0 && set.error == "", "\(set.error)")
    #expect(try set.output == "\(Self.names(below: Self.stage.get() + "/share/man/man1").count)\n")
  }

  struct Completion: Sendable, CustomTestStringConvertible {
    var shell: String
    var file: String
    /// What makes the shell read a script and run none of it.
    var option: String
    var testDescription: String { shell }
  }

  static let completions = [
    Completion(shell: "bash", file: "bash-completion/completions/lessons", option: "-n"),
    Completion(shell: "zsh", file: "zsh/site-functions/_lessons", option: "-n"),
    Completion(shell: "fish", file: "fish/vendor_completions.d/lessons.fish", option: "--no-execute"),
  ]

  @Test(arguments: completions) func completionsAreScripts(_ completion: Completion) throws {
    let path = try Self.stage.get() + "/share/" + completion.file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for word in ["build", "accept", "sandbox", "without-solutions"] { #expect(text.contains(word)) }
    guard Shell.has(completion.shell) else { return }
    let read = try LessonsProcess.shell("\(completion.shell) \(completion.option) '\(path)'", in: "/", environment: [:])
    #expect(read.status == 0, "\(read.error)")
  }

  @Test(.enabled(if: Shell.has("dpkg-deb"), "no dpkg-deb is installed")) func thePackageRunsFromABareFolder() throws {
    let folder = try Scratch.folder()
    let made = try Self.script("deb.sh '\(Self.stage.get())' '\(folder)'", environment: ["COMPRESSION": "none"])
    #expect(made.status == 0, "\(made.error)")
    let unpacked = try LessonsProcess.shell(
      """
      dpkg-deb --contents *.deb | awk '{ print $2 }' | sort -u >owners
      dpkg-deb --field *.deb Package Depends Description >fields
      dpkg-deb --raw-extract *.deb root
      cd root && md5sum --quiet -c DEBIAN/md5sums
      """, in: folder, environment: [:])
    #expect(unpacked.status == 0, "\(unpacked.error)")
    func text(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }
    #expect(try text("owners") == "root/root\n")
    let fields = try text("fields")
    for part in ["Package: lessons", "libc6", "libcmark-gfm", "libduktape"] { #expect(fields.contains(part), "\(fields)") }
    let documents = try Self.names(below: folder + "/root/usr/share/doc/lessons")
    #expect(documents == ["LessonKit.md", "README.md", "SECURITY.md", "changelog.gz", "copyright"])
    #expect(try Self.names(below: folder + "/root/usr/share/man/man1").allSatisfy { $0.hasSuffix(".1.gz") })
    try Self.expectAFirstPage(from: folder + "/root/usr/bin/lessons")
  }

  /// A program that was copied without what belongs to it says so.
  @Test func aCopyOfTheProgramAloneSaysWhatIsMissing() throws {
    let folder = try Scratch.folder()
    try FileManager.default.createDirectory(atPath: folder + "/lib", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/lib/lessons", withDestinationPath: Self.stage.get() + "/lib/lessons")
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.stage.get() + "/bin/lessons", toPath: folder + "/bin/lessons")
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[2](swift:1+1)\n"])
    let outcome = try LessonsProcess.run(["check"], in: course.folder, starting: [folder + "/bin/lessons"])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("/share/lessons; do not copy the program alone"), "\(outcome.error)")
  }

}
