import Foundation
import MathSetting
import Testing

/// KaTeX as this machine has it, and the formulas that the tests set.
enum InstalledKaTeX {
  static let source: String = {
    let folder = ProcessInfo.processInfo.environment["LESSONS_KATEX"] ?? "/usr/share/javascript/katex"
    guard let text = try? String(contentsOfFile: folder + "/katex.js", encoding: .utf8) else {
      fatalError("no katex.js in \(folder): install libjs-katex, or name its folder in LESSONS_KATEX")
    }
    return text
  }()

  static func files() throws -> KaTeX {
    let environment = ProcessInfo.processInfo.environment.filter { $0.key == "LESSONS_KATEX" }
    return try #require(
      KaTeX.find(executable: "/nowhere/lessons", environment: environment), "install libjs-katex and fonts-katex")
  }

  static func typesetter() throws -> Typesetter { try Typesetter(katex: source) }

  private static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: goldens.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
