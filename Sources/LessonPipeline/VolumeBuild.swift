package import LessonModel
import LessonSite
import LessonRunning
import LessonWeaving
package import Machine

/// read → run → weave → render → write: a course as one EPUB file.
extension Pipeline {
  /// Writes the volume, whole or not at all, and tells of the course.
  ///
  /// - Parameter report: What is told of the course, and whether it is as it should be.
  package func bound(
    _ path: String, into file: String, _ edition: Edition, _ report: (CourseReport) -> Told
  ) throws(MachineFault) -> Told {
    defer { tell(.ended) }
    tell(.begins(.reading))
    let folder = try begin(path)
    if folder.only != nil { throw MachineFault("\(path) is one lesson; 'lessons epub' takes a course folder", cause: .usage) }
    try Self.refuseWrongPlace(file, course: folder.path)
    let memory = ReadingMemory(readings(of: folder))
    // Nothing can be tried in a volume, but the values at lines stand in it.
    let woven = try woven(CourseReader.course(folder, memory: memory), pages: .traces)
    let context = try context(edition.shown(of: woven).withoutDrafts)
    tell(.begins(.rendering(lessons: context.course.woven.count)))
    let names = Volume.chapters(context)
    let chapters = Parallel.map(context.course.woven, jobs: jobs) { lesson in
      VolumeChapter(lesson, among: names, in: context, swift: memory[lesson.lesson.slug].swift)
    }
    let identity = Volume.Identity(identifier: Self.identifier(of: woven.course, edition), changed: folder.changed)
    let files = Volume.files(chapters, of: context, identity, style: try installation.volumeStyle())
    tell(.begins(.writing(files: 1)))
    try Interrupts.refuse()
    try FileSystem.makeFolder(FileSystem.parent(of: FileSystem.absolute(file)))
    try FileSystem.write(ZipArchive.bytes(of: files), to: file)
    memory.keep(for: folder.lessons.map(\.slug))
    if cache.keepsResults { cache.trim() }
    return report(CourseReport(woven))
  }

  /// Refuses a place in which a book would take the place of something else.
  private static func refuseWrongPlace(_ file: String, course: String) throws(MachineFault) {
    let (place, lessons) = (FileSystem.absolute(file), FileSystem.resolved(FileSystem.absolute(course)))
    if FileSystem.isFolder(place) {
      throw MachineFault("\(file) is a folder; give a file with -o, such as course.epub", cause: .usage)
    }
    if !place.lowercased().hasSuffix(".epub") {
      throw MachineFault("\(file) does not end in .epub; give a file such as course.epub with -o", cause: .usage)
    }
    if (FileSystem.resolved(FileSystem.parent(of: place)) + "/").hasPrefix(lessons + "/") {
      throw MachineFault("\(file) lies among the lessons; give a place beside them with -o", cause: .usage)
    }
  }

  /// What stays the same however the course changes: made of where it is published, or else of what it is called. What students
  /// get is another book, for a device keeps one of each.
  private static func identifier(of course: Course, _ edition: Edition) -> String {
    let name = course.file.siteAddress ?? course.file.repository ?? course.title
    let kind = edition == .whole ? "lessons volume " : "lessons volume without solutions "
    var digits = Array(SHA256.digest((kind + name).utf8).prefix(32))
    // A UUID of version 8, which is made as its maker likes (RFC 9562).
    digits[12] = "8"
    digits[16] = "8"
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}
