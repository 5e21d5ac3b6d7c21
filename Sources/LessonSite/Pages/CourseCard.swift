import LessonModel

/// The picture that previews of links to the course show: that of ``CourseArt``, without words, which stand beside it.
enum CourseCard {
  static func file(_ lessons: [WovenFacts]) -> SiteFile {
    let (width, height) = (PageShell.card.width, PageShell.card.height)
    var picture = PixelPicture(
      width: width, height: height, colors: [CourseArt.ground, CourseArt.ink, CourseArt.mark, CourseArt.flaw])
    let (left, bottom) = (100, height - 110)
    let room = (width: Double(width - 2 * left), height: Double(height - 230))
    for bar in CourseArt.bars(lessons) {
      let start = left + Int((bar.start * room.width).rounded())
      let end = start + max(Int((bar.width * room.width).rounded()), 1)
      picture.fill(start..<end, (bottom - Int((bar.height * room.height).rounded()))..<bottom, with: bar.isWhole ? 2 : 3)
    }
    picture.fill(left..<(width - left), (bottom + 6)..<(bottom + 10), with: 1)
    return SiteFile(path: PageShell.card.path, bytes: picture.png)
  }
}
