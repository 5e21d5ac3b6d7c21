import LessonModel

/// KaTeX's MathML as it was made: for books, whose readers set it themselves.
package enum MathML {
  /// The formula in XML, with its TeX in place of the picture that a reader without MathML shows; empty where there is none.
  ///
  /// - Parameter html: KaTeX's own.
  package static func math(in html: String) -> String {
    guard let start = html.firstRange(ofBytes: "<math ")?.lowerBound,
      let end = html[start...].firstRange(ofBytes: "</math>")?.upperBound
    else { return "" }
    var math = NameApplication.applied(html[start..<end])
    if let note = math.firstRange(ofBytes: "<annotation"),
      let open = math[note.upperBound...].firstIndex(ofByte: ">"),
      let close = math[open...].firstRange(ofBytes: "</annotation>")
    {
      let tex = math[math.index(after: open)..<close.lowerBound].replacing("\"", with: "&quot;").replacing("\n", with: " ")
      math.removeSubrange(note.lowerBound..<close.upperBound)
      math = math.replacing("<semantics>", with: "").replacing("</semantics>", with: "")
      math.insert(contentsOf: " alttext=\"\(tex)\"", at: math.index(math.startIndex, offsetBy: "<math".count))
    }
    return math
  }
}
