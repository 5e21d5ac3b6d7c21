import Testing

/// A lesson that wants more of the machine than it may have.
struct Greed: Sendable, CustomTestStringConvertible {
  var number: String
  var name: String
  var code: String
  /// What the report says of it: the kind of a diagnostic, and words of its message; nil where it comes to its end.
  var kind: String?
  var words = ""

  var testDescription: String { "\(number) \(name)" }
  var lesson: String { "20-" + name.replacing("_", with: "-") }
  var text: String { "# \(name)\n\n```swift {#try volatile timeout=5s}\n\(Escape.prelude)\n\(code)\n```\n" }

  /// The name that every process of such a lesson gives itself, so that one which outlives it can be found.
  static let mark = "greedy-lesson"

  static let all = [
    Greed(
      number: "E1", name: "res_memory_touch",
      code: """
        var blocks: [UnsafeMutableRawPointer] = []
        while true {
          let block = malloc(64 << 20)!
          memset(block, 1, 64 << 20)
          blocks.append(block)
        }
        """, kind: "trap"),
    Greed(
      number: "E2", name: "res_array",
      code: "var all: [[UInt8]] = []\nwhile true { all.append(Array(repeating: 1, count: 64 << 20)) }",
      kind: "trap", words: "allocate"),
    Greed(
      number: "E3", name: "res_string", code: "var text = \"abcdefgh\"\nwhile true { text += text }", kind: "trap",
      words: "allocate"),
    Greed(
      number: "E4", name: "res_threads",
      code: """
        var made = 0
        while made < 2_000 {
          var thread = pthread_t()
          guard pthread_create(&thread, nil, { _ in sleep(600); return nil }, nil) == 0 else { break }
          made += 1
        }
        print(made > 0 ? "done" : "none")
        """),
    Greed(
      number: "E5", name: "res_fork_bomb",
      code: """
        cName(pthread_self(), "\(mark)")
        for _ in 0..<100 where cFork() == 0 { sleep(600); _exit(0) }
        print("done")
        """),
    Greed(
      number: "E6", name: "res_orphan_holds_pipe",
      code: """
        cName(pthread_self(), "\(mark)")
        if cFork() == 0 { sleep(600); _exit(0) }
        print("done")
        """),
    Greed(number: "E8", name: "res_stdout_flood", code: "while true { print(\"flood\") }", kind: "output-limit"),
    Greed(
      number: "E8", name: "res_stderr_flood", code: "while true { fputs(\"flood flood flood\\n\", stderr) }",
      kind: "output-limit"),
    Greed(
      number: "E9", name: "res_one_long_line", code: "while true { print(\"flood\", terminator: \"\") }", kind: "output-limit"),
    Greed(
      number: "E10", name: "res_file_big",
      code: """
        let file = open("big", O_WRONLY | O_CREAT, 0o600)
        let block = [UInt8](repeating: 1, count: 1 << 20)
        var written = 0
        while write(file, block, block.count) == block.count { written += 1 }
        print(written <= 64 ? "held" : "not held")
        """, kind: "trap", words: "file size"),
    Greed(
      number: "E10", name: "res_many_files",
      code: """
        var made = 0
        for number in 0..<500 where FileManager.default.createFile(atPath: "f\\(number)", contents: Data(count: 100)) { made += 1 }
        print(made > 0 ? "done" : "none")
        """),
    Greed(
      number: "E11", name: "res_fd_leak",
      code: """
        var opened = 0
        while open("/dev/null", O_RDONLY) >= 0, opened < 100_000 { opened += 1 }
        print(opened < 1_000 ? "done" : "leaked \\(opened)")
        """),
    Greed(
      number: "E19", name: "fs_odd_scratch",
      code: """
        symlink("/usr", "out")
        mkdir("shut", 0o700)
        _ = FileManager.default.createFile(atPath: "shut/file", contents: nil)
        chmod("shut", 0)
        mkdir("-rf", 0o700)
        mkdir("line\\nbreak", 0o700)
        var deep = "."
        for _ in 0..<60 { deep += "/d"; mkdir(deep, 0o700) }
        print("done")
        """),
    Greed(
      number: "E34", name: "own_process_state",
      code: """
        umask(0)
        setpriority(__priority_which_t(0), 0, 19)
        chdir("/")
        print("done")
        """),
  ]
}
