import LessonModel

/// Texts and names in a style sheet that is made with the site.
enum StyleText {
  /// What could end the text or hide something is written by its code.
  static func quoted(_ text: String) -> String {
    let plain = HTML.visible(text).unicodeScalars.map { scalar in
      "\"\\<>\n\t".unicodeScalars.contains(scalar) ? "\\\(String(scalar.value, radix: 16)) " : String(scalar)
    }
    return "\"\(plain.joined())\""
  }

  /// Marks behind the lessons in the course's list that are not whole. No page is made anew for what another came to.
  static func flaws(_ proof: CourseProof) -> String {
    proof.flaws.sorted { $0.key < $1.key }.map { slug, flaw in
      """
      .course [data-lesson=\(quoted(slug))]>a::after{content:"!"/\(quoted(flaw));margin-left:auto;align-self:start;padding:0 .45em;\
      color:var(--bad);background:var(--bad-paper);border-radius:4px;font-weight:700}

      """
    }.joined()
  }
}
