package import Machine

/// How the toolchain links a program, learned from its own driver once: the driver then costs nothing per lesson.
package struct LinkTemplate: Sendable, Equatable {
  package var linker: String
  package var arguments: [String]

  package static let output = "lesson:output"
  package static let objects = "lesson:objects"

  /// The link command of a toolchain, from memory where the files that it names are still there: a new version of the system's
  /// C library or its compiler puts them elsewhere.
  static func learned(from toolchain: Toolchain, memory: SealedStore) throws(MachineFault) -> LinkTemplate {
    var digest = SHA256()
    for field in ["link 1", toolchain.version, toolchain.target, toolchain.binaries] { digest.update(field: field) }
    let key = digest.finish()
    if let kept = memory.fields(for: key), kept.count == 1,
      let template = LinkTemplate(text: String(decoding: kept[0], as: UTF8.self)), template.isUsable
    {
      return template
    }
    let template = try learn(from: toolchain)
    memory.keep([Array(template.text.utf8)], for: key)
    return template
  }

  /// Whether the linker and all objects that it names are there.
  private var isUsable: Bool {
    ([linker] + arguments.filter { $0.hasPrefix("/") && $0.hasSuffix(".o") }).allSatisfy(FileSystem.exists)
  }

  /// Asks clang for its link command without running it.
  package static func learn(from toolchain: Toolchain) throws(MachineFault) -> LinkTemplate {
    let libraries = toolchain.libraries
    let architecture = String(toolchain.target.prefix { $0 != "-" })
    let arguments = [
      "-###", "-pie", "-fuse-ld=lld", "--target=\(toolchain.target)", "-o", output, "\(libraries)/\(architecture)/swiftrt.o",
      "-Xlinker", objects,
      // The kit needs the first ones and names no place for them, so every program looks for them.
      "-L", libraries, "-lswiftCore", "-lswift_Concurrency", "-lswift_StringProcessing", "-lswift_RegexParser", "-Xlinker",
      "--as-needed", "-lswiftSwiftOnoneSupport", "-lm", "-Xlinker", "--no-as-needed", "-Xlinker", "-rpath", "-Xlinker",
      libraries,
    ]
    let asked = try ProcessRunner.run(
      Command(toolchain.binaries + "/clang", arguments, environment: ["PATH": toolchain.binaries]),
      limits: ProcessLimits(times: [.seconds(30)]))
    let lines = String(decoding: asked.error, as: UTF8.self).split(separator: "\n")
    guard let line = lines.last(where: { $0.hasPrefix(" \"") }) else {
      throw MachineFault("clang does not tell how it links; is the toolchain whole?")
    }
    guard let template = LinkTemplate(commandLine: String(line)) else {
      throw MachineFault("clang does not tell which linker it uses")
    }
    return template
  }

  /// - Parameter commandLine: A command as clang shows it; nil where there is none in it.
  package init?(commandLine: String) {
    let words = Self.unquoted(commandLine)
    guard let linker = words.first else { return nil }
    self.init(linker: linker, arguments: Array(words.dropFirst()))
  }

  /// The command that links some objects, and what else the linker is told beside them.
  package func command(objects: [String], output: String) -> Command {
    let filled = arguments.flatMap { $0 == Self.objects ? objects : $0 == Self.output ? [output] : [$0] }
    return Command(linker, filled)
  }

  /// The words of a command line in which every word stands in quotes and quotes are escaped.
  private static func unquoted(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word?.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        if let finished = word {
          words.append(finished)
          word = nil
        } else {
          word = ""
        }
      } else {
        word?.append(character)
      }
    }
    return words
  }

  /// The template as it is kept, a word on each line.
  package var text: String { ([linker] + arguments).joined(separator: "\n") }

  package init(linker: String, arguments: [String]) {
    self.linker = linker
    self.arguments = arguments
  }

  /// The template that was kept; nil where the text is none.
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 4, lines.contains(Self.output), lines.contains(Self.objects) else { return nil }
    self.init(linker: lines[0], arguments: Array(lines.dropFirst()))
  }
}
