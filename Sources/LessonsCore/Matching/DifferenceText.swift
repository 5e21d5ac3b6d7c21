extension Difference {
  /// The difference in one line, for a person.
  package var message: String {
    switch kind {
    case .number(let number):
      let numbers = "\(excerpt(written)) is written, \(excerpt(computed)) is computed"
      guard let absolute = number.absolute, let onset = number.onset else { return numbers }
      let relative = number.relative.map { " (\($0) %)" } ?? ""
      return "\(numbers): off by \(absolute)\(relative), \(onset)"
    case .missingNumber(let written, let computed):
      return "\(excerpt(self.written)) is written, but not computed: \(count(computed, "number")) instead of \(written)"
    case .extraNumber(let written, let computed):
      return "\(excerpt(self.computed)) is computed, but not written: \(count(computed, "number")) instead of \(written)"
    case .text:
      if written.isEmpty { return "the text written ends where \"\(excerpt(computed))\" is computed" }
      if computed.isEmpty { return "\"\(excerpt(written))\" is written, but nothing more is computed" }
      return "\"\(excerpt(written))\" is written, \"\(excerpt(computed))\" is computed"
    case .missingLines(let lines):
      return "\(count(lines, "line")) written, but not computed: \"\(excerpt(written))\"" + (lines > 1 ? " and on" : "")
    case .extraLines(let lines):
      return "\(count(lines, "line")) computed, but not written: \"\(excerpt(computed))\"" + (lines > 1 ? " and on" : "")
    case .undecided:
      return "the lines \"...\" leave too many ways to match; write fewer of them, or lines that occur once"
    case .signOfZero:
      return "\(written) is written, \(computed) is computed: the same number, with another sign of zero"
    }
  }

  /// The computed number in the way the other is written; nil when there is nothing to add to the message.
  package var hint: String? {
    guard case .number(let number) = kind, let rounded = number.rounded, rounded != computed else { return nil }
    if rounded == written { return "rounded to the digits written it is \(rounded) too, but here that is not enough" }
    return "rounded to the digits written it would be \(rounded)"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// The text, or its beginning when it is long.
  private func excerpt(_ text: String) -> String {
    let limit = 80
    return text.utf8.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}

extension DifferenceReport {
  /// The whole report, a line or two for each difference; empty when there is none.
  package var text: String {
    var lines = differences.flatMap { [$0.message] + [$0.hint].compactMap { $0 } }
    if omitted > 0 { lines.append("and \(omitted) more") }
    return lines.joined(separator: "\n")
  }
}
