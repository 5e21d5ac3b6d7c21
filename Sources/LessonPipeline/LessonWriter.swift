package import LessonModel
package import LessonWeaving
package import Machine

/// Writes what was accepted into a lesson's file.
package enum LessonWriter {
  /// - Throws: ``MachineFault`` where the file is no longer what was read; then nothing of it is written.
  package static func write(_ splices: [Splice], to lesson: Lesson, of course: Course) throws(MachineFault) {
    try Interrupts.refuse()
    let file = FileSystem.resolved(course.path + "/" + lesson.slug + ".md")
    guard FileSystem.read(file) == lesson.source.bytes else {
      throw MachineFault(
        "\(lesson.source.path) changed while its results were computed; nothing of it was written, run accept again")
    }
    // A lesson may be a link to a file elsewhere in the course.
    let folder = FileSystem.parent(of: file)
    FileSystem.removeDeadDrafts(in: folder, among: FileSystem.names(in: folder))
    try FileSystem.overwrite(file, with: Acceptor.apply(splices, to: lesson.source.bytes))
  }
}
