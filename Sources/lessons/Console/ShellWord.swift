/// A word as it is typed into a shell.
enum ShellWord {
  /// The word itself where no shell sees more in it, else in quotation marks.
  static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_@%+=:,./-".contains($0)) }
    let word = word.hasPrefix("-") ? "./" + word : word
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
