import Foundation
import Testing
import Yams

/// The workflow and the hooks that the guide offers, as far as a machine without a forge can run them.
@Suite struct ForgeTests {
  private static let guide = repository + "/Sources/lessons/Guide"
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// A repository with a course, and the tool on its search path.
  private struct Repository {
    let course: TemporaryCourse
    private let bin: String
    /// Holds the cache of the tests under the name that the tool gives its own.
    private let caches: String

    init(_ lesson: String) throws {
      course = try TemporaryCourse(lessons: ["01-a": lesson])
      bin = try Scratch.folder()
      try FileManager.default.createSymbolicLink(atPath: bin + "/lessons", withDestinationPath: LessonsProcess.executable)
      caches = try Scratch.folder()
      try FileManager.default.createSymbolicLink(atPath: caches + "/lessons", withDestinationPath: course.cache)
      for command in ["git init -q -b main", "git config user.name A", "git config user.email a@example.org"] {
        #expect(try run(command).status == 0)
      }
    }

    /// What a shell says to a script, in the folder of the repository.
    func run(_ script: String) throws -> LessonsProcess.Outcome {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      return try LessonsProcess.shell(
        script, in: course.folder,
        environment: [
          "PATH": "\(bin):\(path)", "XDG_CACHE_HOME": caches,
          "GIT_CONFIG_NOSYSTEM": "1",
        ])
    }

    /// A commit of everything: whether it was made.
    func commits(_ message: String) throws -> LessonsProcess.Outcome { try run("git add -A && git commit -q -m '\(message)'") }

    func commitCount() throws -> Int { Int(try run("git rev-list --count HEAD").output.dropLast()) ?? 0 }
  }

  // MARK: This repository

  /// What the README promises is what the forge runs; forms and workflows are what a forge can read.
  @Test func theForgeTestsThisRepository() throws {
    let folder = Self.repository + "/.github"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yml") }
    #expect(files.count >= 6)
    for file in files { #expect(try Yams.load(yaml: Self.text(folder + "/" + file)) is [String: Any], "\(file)") }
    let workflow = try #require(Yams.load(yaml: Self.text(folder + "/workflows/ci.yml")) as? [String: Any])
    let jobs = try #require(workflow["jobs"] as? [String: [String: Any]])
    let runs = jobs.values.flatMap { $0["steps"] as? [[String: Any]] ?? [] }.compactMap { $0["run"] as? String }
    for command in ["make site", "make test"] { #expect(runs.contains(command)) }
    #expect(runs.contains { $0.contains("git archive HEAD") && $0.contains("make -C /tmp/tree install") })
    for form in files where form.hasPrefix("ISSUE_TEMPLATE/") && !form.hasSuffix("config.yml") {
      let fields = try #require(Yams.load(yaml: Self.text(folder + "/" + form)) as? [String: Any])
      #expect(fields["name"] is String && fields["description"] is String && fields["body"] is [[String: Any]], "\(form)")
    }
  }

  /// The page of a release is its section of the changelog, whole and alone.
  @Test func aReleaseHasItsPage() throws {
    let notes = "'\(Self.repository)/Sources/Distribution/notes.sh'"
    let version = try LessonsProcess.run(["--version"], in: Scratch.folder()).output.split(separator: "\n")[0]
    let page = try LessonsProcess.shell("\(notes) \(version)", in: Scratch.folder(), environment: [:])
    #expect(page.status == 0 && page.output.contains("### Added\n") && !page.output.contains("\n## "))
    #expect(page.output.contains("`v\(version)`"), "a release names its tag")
    let changelog = try Self.text(Self.repository + "/CHANGELOG.md")
    #expect(changelog.contains(try Regex("\n## \(version) - \\d{4}-\\d\\d-\\d\\d\n")))
    let none = try LessonsProcess.shell("\(notes) 99.0", in: Scratch.folder(), environment: [:])
    #expect(none.status == 2 && none.error.contains("no section 99.0"))
  }

  static let good = "# A\n\n[2](swift:1+1)\n"
  static let bad = "# A\n\n[3](swift:1+1)\n"

  // MARK: The workflow

  private static func steps() throws -> [[String: Any]] {
    let workflow = try #require(Yams.load(yaml: text(guide + "/workflow.yml")) as? [String: Any])
    #expect(workflow.keys.sorted() == ["jobs", "name", "on", "permissions"], "'on' is a text and not true")
    #expect((workflow["permissions"] as? [String: String]) == ["contents": "read"])
    let job = try #require((workflow["jobs"] as? [String: [String: Any]])?["lessons"])
    #expect(job["runs-on"] != nil && job["container"] != nil)
    return try #require(job["steps"] as? [[String: Any]])
  }

  /// Each step does one thing, in this order; what is from elsewhere has a version.
  @Test func theWorkflowIsWhole() throws {
    let steps = try Self.steps()
    for step in steps { #expect((step["uses"] == nil) != (step["run"] == nil)) }
    let uses = steps.compactMap { $0["uses"] as? String }
    #expect(uses.allSatisfy { $0.firstMatch(of: /^actions\/[a-z-]+@v\d+$/) != nil })
    #expect(uses.last == "actions/upload-artifact@v4")
    let runs = steps.compactMap { $0["run"] as? String }
    #expect(runs.count == 4 && runs[0].contains("make -C .lessons-tool tool"))
    #expect(runs[2].contains("--format github") && runs[2].contains("--strict"))
    #expect(runs[2...].allSatisfy { $0.contains("--sandbox require") })
  }

  /// The steps that run the tool, on a course that is right and on one that is wrong.
  @Test(arguments: [(good, true), (bad, false)]) func itsStepsRun(_ lesson: String, _ isGood: Bool) throws {
    let repository = try Repository(lesson)
    var outcomes: [String: LessonsProcess.Outcome] = [:]
    for step in try Self.steps() {
      guard let script = step["run"] as? String, script.hasPrefix("lessons "), let name = step["name"] as? String else {
        continue
      }
      outcomes[name] = try repository.run(script)
    }
    let check = try #require(outcomes["Check every number"])
    #expect(check.status == (isGood ? 0 : 1), "\(check.error)")
    #expect(check.output == (isGood ? "" : check.output))
    if !isGood { #expect(check.output.hasPrefix("::error file=lessons/01-a.md,line=3,col=2,title=mismatch::3 is written")) }
    #expect(check.error.contains(isGood ? "checked 1 lesson: 0 outputs, 1 value in prose, 0 comments: all match" : "1 error"))
    #expect(try #require(outcomes["Make the site"]).status == 0)
    #expect(repository.course.exists("output/lessons/01-a.html"))
    #expect(outcomes.count == 3)
  }

  // MARK: The hook of git

  private static func hooked() throws -> Repository {
    let repository = try Repository(good)
    let hook = repository.course.path(".git/hooks/pre-commit")
    try? FileManager.default.createDirectory(
      atPath: repository.course.path(".git/hooks"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: guide + "/pre-commit.sh", toPath: hook)
    #expect(FileManager.default.isExecutableFile(atPath: hook), "it is executable in the repository already")
    return repository
  }

  @Test func aRightCommitPassesAndAWrongOneDoesNot() throws {
    let repository = try Self.hooked()
    let first = try repository.commits("right")
    #expect(first.status == 0, "\(first.error)\(first.output)")
    #expect(try repository.commitCount() == 1)
    try repository.course.write(Self.bad, to: "lessons/01-a.md")
    let second = try repository.commits("wrong")
    #expect(second.status == 1 && (second.output + second.error).contains("lessons/01-a.md:3:2: error: 3 is written"))
    #expect(try repository.commitCount() == 1)
    try repository.course.write(Self.good + "\nMore.\n", to: "lessons/01-a.md")
    #expect(try repository.commits("right again").status == 0)
    #expect(try repository.commitCount() == 2)
    #expect(try repository.run("git status --porcelain").output == "", "the hook leaves nothing in the folder")
  }

  /// What counts is what is committed, whatever lies beside it.
  @Test func theHookChecksWhatIsStaged() throws {
    let repository = try Self.hooked()
    #expect(try repository.commits("right").status == 0)
    try repository.course.write(Self.bad, to: "lessons/01-a.md")
    #expect(try repository.run("git add -A").status == 0)
    try repository.course.write(Self.good, to: "lessons/01-a.md")
    #expect(try repository.run("git commit -q -m wrong").status == 1)
    try repository.course.write(Self.good + "\nMore.\n", to: "lessons/01-a.md")
    #expect(try repository.run("git add -A").status == 0)
    try repository.course.write(Self.bad, to: "lessons/01-a.md")
    #expect(try repository.run("git commit -q -m right").status == 0)
    #expect(try repository.commitCount() == 2)
  }

  /// A commit that changes no lesson does not wait for the tool.
  @Test func theHookLetsOtherCommitsPass() throws {
    let repository = try Self.hooked()
    #expect(try repository.commits("right").status == 0)
    try repository.course.write("notes", to: "notes.txt")
    #expect(try repository.run("rm -rf .git/lessons-check; git add -A && git commit -q -m notes").status == 0)
    #expect(!repository.course.exists(".git/lessons-check"))
  }

  /// The entry for the program pre-commit, run as that runs it: the entry with its arguments, in the folder of the repository.
  @Test func theEntryOfPreCommitRuns() throws {
    let hooks = try #require(Yams.load(yaml: Self.text(Self.repository + "/.pre-commit-hooks.yaml")) as? [[String: Any]])
    let hook = try #require(hooks.first)
    #expect(hooks.count == 1 && hook["id"] as? String == "lessons-check" && hook["language"] as? String == "system")
    #expect(hook["pass_filenames"] as? Bool == false)
    let files = try Regex(#require(hook["files"] as? String))
    #expect("lessons/01-a.md".contains(files) && !"notes.txt".contains(files))
    let arguments = try #require(hook["args"] as? [String])
    let script = try ([#require(hook["entry"] as? String)] + arguments).joined(separator: " ")
    #expect(try Repository(Self.good).run(script).status == 0)
    #expect(try Repository(Self.bad).run(script).status == 1)
  }
}
