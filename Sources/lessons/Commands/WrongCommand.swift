import ArgumentParser
import LessonModel
import Machine

/// What is said of a word that stands where a command should and is none.
enum WrongCommand {
  /// - Parameters:
  ///   - words: The command line without the tool's name.
  ///   - root: The tool.
  /// - Returns: nil where the words name a command, or nothing that could be meant as one.
  static func message(for words: [String], of root: any ParsableCommand.Type) -> String? {
    var words = words[...]
    let isHelp = words.first == "help"
    if isHelp { words = words.dropFirst() }
    var command: any ParsableCommand.Type = root
    var path = "lessons"
    while !command.configuration.subcommands.isEmpty, let word = words.first, !word.hasPrefix("-") {
      let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
        return message(for: word, in: path, names, isHelp: isHelp)
      }
      (command, path, words) = (next, path + " " + word, words.dropFirst())
    }
    return nil
  }

  private static func message(for word: String, in path: String, _ names: [String], isHelp: Bool) -> String {
    let shown = DiagnosticText.visible(word)
    if !isHelp, path == "lessons", FileSystem.exists(word) {
      let quoted = ShellWord.quoted(word)
      return
        "'\(shown)' is no command; 'lessons build \(quoted)' makes its site, 'lessons check \(quoted)' compares its numbers"
    }
    if !isHelp, path == "lessons new", Suggestion.nearest(to: word, in: names) == nil {
      let quoted = ShellWord.quoted(word)
      return "'lessons new' makes a course or a lesson: 'lessons new course \(quoted)' or 'lessons new lesson \(quoted)'"
    }
    return "'\(path)' has no command '\(shown)'\(Suggestion.clause(for: word, in: names))"
  }
}
