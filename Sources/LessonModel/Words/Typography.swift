/// The marks that pages have where an author's keyboard has those of a typewriter, as the language of a course writes them.
///
/// Quotation marks after the Common Locale Data Repository and, for Chinese, GB/T 15834.
package struct Typography: Sendable, Equatable {
  /// What stands around a quotation.
  package struct Marks: Sendable, Equatable {
    package var open: String
    package var close: String

    package init(_ open: String, _ close: String) {
      self.open = open
      self.close = close
    }
  }

  /// In the place of `"`.
  package var double: Marks
  /// In the place of `'` around a quotation.
  package var single: Marks
  /// In the place of `--` where it parts no two numbers.
  package var dash = "–"
  /// In the place of `---`.
  package var longDash = "—"
  /// In the place of `...`.
  package var ellipsis = "…"

  package static let english = Typography("en")

  /// - Parameter tag: The language, as BCP 47 has it; English marks stand where the table has none.
  package init(_ tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    let language = parts.first ?? ""
    let region = parts.dropFirst().first { Self.table["\(language)-\($0)"] != nil }.map { "\(language)-\($0)" }
    let marks = Self.table[region ?? language] ?? ["“", "”", "‘", "’"]
    double = Marks(marks[0], marks[1])
    single = Marks(marks[2], marks[3])
    if language == "zh" {
      dash = "——"
      longDash = "——"
      ellipsis = "……"
    }
  }

  /// The four marks of a language, where they are not those of English; guillemets have the thin blanks of the language.
  private static let table: [String: [String]] = {
    let languages = """
      de „ “ ‚ ‘|de-ch « » ‹ ›|de-li « » ‹ ›|fr «_ _» “ ”|fr-ch «_ _» ‹_ _›|it « » “ ”|es « » “ ”|pt-pt « » “ ”|ca « » “ ”
      nb « » ‘ ’|nn « » ‘ ’|no « » ‘ ’|sv ” ” ’ ’|fi ” ” ’ ’|da “ ” ‘ ’|pl „ ” « »|cs „ “ ‚ ‘|sk „ “ ‚ ‘|sl „ “ ‚ ‘|hu „ ” » «
      hr „ ” ‚ ‘|ro „ ” « »|bg „ “ ‚ ‘|ru « » „ “|uk « » „ “|el « » “ ”|et „ “ « »|lv « » „ “|lt „ “ ‚ ‘|is „ “ ‚ ‘
      ja 「 」 『 』|zh-hant 「 」 『 』|zh-tw 「 」 『 』|zh-hk 「 」 『 』|zh-mo 「 」 『 』
      """
    let rows = languages.split { $0 == "|" || $0.isNewline }.map { $0.split(separator: " ").map(String.init) }
    return rows.reduce(into: [:]) { table, row in
      table[row[0]] = row.dropFirst().map { $0.replacing("_", with: "\u{202F}") }
    }
  }()
}
