package import LessonModel
import LessonRunning
package import Machine
import MathSetting

/// Everything that a build depends on, each by its name and the digest of its contents; no time and no place is among it.
package struct Inputs: Sendable, Equatable {
  /// What all lessons depend on: the tool, the toolchain, the kit, KaTeX, the course file, the support module, the theme.
  package var shared: [Input]
  /// The lessons by their file names.
  package var lessons: [Input]

  package init(shared: [Input], lessons: [Input]) {
    self.shared = shared
    self.lessons = lessons
  }

  package struct Input: Sendable, Equatable {
    package var name: String
    package var digest: [UInt8]

    package init(name: String, digest: [UInt8]) {
      self.name = name
      self.digest = digest
    }
  }
}

extension Inputs {
  package init(_ folder: CourseFolder, _ installed: [Input]) {
    var shared = installed
    if let file = folder.courseFile { shared.append(Input(name: "course.yml", digest: SHA256.digestBytes(file))) }
    shared += folder.support.map { Input(name: "Support/" + $0.path, digest: SHA256.digestBytes($0.bytes)) }
    shared += folder.theme.map { Input(name: "theme/" + $0.path, digest: SHA256.digestBytes($0.bytes)) }
    shared += folder.skipped.map { Input(name: $0.name, digest: Array("skipped: \($0.reason)".utf8)) }
    // What is too large is an error of its lesson, and none of the bytes that are read.
    shared += folder.lessons.flatMap(\.oversized).map { Input(name: $0.path, digest: Array("too large: \($0.bytes)".utf8)) }
    self.shared = shared
    lessons = folder.lessons.map { lesson in
      switch lesson.content {
      case .bytes(let bytes):
        Input(name: lesson.name, digest: LessonRecord.digest(of: bytes, lesson.data, changed: lesson.changed))
      case .refused(let kind, let message): Input(name: lesson.name, digest: Array("\(kind): \(message)".utf8))
      }
    }
  }

  /// The digest of what stands beside the lessons.
  package static func beside(_ neighbors: [String: CourseNeighbor], at paths: some Sequence<String>) -> [Input] {
    Set(paths).sorted().map { path in
      switch neighbors[path] {
      case .file(let bytes): Input(name: path, digest: SHA256.digestBytes(bytes))
      case .folder: Input(name: path, digest: Array("folder".utf8))
      case .outside: Input(name: path, digest: Array("outside".utf8))
      case .special: Input(name: path, digest: Array("special".utf8))
      case nil: Input(name: path, digest: [])
      }
    }
  }
}

extension Installation {
  /// What the tool itself is made of and works with. The tool, the toolchain and the mathematics are known by the stamps
  /// of their files: they are large, and nobody edits them.
  package func inputs() throws(MachineFault) -> [Inputs.Input] {
    let sources = try sources()
    let place = try place()
    let katex = katex
    return [
      Inputs.Input(name: "the tool", digest: Array(toolIdentity.utf8)),
      Inputs.Input(name: "the toolchain", digest: Array(place.identity.utf8)),
      Inputs.Input(
        name: "the mathematics", digest: Array((MathLibrary.find(binaries: place.binaries)?.stamp ?? "the system's").utf8)),
      Inputs.Input(name: "the mathematics of pages", digest: Array(PageMathematics.stamp.utf8)),
      Inputs.Input(
        name: "LessonKit",
        digest: Self.digest(of: ["CLessonRuntime", "LessonKit", "LessonRuntime", "PageRuntime"], in: sources.folder)),
      Inputs.Input(name: "the theme of the tool", digest: Self.digest(of: ["Theme"], in: sources.folder)),
      Inputs.Input(
        name: "KaTeX",
        digest: katex.map { Self.digest(of: [$0.script, $0.style] + $0.fonts.flatMap { [Array($0.path.utf8), $0.bytes] }) }
          ?? []),
    ]
  }

  /// Names the tool itself by the stamp of its file.
  package var toolIdentity: String {
    ToolVersion.current + (FileSystem.stamp(of: FileSystem.resolved(executable)).map { " \($0)" } ?? "")
  }

  private static func digest(of folders: [String], in root: String) -> [UInt8] {
    let paths = folders.flatMap { folder in FileSystem.files(below: root + "/" + folder).map { folder + "/" + $0 } }
    return digest(
      of: paths.filter { !$0.hasSuffix(".md") }.flatMap { [Array($0.utf8), FileSystem.read(root + "/" + $0) ?? []] })
  }

  private static func digest(of parts: [[UInt8]]) -> [UInt8] {
    var digest = SHA256()
    for part in parts { digest.update(field: part) }
    return digest.finishBytes()
  }
}

extension Inputs.Input: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(bytes: digest)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    name = try reader.read()
    digest = Array(try reader.part())
  }
}

extension Inputs: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(shared)
    writer.write(lessons)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    shared = try reader.read()
    lessons = try reader.read()
  }
}
