import Foundation

/// The tool run by somebody who is no superuser, also where the tests are run by one.
enum Nobody {
  private static let user = "65534"

  /// What the tool came to.
  ///
  /// - Parameter course: Belongs to that user from now on, with all that is in it.
  /// - Throws: `NotHere` where the tool cannot be run so.
  static func run(
    _ arguments: [String], of course: TemporaryCourse, environment: [String: String] = [:]
  ) throws -> LessonsProcess.Outcome {
    if geteuid() != 0 { return try LessonsProcess.run(arguments, in: course.folder, environment: environment) }
    chmod(Scratch.root, 0o711)
    let tool = "setpriv --reuid=\(user) --regid=\(user) --clear-groups '\(LessonsProcess.executable)'"
    guard try Shell.run("chown -R -h \(user):\(user) . && \(tool) --version >/dev/null 2>&1", in: course.folder) else {
      throw NotHere("the tool run by another user")
    }
    let words = ["-c", "exec \(tool) \"$@\"", "lessons"] + arguments
    return try LessonsProcess.run(words, in: course.folder, environment: environment, starting: ["/bin/sh"])
  }
}
