import LessonModel

/// The cover of a volume, drawn when it is made: what the course is called, the picture of it, who wrote it.
enum VolumeCover {
  /// The drawing, 1600 by 2400.
  static func drawing(_ shell: PageShell, _ lessons: [WovenFacts]) -> String {
    var html: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2400" width="1600" height="2400" role="img">
      <title>\(shell.title)</title>
      <rect width="1600" height="2400" fill="\(CourseArt.ground)"/>
      <rect x="140" y="250" width="1320" height="8" fill="\(CourseArt.ink)"/>

      """
    var baseline = 430
    let (size, lines) = fitted(shell.title)
    for line in lines {
      html +=
        "<text x=\"140\" y=\"\(baseline)\" font-family=\"serif\" font-size=\"\(size)\" fill=\"\(CourseArt.ink)\">\(line)</text>\n"
      baseline += size * 6 / 5
    }
    for bar in CourseArt.bars(lessons) {
      let height = Int((bar.height * 760).rounded())
      html += """
        <rect x="\(140 + Int((bar.start * 1320).rounded()))" y="\(2030 - height)" \
        width="\(max(Int((bar.width * 1320).rounded()), 1))" height="\(height)" fill="\(bar.isWhole ? CourseArt.mark : CourseArt.flaw)"/>

        """
    }
    html += "<rect x=\"140\" y=\"2040\" width=\"1320\" height=\"4\" fill=\"\(CourseArt.ink)\"/>\n"
    let authors = shell.words.list(shell.file.authors)
    html += "<text x=\"140\" y=\"2180\" font-family=\"serif\" font-size=\"72\" fill=\"\(CourseArt.ink)\">\(authors)</text>\n"
    return (html + "</svg>\n").text
  }

  /// The largest letters in which a title has at most five lines of the cover's width, and these lines.
  private static func fitted(_ title: String) -> (size: Int, lines: [String]) {
    for size in stride(from: 150, through: 50, by: -10) {
      let lines = lines(of: title, columns: 1320 * 2 / size)
      if lines.count <= 5, lines.allSatisfy({ columns($0) <= 1320 * 2 / size }) { return (size, lines) }
    }
    return (50, Array(lines(of: title, columns: 52).prefix(14)))
  }

  /// A title broken between its words, and between any two characters of a writing that has no words apart.
  ///
  /// - Parameter columns: How many letters of half an em a line holds.
  static func lines(of title: String, columns most: Int) -> [String] {
    var pieces: [String] = [""]
    for character in title {
      if CharacterWidth.isWide(character) {
        pieces += [String(character), ""]
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    var lines = [""]
    for piece in pieces {
      for (index, word) in piece.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        let gap = index > 0 && !lines[lines.count - 1].isEmpty ? " " : ""
        if columns(lines[lines.count - 1] + gap + word) <= most || lines[lines.count - 1].isEmpty {
          lines[lines.count - 1] += gap + word
        } else {
          lines.append(String(word))
        }
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  private static func columns(_ text: String) -> Int { CharacterWidth.columns(of: text) }
}
