import LessonModel
import Testing

/// How messages name a package: as a person would, who stands where the tool was started.
@Suite struct PackagePlaceTests {
  @Test(arguments: [
    (".", ".", ".", "F.swift"), ("lessons", "..", ".", "F.swift"), ("lessons", "../Kit", "Kit", "Kit/F.swift"),
    ("a/lessons", "..", "a", "a/F.swift"), ("../lessons", "..", "..", "../F.swift"),
    ("../lessons", "../..", "../..", "../../F.swift"), ("/a/lessons", "..", "/a", "/a/F.swift"),
    ("lessons", "Kit", "lessons/Kit", "lessons/Kit/F.swift"),
  ]) func isShown(course: String, path: String, folder: String, file: String) {
    let place = PackagePlace(path: path)
    #expect(place.shown(from: course) == folder)
    #expect(place.shown("F.swift", from: course) == file)
  }
}
