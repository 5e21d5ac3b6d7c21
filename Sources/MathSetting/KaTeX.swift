package import LessonModel
import Machine

/// KaTeX as it is installed: its program, its style and its fonts.
package struct KaTeX: Sendable, Equatable {
  package var script: [UInt8]
  package var style: [UInt8]
  /// The fonts in `woff2`, by name.
  package var fonts: [SiteFile]

  package init(script: [UInt8], style: [UInt8], fonts: [SiteFile]) {
    self.script = script
    self.style = style
    self.fonts = fonts
  }

  /// Where Debian's packages put it.
  private static let installed = ["/usr/share/javascript/katex", "/usr/share/nodejs/katex/dist", "/usr/local/share/katex"]

  /// Looks where `LESSONS_KATEX` says and nowhere else, or else beside the tool and where Debian has it.
  package static func find(executable: String, environment: [String: String]) -> KaTeX? {
    if let folder = environment["LESSONS_KATEX"], !folder.isEmpty { return read(folder) }
    let place = FileSystem.parent(of: FileSystem.resolved(executable))
    return ([FileSystem.absolute(place + "/../share/lessons/katex")] + installed).lazy.compactMap(read).first
  }

  private static func read(_ folder: String) -> KaTeX? {
    func first(_ names: String...) -> [UInt8]? { names.lazy.compactMap { FileSystem.read(folder + "/" + $0) }.first }
    guard let script = first("katex.min.js", "katex.js"), let style = first("katex.min.css", "katex.css"),
      FileSystem.exists(folder + "/fonts/KaTeX_Main-Regular.woff2")
    else { return nil }
    let fonts = FileSystem.resolved(folder + "/fonts")
    return KaTeX(
      script: script, style: style,
      fonts: FileSystem.names(in: fonts).filter { $0.hasSuffix(".woff2") }.compactMap { name in
        FileSystem.read(fonts + "/" + name).map { SiteFile(path: name, bytes: $0) }
      })
  }

  /// What is said where there is none.
  package static let advice =
    "on Debian or Ubuntu: apt-get install libjs-katex fonts-katex; elsewhere name KaTeX's folder in LESSONS_KATEX"

  /// The version that the program names.
  package var version: String {
    let text = String(decoding: script, as: UTF8.self)
    guard let start = text.firstRange(of: "version:\"")?.upperBound else { return "of unknown version" }
    return String(text[start...].prefix { $0 != "\"" })
  }
}
