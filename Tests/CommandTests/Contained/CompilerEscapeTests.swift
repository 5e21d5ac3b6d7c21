import Foundation
import TestSupport
import Testing

/// E25: what a lesson can say to the compiler reaches nothing outside, whatever of it the compiler believes.
@Suite struct CompilerEscapeTests {
  /// A block that aims at the compiler, and how it must end.
  struct Attempt: Sendable {
    var code: String
    var status: String
  }

  /// - Parameter folder: A folder of somebody else's, with a header, a module map and a library that would leave a trace.
  private static func attempts(_ folder: String) -> [String: Attempt] {
    [
      "macro-of-a-library": Attempt(
        code:
          "@freestanding(expression) macro evil() -> Int = #externalMacro(module: \"evil\", type: \"Evil\")\nlet a = #evil()",
        status: "compile-error"),
      "options-in-comments": Attempt(
        code: "// -load \(folder)/evil.so -load-plugin-library \(folder)/evil.so\n// swift-tools-version:5.9\nlet a = 1",
        status: "ok"),
      "module-by-path": Attempt(code: "import `\(folder)/Evil`\nlet a = secret", status: "compile-error"),
      "module-elsewhere": Attempt(code: "import Evil\nlet a = secret", status: "compile-error"),
      "condition-on-a-module": Attempt(
        code: "#if canImport(Evil)\nimport Evil\nlet a = secret\n#else\nlet a = 1\n#endif", status: "ok"),
      "link-by-path": Attempt(
        code: "@_silgen_name(\"evil_trace\") func trace() -> Int32\nlet a = trace()", status: "compile-error"),
      "text-of-a-file": Attempt(code: "let a = #embed(\"\(folder)/secret.txt\")", status: "compile-error"),
      "lines-of-a-file": Attempt(
        code: "#sourceLocation(file: \"\(folder)/secret.txt\", line: 1)\nlet a: Int = \"\"", status: "not-run"),
      "objective-c-header": Attempt(
        code: "// -import-objc-header \(folder)/evil.h\nlet a: Int32 = EVIL", status: "compile-error"),
    ]
  }

  @Test(.cases("E25"), arguments: ["auto", "off"]) func nothingOfItIsBelieved(sandbox: String) throws {
    let folder = try Scratch.folder()
    let trace = folder + "/trace"
    for (name, text) in [
      "secret.txt": "hunter2\n", "evil.h": "#define EVIL 7\nextern const int secret;\n",
      "module.modulemap": "module Evil { header \"evil.h\" }\n",
      "evil.c":
        "#include <stdio.h>\n__attribute__((constructor)) static void f(void) { fopen(\"\(trace)\", \"w\"); }\nint evil_trace(void) { return 0; }\n",
    ] { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    #expect(try Shell.run("'\(Compiler.clang)' -shared -fPIC -o evil.so evil.c && cp evil.so libevil.so", in: folder))

    let attempts = Self.attempts(folder)
    var lessons = attempts.mapValues { "# T\n\n```swift {#try}\n\($0.code)\n```\n" }
    lessons["neighbor"] = "# N\n\n```swift {#good}\nlet x = 1\n```\n\n[1](swift:x)\n"
    // The course's own folder and the one the tool is started in are no places to look for modules either.
    let course = try TemporaryCourse(lessons: lessons)
    for name in ["evil.h", "module.modulemap", "libevil.so"] {
      try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: course.path("lessons/" + name))
      try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: course.path(name))
    }
    let report = try course.check("--sandbox", sandbox, "--no-cache")
    for (name, attempt) in attempts {
      let block = try #require(report.lessons[name]?.blocks.first)
      #expect(block.status == attempt.status, "\(name): \(report.lessons[name]?.diagnostics ?? [])")
    }
    #expect(!"\(report)".contains("hunter2"))
    #expect(!FileManager.default.fileExists(atPath: trace))
    #expect(report.lessons["neighbor"]?.diagnostics == [])
  }

  /// The trace is a real one: whoever loads the library leaves it.
  @Test func theTraceIsReal() throws {
    let folder = try Scratch.folder()
    try Data(
      "#include <stdio.h>\n__attribute__((constructor)) static void f(void) { fopen(\"trace\", \"w\"); }\n".utf8
    ).write(to: URL(fileURLWithPath: folder + "/evil.c"))
    #expect(try Shell.run("'\(Compiler.clang)' -shared -fPIC -o evil.so evil.c && LD_PRELOAD=./evil.so /bin/true", in: folder))
    #expect(FileManager.default.fileExists(atPath: folder + "/trace"))
  }
}
