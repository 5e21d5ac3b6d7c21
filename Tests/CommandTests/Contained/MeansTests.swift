import Foundation
import Testing
import WorkshopSupport

/// Which sandbox is in force is said, and where there is none nothing runs unless it is asked for.
@Suite struct MeansTests {
  private let course: TemporaryCourse

  init() throws {
    course = try TemporaryCourse(lessons: ["01-good": "# Good\n\n```swift {#good}\nlet x = 1\n```\n\nIt is [1](swift:x).\n"])
  }

  private func check(_ sandbox: String, searchPath: String, preloading library: String? = nil) throws -> LessonsProcess.Outcome
  {
    var environment = ["PATH": searchPath]
    environment["LD_PRELOAD"] = library
    return try LessonsProcess.run(
      ["check", "--no-cache", "--cache", course.cache, "--swiftc", Compiler.path, "--sandbox", sandbox], in: course.folder,
      environment: environment)
  }

  /// E26 (bubblewrap is missing) and E27 (the system does not let it make a namespace).
  @Test(.cases("E26", "E27"), arguments: ["missing", "forbidden"]) func landlockStepsIn(bubblewrap: String) throws {
    let folder = try Scratch.folder()
    if bubblewrap == "forbidden" {
      try Data("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n".utf8)
        .write(to: URL(fileURLWithPath: folder + "/bwrap"))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/bwrap")
    }
    for sandbox in ["auto", "require"] {
      let outcome = try check(sandbox, searchPath: folder)
      #expect(outcome.status == 0 && outcome.error.contains("contained by Landlock"), "\(outcome)")
    }
  }

  /// E28 (Landlock is off as well): a kernel without it answers that there is no such call.
  @Test(.cases("E28")) func withoutAnyMeansNothingRuns() throws {
    let folder = try Scratch.folder()
    let source = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <stdarg.h>
      long syscall(long number, ...) {
        va_list list;
        va_start(list, number);
        long given[6];
        for (int i = 0; i < 6; i++) given[i] = va_arg(list, long);
        va_end(list);
        if (number == 444) { errno = ENOSYS; return -1; }
        long (*next)(long, ...) = dlsym(RTLD_NEXT, "syscall");
        return next(number, given[0], given[1], given[2], given[3], given[4], given[5]);
      }
      """
    try Data(source.utf8).write(to: URL(fileURLWithPath: folder + "/old.c"))
    let clang = Process()
    clang.executableURL = URL(fileURLWithPath: Compiler.clang)
    clang.arguments = ["-shared", "-fPIC", "-o", folder + "/old.so", folder + "/old.c"]
    try clang.run()
    clang.waitUntilExit()
    #expect(clang.terminationStatus == 0)
    for sandbox in ["auto", "require"] {
      let outcome = try check(sandbox, searchPath: "/nonexistent", preloading: folder + "/old.so")
      #expect(outcome.status == 2 && outcome.output == "", "\(outcome)")
      #expect(
        outcome.error.contains(
          "bubblewrap is not installed, and the kernel has no Landlock; install bubblewrap, or give --sandbox off"),
        "\(outcome)")
    }
    let off = try check("off", searchPath: "/nonexistent", preloading: folder + "/old.so")
    #expect(off.status == 0 && off.error.contains("without a sandbox"), "\(off)")
  }

  /// What ran without a sandbox says nothing of what a contained run would say.
  @Test func aResultOfNoSandboxIsNotReused() throws {
    let course = try TemporaryCourse(lessons: ["01-good": "# Good\n\n[1](swift:1)\n"], cache: try Scratch.freshCache())
    #expect(try course.lessons("build", "--sandbox", "off").error.contains("1 run, 0 reused"))
    let contained = try course.lessons("build")
    #expect(contained.error.contains("contained by") && contained.error.contains("1 run, 0 reused"), "\(contained)")
  }

  /// E32 and E33: the tool is killed, its terminal is closed; what it has started ends with it.
  @Test(.cases("E32", "E33"), arguments: ["KILL", "HUP"], ["bubblewrap", "Landlock"]) func whatRunsEndsWithTheTool(
    signal: String, means: String
  ) throws {
    let mark = "outlives-\(signal)-\(means.prefix(1))"
    // Landlock knows no processes: what a lesson forks there outlives a tool that cannot end it any more. See SECURITY.md.
    let fork = signal == "KILL" && means == "Landlock" ? "" : "if cFork() == 0 { sleep(600) }\n"
    let folder = try Scratch.folder()
    let course = try TemporaryCourse(lessons: [
      "01-long":
        "# Long\n\n```swift {timeout=60s}\n\(Escape.prelude)\ncName(pthread_self(), \"\(mark)\")\n\(fork)sleep(600)\n```\n"
    ])
    let tool = Process()
    tool.executableURL = URL(fileURLWithPath: LessonsProcess.executable)
    tool.arguments = ["check", "--cache", course.cache, "--swiftc", Compiler.path]
    tool.currentDirectoryURL = URL(fileURLWithPath: course.folder)
    tool.environment = ["PATH": means == "bubblewrap" ? "/usr/bin:/usr/local/bin" : "/nonexistent", "HOME": folder]
    tool.standardOutput = FileHandle.nullDevice
    tool.standardError = FileHandle.nullDevice
    try tool.run()
    while ResourceTests.processes(named: mark).count < (fork.isEmpty ? 1 : 2), tool.isRunning { usleep(5_000) }
    kill(tool.processIdentifier, signal == "KILL" ? SIGKILL : SIGHUP)
    tool.waitUntilExit()
    // Signals take their way through the kernel; what lives for ever would let this wait for ever.
    while !ResourceTests.processes(named: mark).isEmpty { usleep(5_000) }
    #expect(tool.terminationReason == (signal == "KILL" ? .uncaughtSignal : .exit))
  }
}
