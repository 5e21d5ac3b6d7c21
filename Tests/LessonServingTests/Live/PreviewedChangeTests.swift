import LessonServing
import TestSupport
import Testing

@Suite("What a preview says has changed")
struct PreviewedChangeTests {
  /// An editor that saves through a file of its own is nothing to the author; a removal is.
  @Test(arguments: [
    (["01-a.md"], ["01-a.md"]), (["01-a.md", "sed7c1h2D"], ["01-a.md"]), (["", "01-a.md"], ["01-a.md"]),
    (["02-gone.md"], ["02-gone.md"]), (["03-gone.md", "02-gone.md"], ["02-gone.md", "03-gone.md"]), ([""], []),
  ])
  func isNamedByWhatIsThere(told: [String], names: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "01-a.md")
    #expect(PreviewedChange.names(of: Set(told), in: folder.path) == names)
  }
}
