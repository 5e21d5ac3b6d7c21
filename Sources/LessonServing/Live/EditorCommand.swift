package import Machine
import Foundation

/// The command that opens a line of a file in the author's editor, such as `code -g {file}:{line}`.
package struct EditorCommand: Sendable, Equatable {
  private let words: [String]

  /// - Parameter text: Words between blanks; quotation marks hold one together. Without `{file}` the file comes last.
  package init(_ text: String) throws(MachineFault) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let whole = word { words.append(whole) }
    guard quote == nil, words.first?.isEmpty == false else {
      throw MachineFault(
        "'--editor' takes a command such as 'code -g {file}:{line}', not '\(text)'", cause: .usage)
    }
    self.words = words.contains { $0.contains("{file}") } ? words : words + ["{file}"]
  }

  /// The words of the command for one place. What stands in the braces of a file's name stays what it is.
  package func words(file: String, line: Int) -> [String] {
    words.map { word in
      let parts = word.replacing("{line}", with: "\(line)").replacing("{column}", with: "1").split(
        separator: "{file}", omittingEmptySubsequences: false)
      return parts.joined(separator: file)
    }
  }
}

/// Programs of the author's own that live on beside the preview: an editor, a browser.
package enum Desktop {
  /// Starts a program that is found as a shell finds it; its end is not waited for.
  ///
  /// - Returns: Why it could not be started; nil where it was.
  package static func start(_ words: [String]) -> String? {
    guard let name = words.first else { return nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    guard let path = (name.contains("/") ? [name] : folders).first(where: FileSystem.isExecutable) else {
      return "there is no program '\(name)' on the search path"
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(words.dropFirst())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return "'\(name)' cannot be started: \(error.localizedDescription)" }
    return nil
  }

  /// Shows an address in the author's browser.
  package static func browse(_ address: String) -> String? {
    start([["xdg-open", "open"].first { start(isThere: $0) } ?? "xdg-open", address])
  }

  private static func start(isThere name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileSystem.isExecutable("\($0)/\(name)")
    }
  }
}
