import Foundation

/// What a fuzzer begins with: the files of a course, and the texts in the tables of cases.
package enum Seeds {
  /// - Parameter folders: Folders of lessons, and of Swift files whose literals are cases.
  package static func read(_ folders: [String]) -> [[UInt8]] {
    var seeds: [[UInt8]] = []
    for folder in folders {
      let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
      for name in names {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + name).map(Array.init) else { continue }
        if name.hasSuffix(".md") { seeds.append(bytes) }
        if name.hasSuffix(".swift") { seeds += literals(in: String(decoding: bytes, as: UTF8.self)) }
      }
    }
    return seeds
  }

  /// The literals of one line, with their line feeds as such, and the marks of expected diagnostics left out.
  private static func literals(in code: String) -> [[UInt8]] {
    code.split(separator: "\n").flatMap { line in
      line.matches(of: /"((?:[^"\\]|\\.){8,})"/).map { match in
        let text = String(match.1).replacing("\\n", with: "\n").replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        return Array(("# T\n\n" + text.replacing(/⟦[^⟧]*⟧/, with: "")).utf8)
      }
    }
  }
}
