package import LessonModel

/// The ledger of numbers: an overview of the course, and a page of tables for each lesson.
package enum LedgerPage {
  /// All numbers of one lesson.
  package static func page(_ woven: WovenLesson, _ bibliography: Bibliography, in shell: PageShell) -> SiteFile {
    let root = AddressWriter.root(of: woven.lesson.slug)
    let shell = shell.from(root: root)
    let title = "Numbers of “\(woven.lesson.title)”"
    let summary = "Every number that the lesson computes: as written, as computed, and how the two compare."
    let main: HTML = """
      <h1>\(title)</h1>
      \(woven.proof.isWhole ? "" : flawed("The lesson has errors: not every number here is computed."))\
      <p>\(sentence(woven.counts)) Read <a href="\(root)lessons/\(woven.lesson.file)">the lesson</a>, \
      or see <a href="\(root)numbers.html">all lessons</a> and how a number is compared.</p>
      \(values(woven, bibliography))\(comments(woven))\(outputs(woven))
      """
    return SiteFile(
      path: "numbers/\(woven.lesson.slug).html",
      html: shell.html(
        title: title, description: summary, navigation: shell.navigation(about: woven.lesson.slug), main: main,
        claim: .page(isWhole: woven.proof.isWhole)))
  }

  /// What the course has, lesson by lesson, and the rules.
  package static func overview(_ lessons: [WovenFacts], _ proof: CourseProof) -> HTML {
    let total = lessons.reduce(Counts()) { $0 + $1.counts }
    let flaw = PageClaim.course(proof)
    var html: HTML = """
      \(flaw.isFlawed ? flawed(flaw.text ?? "") : "")\
      <p>\(sentence(total))\(flaw.isFlawed ? "" : " Each build computes them again.")</p>
      <div class="table" tabindex="0"><table class="ledger">
      <caption>Numbers by lesson</caption>
      <thead><tr><th scope="col">Lesson</th><th scope="col" class="right">Computed</th><th scope="col" class="right">Published, \
      confirmed</th><th scope="col" class="right">Published, wrong</th><th scope="col" class="right">Given</th>\
      <th scope="col" class="right">In results</th><th scope="col" class="right">In comments</th></tr></thead>
      <tbody>

      """
    for facts in lessons where facts.counts != Counts() {
      let folder = facts.lesson.hasValues ? "numbers/" : "lessons/"
      var name: HTML = "<a href=\"\(folder + facts.lesson.entry.file)\">\(facts.lesson.entry.title)</a>"
      if let flaw = proof[facts.lesson.slug] { name += ", <strong class=\"flaw\">\(flaw)</strong>" }
      html += "<tr><th scope=\"row\">\(name)</th>\(cells(facts.counts))</tr>\n"
    }
    return html + """
      </tbody>
      <tfoot><tr><th scope="row">All</th>\(cells(total))</tr></tfoot></table></div>
      <h2 id="rules">How a number is compared</h2>
      <ul>
      <li>A decimal must be within half a unit of the last digit written, <b>by digits</b>: 0.811 within 0.0005.</li>
      <li>A whole number must be <b>equal</b>; a computed one that is not whole may be rounded to it. Words must be equal, too.</li>
      <li>Where an author allows a distance, it is that distance that is <b>allowed</b>.</li>
      <li>A number that is published and wrong must <b>not</b> match: then the build fails if it turns out right.</li>
      <li>Given numbers stand in the text as they are: they are chosen, not computed.</li>
      </ul>

      """
  }

  private static func flawed(_ text: String) -> HTML {
    "<div class=\"error\" role=\"note\"><p><strong>\(text)</strong></p></div>\n"
  }

  private static func cells(_ counts: Counts) -> HTML {
    let numbers = [counts.computed, counts.published, counts.refuted, counts.given, counts.results, counts.comments]
    return numbers.map { count -> HTML in "<td class=\"right\">\(count)</td>" }.joined()
  }

  /// Whose the numbers of a page are, in words.
  package static func sentence(_ counts: Counts) -> HTML {
    var parts = ["\(counts.computed) computed", "\(counts.published) published and confirmed"]
    parts.append("\(counts.refuted) published and wrong")
    if counts.failed > 0 { parts.append("\(counts.failed) not as computed") }
    parts.append("\(counts.given) given")
    var text = "Numbers in the text: " + parts.joined(separator: ", ") + "."
    var results: [String] = []
    if counts.results > 0 { results.append("\(counts.results) in the results of the code") }
    if counts.comments > 0 { results.append("\(counts.comments) in its comments") }
    if !results.isEmpty { text += " Recomputed besides: " + results.joined(separator: ", ") + "." }
    return "\(text)"
  }

  /// Rows and cells end where the next one begins, as HTML has it.
  private static func values(_ woven: WovenLesson, _ bibliography: Bibliography) -> HTML {
    var html = head(
      "In the text", ["Line", "Written", "Computed", "Within", "Off by", "Whose", "Expression", "Block"], css: "ledger exact")
    let root = AddressWriter.root(of: woven.lesson.slug)
    for row in woven.values {
      html += """
        <tr id="\(row.anchor)"><th scope="row">\
        <a href="\(root)lessons/\(woven.lesson.file)#\(row.anchor)">\(row.value.position.line)</a>\
        <td>\(ValueRenderer.cut(row.value.written, 60))\
        <td>\(row.computed?.description.map { ValueRenderer.cut($0, 80) } ?? "–")\
        <td>\(allowance(row))<td>\(gap(row))<td>\(whose(row, bibliography, root))\
        <td><code>\(ValueRenderer.cut(row.value.expression, 160))</code>\
        <td>\(row.block ?? "")

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func allowance(_ row: WovenValue) -> String {
    switch row.allowance {
    case .given(let amount): "±\(amount) allowed"
    case .halfUnit(let amount): "±\(amount) by digits"
    case .exact: "equal"
    }
  }

  /// How far a value is from what is written, absolute and relative.
  package static func gap(_ row: WovenValue) -> String {
    guard let gap = row.difference else { return "–" }
    if gap.absolute == "0" { return "0" }
    return gap.absolute + (gap.relative.map { " (\($0) %)" } ?? "")
  }

  private static func whose(_ row: WovenValue, _ bibliography: Bibliography, _ root: String) -> HTML {
    var html: HTML
    switch row.value.publication {
    case .own: html = "ours"
    case .published(let key): html = "published: \(source(key, bibliography, root))"
    case .refuted(let key): html = "<b>wrong</b> in \(source(key, bibliography, root))"
    }
    if row.status != .ok { html += ", <b>\(row.status.rawValue)</b>" }
    return html
  }

  private static func source(_ key: String, _ bibliography: Bibliography, _ root: String) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return "<a href=\"\(CitationRenderer.address(entry, root: root))\">\(entry.label)</a>"
  }

  private static func comments(_ woven: WovenLesson) -> HTML {
    let comments = woven.comments
    if comments.isEmpty { return "" }
    var html = head("In the comments of the code", ["Line", "Written", "Computed", "Block"])
    for (cell, comment) in comments {
      let verdict = comment.status == .ok ? "" : ", \(comment.status.rawValue)"
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
    var html = head("In the results of the code", ["Line", "Block", "Numbers", "Compared"])
    for cell in cells {
      let verdict =
        cell.block.attributes.isVolatile ? "not compared" : cell.status == .ok ? "as recorded" : cell.status.rawValue
      html += """
        <tr><th scope="row">\(cell.block.position.line)</th>\
        <td><a href="\(AddressWriter.root(of: woven.lesson.slug))lessons/\(woven.lesson.file)#\(cell.anchor)">\(cell.block.name)</a></td><td>\(cell.numbers)</td>\
        <td>\(verdict)</td></tr>

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func head(_ caption: String, _ columns: [String], css: String = "ledger") -> HTML {
    var html: HTML = "<div class=\"table\" tabindex=\"0\"><table class=\"\(css)\">\n<caption>\(caption)</caption>\n<thead><tr>"
    for column in columns { html += "<th scope=\"col\">\(column)</th>" }
    return html + "</tr></thead>\n<tbody>\n"
  }
}
