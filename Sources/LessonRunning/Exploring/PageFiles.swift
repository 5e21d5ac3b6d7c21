import LessonModel

/// The files that a lesson's `data` names, as C for its page: a program in a page has no files.
struct PageFiles {
  var files: [SiteFile]

  /// Those of a program; nil where it reads none.
  init?(_ program: Program) {
    guard !program.data.isEmpty, program.text.contains("contentsOf") else { return nil }
    files = program.data
  }

  /// The function `page_file`, which the runtime of pages calls.
  var source: String {
    let arrays = files.enumerated().map { number, file in
      // C has no arrays of nothing.
      "static const unsigned char file_\(number)[] = {\((file.bytes + [0]).map(String.init).joined(separator: ","))};"
    }
    let cases = files.enumerated().map { number, file in
      let path = Array(file.path.utf8)
      let isSame = path.enumerated().map { " && path[\($0.offset)] == \($0.element)" }.joined()
      return "  if (length == \(path.count)\(isSame)) { *count = \(file.bytes.count); return file_\(number); }"
    }
    return """
      \(arrays.joined(separator: "\n"))
      const unsigned char *page_file(const unsigned char *path, int length, int *count) {
      \(cases.joined(separator: "\n"))
        return 0;
      }

      """
  }
}
