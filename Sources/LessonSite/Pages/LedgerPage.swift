package import LessonModel

/// The ledger of numbers: an overview of the course, and a page of tables for each lesson.
package enum LedgerPage {
  /// All numbers of one lesson.
  package static func page(_ woven: WovenLesson, _ bibliography: Bibliography, in shell: PageShell) -> SiteFile {
    let root = AddressWriter.root(of: woven.lesson.slug)
    let shell = shell.from(root: root)
    let words = shell.words
    let title = words(.numbersOf, woven.lesson.title)
    let summary = words[.numbersOfSummary]
    let links: [HTML] = [
      "<a href=\"\(root)lessons/\(woven.lesson.file)\">\(words[.theLesson])</a>",
      "<a href=\"\(root)numbers.html\">\(words[.allLessonsLink])</a>",
    ]
    let main: HTML = """
      <h1>\(title)</h1>
      \(woven.proof.isWhole ? "" : flawed(words[.ledgerIsFlawed]))\
      <p>\(sentence(woven.counts, words))\(words[.sentenceGap])\(words.html(.ledgerLinks, links[0], links[1]))</p>
      \(values(woven, bibliography))\(comments(woven))\(outputs(woven))
      """
    return SiteFile(
      path: "numbers/\(woven.lesson.slug).html",
      html: shell.html(
        title: title, description: summary, navigation: shell.navigation(about: woven.lesson.slug), main: main,
        styles: [.ledger], claim: .page(isWhole: woven.proof.isWhole)))
  }

  /// What the course has, lesson by lesson, and the rules.
  package static func overview(
    _ lessons: [WovenFacts], _ proof: CourseProof, _ words: PageWords
  ) -> HTML {
    let phrases: [Phrase] = [.computed, .publishedConfirmed, .publishedWrong, .implied, .given, .inResults, .inComments]
    let columns = phrases.map { phrase -> HTML in "<th scope=\"col\" class=\"right\">\(words[phrase])</th>" }
    let total = lessons.reduce(Counts()) { $0 + $1.counts }
    let flaw = PageClaim.course(proof)
    var html: HTML = """
      \(flaw.isFlawed ? flawed(flaw.text(words) ?? "") : "")\
      <p>\(sentence(total, words))\(flaw.isFlawed ? "" : words[.sentenceGap] + words[.eachBuild])</p>
      <div class="table" tabindex="0"><table class="ledger">
      <caption>\(words[.numbersByLesson])</caption>
      <thead><tr><th scope="col">\(words[.lesson])</th>\(columns.joined())</tr></thead>
      <tbody>

      """
    for facts in lessons where facts.counts != Counts() {
      let folder = facts.lesson.hasValues ? "numbers/" : "lessons/"
      var name: HTML = "<a href=\"\(folder + facts.lesson.entry.file)\">\(facts.lesson.entry.title)</a>"
      if let flaw = proof[facts.lesson.slug] { name += " <strong class=\"flaw\">\(flaw)</strong>" }
      html += "<tr><th scope=\"row\">\(name)</th>\(cells(facts.counts))</tr>\n"
    }
    return html + """
      </tbody>
      <tfoot><tr><th scope="row">\(words[.all])</th>\(cells(total))</tr></tfoot></table></div>
      <h2 id="rules">\(words[.rules])</h2>
      <ul>
      <li>\(words.html(.ruleDecimal, "<b>\(words[.byDigits])</b>"))</li>
      <li>\(words.html(.ruleWhole, "<b>\(words[.equal])</b>"))</li>
      <li>\(words.html(.ruleAllowed, "<b>\(words[.allowed])</b>"))</li>
      <li>\(words.html(.ruleRefuted, "<b>\(words[.not])</b>"))</li>
      <li>\(words[.ruleImplied])</li>
      <li id="\(AddressWriter.givenRule)">\(words[.ruleGiven])</li>
      </ul>

      """
  }

  private static func flawed(_ text: String) -> HTML {
    "<div class=\"error\" role=\"note\"><p><strong>\(text)</strong></p></div>\n"
  }

  private static func cells(_ counts: Counts) -> HTML {
    let numbers = [
      counts.computed, counts.published, counts.refuted, counts.implied, counts.given, counts.results, counts.comments,
    ]
    return numbers.map { count -> HTML in "<td class=\"right\">\(count)</td>" }.joined()
  }

  /// Whose the numbers of a page are, in words.
  package static func sentence(_ counts: Counts, _ words: PageWords) -> HTML {
    let kinds: [(Phrase, Int)] = [
      (.countComputed, counts.computed), (.countPublished, counts.published), (.countRefuted, counts.refuted),
      (.countImplied, counts.implied), (.countFailed, counts.failed), (.countGiven, counts.given),
    ]
    // What a lesson has none of is not spoken of: many quote nothing.
    var parts = kinds.filter { $0.1 > 0 }.map { words($0.0, $0.1) }
    if parts.isEmpty { parts = [words(.countComputed, 0)] }
    var text = words(.numbersInText, words.list(parts))
    var results: [String] = []
    if counts.results > 0 { results.append(words(.countResults, counts.results)) }
    if counts.comments > 0 { results.append(words(.countComments, counts.comments)) }
    if !results.isEmpty { text += words[.sentenceGap] + words(.recomputed, words.list(results)) }
    return "\(text)"
  }

  /// Rows and cells end where the next one begins, as HTML has it.
  private static func values(_ woven: WovenLesson, _ bibliography: Bibliography) -> HTML {
    let words = woven.lesson.words
    var html = head(
      .inTheText,
      [.columnLine, .columnWritten, .computed, .columnWithin, .offBy, .columnWhose, .columnExpression, .columnBlock], words,
      css: "ledger exact")
    let root = AddressWriter.root(of: woven.lesson.slug)
    for row in woven.values {
      html += """
        <tr id="\(row.anchor)"><th scope="row">\
        <a href="\(root)lessons/\(woven.lesson.file)#\(row.anchor)">\(row.value.position.line)</a>\
        <td>\(woven.lesson.typeset(ValueRenderer.cut(row.value.written, 60)))\
        <td>\(row.computed?.description.map { woven.lesson.typeset(ValueRenderer.cut($0, 80)) } ?? "–")\
        <td>\(allowance(row, words))<td>\(ValueRenderer.gap(row))<td>\(whose(row, bibliography, root, words))\
        <td><code>\(ValueRenderer.cut(row.value.expression, 160))</code>\
        <td>\(row.block ?? "")

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func allowance(_ row: WovenValue, _ words: PageWords) -> String {
    switch row.allowance {
    case .given(let amount): words(.givenAllowance, "\(amount)")
    case .halfUnit(let amount): words(.digitsAllowance, "\(amount)")
    case .exact: words[.equal]
    }
  }

  private static func whose(
    _ row: WovenValue, _ bibliography: Bibliography, _ root: String, _ words: PageWords
  ) -> HTML {
    var html: HTML
    switch row.value.publication {
    case .own: html = "\(words[.ours])"
    case .published(let key): html = words.html(.publishedBy, source(key, bibliography, root))
    case .refuted(let key): html = words.html(.wrongIn, "<b>\(words[.wrong])</b>", source(key, bibliography, root))
    case .implied(let key): html = words.html(.impliedBy, source(key, bibliography, root))
    }
    if row.status != .ok { html += "\(words[.listSeparator])<b>\(words[row.status.phrase])</b>" }
    return html
  }

  private static func source(_ key: String, _ bibliography: Bibliography, _ root: String) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return "<a href=\"\(AddressWriter.reference(entry.anchor, root: root))\">\(entry.label)</a>"
  }

  private static func comments(_ woven: WovenLesson) -> HTML {
    let comments = woven.comments
    if comments.isEmpty { return "" }
    let words = woven.lesson.words
    var html = head(.inCodeComments, [.columnLine, .columnWritten, .computed, .columnBlock], words)
    for (cell, comment) in comments {
      let verdict = comment.status == .ok ? "" : words[.listSeparator] + words[comment.status.phrase]
      html += """
        <tr><th scope="row">\(comment.position.line)<td>\(ValueRenderer.cut(comment.written, 120))\
        <td>\(comment.computed.map { ValueRenderer.cut($0, 120) } ?? "–")\(verdict)\
        <td>\(cell.block.name)

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func outputs(_ woven: WovenLesson) -> HTML {
    let cells = woven.cells.filter { $0.block.attributes.runs && !$0.run.output.isEmpty }
    if cells.isEmpty { return "" }
    let words = woven.lesson.words
    let root = AddressWriter.root(of: woven.lesson.slug)
    var html = head(.inCodeResults, [.columnLine, .columnBlock, .columnNumbers, .columnCompared], words)
    for cell in cells {
      let verdict =
        cell.block.attributes.isVolatile
        ? words[.notCompared] : words[cell.status == .ok ? .asRecorded : cell.status.phrase]
      html += """
        <tr><th scope="row">\(cell.block.position.line)</th>\
        <td><a href="\(root)lessons/\(woven.lesson.file)#\(cell.anchor)">\(cell.block.name)</a></td><td>\(cell.numbers)</td>\
        <td>\(verdict)</td></tr>

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func head(
    _ caption: Phrase, _ columns: [Phrase], _ words: PageWords, css: String = "ledger"
  ) -> HTML {
    var html: HTML =
      "<div class=\"table\" tabindex=\"0\"><table class=\"\(css)\">\n<caption>\(words[caption])</caption>\n<thead><tr>"
    for column in columns { html += "<th scope=\"col\">\(words[column])</th>" }
    return html + "</tr></thead>\n<tbody>\n"
  }
}

extension ResultStatus {
  /// What pages call it.
  var phrase: Phrase {
    switch self {
    case .ok: .asRecorded
    case .trap: .statusTrap
    case .compileError: .statusCompileError
    case .timeout: .statusTimeout
    case .notRun: .statusNotRun
    case .mismatch: .statusMismatch
    case .unrecorded: .statusUnrecorded
    case .unrepeatable: .statusUnrepeatable
    }
  }
}
